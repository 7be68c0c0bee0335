package ballast.mine;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import ballast.glossary.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the terms of a glossary stand, whether they are translated as it says, and the longer
 * phrases that they stand in. A phrase reaches at most two words beyond the term on either side.
 * For one thread.
 */
public final class KnownTerms {

  private static final int MOST_WORDS = 2;
  private static final int MOST_CHARACTERS = 4;

  private final Wording wording;
  private final Map<String, Uses> uses = new LinkedHashMap<>();

  /** Pairs that have the term in a phrase: only there, or elsewhere too. */
  static final class Context {
    final List<Integer> inside = new ArrayList<>(1);
    int mixed;
  }

  /** All that has been seen of one term. */
  static final class Uses {
    final TermEntry entry;
    final List<Integer> missing = new ArrayList<>();
    final Map<String, Context> contexts = new HashMap<>();
    int pairs;

    Uses(TermEntry entry) {
      this.entry = entry;
    }
  }

  public KnownTerms(Wording wording) {
    this.wording = wording;
  }

  /**
   * Takes in what a pair has of the glossary. A term whose rendering is known to be a wrong one
   * teaches nothing and is best left out.
   *
   * @param pair its index, as {@link MiningTexts} has it; rising
   * @param chinese raw text
   * @param terms each term once
   */
  public void see(int pair, String chinese, List<KnownUse> terms) {
    for (KnownUse term : terms) {
      Uses seen = uses.computeIfAbsent(term.entry().id(), id -> new Uses(term.entry()));
      seen.pairs++;
      if (!term.rendered()) {
        seen.missing.add(pair);
      }
      Set<String> some = new HashSet<>();
      Set<String> all = new HashSet<>();
      for (int i = 0; i < term.places().size(); i++) {
        Set<String> here = phrases(chinese, term.places().get(i));
        some.addAll(here);
        if (i == 0) {
          all.addAll(here);
        } else {
          all.retainAll(here);
        }
      }
      for (String phrase : some) {
        Context context = seen.contexts.computeIfAbsent(phrase, key -> new Context());
        if (all.contains(phrase)) {
          context.inside.add(pair);
        } else {
          context.mixed++;
        }
      }
    }
  }

  /** The terms, in the order in which they were first seen. */
  Collection<Uses> uses() {
    return uses.values();
  }

  /** The phrases around a place, cut where words end, simplified. */
  private Set<String> phrases(String text, Span place) {
    StringBuilder run = new StringBuilder();
    int at = place.start();
    for (int n = 0; n < 2 * MOST_CHARACTERS && at > 0; n++) {
      int c = wording.simplified(text.codePointBefore(at));
      if (!Character.isIdeographic(c)) {
        break;
      }
      run.insert(0, Character.toString(c));
      at -= Character.charCount(text.codePointBefore(at));
    }
    int from = run.length();
    append(text, place.start(), place.end(), run);
    int to = run.length();
    at = place.end();
    for (int n = 0; n < 2 * MOST_CHARACTERS && at < text.length(); n++) {
      if (!Character.isIdeographic(wording.simplified(text.codePointAt(at)))) {
        break;
      }
      int end = at + Character.charCount(text.codePointAt(at));
      append(text, at, end, run);
      at = end;
    }
    return phrases(run.toString(), from, to);
  }

  private void append(String text, int from, int to, StringBuilder run) {
    text.substring(from, to).codePoints().map(wording::simplified).forEach(run::appendCodePoint);
  }

  private Set<String> phrases(String run, int from, int to) {
    Set<String> phrases = new HashSet<>();
    if (!run.codePoints().allMatch(Character::isIdeographic)) {
      return phrases; // a term with other signs is no part of a word
    }
    Wording.Cut words = wording.cut(run);
    List<Integer> ends = new ArrayList<>();
    for (int end = to; end <= run.length() && ends.size() <= MOST_WORDS; end++) {
      if (end <= to + MOST_CHARACTERS && words.endsAt(end) && isPart(run, to, end)) {
        ends.add(end);
      }
    }
    for (int start = from, n = 0; start >= 0 && n <= MOST_WORDS; start--) {
      if (start >= from - MOST_CHARACTERS && words.endsAt(start) && isPart(run, start, from)) {
        n++;
        for (int end : ends) {
          if (end - start > to - from) {
            phrases.add(run.substring(start, end));
          }
        }
      }
    }
    return phrases;
  }

  /** Whether what stands beside a term can belong to a longer one. */
  private static boolean isPart(String run, int from, int to) {
    return from == to || MiningTexts.isOfTerms(run.substring(from, to));
  }
}

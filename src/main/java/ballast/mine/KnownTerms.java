package ballast.mine;

import ballast.bitext.Span;
import ballast.glossary.TermEntry;
import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records the occurrences of a glossary's terms and whether their translations follow it. Takes
 * about 150 bytes per occurrence. For one thread.
 */
public final class KnownTerms {

  private final ChineseWords chineseWords;
  private final Map<String, Uses> uses = new LinkedHashMap<>();

  /**
   * @param contexts of the term; empty if it is nowhere part of a longer phrase
   */
  record Use(int pair, boolean rendered, List<TermContext> contexts) {}

  static final class Uses {
    final TermEntry entry;

    /** In order of ascending pair. */
    final List<Use> all = new ArrayList<>(1);

    /** The pairs without a rendering, ascending. */
    final List<Integer> missing = new ArrayList<>(1);

    Uses(TermEntry entry) {
      this.entry = entry;
    }
  }

  public KnownTerms(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  /**
   * Records the terms of the glossary in a pair. Omit terms with a rendering known to be wrong:
   * they would mislead.
   *
   * @param pair its index in {@link MiningTexts}; ascending from call to call
   * @param terms each term once
   */
  public void add(int pair, String chinese, List<KnownUse> terms) {
    if (terms.isEmpty()) {
      return;
    }
    CutText words = new CutText(chinese, chineseWords);
    for (KnownUse term : terms) {
      Uses termUses = uses.computeIfAbsent(term.entry().id(), id -> new Uses(term.entry()));
      List<TermContext> contexts =
          term.places().stream().flatMap(place -> words.around(place).stream()).toList();
      termUses.all.add(new Use(pair, term.rendered(), contexts));
      if (!term.rendered()) {
        termUses.missing.add(pair);
      }
    }
  }

  Collection<Uses> uses() {
    return uses.values();
  }

  /**
   * @param places its places in the text; never empty
   * @param rendered whether the English text contains one of its allowed renderings
   */
  public record KnownUse(TermEntry entry, List<Span> places, boolean rendered) {

    public KnownUse {
      places = List.copyOf(places);
    }
  }

  /** A Chinese text, simplified and split into words. Each of its characters is processed once. */
  private static final class CutText {

    private final int[] characters;

    /** The same characters as written. */
    private final int[] written;

    /** The character number of each UTF-16 unit of the raw text and of its end. */
    private final int[] positions;

    /** Whether a word ends before each character. */
    private final boolean[] ends;

    CutText(String raw, ChineseWords chineseWords) {
      written = raw.codePoints().toArray();
      characters = Arrays.stream(written).map(chineseWords::simplified).toArray();
      positions = new int[raw.length() + 1];
      int position = 0;
      for (int at = 0; at < raw.length(); position++) {
        int length = Character.charCount(raw.codePointAt(at));
        positions[at] = position;
        positions[at + length - 1] = position;
        at += length;
      }
      positions[raw.length()] = position;
      ends = new boolean[position + 1];
      for (int from = 0; from < characters.length; ) {
        int to = from;
        while (isHan(to)) {
          to++;
        }
        if (to > from) {
          cut(from, to, chineseWords);
        }
        from = to + 1;
      }
    }

    private void cut(int from, int to, ChineseWords chineseWords) {
      String run = new String(characters, from, to - from);
      ChineseWords.Cut cut = chineseWords.cut(run);
      for (int at = from, offset = 0; at <= to; at++) {
        ends[at] = cut.endsAt(offset);
        offset += at < to ? Character.charCount(characters[at]) : 0;
      }
    }

    private boolean isHan(int position) {
      return position >= 0 && position < characters.length && Han.isHan(characters[position]);
    }

    /**
     * The context of a term at a place of the raw text.
     *
     * @return empty if the term contains characters that are not Han: it is then not part of a
     *     longer word
     */
    Optional<TermContext> around(Span place) {
      int from = positions[place.start()];
      int to = positions[place.end()];
      for (int at = from; at < to; at++) {
        if (!isHan(at)) {
          return Optional.empty();
        }
      }
      int start = from;
      while (from - start <= TermContext.REACH && isHan(start - 1)) {
        start--;
      }
      int end = to;
      while (end - to <= TermContext.REACH && isHan(end)) {
        end++;
      }
      int beforeEnds = 0;
      for (int n = 0; n <= from - start; n++) {
        beforeEnds |= ends[from - n] ? 1 << n : 0;
      }
      int afterEnds = 0;
      for (int n = 0; n <= end - to; n++) {
        afterEnds |= ends[to + n] ? 1 << n : 0;
      }
      String text = new String(characters, start, end - start);
      String own = new String(written, start, end - start);
      return Optional.of(
          new TermContext(
              text, own.equals(text) ? text : own, from - start, end - to, beforeEnds, afterEnds));
    }
  }
}

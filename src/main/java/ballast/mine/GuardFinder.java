package ballast.mine;

import ballast.glossary.TermEntry;
import ballast.mine.ChinesePhrases.Phrase;
import ballast.mine.Contexts.Context;
import ballast.mine.KnownTerms.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds phrases in which a term's renderings are missing although they are present elsewhere. */
final class GuardFinder {

  /** The least share of the pairs with the phrase that lack a rendering. */
  private static final double INSIDE = 0.75;

  /** The greatest share of the pairs with the term elsewhere that lack one. */
  private static final double OUTSIDE = 0.5;

  /** The least share of the lacking pairs that contain the phrase's own rendering. */
  private static final double NAMED = 0.5;

  /** How many phrases of a term are looked up in the English texts. */
  private static final int MAX_NAMED = 30;

  private final MiningTexts texts;
  private final int minCount;
  private final EnglishPhrases english;
  private final RenderingJudge judge;

  /**
   * A phrase with its counts, before its own rendering is known.
   *
   * @param missing the pairs with the term only in the phrase and without a rendering
   * @param mixed the pairs without a rendering that have the term elsewhere too
   */
  private record Lack(
      String phrase,
      int inside,
      List<Integer> missing,
      List<Integer> mixed,
      Guard.TermUses outside) {

    double evidence() {
      return Association.of(missing.size(), inside, outside.missing(), outside.pairs());
    }
  }

  GuardFinder(MiningTexts texts, int minCount, EnglishPhrases english, RenderingJudge judge) {
    this.texts = texts;
    this.minCount = minCount;
    this.english = english;
    this.judge = judge;
  }

  /**
   * The phrases, in simplified characters, the clearest first; no two are supported by the same
   * pair.
   *
   * @param explained the pairs whose missing rendering has another explanation
   */
  List<Guard> find(Contexts contexts, Set<Integer> explained) {
    Set<Integer> missing = new HashSet<>(contexts.uses().missing);
    missing.removeAll(explained);
    List<Lack> clear = new ArrayList<>();
    if (missing.size() >= minCount) {
      contexts
          .phrases()
          .forEach(
              (phrase, context) -> {
                if (context.inside.size() >= minCount && context.isWhole()) {
                  Lack lack = lack(contexts.uses(), phrase, context, missing);
                  if (isClear(lack)) {
                    clear.add(lack);
                  }
                }
              });
    }
    clear.sort(
        Comparator.comparingDouble((Lack one) -> -one.evidence())
            .thenComparing(one -> one.phrase().length())
            .thenComparing(Lack::phrase));
    return distinct(contexts.uses().entry, clear, missing);
  }

  private static Lack lack(Uses uses, String phrase, Context context, Set<Integer> missing) {
    List<Integer> lacking = context.inside.stream().filter(missing::contains).toList();
    int inside = context.inside.size();
    List<Integer> mixed = context.mixed.stream().filter(missing::contains).toList();
    return new Lack(
        phrase,
        inside,
        lacking,
        mixed,
        new Guard.TermUses(
            uses.all.size() - inside - context.mixed.size(),
            missing.size() - lacking.size() - mixed.size()));
  }

  private boolean isClear(Lack lack) {
    return lack.missing().size() >= minCount
        && lack.missing().size() >= INSIDE * lack.inside()
        && lack.outside().missing() <= OUTSIDE * lack.outside().pairs()
        && lack.evidence() >= Association.CLEAR;
  }

  /** Of phrases nested in each other, keeps the best one that has a rendering of its own. */
  private List<Guard> distinct(TermEntry term, List<Lack> clear, Set<Integer> missing) {
    List<Guard> kept = new ArrayList<>();
    Set<Integer> left = new HashSet<>(missing);
    for (Lack lack : clear.subList(0, Math.min(MAX_NAMED, clear.size()))) {
      if (Contexts.count(lack.missing(), left) >= minCount) {
        Optional<Guard> guard = named(term, lack);
        guard.ifPresent(kept::add);
        if (guard.isPresent()) {
          lack.missing().forEach(left::remove);
        }
      }
    }
    return kept;
  }

  /**
   * The guard for a phrase; empty if the phrase has no rendering of its own or one that is just
   * another rendering of the term.
   */
  private Optional<Guard> named(TermEntry term, Lack lack) {
    Phrase inside = new Phrase(texts.wordsOf(term.zh()));
    Phrase phrase = new Phrase(texts.wordsOf(lack.phrase()));
    phrase.pairs.addAll(lack.missing());
    phrase.pairs.addAll(lack.mixed());
    if (phrase.words.isEmpty()) {
      return Optional.empty();
    }
    return english
        .bestRendering(
            lack.phrase(),
            phrase,
            one ->
                one.together() >= NAMED * phrase.pairs.size()
                    && judge.isClear(phrase, one)
                    && !judge.translatesOtherWords(lack.phrase(), phrase, one))
        .filter(name -> !judge.showsTermRendering(term.zh(), inside, lack.phrase(), phrase, name))
        .map(name -> guard(term, lack, name));
  }

  private static Guard guard(TermEntry term, Lack lack, ContextWord name) {
    return new Guard(
        term,
        new Guard.RenderedPhrase(lack.phrase(), name.en(), name.together(), name.pairs().get(0)),
        new Guard.TermUses(lack.inside(), lack.missing().size()),
        lack.outside(),
        lack.evidence());
  }

  /** The pairs that have the term only in the phrase of a guard. */
  static List<Integer> pairs(Contexts contexts, Guard guard) {
    Context context = contexts.phrases().get(guard.phrase().zh());
    return context == null ? List.of() : context.inside;
  }
}

package ballast.mine;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermStatus;
import ballast.mine.ChinesePhrases.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the renderings of a term in pairs that contain none of its known renderings. */
final class VariantFinder {

  private static final int MAX_FOR_A_TERM = 3;

  private final MiningTexts texts;
  private final int minCount;
  private final EnglishPhrases english;
  private final EnglishIndex index;
  private final RenderingJudge judge;
  private final TermMatcher matcher = new TermMatcher();

  VariantFinder(
      MiningTexts texts,
      int minCount,
      EnglishPhrases english,
      EnglishIndex index,
      RenderingJudge judge) {
    this.texts = texts;
    this.minCount = minCount;
    this.english = english;
    this.index = index;
    this.judge = judge;
  }

  /**
   * The renderings, the most common first.
   *
   * @param guarded the pairs without a rendering that have another explanation
   * @param explained receives the pairs without a known rendering that contain one of those found,
   *     including guarded pairs
   */
  List<Variant> find(Contexts contexts, Set<Integer> guarded, Set<Integer> explained) {
    TermEntry term = contexts.uses().entry;
    List<Integer> missing = contexts.uses().missing;
    List<Variant> found = new ArrayList<>();
    Phrase phrase = new Phrase(texts.wordsOf(term.zh()));
    missing.stream().filter(pair -> !guarded.contains(pair)).forEach(phrase.pairs::add);
    int all = phrase.pairs.size();
    while (!phrase.words.isEmpty()
        && phrase.pairs.size() >= minCount
        && found.size() < MAX_FOR_A_TERM) {
      Optional<ContextWord> best =
          english.bestRendering(term.zh(), phrase, one -> isVariant(contexts, phrase, one));
      if (best.isEmpty()) {
        break;
      }
      found.add(variant(term, all, best.get(), judge.evidence(phrase, best.get())));
      explained.addAll(index.pairs(best.get().lemmas()));
      phrase.pairs.removeAll(new HashSet<>(best.get().pairs()));
    }
    explained.retainAll(new HashSet<>(missing));
    return found;
  }

  private static Variant variant(TermEntry term, int missing, ContextWord one, double evidence) {
    return new Variant(
        term,
        one.en(),
        new Variant.Pairs(missing, one.together(), one.elsewhere()),
        evidence,
        one.pairs().get(0));
  }

  /**
   * Whether it is a rendering of the term itself, not of a longer phrase that contains the term.
   */
  private boolean isVariant(Contexts contexts, Phrase phrase, ContextWord one) {
    TermEntry term = contexts.uses().entry;
    return judge.isClear(phrase, one)
        && !judge.translatesOtherWords(term.zh(), phrase, one)
        && !isKnown(term, one)
        && contexts.around(one.pairs()).stream()
            .allMatch(whole -> isRenderingOfTerm(term, whole, one));
  }

  private boolean isRenderingOfTerm(TermEntry term, String whole, ContextWord one) {
    return RenderingJudge.isLike(one)
        && judge.showsTermRendering(
            term.zh(),
            new Phrase(texts.wordsOf(term.zh())),
            whole,
            new Phrase(texts.wordsOf(whole)),
            one);
  }

  /**
   * Whether it is a form of a rendering in the glossary, allowed or not, or a single word of one.
   */
  private boolean isKnown(TermEntry term, ContextWord one) {
    EnglishText text = matcher.read(one.en());
    Term proposed = new Term(one.en(), TermStatus.PROPOSED);
    for (Concept concept : term.concepts()) {
      for (Term known : concept.en()) {
        boolean part =
            (known.isForbidden() || matcher.pattern(proposed).contentWords() == 1)
                && !matcher
                    .findPlain(matcher.pattern(proposed), matcher.read(known.text()))
                    .isEmpty();
        if (part || !matcher.find(matcher.pattern(known), text).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}

package ballast.check.term;

import ballast.glossary.EnglishText;
import ballast.glossary.TermHit;
import ballast.language.Renderings;
import java.util.stream.IntStream;

/**
 * Recognises characters that only look like a term where two words meet, which the English settles:
 * 公共卫生 in 公共卫生间, "public washroom".
 */
final class CrossingWord {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.1;

  private final Renderings renderings;

  CrossingWord(Renderings renderings) {
    this.renderings = renderings;
  }

  /**
   * Whether the English has a translation of a word that crosses an edge of the term, and which
   * translates no word of the term.
   */
  boolean isSaid(TermHit hit, PairTexts texts) {
    return texts.scan().words().isCrossed(hit.span(), word -> isSaid(word, hit, texts));
  }

  private boolean isSaid(String word, TermHit hit, PairTexts texts) {
    EnglishText text = texts.englishText();
    return IntStream.range(0, text.size())
        .filter(text::isContent)
        .filter(i -> renderings.probability(word, text.forms(i)) >= MIN_PROBABILITY)
        .anyMatch(
            i ->
                hit.words().inside().stream()
                    .allMatch(
                        inside -> renderings.probability(inside, text.forms(i)) < MIN_PROBABILITY));
  }
}

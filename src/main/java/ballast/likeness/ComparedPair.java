package ballast.likeness;

import ballast.bitext.Lang;
import ballast.likeness.Pattern.Signature;

/**
 * A text and its translation, prepared for comparison with other pairs.
 *
 * @param id its place among all pairs; of two nearly equal pairs the one with the higher id is the
 *     duplicate
 * @param languages both languages; only pairs with the same are compared
 */
public record ComparedPair(long id, String languages, Text source, Text target) {

  public static ComparedPair of(
      long id, String source, Lang sourceLang, String target, Lang targetLang) {
    Symbols buffer = new Symbols();
    return new ComparedPair(
        id,
        sourceLang.tag() + " " + targetLang.tag(),
        Text.of(source, Measure.of(sourceLang), buffer),
        Text.of(target, Measure.of(targetLang), buffer));
  }

  /** One text of a pair, with its number of symbols and their signature. */
  public record Text(String text, Measure measure, int length, Signature signature) {

    private static Text of(String text, Measure measure, Symbols buffer) {
      buffer.read(text, measure);
      return new Text(text, measure, buffer.size(), Signature.of(buffer));
    }

    boolean mayScore(Text other, int threshold) {
      return signature.mayScore(other.signature, length, other.length, threshold);
    }

    Pattern pattern() {
      return new Pattern(text, measure);
    }

    int score(Pattern other, int threshold, Symbols buffer) {
      return other.score(buffer.read(text, measure), threshold);
    }
  }

  /** A quick test with false positives but no false negatives. */
  boolean mayBeNear(ComparedPair other, int threshold) {
    return source.mayScore(other.source, threshold)
        && target.mayScore(other.target, threshold)
        && languages.equals(other.languages);
  }

  /**
   * Returns whether both texts have at most {@link Score#MAX_SYMBOLS}: longer ones take too long.
   */
  public boolean isComparable() {
    return source.length <= Score.MAX_SYMBOLS && target.length <= Score.MAX_SYMBOLS;
  }
}

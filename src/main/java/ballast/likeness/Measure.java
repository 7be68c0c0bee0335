package ballast.likeness;

import ballast.bitext.Lang;
import java.util.Set;

/** What counts as one step when two texts are compared. */
public enum Measure {
  /** Every normalised code point, for languages that are written without spaces. */
  CHARACTERS,
  /** Every word, number and mark; {@link Symbols} says what exactly. */
  WORDS;

  private static final Set<String> UNSPACED =
      Set.of("zh", "yue", "wuu", "lzh", "ja", "th", "lo", "km", "my", "bo", "dz");

  /** The measure for texts of a language. */
  public static Measure of(Lang lang) {
    return UNSPACED.contains(lang.language()) ? CHARACTERS : WORDS;
  }

  /** As it is stored: part of the file format. */
  public int number() {
    return this == CHARACTERS ? 0 : 1;
  }

  /**
   * The measure of that number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Measure ofNumber(int number) {
    return switch (number) {
      case 0 -> CHARACTERS;
      case 1 -> WORDS;
      default -> throw new IllegalArgumentException("there is no measure " + number);
    };
  }
}

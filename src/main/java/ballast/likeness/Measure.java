package ballast.likeness;

import ballast.bitext.Lang;
import java.util.Set;

/** How a text is divided into the {@link Symbols} that count one each in a comparison. */
public enum Measure {
  /**
   * For languages written without spaces: their characters, and words of other scripts, numbers and
   * marks. The spaces of texts with the same symbols must be the same too.
   */
  CHARACTERS,
  /** Every word, number and mark. */
  WORDS;

  private static final Set<String> UNSPACED =
      Set.of("zh", "yue", "wuu", "lzh", "ja", "th", "lo", "km", "my", "bo", "dz");

  public static Measure of(Lang lang) {
    return UNSPACED.contains(lang.language()) ? CHARACTERS : WORDS;
  }

  /** Returns the stored number: part of the file format. */
  public int number() {
    return this == CHARACTERS ? 0 : 1;
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  public static Measure ofNumber(int number) {
    return switch (number) {
      case 0 -> CHARACTERS;
      case 1 -> WORDS;
      default -> throw new IllegalArgumentException("unknown measure " + number);
    };
  }
}

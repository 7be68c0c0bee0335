package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WhiteSpaceTest {

  @Test
  void spacesOfEveryWidthAndLineBreaksAreWhiteSpace() {
    assertThat(
            " \t\n\r\u000B\f\u001C\u0085\u00A0\u1680\u2003\u2009\u202F\u3000\u2028\uFEFF"
                .codePoints())
        .allMatch(WhiteSpace::isSpace);
    assertThat("a中。\u200B\u2060_\u0001".codePoints()).noneMatch(WhiteSpace::isSpace);
  }

  /** Java's two properties, and the white space that they leave out. */
  @Test
  void theAnswerIsThatOfJavaForEveryOtherCodePoint() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(
                    c ->
                        WhiteSpace.isSpace(c)
                            != (Character.isWhitespace(c) || Character.isSpaceChar(c))))
        .containsExactly(0x85, 0xFEFF);
    assertThat(IntStream.rangeClosed(0x10000, Character.MAX_CODE_POINT))
        .noneMatch(WhiteSpace::isSpace);
  }

  @Test
  void aStretchBecomesOneSpaceAndNoneStaysAtTheEnds() {
    assertThat(WhiteSpace.collapse(" 冷战\u3000 \n era\uD842\uDFB7\t"))
        .isEqualTo("冷战 era\uD842\uDFB7");
    assertThat(WhiteSpace.collapse(" \u00A0")).isEmpty();
    assertThat(WhiteSpace.collapse("as it is")).isEqualTo("as it is");
  }
}

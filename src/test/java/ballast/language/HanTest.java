package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HanTest {

  @Test
  void chineseCharactersOfEveryKindAreHan() {
    assertThat("中國㐀𠮷〇々〻〡〸⼈⺅豈".codePoints()).allMatch(Han::isHan);
  }

  @Test
  void otherCharactersAreNotHan() {
    assertThat("，。、「」〈〉　〒〜Ａ１a1é ㈠㊗㍿ひカｶ한·—".codePoints()).noneMatch(Han::isHan);
    // Tangut, Nushu and Khitan are ideographs of other scripts.
    assertThat(IntStream.of(0x17000, 0x1B170, 0x18B00)).noneMatch(Han::isHan);
  }

  /** All code points whose script is Han, and those reserved for it. */
  @Test
  void theAnswerIsThatOfUnicodeForEveryCodePoint() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean free =
          Character.getType(c) == Character.UNASSIGNED
              && ((c >= 0x4E00 && c <= 0x9FFF)
                  || (c >= 0x20000 && c <= 0x2FFFD)
                  || (c >= 0x30000 && c <= 0x3FFFD));
      boolean han = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || free;
      assertThat(Han.isHan(c)).as("U+%X", c).isEqualTo(han);
    }
  }

  @Test
  void theCommonOnesAreHan() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Han::isCommon))
        .hasSize(0x5200)
        .allMatch(Han::isHan);
  }
}

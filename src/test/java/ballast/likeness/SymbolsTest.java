package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SymbolsTest {

  private static List<String> symbols(String text, Measure measure) {
    Symbols symbols = new Symbols().read(text, measure);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      list.add(symbols.span(i, i).of(text));
    }
    return list;
  }

  private static boolean same(String a, String b) {
    return new Symbols()
        .read(a, Measure.CHARACTERS)
        .sameAs(new Symbols().read(b, Measure.CHARACTERS));
  }

  @Test
  void englishIsCutIntoWordsNumbersAndMarks() {
    assertThat(symbols("Don't pay 1,234.5 (half-hour)... O’Neill's", Measure.WORDS))
        .containsExactly(
            "Don't", "pay", "1,234.5", "(", "half", "-", "hour", ")", ".", ".", ".", "O’Neill's");
    assertThat(symbols("the 冷战 era\uD842\uDFB7", Measure.WORDS))
        .containsExactly("the", "冷", "战", "era", "\uD842\uDFB7");
    assertThat(symbols(" \u3000\n", Measure.WORDS)).isEmpty();
  }

  @Test
  void widthCaseAndWhiteSpaceDoNotCount() {
    assertThat(same("Ｇ２０，　峰会", " g20, \n峰会 ")).isTrue();
    assertThat(same("e\u0301te\u0301", "ÉTÉ")).isTrue();
    assertThat(same("软\u200B件\u00AD", "软件")).isTrue();
    assertThat(same("ｶﾞ", "ガ")).isTrue();
    assertThat(same("船。", "船.")).isFalse();
    assertThat(same("开", "開")).isFalse();
  }

  @Test
  void spansReferToTheRawTextAfterAnyNormalization() {
    String raw = "a  ㎏e\u0301\uD842\uDFB7Ｚ";
    assertThat(symbols(raw, Measure.CHARACTERS))
        .containsExactly("a", "  ", "㎏", "㎏", "e\u0301", "\uD842\uDFB7", "Ｚ");
  }

  @Test
  void differencesAreTheStretchesThatWereEdited() {
    String left = "他不在港口的船上。";
    String right = "她在港口的帆船上了。";
    Differences differences =
        Differences.between(
            new Symbols().read(left, Measure.CHARACTERS),
            new Symbols().read(right, Measure.CHARACTERS));
    assertThat(differences.left()).extracting(span -> span.of(left)).containsExactly("他不");
    assertThat(differences.right())
        .extracting(span -> span.of(right))
        .containsExactly("她", "帆", "了");
  }

  @Test
  void chineseIsMeasuredByCharactersAndEnglishByWords() {
    assertThat(Measure.of(Lang.ZH_TW)).isEqualTo(Measure.CHARACTERS);
    assertThat(Measure.of(Lang.EN_US)).isEqualTo(Measure.WORDS);
    for (Measure measure : Measure.values()) {
      assertThat(Measure.ofNumber(measure.number())).isEqualTo(measure);
    }
  }

  /**
   * Stored texts were cut before these characters counted as Han; all others agree with {@link
   * Han}. U+16FE3 has been Han since Unicode 15, which Java 17 does not know.
   */
  @Test
  void hanStandAloneButForSomeMarks() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Han::isHan))
        .filteredOn(Symbols::isRunning)
        .contains((int) '々', (int) '〻')
        .isSubsetOf((int) '々', (int) '〻', 0x16FE3, 0x16FF0, 0x16FF1);
  }
}

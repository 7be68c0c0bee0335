package ballast.language;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.language.Han.HanForms;
import ballast.language.Han.HanForms.Counts;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds and forms of characters. */
final class CharactersTest {

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

  private static final int ALL = 1_000;

  @Test
  void charactersOfOneSetHaveItsForm() {
    HanForms forms = new HanForms("");
    assertThat(forms.count("中国", ALL)).isEqualTo(new Counts(2, 1, 0));
    assertThat(forms.count("中國國際", ALL)).isEqualTo(new Counts(4, 0, 3));
    // The second time it uses its cache.
    assertThat(forms.count("中國国", ALL)).isEqualTo(new Counts(3, 1, 1));
  }

  @Test
  void onlyHanCounts() {
    HanForms forms = new HanForms("國");
    assertThat(forms.count("a，。かカ\t\uFFFF", ALL)).isEqualTo(new Counts(0, 0, 0));
    assertThat(forms.count("中國", ALL)).isEqualTo(new Counts(1, 0, 0));
    assertThat(forms.count("𠮷中", ALL)).isEqualTo(new Counts(1, 0, 0));
  }

  @Test
  void noMoreIsLookedAtThanAsked() {
    assertThat(new HanForms("").count("国国国", 2)).isEqualTo(new Counts(2, 2, 0));
  }

  /**
   * Big5 has the Suzhou numerals and GB 2312 does not; they are not traditional characters all the
   * same.
   */
  @Test
  void signsAreOfNoForm() {
    assertThat(new HanForms("").count("〡〢々〇⼈", ALL)).isEqualTo(new Counts(5, 0, 0));
  }

  @Test
  void formsFoldAsUnicodeFoldsThem() {
    int forms = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (FullWidth.isForm(c)) {
        forms++;
        assertThat(Character.toString(FullWidth.fold(c)))
            .isEqualTo(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
      } else {
        assertThat(FullWidth.fold(c)).isEqualTo(c);
      }
    }
    assertThat(forms).isEqualTo('~' - '!' + 1);
  }

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

  @ParameterizedTest
  @CsvSource({
    "2024年GDP增长, 10, 5", "码头今天很忙。, 7, 6", "The pier's busy today., 19, 4",
    "'  — … ', 2, 0", "𠮷野家, 3, 3", "'a\u3000b\u00A0c', 3, 3",
    "'', 0, 0"
  })
  void hanCountOneByOneAndOtherWordsWhole(String text, long characters, long words) {
    String read = text.replace("\\u3000", "\u3000").replace("\\u00A0", "\u00A0");
    assertThat(TextAmount.of(read)).isEqualTo(new TextAmount(characters, words));
  }

  @Test
  void amountsAdd() {
    assertThat(TextAmount.of("甲 a").plus(TextAmount.of("bc"))).isEqualTo(new TextAmount(4, 3));
  }

  private final PinyinSpellings spellings = new PinyinSpellings(Set.of("changan", "zhangye"));

  private List<String> read(List<List<String>> characters) {
    List<String> readings = List.of("");
    for (List<String> next : characters) {
      readings = spellings.extend(readings, next);
    }
    return readings;
  }

  @Test
  void readingsWithWhichAWordBeginsGoOn() {
    List<String> longOrChief = List.of("Chang", "Zhang");
    assertThat(read(List.of(longOrChief))).containsExactly("chang", "zhang");
    assertThat(read(List.of(longOrChief, List.of("an")))).containsExactly("changan");
    assertThat(read(List.of(longOrChief, List.of("sha")))).isEmpty();
    assertThat(read(List.of(longOrChief, List.of("an"), List.of("an")))).isEmpty();
    assertThat(read(List.of(List.of(), List.of("an")))).isEmpty();
  }

  @Test
  void sixteenReadingsAreTried() {
    List<String> many = IntStream.range(0, 40).mapToObj(i -> "a" + i).toList();
    assertThat(new PinyinSpellings(many).extend(List.of(""), many)).hasSize(16);
  }
}

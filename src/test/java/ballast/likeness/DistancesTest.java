package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.bitext.Span;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Symbols of texts, their distances and differences. */
final class DistancesTest {

  /** The edit distance from the full table of Wagner and Fischer. */
  static int plainDistance(Symbols a, Symbols b) {
    int[][] table = new int[a.size() + 1][b.size() + 1];
    for (int i = 0; i <= a.size(); i++) {
      for (int j = 0; j <= b.size(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
        } else {
          int step = a.same(i - 1, b, j - 1) ? 0 : 1;
          int diagonal = table[i - 1][j - 1] + step;
          table[i][j] = Math.min(diagonal, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        }
      }
    }
    return table[a.size()][b.size()];
  }

  @ParameterizedTest
  @EnumSource
  void distancesAreThoseOfThePlainTable(Measure measure) {
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(random.nextInt(seed % 10 == 0 ? 300 : 80));
      String b =
          random.nextBoolean()
              ? texts.edited(a, random.nextInt(20))
              : texts.text(random.nextInt(150));
      Pattern pattern = new Pattern(a, measure);
      Symbols other = new Symbols().read(b, measure);
      int distance = plainDistance(pattern.symbols(), other);
      for (int maxEdits : new int[] {1000, distance, distance + 1}) {
        assertThat(pattern.distance(other, maxEdits)).as("seed %d", seed).isEqualTo(distance);
      }
      if (distance > 0) {
        assertThat(pattern.distance(other, distance - 1))
            .as("seed %d", seed)
            .isGreaterThan(distance - 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScoreIsTheFormulaRoundedDown(Measure measure) {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(1 + random.nextInt(40));
      String b = texts.edited(a, random.nextInt(8));
      Pattern pattern = new Pattern(a, measure);
      Symbols other = new Symbols().read(b, measure);
      int longer = Math.max(pattern.symbols().size(), other.size());
      int distance = plainDistance(pattern.symbols(), other);
      int expected = longer == 0 ? 100 : 100 * (longer - distance) / longer;
      if (distance == 0 && !pattern.symbols().sameAs(other)) {
        expected = 99;
      }
      for (int threshold = 50; threshold <= 100; threshold++) {
        int score = pattern.score(other, threshold);
        if (expected >= threshold) {
          assertThat(score).as("seed %d, least %d", seed, threshold).isEqualTo(expected);
        } else {
          assertThat(score).as("seed %d, least %d", seed, threshold).isLessThan(threshold);
        }
      }
    }
  }

  /** How many symbols begin inside one of the spans. */
  private static int within(Symbols text, List<Span> spans) {
    int count = 0;
    for (int i = 0; i < text.size(); i++) {
      Span symbol = text.span(i, i);
      count += (int) spans.stream().filter(span -> span.contains(symbol)).count();
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource
  void asManySymbolsDifferAsTheDistanceAndTheLengthsAllow(Measure measure) {
    for (long seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomTexts texts = new RandomTexts(random, measure);
      String a = texts.text(random.nextInt(40));
      // Often a mere insertion or deletion.
      String b = random.nextInt(3) == 0 ? a + texts.text(5) : texts.edited(a, random.nextInt(6));
      Symbols left = new Symbols().read(a, measure);
      Symbols right = new Symbols().read(b, measure);
      Differences differences = Differences.between(left, right);
      int distance = plainDistance(left, right);
      int ours = within(left, differences.left());
      int theirs = within(right, differences.right());
      assertThat(Math.max(ours, theirs)).as("seed %d", seed).isLessThanOrEqualTo(distance);
      assertThat(ours + theirs).as("seed %d", seed).isGreaterThanOrEqualTo(distance);
      assertThat(left.size() - ours).as("seed %d", seed).isEqualTo(right.size() - theirs);
    }
  }

  private static List<String> symbols(String text, Measure measure) {
    Symbols symbols = new Symbols().read(text, measure);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      list.add(symbols.span(i, i).of(text));
    }
    return list;
  }

  @Test
  void chineseIsCutIntoCharactersWordsNumbersAndMarks() {
    assertThat(symbols("用 PyTorch2 训练，Rock’n’roll；1,234.5%々カ", Measure.CHARACTERS))
        .containsExactly(
            "用", "PyTorch2", "训", "练", "，", "Rock’n’roll", "；", "1,234.5", "%", "々", "カ");
    assertThat(symbols("B-52 и naïve résumé ภาษา 한국", Measure.CHARACTERS))
        .containsExactly("B", "-", "52", "и", "naïve", "résumé", "ภ", "า", "ษ", "า", "한", "국");
    assertThat(symbols("\uD842\uDFB7a\uD83D\uDEA2", Measure.CHARACTERS))
        .containsExactly("\uD842\uDFB7", "a", "\uD83D\uDEA2");
  }

  private static int score(String one, String other) {
    return new Pattern(one, Measure.CHARACTERS)
        .score(new Symbols().read(other, Measure.CHARACTERS), Score.MIN_THRESHOLD);
  }

  @Test
  void aWordOrNumberCountsOneHoweverLongItIs() {
    assertThat(score("请用Kubernetes部署。", "请用Elasticsearch部署。")).isEqualTo(83);
    assertThat(score("共有5艘船。", "共有12,800艘船。")).isEqualTo(83);
    assertThat(score("共有船。", "共有帆船。")).isEqualTo(80);
    assertThat(score("共有船。", "共有 API 船。")).isEqualTo(80);
  }

  @Test
  void onlyTextsWithTheSameSpacesAreTheSame() {
    assertThat(score("用API的船。", "用 API 的船。")).isEqualTo(99);
    assertThat(score("用 API\u3000的船。", "用  API 的船。")).isEqualTo(100);
    assertThat(
            new Pattern("船 (a)", Measure.WORDS)
                .score(new Symbols().read("船(a )", Measure.WORDS), 50))
        .isEqualTo(100);
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
    assertThat(symbols("a  ㎏e\u0301\uD842\uDFB7Ｚ，", Measure.CHARACTERS))
        .containsExactly("a", "㎏e\u0301", "\uD842\uDFB7", "Ｚ", "，");
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

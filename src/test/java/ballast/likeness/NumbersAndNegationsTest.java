package ballast.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.likeness.Warnings.Folding;
import ballast.likeness.Warnings.LatinWords;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That quick looks and scanners find what the expressions find that they stand for. */
final class NumbersAndNegationsTest {

  private static final int TEXTS = Rounds.of(10_000);

  private static final Pattern LATIN_WORD =
      Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{M}\\p{Nd}]*");

  private static final List<String> PIECES =
      List.of(
          ("船 的 了 不 不但 不断 不只是 没 未 未来 非 非常 除非 莫非 无 无论 别 特别 别人 个别 人 只 是 来 之 钟 分 百分之 个百分点 一个百分点 一分之"
                  + " 一分钟 零 〇 一 二 两 三 五 九 十 百 千 万 亿 兆 万一 千万 十分 壹 ㈠ ① Ⅻ ½ ² ㍘ ٣ ３ １２ ％ ， 。 、 “ ” （ ー か"
                  + " ガ ｶ ﾞ 0 1 7 12 1,234 3.5 1.2.3 1,23 % -3 : . , ' ’ - ; ! ( Ａ Ｎｏｔ ｎｏ ｔｅｎ not No"
                  + " no NEVER don't N’T cannot WITHOUT without wİthout none nor North neither nobody"
                  + " nothing note one two Ten ten sixty sixteen six sixth seventy hundred thousand"
                  + " million billions zero and percent per cent cent Alice NASA é É ŉ ß ſ ﬁ İ \u0130n"
                  + " K Å e\u0301 \u0301 \u3099 \u00AD \u200B \uD842\uDFB7 \uD835\uDFD7 \uD835\uDC00"
                  + " \uD83D\uDEA2 \uD800 \uDC00 _ x3 b2b")
              .split(" "));

  private static final List<String> GAPS = List.of("", "", " ", " ", "-", " and ", ", and ", "\n");

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(14);
    int variety = random.nextInt(4) == 0 ? 8 : PIECES.size();
    int first = random.nextInt(PIECES.size() - variety + 1);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(first + random.nextInt(variety)));
      text.append(GAPS.get(random.nextInt(GAPS.size())));
    }
    return text.toString();
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(42);
    return IntStream.range(0, TEXTS).mapToObj(i -> text(random)).toList();
  }

  /** Every code point, surrogates too. */
  private static Stream<String> characters() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  @Tag("slow")
  @Test
  void foldingIsTheNormaliserInLowerCase() {
    assertThat(characters())
        .flatMap(character -> List.of(character, "aＡ" + character + "B船"))
        .allMatch(text -> Folding.fold(text).equals(folded(text)));
    for (String text : texts()) {
      assertThat(Folding.fold(text)).isEqualTo(folded(text));
    }
  }

  @Tag("slow")
  @Test
  void latinWordsAreThoseOfTheExpression() {
    List<String> texts = new ArrayList<>(texts());
    characters().forEach(character -> texts.add(character + "a" + character + "1"));
    assertThat(texts).allMatch(text -> LatinWords.find(text).equals(latinWords(text)));
  }

  private static List<Span> latinWords(String text) {
    return LATIN_WORD.matcher(text).results().map(m -> new Span(m.start(), m.end())).toList();
  }

  /** Finds all numbers that regular expressions find, and perhaps more. */
  private static final List<Pattern> NUMBERS =
      List.of(
          Pattern.compile("(?<![\\p{Alnum},.+:/-])\\d{1,2}(?![\\p{Alnum},.:/-])"),
          Pattern.compile("(?<![\\p{L}\\p{M}\\p{N},.+:/-])1,234(?![\\p{L}\\p{M}\\p{N},.:/-])"),
          Pattern.compile(
              "(?<![\\p{L}\\p{M}\\p{N}'’-])(?i:two|ten|six(?:teen|ty)?|seventy)(?![\\p{L}\\p{M}\\p{N}'’-])"),
          Pattern.compile("(?<![\\p{IsHan}\\p{N}])[二三五九]十?(?![\\p{IsHan}\\p{N}])"));

  @Test
  void numbersAreThoseOfTheExpressions() {
    for (Pattern expression : NUMBERS) {
      int numbers = 0;
      for (String text : texts()) {
        List<NumberValue> found = NumberReader.read(text);
        for (MatchResult match : expression.matcher(text).results().toList()) {
          Span span = new Span(match.start(), match.end());
          assertThat(found)
              .as(text)
              .anySatisfy(number -> assertThat(number.span().contains(span)).isTrue());
          numbers++;
        }
      }
      int minCount = expression.equals(NUMBERS.get(0)) ? TEXTS / 20 : TEXTS / 100;
      assertThat(numbers).as(expression.pattern()).isGreaterThan(minCount);
    }
  }

  @Test
  void numbersStandInOrderAndHoldNumerals() {
    Pattern numeral = Pattern.compile("[\\p{N}\\p{L}]");
    int numbers = 0;
    for (String text : texts()) {
      int last = 0;
      for (NumberValue number : NumberReader.read(text)) {
        assertThat(number.span().end()).as(text).isGreaterThanOrEqualTo(last);
        assertThat(number.span().of(text)).as(text).containsPattern(numeral);
        last = number.span().end();
        numbers++;
      }
    }
    assertThat(numbers).isGreaterThan(TEXTS);
  }

  @Test
  void capitalsAreThoseOfUnicode() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
        .allMatch(code -> CharacterForms.isCapital(code) == Character.isUpperCase(code));
  }
}

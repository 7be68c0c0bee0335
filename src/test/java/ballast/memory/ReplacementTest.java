package ballast.memory;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.contract.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplacementTest {

  private static Unit unit(String target, InlineCode... codes) {
    Unit plain = Revisions.unit("doc", 1, "粮食的价格涨了。", target);
    return new Unit(
        "u", Lang.ZH_CN, Lang.EN_US, plain.source(), target, plain.provenance(), List.of(codes));
  }

  private static InlineCode code(int offset) {
    return new InlineCode(Side.TARGET, offset, "ph", "x=\"" + offset + "\"", "");
  }

  private static ReplacedText text(String pattern, String with, Unit unit) {
    return Replacement.ofText(pattern, with, false, Side.TARGET).apply(unit);
  }

  private static ReplacedText regex(String pattern, String with, Unit unit) {
    return Replacement.ofRegex(pattern, with, false, Side.TARGET).apply(unit);
  }

  @Test
  void aTextIsNotAnExpressionAndItsReplacementNotATemplate() {
    assertThat(text("a.c", "$1\\", unit("a.c abc a.c")).text()).isEqualTo("$1\\ abc $1\\");
    assertThat(regex("(a).(c)", "$2$1", unit("a.c abc")).text()).isEqualTo("ca ca");
    assertThat(regex("(?<first>a)b", "${first}\\$", unit("abab")).text()).isEqualTo("a$a$");
  }

  @Test
  void replacedTextIsMarkedInBothTexts() {
    ReplacedText replaced = text("port", "harbour", unit("The port, a port."));
    assertThat(replaced.text()).isEqualTo("The harbour, a harbour.");
    assertThat(replaced.before()).containsExactly(new Span(4, 8), new Span(12, 16));
    assertThat(replaced.after()).containsExactly(new Span(4, 11), new Span(15, 22));
  }

  @Test
  void theSourceIsLeftAloneUnlessItIsMeant() {
    assertThat(text("价格", "x", unit("price")).isChanged()).isFalse();
    ReplacedText replaced =
        Replacement.ofText("价格", "价钱", false, Side.SOURCE).apply(unit("price", code(2)));
    assertThat(replaced.text()).isEqualTo("粮食的价钱涨了。");
    assertThat(replaced.codes()).containsExactly(code(2));
  }

  @Test
  void caseMattersUnlessItIsIgnored() {
    assertThat(text("PORT", "x", unit("port Port")).isChanged()).isFalse();
    assertThat(
            Replacement.ofText("PORT", "x", true, Side.TARGET).apply(unit("port Port ÉTÉ")).text())
        .isEqualTo("x x ÉTÉ");
    assertThat(Replacement.ofText("été", "x", true, Side.TARGET).apply(unit("ÉTÉ!")).text())
        .isEqualTo("x!");
  }

  @ParameterizedTest
  @CsvSource({
    // text, pattern, replacement, codes before, codes after
    "the port here, port, harbour, 0 4 8 9, 0 4 11 12",
    "the port here, port, p, 4 8 13, 4 5 10",
    "port port, port, harbour, 4 5 9, 7 8 15",
  })
  void codesKeepTheirPlaces(String text, String pattern, String with, String before, String after) {
    InlineCode[] codes =
        offsets(before).stream().map(ReplacementTest::code).toArray(InlineCode[]::new);
    ReplacedText replaced = text(pattern, with, unit(text, codes));
    assertThat(replaced.codes()).extracting(InlineCode::offset).isEqualTo(offsets(after));
    assertThat(replaced.codes())
        .extracting(InlineCode::attributes)
        .isEqualTo(List.of(codes).stream().map(InlineCode::attributes).toList());
  }

  private static List<Integer> offsets(String numbers) {
    return Stream.of(numbers.split(" ")).map(Integer::valueOf).toList();
  }

  @Test
  void aMatchWithACodeInsideIsLeftAlone() {
    ReplacedText replaced = text("port", "harbour", unit("a port, a port", code(4)));
    assertThat(replaced.text()).isEqualTo("a port, a harbour");
    assertThat(replaced.acrossCodes()).isEqualTo(1);
    assertThat(replaced.codes()).containsExactly(code(4));
  }

  @Test
  void aTextThatWouldBeBlankIsRefused() {
    ReplacedText replaced = regex("\\S", "", unit("a b", code(3)));
    assertThat(replaced.isRefused()).isTrue();
    assertThat(replaced.isChanged()).isFalse();
  }

  @Test
  void theSameTextInItsPlaceIsNotAChange() {
    assertThat(regex("port", "port", unit("the port")).isChanged()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a", "[z-a]", "*", "(?<n>a)(?<n>b)", "a{2,1}"})
  void anInvalidExpressionIsReported(String wrong) {
    assertRefused(
        () -> Replacement.ofRegex(wrong, "", false, Side.TARGET), "is not a regular expression");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$2", "${name}", "$", "\\"})
  void aReplacementThatNamesNothingIsSaid(String wrong) {
    assertRefused(() -> regex("(a)", wrong, unit("abc")), "cannot replace with");
  }

  /** Would take years, and a stack deeper than there is. */
  @Test
  void anExpressionThatDoesNotEndIsStopped() {
    assertRefused(() -> regex("(a+)+\\1b", "", unit("a".repeat(60))), "takes too long on unit u");
    assertRefused(
        () -> regex("(?:a|b)*c", "", unit("ab".repeat(400_000))), "takes too long on unit u");
  }

  @Test
  void aTextThatGrowsWithoutMeasureIsStopped() {
    assertRefused(() -> regex("(?=a)", "x".repeat(20_000), unit("a".repeat(1_000))), "10 million");
  }

  /** Codes around which nothing was replaced have the same text before and after them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void codesStandBetweenTheSameCharacters(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < Rounds.of(500); round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append("ab压".charAt(random.nextInt(3)));
      }
      List<InlineCode> codes = new ArrayList<>();
      for (int at = 0; at <= text.length(); at++) {
        if (random.nextInt(3) == 0) {
          codes.add(code(at));
        }
      }
      Unit unit = unit(text.toString(), codes.toArray(InlineCode[]::new));
      ReplacedText replaced = regex(random.nextBoolean() ? "a+b?" : "b?压", "<$0>", unit);
      String where = "seed " + seed + ": " + text + " " + codes;
      StringBuilder back = new StringBuilder(replaced.text());
      for (int i = replaced.after().size() - 1; i >= 0; i--) {
        Span span = replaced.after().get(i);
        back.replace(span.start(), span.end(), replaced.before().get(i).of(text));
      }
      assertThat(back.toString()).as(where).isEqualTo(text.toString());
      for (int i = 0; i < codes.size(); i++) {
        String remaining = text.substring(codes.get(i).offset());
        assertThat(
                replaced.text().substring(replaced.codes().get(i).offset()).replaceAll("[<>]", ""))
            .as(where)
            .isEqualTo(remaining);
      }
    }
  }
}

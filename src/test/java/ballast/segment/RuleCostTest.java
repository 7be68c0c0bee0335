package ballast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.language.WhiteSpace;
import ballast.segment.SrxFile.SrxRule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time must grow linearly with the length of any paragraph. */
class RuleCostTest {

  private static final String[] SHAPES = {
    "天亮了然后", "word and ", "a", "好", "。", "！", "…", ".", "!", "? ", ". ", "...",
    ". . . ", "“", "”", "\"", "'", "「", "《", "》", "（", ")", "《！", "（！",
    "(a. ", "“！", "”！", "。 ”", "U.S. ", "A.", "A. ", "1. ", "Mr. ", "St. A ", "p.m. ", "Inc. A ",
    "!\" the ", "!\" A ", "[1]", ".[1] ", "。……", "，我……", "我 ", "😀", "！😀", " ", "　", "\n",
    ". a", "). ", ".\"'", "*.", "IV. ", "，……"
  };

  /** No end mark, only end marks, only dots, only quotes, only brackets. */
  private static final Map<Lang, List<String>> PLAIN =
      Map.of(
          Lang.ZH_CN, List.of("天亮了然后", "。", "…", "“", "（"),
          Lang.EN_US, List.of("word and ", ".", ". ", "\"", ")"));

  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en-US"})
  void noRuleReadsAParagraphMoreThanAFixedNumberOfTimes(String tag) {
    RuleBook book = new RuleBook(SegmenterOptions.DEFAULT.withJoinedAttributions(true));
    for (SrxRule rule : book.rules(new Lang(tag)).rules()) {
      Pattern pattern =
          Pattern.compile(
              "(" + rule.before() + ")(" + rule.after() + ")", Pattern.UNICODE_CHARACTER_CLASS);
      for (String shape : SHAPES) {
        long small = reads(pattern, shape.repeat(4_000 / shape.length()));
        long large = reads(pattern, shape.repeat(16_000 / shape.length()));

        // Linear is 4, quadratic 16.
        assertThat(large)
            .as("%s on \"%s\" repeated (%d reads before)", rule.label(), shape, small)
            .isLessThan(6 * small + 1_000);
      }
    }
  }

  @Tag("slow")
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aVeryLongParagraphIsSplit() {
    for (String shape : SHAPES) {
      for (Lang lang : List.of(Lang.ZH_CN, Lang.EN_US)) {
        boolean plain = PLAIN.getOrDefault(lang, List.of()).contains(shape);
        String text = shape.repeat((plain ? 200_000 : 5_000) / shape.length());
        List<String> sentences = Paragraphs.sentences(segmenter, lang, text);

        assertThat(sentences.stream().mapToInt(RuleCostTest::dense).sum())
            .as("%s, \"%s\"", lang, shape)
            .isEqualTo(dense(text));
      }
    }
  }

  @Test
  void deeplyNestedQuotesAreSplit() {
    String text = "“".repeat(50_000) + "走！" + "”".repeat(50_000) + "他说。";

    assertThat(String.join("", Paragraphs.sentences(segmenter, Lang.ZH_CN, text))).isEqualTo(text);
  }

  /** How many characters a search for all matches reads, if it searches like the engine. */
  private static long reads(Pattern pattern, String text) {
    CountingText counting = new CountingText(text);
    Matcher matcher = pattern.matcher(counting);
    matcher.useTransparentBounds(true);
    int start = 0;
    int previous = -1;
    while (start != previous && matcher.find(start)) {
      previous = start;
      start = matcher.end(1);
    }
    return counting.reads;
  }

  private static int dense(String text) {
    return (int) text.chars().filter(c -> !WhiteSpace.isSpace(c)).count();
  }

  private static final class CountingText implements CharSequence {

    private final String text;
    private long reads;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}

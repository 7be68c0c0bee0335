package ballast.format.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.article.ArticleFormat;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.article.TextReader;
import ballast.format.article.TranslatedBlock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlainTextWriterTest {

  private static MarkupWriter.Result write(
      String text, ReaderOptions options, String... translations) {
    Map<Integer, TranslatedBlock> blocks = new TreeMap<>();
    for (int i = 0; i < translations.length; i++) {
      if (!translations[i].isEmpty()) {
        blocks.put(i, new TranslatedBlock(translations[i], List.of()));
      }
    }
    return MarkupWriter.of(ArticleFormat.TEXT, options).orElseThrow().write(text, blocks);
  }

  private static String written(String text, String... translations) {
    MarkupWriter.Result written = write(text, ReaderOptions.DEFAULT, translations);
    assertThat(written.problems()).isEmpty();
    return written.text();
  }

  @Test
  void everythingElseStays() {
    assertThat(
            written(
                "一、标题\r\n\r\n　　甲。 \r\n%%% 1\r\n\t- 乙\r\n%% ballast-ok: omitted\r\n丙。\n\n\n",
                "I. Title", "A.", "", "- B", "C."))
        .isEqualTo("I. Title\r\n\r\n　　A. \r\n%%% 1\r\n\t- B\r\n%% ballast-ok: omitted\r\nC.\n\n\n");
  }

  private static final String WRAPPED =
      """
      The committee met again on Monday and discussed the results of
      the survey that had been made among the members of the asso-
      ciation. The association agreed that the next meeting should
      be held in the spring.
      """;

  @Test
  void wrappedLinesBecomeOne() {
    assertThat(written("\n" + WRAPPED + "\nEnd.\n", "委员会开会。")).isEqualTo("\n委员会开会。\n\nEnd.\n");
  }

  @Test
  void aWaiverBetweenWrappedLinesStays() {
    String text = WRAPPED.replace("asso-\n", "asso-\n%% ballast-ok: number\n");
    assertThat(new TextReader(ReaderOptions.DEFAULT).blocks(text, false)).hasSize(1);
    assertThat(written(text, "委员会开会。")).isEqualTo("%% ballast-ok: number\n委员会开会。\n");
  }

  @Test
  void shortLinesThatWouldBeJoinedStayApart() {
    String text = "甲\n乙\n丙\n丁\n";
    assertThat(
            written(
                text,
                "The committee met again on Monday and discussed the results of",
                "the survey that had been made among the members of the club on",
                "the association and the next meeting should be held in spring,",
                "in the town."))
        .hasLineCount(4);
  }

  @Test
  void aLineBreakInATranslationIsASpace() {
    assertThat(written("甲\n乙\n", "A\nB")).isEqualTo("A B\n乙\n");
  }

  @Test
  void aTranslationThatWouldBeAMarkOrWaiverIsRefused() {
    assertThat(write("甲\n乙\n", ReaderOptions.DEFAULT, "%%% 1").problems()).containsOnlyKeys(0);
    assertThat(write("甲\n乙\n", ReaderOptions.DEFAULT, "%% ballast-ok: x", "B").problems())
        .containsOnlyKeys(0);
  }

  @Test
  void lineByLine() {
    ReaderOptions lines = ReaderOptions.DEFAULT.withLayout(Layout.LINES);
    assertThat(write("<p>甲</p>\n乙\n", lines, "<p>A</p>").text()).isEqualTo("<p>A</p>\n乙\n");
  }
}

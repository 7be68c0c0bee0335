package ballast.format.article;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.format.article.BilingualText.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BilingualTextTest {

  private static final List<String> CHINESE =
      List.of("河上的雾很浓，船夫把灯挂在船头。", "他等了一个钟头，没有人来。", "最后他自己把船划到了对岸。");
  private static final List<String> ENGLISH =
      List.of(
          "The fog on the river was thick, and the boatman hung a lamp at the bow.",
          "He waited for an hour, but no one came.",
          "In the end he rowed the boat across by himself.");

  private static BilingualText divide(String text, String name, @Nullable Lang from) {
    ReadText read = new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), name);
    return BilingualText.of(read, from);
  }

  private static List<String> blocks(ReadText text) {
    Document document = text.document();
    return document.blocks().stream().map(document::text).toList();
  }

  private static String alternating(List<String> first, List<String> second) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < first.size(); i++) {
      text.append(first.get(i)).append("\n\n").append(second.get(i)).append("\n\n");
    }
    return text.toString();
  }

  @Test
  void aTranslationAfterEachParagraph() {
    BilingualText text = divide(alternating(CHINESE, ENGLISH), "a.txt", null);

    assertThat(text.layout()).isEqualTo(Layout.PARAGRAPHS);
    assertThat(blocks(text.source())).isEqualTo(CHINESE);
    assertThat(blocks(text.target())).isEqualTo(ENGLISH);
    assertThat(text.source().document().lang()).isEqualTo(Lang.ZH_CN);
    assertThat(text.target().document().lang()).isEqualTo(Lang.EN_US);
  }

  @Test
  void placesAreThoseInTheFile() {
    Document english = divide(alternating(CHINESE, ENGLISH), "a.txt", null).target().document();

    assertThat(english.location(english.text().indexOf("waited"))).hasToString("a.txt:7:4");
  }

  @Test
  void theLanguageOfEachPairThatComesFirstIsTheSource() {
    assertThat(divide(alternating(ENGLISH, CHINESE), "a.txt", null).source().document().lang())
        .isEqualTo(Lang.EN_US);
  }

  @Test
  void aTitleInOneLanguageDoesNotTurnThePairsRound() {
    String page = "<title>Rivers</title><h1>Boatmen</h1>";
    for (int i = 0; i < CHINESE.size(); i++) {
      page += "<p>" + CHINESE.get(i) + "</p><p>" + ENGLISH.get(i) + "</p>";
    }

    BilingualText text = divide("<html><body>" + page + "</body></html>", "a.html", null);

    assertThat(text.source().document().lang()).isEqualTo(Lang.ZH_CN);
  }

  @Test
  void theUserMaySayWhichLanguageIsTheSource() {
    assertThat(blocks(divide(alternating(CHINESE, ENGLISH), "a.txt", new Lang("en")).source()))
        .isEqualTo(ENGLISH);
  }

  @Test
  void columnsWithATabBetweenThem() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < CHINESE.size(); i++) {
      rows.append(CHINESE.get(i)).append('\t').append(ENGLISH.get(i)).append('\n');
    }

    BilingualText text = divide(rows.toString(), "a.txt", null);

    assertThat(text.layout()).isEqualTo(Layout.COLUMNS);
    assertThat(blocks(text.source())).isEqualTo(CHINESE);
    assertThat(blocks(text.target())).isEqualTo(ENGLISH);
  }

  @Test
  void oneTextAfterTheOther() {
    String both = String.join("\n\n", CHINESE) + "\n\n" + String.join("\n\n", ENGLISH);

    BilingualText text = divide(both, "a.txt", null);

    assertThat(text.layout()).isEqualTo(Layout.ONE_AFTER_THE_OTHER);
    assertThat(blocks(text.target())).isEqualTo(ENGLISH);
  }

  @Test
  void oneLanguageIsRefused() {
    assertRefused(
        () -> divide(String.join("\n\n", CHINESE), "a.txt", null), "it holds one language only");
  }

  @Test
  void anArticleThatQuotesTheOtherLanguageIsRefused() {
    String text =
        String.join("\n\n", CHINESE)
            + "\n\nRow, row, row your boat.\n\n"
            + String.join("\n\n", CHINESE);

    assertRefused(
        () -> divide(text, "a.txt", null), "neither paragraph by paragraph nor in columns");
  }

  @Test
  void linesWithoutLettersStayWithTheirNeighbours() {
    assertThat(blocks(divide("1949\n\n" + alternating(CHINESE, ENGLISH), "a.txt", null).source()))
        .contains("1949");
  }
}

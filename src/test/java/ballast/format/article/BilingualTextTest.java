package ballast.format.article;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.format.article.BilingualText.Layout;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static BilingualText divide(String text) {
    return divide(text, "a.txt", null);
  }

  private static BilingualText divide(String text, String name, @Nullable Lang from) {
    ReadText read = new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), name);
    return BilingualText.of(read, from);
  }

  private static List<String> blocks(ReadText text) {
    Document document = text.document();
    return document.blocks().stream().map(document::text).toList();
  }

  /** Pairs of paragraphs, each in a frame. */
  private static String alternating(String frame, List<String> first, List<String> second) {
    return IntStream.range(0, first.size())
        .mapToObj(i -> frame.formatted(first.get(i), second.get(i)))
        .collect(Collectors.joining());
  }

  private static final Map<Layout, String> LAYOUTS =
      Map.of(
          Layout.PARAGRAPHS,
          alternating("%s\n\n%s\n\n", CHINESE, ENGLISH),
          Layout.COLUMNS,
          alternating("%s\t%s\n", CHINESE, ENGLISH),
          Layout.ONE_AFTER_THE_OTHER,
          String.join("\n\n", CHINESE) + "\n\n" + String.join("\n\n", ENGLISH));

  @Test
  void eachLayoutGivesBothTexts() {
    LAYOUTS.forEach(
        (layout, text) -> {
          BilingualText divided = divide(text);
          assertThat(divided.layout()).isEqualTo(layout);
          assertThat(blocks(divided.source())).as(layout.name()).isEqualTo(CHINESE);
          assertThat(blocks(divided.target())).as(layout.name()).isEqualTo(ENGLISH);
          assertThat(divided.source().document().lang()).isEqualTo(Lang.ZH_CN);
          assertThat(divided.target().document().lang()).isEqualTo(Lang.EN_US);
        });
  }

  @Test
  void placesAreThoseInTheFile() {
    Document english = divide(alternating("%s\n\n%s\n\n", CHINESE, ENGLISH)).target().document();

    assertThat(english.location(english.text().indexOf("waited"))).hasToString("a.txt:7:4");
  }

  @Test
  void theLanguageOfEachPairThatComesFirstIsTheSource() {
    assertThat(divide(alternating("%s\n\n%s\n\n", ENGLISH, CHINESE)).source().document().lang())
        .isEqualTo(Lang.EN_US);
  }

  @Test
  void aTitleInOneLanguageDoesNotTurnThePairsRound() {
    String page =
        "<html><body><title>Rivers</title><h1>Boatmen</h1>"
            + alternating("<p>%s</p><p>%s</p>", CHINESE, ENGLISH);

    assertThat(divide(page + "</body></html>", "a.html", null).source().document().lang())
        .isEqualTo(Lang.ZH_CN);
  }

  @Test
  void theUserMaySayWhichLanguageIsTheSource() {
    assertThat(
            blocks(
                divide(alternating("%s\n\n%s\n\n", CHINESE, ENGLISH), "a.txt", new Lang("en"))
                    .source()))
        .isEqualTo(ENGLISH);
  }

  @Test
  void aCellWithBothLanguagesIsDividedAndOneWithoutLettersIsLeftOut() {
    BilingualText divided =
        divide(
            """
            项目 Item\t金额（万元）Amount (RMB 10,000)
            办公用品/Office supplies\t120
            差旅费Travel expenses\t—
            GDP 增长\t5.2%
            """);
    assertThat(blocks(divided.source())).containsExactly("项目", "金额（万元）", "办公用品", "差旅费", "GDP 增长");
    assertThat(blocks(divided.target()))
        .containsExactly("Item", "Amount (RMB 10,000)", "Office supplies", "Travel expenses");
    assertThat(divided.layout()).isEqualTo(Layout.COLUMNS);

    BilingualText turned = divide("Item 项目\tAmount 金额\nOffice supplies 办公用品\t120\n");
    assertThat(blocks(turned.source())).containsExactly("Item", "Amount", "Office supplies");
    assertThat(blocks(turned.target())).containsExactly("项目", "金额", "办公用品");
  }

  @Test
  void aChineseCellWithAnEnglishNameStaysWhole() {
    BilingualText divided =
        divide(
            """
            安装 Docker\tInstall Docker
            重启服务器和 Docker\tRestart the server and Docker
            下载文件\tDownload the file
            """);
    assertThat(blocks(divided.source())).containsExactly("安装 Docker", "重启服务器和 Docker", "下载文件");
  }

  @Test
  void oneLanguageIsRefused() {
    assertRefused(() -> divide(String.join("\n\n", CHINESE)), "it holds one language only");
  }

  @Test
  void anArticleThatQuotesTheOtherLanguageIsRefused() {
    String text =
        String.join("\n\n", CHINESE)
            + "\n\nRow, row, row your boat.\n\n"
            + String.join("\n\n", CHINESE);

    assertRefused(() -> divide(text), "neither paragraph by paragraph nor in columns");
  }

  @Test
  void linesWithoutLettersStayWithTheirNeighbours() {
    assertThat(blocks(divide("1949\n\n" + alternating("%s\n\n%s\n\n", CHINESE, ENGLISH)).source()))
        .contains("1949");
  }
}

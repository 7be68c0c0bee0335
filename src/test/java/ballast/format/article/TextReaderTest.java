package ballast.format.article;

import static ballast.Refusal.assertRefused;
import static ballast.bitext.BlockType.FURNITURE;
import static ballast.bitext.BlockType.HEADING;
import static ballast.bitext.BlockType.PARAGRAPH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ReaderOptions.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextReaderTest {

  private static ReadText read(String text) {
    return new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), "a.txt");
  }

  private static List<String> texts(Document document) {
    return document.blocks().stream().map(document::text).toList();
  }

  @Test
  void aDirectoryAMissingFileAndAnEmptyFileAreCalledByTheirNames(@TempDir Path folder)
      throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.txt"));

    assertRefused(() -> ArticleBytes.of(folder, "tm"))
        .hasMessage("cannot read \"tm\": it is a directory");
    assertRefused(
        () -> ArticleBytes.of(folder.resolve("no.txt"), "no.txt"), "the file does not exist");
    assertRefused(() -> ArticleBytes.of(empty, "empty.txt"))
        .hasMessage("cannot read \"empty.txt\": it is empty");
  }

  @ParameterizedTest
  @CsvSource({"'\uFEFF', it is empty", "' \n\t\u3000\n', only white space"})
  void aFileWithoutTextIsRefused(String text, String reason) {
    assertRefused(() -> read(text), reason);
  }

  @Test
  void aPageWithoutTextIsRefused() {
    assertRefused(
        () -> read("<html><head><script>var a;</script></head><body></body></html>"),
        "contains no text");
  }

  @Test
  void aFileAboveTheLimitIsRefused() {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);

    assertRefused(() -> reader.read(new byte[(64 << 20) + 1], "big.txt"))
        .hasMessage("cannot read \"big.txt\": it is larger than 64 MiB");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004\u0014\u0000', a.docx, an archive that is cut off",
    "'PK\u0005\u0006\u0000\u0000', a.zip, a ZIP archive",
    "'%PDF-1.7 ', a.pdf, a PDF file",
    "'\u00D0\u00CF\u0011\u00E0\u00A1', a.doc, an old Office file",
    "'\u0089PNG\r\n', a.png, a PNG image",
    "'SQLite format 3\u0000', memory.db, a database",
    "'\u001F\u008B\u0008', a.txt.gz, a gzip archive",
    "'{\\rtf1\\ansi', a.rtf, rich text",
    "'<?xml version=\"1.0\"?><tmx version=\"1.4\">', a.tmx, translation memory",
    "'a\u0000b\u0000\u0000c', a.bin, a binary file",
    "'\u0001\u0002\u0003\u0004abc\u0005\u0006', a.bin, a binary file",
  })
  void binaryFilesAreNamedByTheirFormat(String bytes, String name, String what) {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);

    assertRefused(() -> reader.read(bytes.getBytes(ISO_8859_1), name), "\"" + name + "\"", what)
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .isNotEmpty();
  }

  @Test
  void aLineIsABlockInTheLinesLayoutAndNothingElseHappens() {
    String text = "<html>\r\n\n  first line that\ngoes on, \u2028here\n- Advertisement -\n\n一、二";
    TextReader reader = new TextReader(ReaderOptions.DEFAULT.withLayout(Layout.LINES));
    Document document = reader.read(text.getBytes(UTF_8), "a.html").document();

    assertThat(texts(document))
        .containsExactly(
            "<html>", "first line that", "goes on, \u2028here", "- Advertisement -", "一、二");
    assertThat(document.blocks()).allMatch(block -> block.type() == PARAGRAPH);
    assertThat(document.location(document.blocks().get(4).span().start()).line()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "这个国家的经济发展得很快。, zh-CN",
    "這個國家的經濟發展得很快。, zh-TW",
    "The economy of this country grows fast., en-US",
    "The ballast stone (压舱石) of the relation between the two countries is trade., en-US",
    "他在 Cambridge University Press 出版的书 Rivers 卖了三万册，今年又印了。, zh-CN",
    "これは日本語の文章です。, ja",
    "이것은 한국어 문장입니다., ko",
    "12345 6789, en-US",
    // texts that quote another language
    "'日本の港は霧の中です。船はまだ出ません。', ja",
    "'VOCALOIDのファンが集まるイベント', ja",
    "'渔民说“おはよう”，雾散了就能出海，山上的樱花还没有开，今年的春天比往年晚。', zh-CN",
    "'The Japanese call this dish sushi (すし), and they eat it at every feast.', en-US",
    "'The old map calls the island タカサグン; the sailors never went there.', en-US",
    "'The fishermen say 港 (みなと), and mean the whole town with it.', en-US",
    "'항구에 안개가 끼어 있다.', ko",
    "'The Koreans call the port 항구 when they speak of it.', en-US",
    "'漁民說，霧散了就能出海。', zh-TW",
  })
  void theLanguageIsFoundByItsLetters(String text, String lang) {
    ReadText reading = read(text);

    assertThat(reading.document().lang()).isEqualTo(new Lang(lang));
    assertThat(reading.notes()).anyMatch(note -> note.startsWith("language " + lang));
  }

  @Test
  void theLanguageAskedForWins() {
    ReaderOptions options = ReaderOptions.DEFAULT.withLang(new Lang("zh-HK"));
    assertThat(new TextReader(options).read("Hello there.".getBytes(UTF_8), "-").document().lang())
        .isEqualTo(new Lang("zh-HK"));
  }

  @Test
  void furnitureDoesNotDecideTheLanguage() {
    String menu = "Home World Business Sports Politics Opinion Video Subscribe\n".repeat(20);

    assertThat(read(menu + "\n河灯要在月亮上来之前放。").document().lang()).isEqualTo(Lang.ZH_CN);
  }

  @Test
  void everyKindOfLineEndMakesALine() {
    Document document = read("一。\r二。\r\n三。\n四。\f五。\u0085六。\u2028七。").document();

    assertThat(texts(document)).containsExactly("一。", "二。", "三。", "四。", "五。", "六。", "七。");
    assertThat(document.location(document.text().indexOf("三")).line()).isEqualTo(3);
    assertThat(document.location(document.text().indexOf("七")).toString()).isEqualTo("a.txt:4:10");
  }

  @Test
  void controlCharactersInsideTextAreKept() {
    String text = "The bell\u0007 rang twice, and\u0000 nobody in the whole house heard it.";

    assertRefused(() -> read(text));
    assertThat(read(text.replace("\u0000", "\u0001")).document().text())
        .isEqualTo(text.replace("\u0000", "\u0001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          wrapped English is joined with spaces ¦ \
          'The ferry left at noon with nine passengers and a piano. By the time it
          reached the island the piano had been sold twice, and the second buyer
          was asleep.

          He did not wake up.
          ' ¦ \
          The ferry left at noon with nine passengers and a piano. By the time it reached the \
          island the piano had been sold twice, and the second buyer was asleep. / \
          He did not wake up.
          wrapped Chinese is joined without spaces and an indent begins a paragraph ¦ \
          '　　渡船正午离开，船上有九位客人和一架钢琴。等到船靠了岸，这架
          钢琴已经被卖掉了两次，第二位买主还在舱里睡觉，谁也不愿意去叫
          醒他。
          　　他没有醒来，一直睡到第二天中午，船又要离开了，钢琴还放在甲
          板上。
          ' ¦ \
          渡船正午离开，船上有九位客人和一架钢琴。等到船靠了岸，这架钢琴已经被卖掉了两次，\
          第二位买主还在舱里睡觉，谁也不愿意去叫醒他。 / \
          他没有醒来，一直睡到第二天中午，船又要离开了，钢琴还放在甲板上。
          Latin words in wrapped Chinese keep their space ¦ \
          '渡船的名字叫作北方之星，英文写在船尾的木板上，那是 North
          Star 两个词，油漆已经掉了一半，远看像是别的什么名字，没有
          人去管它。
          ' ¦ \
          渡船的名字叫作北方之星，英文写在船尾的木板上，那是 North Star 两个词，\
          油漆已经掉了一半，远看像是别的什么名字，没有人去管它。
          one line is one paragraph when lines are not full ¦ \
          '渡船正午离开。
          钢琴还放在甲板上，没有人看着。
          他没有醒来。' ¦ \
          渡船正午离开。 / 钢琴还放在甲板上，没有人看着。 / 他没有醒来。
          headlines of similar length are not joined ¦ \
          'Ferry Loses Piano Between Two Islands in Calm Weather
          Second Buyer Sues First Buyer Over Piano on the Ferry
          Island Choir Buys Piano and Gives It to Both of Them
          ' ¦ \
          Ferry Loses Piano Between Two Islands in Calm Weather / \
          Second Buyer Sues First Buyer Over Piano on the Ferry / \
          Island Choir Buys Piano and Gives It to Both of Them
          verse is not joined ¦ \
          '渡口无人船自横，
          钢琴一曲到天明，
          客人睡去无人唤，
          第二天来月又生。' ¦ \
          渡口无人船自横， / 钢琴一曲到天明， / 客人睡去无人唤， / 第二天来月又生。
          a word hyphenated at a line end is made whole only when the text shows how ¦ \
          'The instrument was built in the winter, and the instru-
          ment had never been played by anybody but a left-hand-
          ed clerk with a left-handed wife and a well-
          known temper, as far as anybody could tell us.
          ' ¦ \
          The instrument was built in the winter, and the instrument had never been played by \
          anybody but a left-handed clerk with a left-handed wife and a well-known temper, as far \
          as anybody could tell us.
          list items stay apart and keep their continuation ¦ \
          '1. the piano, which had been sold twice before it reached the island and
             was never paid for;
          2. the clerk.
          ' ¦ \
          1. the piano, which had been sold twice before it reached the island and was never \
          paid for; / 2. the clerk.
          """)
  void linesOfAParagraphAreJoined(String what, String text, String paragraphs) {
    assertThat(String.join(" / ", texts(read(text).document()))).as(what).isEqualTo(paragraphs);
  }

  @Test
  void aLineAsLongAsAParagraphIsNeverJoined() {
    String first = "渡船正午离开，船上有九位客人和一架钢琴".repeat(8);

    assertThat(read(first + "\n" + first).document().blocks()).hasSize(2);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TextReaderTest.class.getResourceAsStream("/reading/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static String labelled(Document document) {
    return document.blocks().stream()
        .map(
            block ->
                block.type().label()
                    + "\t"
                    + document.location(block.span().start()).line()
                    + "\t"
                    + document.text(block)
                    + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages/portal.zh.html", "pages/old-table.zh.html", "pages/magazine.en.html",
        "pages/blog.en.html", "pages/bare.zh.html", "texts/copied-page.zh.txt",
        "texts/copied-page.en.txt", "texts/site-page.zh.txt", "texts/site-page.en.txt",
        "texts/wrapped.zh.txt",
      })
  void blocksOfAFileAreLabelled(String name) throws IOException {
    Document document = new TextReader(ReaderOptions.DEFAULT).read(resource(name), name).document();

    assertThat(labelled(document)).isEqualTo(new String(resource(name + ".blocks"), UTF_8));
  }

  /** The type of a line that stands between two paragraphs, after a title. */
  private static BlockType typeOf(String line) {
    String before = "渡船的故事\n\n渡船正午离开，船上有九位客人和一架钢琴，还有一位不肯说出名字的医生。\n\n";
    String middle = "等到船靠了岸，这架钢琴已经被卖掉了两次，没有人付过钱。\n\n";
    String text = before + middle.repeat(6) + line + "\n\n" + middle.repeat(7);
    Document document = read(text).document();
    Block found =
        document.blocks().stream()
            .filter(block -> document.text(block).equals(line))
            .findFirst()
            .orElseThrow();
    return found.type();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "新华社北京2月14日电　中国和七个邻国的交通部长十四日签署了铁路联运谅解备忘录。; PARAGRAPH",
        "新华社北京2月14日电（记者江小渔）渡船停航。; PARAGRAPH",
        "spot_img; FURNITURE",
        "- Advertisement -spot_img; FURNITURE",
        "IMG_2034.JPG image-3; FURNITURE",
        "`spot_img`; HEADING",
        "# image_size; HEADING",
        "max_connections; HEADING",
        "ad-hoc; HEADING",
        "ferry_img shows the ferry; HEADING",
        "Thursday; HEADING",
        "星期一; HEADING",
        "Tokyo; HEADING",
        "30.9 C; HEADING",
        "图1显示，夜间客流在零点前后达到高峰。; PARAGRAPH",
        "图1 渡口的夜; CAPTION",
        "图为渡口的夜。; CAPTION",
        "（资料图）; CAPTION",
        "Photo: Petra Lund; CAPTION",
        "Figure 2. Passengers by hour; CAPTION",
        "Figure E.1. The second deck; CAPTION",
        "Photos of the ferry were sold in the harbour.; PARAGRAPH",
        "本报记者 江小渔; BYLINE",
        "（记者 江小渔 黎青）; BYLINE",
        "作者：程一苇; BYLINE",
        "来源：海陵日报; BYLINE",
        "2026-02-14 08:30; BYLINE",
        "2026年2月14日 星期六; BYLINE",
        "February 14, 2026 | 8:30 a.m.; BYLINE",
        "By Ines Halvorsen and Rolf Dahl; BYLINE",
        "By the Harbour; HEADING",
        "记者节的由来; HEADING",
        "2026年2月14日，渡船停航。; PARAGRAPH",
        "一、渡船; HEADING",
        "一、渡船在冬天停航三个月，客人改走陆路，由县里派车接送，车费仍按船票的价钱收取。; LIST_ITEM",
        "（一）渡船停航；; LIST_ITEM",
        "① 渡船停航; LIST_ITEM",
        "- a piano; LIST_ITEM",
        "a) a piano; LIST_ITEM",
        "3.14 is not a label.; PARAGRAPH",
        "2026. That was the year.; PARAGRAPH",
        "[1] 见《渡口志》第三卷。; NOTE",
        "注：金额为测算数。; NOTE",
        "## The second buyer; HEADING",
        "钢琴的去向; HEADING",
        "第三章 钢琴; HEADING",
        "“没有人付过钱。”; PARAGRAPH",
        "没有人付过钱; HEADING",
        "- Advertisement -; FURNITURE",
        "【广告】; FURNITURE",
        "责任编辑：黎青; FURNITURE",
        "上一篇：粮票往事; FURNITURE",
        "分享到：; FURNITURE",
        "Share; FURNITURE",
        "Subscribe; FURNITURE",
        "扫一扫，关注我们; FURNITURE",
        "海陵 多云 18℃; FURNITURE",
        "全球升温1.5℃; HEADING",
        "Warming of 2 °C; HEADING",
        "首页 > 国际 > 正文; FURNITURE",
        "Home | World | Opinion | Sports; FURNITURE",
        "Copyright © 2025 海陵新闻网; FURNITURE",
        "版权所有 不得转载; FURNITURE",
        "* * *; FURNITURE",
        "未经授权，任何人不得进入船舱和驾驶台，违者罚款。; PARAGRAPH",
        "未经许可，不得转载。; FURNITURE",
        "扫码支付之后; HEADING",
        "Powered by Coal; HEADING",
        "关键词：渡船；钢琴；医生; PARAGRAPH",
        "*Only* the doctor kept his word.; PARAGRAPH",
        "*Figures are provisional.; NOTE",
        "This site uses cookies to improve your experience and to measure traffic.; FURNITURE",
        "……; PARAGRAPH",
        "分享经济的经验说明，补贴总有退出的一天。; PARAGRAPH",
        "“版权所有”四个字印在每一张船票的背面，可是谁也说不清，这张印着渡船的小纸片究竟有什么版权，又归谁所有。; PARAGRAPH",
      })
  void theFormAndThePlaceOfALineDecideItsType(String line, BlockType expected) {
    assertThat(typeOf(line)).as(line).isEqualTo(expected);
  }

  @Test
  void proseAfterALinkListEndsIt() {
    String text =
        """
        渡船的故事

        渡船正午离开，船上有九位客人和一架钢琴。

        相关阅读
        钢琴的下落
        渡口改建之后

        第二位买主

        等到船靠了岸，这架钢琴已经被卖掉了两次，没有人付过钱。
        """;
    Document document = read(text).document();

    assertThat(document.blocks())
        .extracting(Block::type)
        .containsExactly(HEADING, PARAGRAPH, FURNITURE, FURNITURE, FURNITURE, HEADING, PARAGRAPH);
  }
}

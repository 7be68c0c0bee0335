package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole files against the blocks a reader would see in them, and single lines that are easy to
 * mistake.
 */
final class BlockLabelsTest {

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = BlockLabelsTest.class.getResourceAsStream("/reading/" + name)) {
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
    Document document =
        new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), "a.txt").document();
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
    Document document =
        new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), "a.txt").document();

    assertThat(document.blocks().stream().map(Block::type))
        .containsExactly(
            BlockType.HEADING,
            BlockType.PARAGRAPH,
            BlockType.FURNITURE,
            BlockType.FURNITURE,
            BlockType.FURNITURE,
            BlockType.HEADING,
            BlockType.PARAGRAPH);
  }
}

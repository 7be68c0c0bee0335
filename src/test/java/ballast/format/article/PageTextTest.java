package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Document;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The article of a page, its other text and its hidden text. */
final class PageTextTest {

  private static final String ENGLISH =
      IntStream.range(0, 6)
          .mapToObj(
              i ->
                  "<p>The ferry number "
                      + i
                      + " left the northern pier at noon with three hundred passengers and two"
                      + " lorries, and it came back in the evening when the tide went out.</p>")
          .collect(Collectors.joining());

  private static final String CHINESE =
      IntStream.range(0, 6)
          .mapToObj(i -> "<p>第" + i + "班渡船中午离开了北岸，船上有三百名乘客和两辆卡车，傍晚潮水退去的时候，它又平安地回到了码头。</p>")
          .collect(Collectors.joining());

  private static Document read(String body) {
    String head =
        "<html><head><title>The ferry</title>"
            + "<link rel='canonical' href='https://www.news.example/ferry'></head>";
    String page = head + "<body><h1>The ferry</h1>" + body + "</body></html>";
    return new TextReader(ReaderOptions.DEFAULT).read(page.getBytes(UTF_8), "a.html").document();
  }

  private static BlockType type(Document document, String words) {
    return document.blocks().stream()
        .filter(block -> document.text(block).contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("\"" + words + "\" has vanished"))
        .type();
  }

  private static String row(String item, List<String> names) {
    return names.stream().map(name -> item.replace("{}", name)).collect(Collectors.joining());
  }

  @Test
  void announcementsOfOtherArticlesAreFurniture() {
    String item =
        "<div class='x'><h3><a href='/{}'>Another {}</a></h3><p>The harbour of {} was closed on"
            + " Monday after the storm, officials said.</p></div>";
    Document document = read(ENGLISH + row(item, List.of("Dover", "Calais", "Ostend")));
    assertThat(type(document, "number 5")).isEqualTo(BlockType.PARAGRAPH);
    assertThat(type(document, "Another Calais")).isEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "harbour of Calais")).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void chineseAnnouncementsToo() {
    String item =
        "<li><a href='https://news.example/{}'><h4>{}港恢复通航</h4></a>"
            + "<p>暴风雨过后，{}港星期一上午恢复通航，记者在现场看到船只进出正常。</p></li>";
    Document document = read(CHINESE + "<ul>" + row(item, List.of("青岛", "烟台", "威海")) + "</ul>");
    assertThat(type(document, "第5班")).isEqualTo(BlockType.PARAGRAPH);
    assertThat(type(document, "暴风雨过后，烟台港")).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void sectionsAreNotAnnouncements() {
    String text = "<p>The harbour of {} was closed on Monday after the storm, officials said.</p>";
    List<String> links = List.of("#{}", "https://shop.example/{}", "/page#{}");
    for (String link : links) {
      String section = "<section><h3><a href='" + link + "'>On {}</a></h3>" + text + "</section>";
      Document document = read(ENGLISH + row(section, List.of("Dover", "Calais", "Ostend")));
      assertThat(type(document, "harbour of Calais")).as(link).isEqualTo(BlockType.PARAGRAPH);
      assertThat(type(document, "On Calais")).as(link).isEqualTo(BlockType.HEADING);
    }
  }

  @Test
  void aPageOfAnnouncementsHasNoOtherText() {
    String item =
        "<div><h3><a href='/{}'>Another {}</a></h3><p>The harbour of {} was closed on Monday after"
            + " the storm, officials said.</p></div>";
    Document document = read(row(item, List.of("Dover", "Calais", "Ostend", "Bruges")));
    assertThat(type(document, "harbour of Calais")).isEqualTo(BlockType.PARAGRAPH);
  }

  /** ENGLISH and CHINESE are the articles above. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          text for subscribers is text ¦ \
          <article>ENGLISH<div class="paywall">CHINESE</div></article> ¦ PARAGRAPH: 第5班
          an offer to subscribe is furniture ¦ \
          <article>ENGLISH<div class="paywall"><p>You can read the rest of this if you pay for it \
          every month.</p></div></article> ¦ FURNITURE: if you pay
          a single piece of a page builder is furniture ¦ \
          ENGLISH<div class="site-widget"><p>潮水在傍晚退了下去，灯塔的灯光照着码头。</p></div> ¦ \
          FURNITURE: 潮水
          text under pictures is a caption ¦ \
          ENGLISH<figure><img src="a.jpg"><div>Ann Lee / The Agency</div></figure>\
          <div class="caption">The pier on Monday, with people who wait for the first boat of the \
          day and the men who will load the lorries on it. Photo: Ann Lee.</div>\
          <p>The old lighthouse at dusk (Image: REUTERS)</p>\
          <p>黄昏时的灯塔（图片来源：新华社）</p>\
          <figure><blockquote>A pier is a bridge that gave up</blockquote></figure>ENGLISH ¦ \
          CAPTION: Ann Lee / The; CAPTION: wait for the first; CAPTION: lighthouse at dusk; \
          CAPTION: 黄昏时; (?!CAPTION).+: gave up
          those who helped are a byline below the text ¦ \
          ENGLISH<p>Additional reporting by Ann Lee</p>\
          <p>Ann Lee contributed reporting from Dover.</p>\
          <p>(Reporting by Ann Lee and Bob Hu; Editing by Carol Wu)</p>\
          <p>Ann Lee is a reporter for The Daily Ferry.</p>\
          <div class="author-bio"><p>Bob has written on ships for many years.</p></div> ¦ \
          BYLINE: Additional; BYLINE: from Dover; BYLINE: Carol Wu; BYLINE: Daily Ferry; \
          BYLINE: many years
          a heading of more stories without a list is a heading ¦ \
          ENGLISH<h4>More Stories of the Pier</h4>ENGLISH ¦ HEADING: More Stories
          invitations are furniture and addresses are text ¦ \
          ENGLISH<p>Follow the Daily Ferry on Facebook, Twitter and YouTube.</p>\
          <p>Follow me on Twitter or by letter.</p>\
          <p>Follow the road that people on Twitter call the worst.</p>\
          <p><a href="https://shop.example/1">https://shop.example/1</a></p>ENGLISH ¦ \
          FURNITURE: Daily Ferry; FURNITURE: by letter; PARAGRAPH: the worst; \
          (?!FURNITURE).+: shop.example
          a short last paragraph belongs to a short article ¦ \
          <p>渡船是岛上人的路。渡船早上来。傍晚，渡船回去。</p><p>风很大。船不怕浪。</p> ¦ \
          PARAGRAPH: 早上来; PARAGRAPH: 风很大
          a sidebar between title and text is furniture ¦ \
          <p>From the islands</p><div><a href="/a">The storm of last week closed three ports</a>\
          <div>Car news</div></div><article>ENGLISH</article> ¦ \
          (?!FURNITURE).+: From the islands; FURNITURE: Car news
          """)
  void thePlaceAndTheWordsOfAPartDecideItsType(String what, String body, String types) {
    Document document = read(body.replace("ENGLISH", ENGLISH).replace("CHINESE", CHINESE));
    for (String part : types.split("; ")) {
      String[] typeAndWords = part.split(": ", 2);
      assertThat(type(document, typeAndWords[1]).name()).as(part).matches(typeAndWords[0]);
    }
  }

  @Test
  void piecesOfAPageBuilderAreText() {
    String built =
        ENGLISH.replace("<p>", "<div class='site-widget'><p>").replace("</p>", "</p></div>");
    assertThat(type(read(built), "number 3")).isEqualTo(BlockType.PARAGRAPH);
  }

  @Test
  void aListUnderMoreStoriesIsFurniture() {
    String items = row("<li>How <a href='/{}'>the port of {}</a></li>", List.of("Dover", "Calais"));
    Document document = read(ENGLISH + "<h4>More Great Ferry Stories</h4><ul>" + items + "</ul>");
    assertThat(type(document, "More Great")).isEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "port of Calais")).isEqualTo(BlockType.FURNITURE);
  }

  private static final Map<String, String> SENTENCES =
      Map.of(
          "FIRST", "渡船中午离开了北岸，船上有三百名乘客和两辆卡车。",
          "SECOND", "潮水在傍晚退了下去，灯塔的灯光照着空荡荡的码头。",
          "THIRD", "第二天早晨，渔民们又回到了海上，天气好得出奇。");

  /** ALL is three paragraphs, PLAIN is their text; a warning is in brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          an article that waits for its script is read ¦ \
          <div id="js_content" style="visibility: hidden; opacity: 0; ">ALL</div> ¦ \
          ALL ¦ read text that the page hides: it is most of the page
          parts hidden inside it stay hidden ¦ \
          <div hidden>ALL<p style="display:none">二维码已失效</p></div> ¦ \
          ALL ¦ 1 hidden part left out: "二维码已失效"
          every paragraph may be hidden by itself ¦ \
          <p style="visibility:hidden">FIRST</p><p style="visibility:hidden">SECOND</p>\
          <p style="visibility:hidden">THIRD</p><div class="menu" hidden>目录</div> ¦ \
          ALL ¦ read text that the page hides: it is most of the page
          what is left out is counted and named ¦ \
          ALL<span hidden>订阅</span><div style="color:red;display:none">赞</div> ¦ \
          ALL ¦ 2 hidden parts left out: "订阅", "赞"
          much that is left out is a warning ¦ \
          <p>FIRST</p><p>SECOND</p><div style="display:none"><p>THIRD</p></div> ¦ FIRST/SECOND ¦ \
          [29% of the text of the page is hidden and was left out: "THIRD"]
          what browsers show without scripts is hidden text ¦ \
          <noscript>ALL</noscript> ¦ ALL ¦ read text that the page hides: it is most of the page
          a template is hidden text ¦ <template>ALL</template> ¦ ALL ¦ read text that the page \
          hides: it is most of the page
          a request for scripts is left out ¦ ALL<noscript><p>请打开脚本</p></noscript> ¦ \
          ALL ¦ 1 hidden part left out: "请打开脚本"
          a short template is left out ¦ ALL<template><p>请打开脚本</p></template> ¦ \
          ALL ¦ 1 hidden part left out: "请打开脚本"
          menus and links are not the text of the page ¦ \
          <p>FIRST</p><div hidden><a href="/a">PLAINPLAIN</a></div> ¦ FIRST ¦ \
          1 hidden part left out: "FIRST潮水在傍晚退…"
          dialogs are not the text of the page ¦ \
          <p>FIRST</p><div class="cookie-banner" hidden>ALLALL</div> ¦ FIRST ¦ \
          1 hidden part left out: "FIRST"
          a copy for search engines is not read twice ¦ \
          ALL<div style="display:none" itemprop="articleBody">PLAINPLAIN</div> ¦ \
          ALL ¦ 1 hidden part left out: "FIRST潮水在傍晚退…"
          a hidden word does not divide its sentence ¦ \
          <p>渡船中午<span hidden>甲</span>离开了北岸，船上有三百名乘客和两辆卡车。</p> ¦ FIRST ¦ \
          1 hidden part left out: "甲"
          """)
  void hiddenTextIsReadOrLeftOut(String what, String body, String text, String note) {
    String page =
        body.replace("ALL", "<p>FIRST</p><p>SECOND</p><p>THIRD</p>")
            .replace("PLAIN", "FIRSTSECONDTHIRD");
    String head = "<html><head><title>渡船</title></head><body><h1>渡船</h1>";
    byte[] html = (head + filled(page) + "</body></html>").getBytes(UTF_8);
    ReadText read = new TextReader(ReaderOptions.DEFAULT).read(html, "a.html");
    assertThat(read.document().text().replace('\n', '/'))
        .isEqualTo(filled("渡船/渡船/" + text.replace("ALL", "FIRST/SECOND/THIRD")));
    if (note.startsWith("[")) {
      assertThat(read.warnings()).hasToString(filled(note));
    } else {
      assertThat(read.notes()).contains(filled(note));
      assertThat(read.warnings()).isEmpty();
    }
  }

  private static String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
      filled = filled.replace(sentence.getKey(), sentence.getValue());
    }
    return filled;
  }
}

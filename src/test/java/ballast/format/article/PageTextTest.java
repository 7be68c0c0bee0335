package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Document;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

  @Test
  void textForSubscribersIsText() {
    Document document =
        read("<article>" + ENGLISH + "<div class='paywall'>" + CHINESE + "</div></article>");
    assertThat(type(document, "第5班")).isEqualTo(BlockType.PARAGRAPH);
    document =
        read(
            "<article>"
                + ENGLISH
                + "<div class='paywall'><p>You can read the rest of this if you pay for it"
                + " every month.</p></div></article>");
    assertThat(type(document, "if you pay")).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void piecesOfAPageBuilderAreText() {
    String built =
        ENGLISH.replace("<p>", "<div class='site-widget'><p>").replace("</p>", "</p></div>");
    assertThat(type(read(built), "number 3")).isEqualTo(BlockType.PARAGRAPH);
    Document document =
        read(ENGLISH + "<div class='site-widget'>" + "<p>潮水在傍晚退了下去，灯塔的灯光照着码头。</p></div>");
    assertThat(type(document, "潮水")).isEqualTo(BlockType.FURNITURE);
  }

  @Test
  void textUnderPicturesIsACaption() {
    Document document =
        read(
            ENGLISH
                + "<figure><img src='a.jpg'><div>Ann Lee / The Agency</div></figure>"
                + "<div class='caption'>The pier on Monday, with people who wait for the first boat"
                + " of the day and the men who will load the lorries on it. Photo: Ann Lee.</div>"
                + "<p>The old lighthouse at dusk (Image: REUTERS)</p>"
                + "<p>黄昏时的灯塔（图片来源：新华社）</p>"
                + "<figure><blockquote>A pier is a bridge that gave up</blockquote></figure>"
                + ENGLISH);
    assertThat(type(document, "Ann Lee / The")).isEqualTo(BlockType.CAPTION);
    assertThat(type(document, "wait for the first")).isEqualTo(BlockType.CAPTION);
    assertThat(type(document, "lighthouse at dusk")).isEqualTo(BlockType.CAPTION);
    assertThat(type(document, "黄昏时")).isEqualTo(BlockType.CAPTION);
    assertThat(type(document, "gave up")).isNotEqualTo(BlockType.CAPTION);
  }

  @Test
  void thoseWhoHelpedAreABylineBelowTheText() {
    Document document =
        read(
            ENGLISH
                + "<p>Additional reporting by Ann Lee</p>"
                + "<p>Ann Lee contributed reporting from Dover.</p>"
                + "<p>(Reporting by Ann Lee and Bob Hu; Editing by Carol Wu)</p>"
                + "<p>Ann Lee is a reporter for The Daily Ferry.</p>"
                + "<div class='author-bio'><p>Bob has written on ships for many years.</p></div>");
    for (String line :
        List.of("Additional", "from Dover", "Carol Wu", "Daily Ferry", "many years")) {
      assertThat(type(document, line)).as(line).isEqualTo(BlockType.BYLINE);
    }
  }

  @Test
  void aListUnderMoreStoriesIsFurniture() {
    Document document =
        read(
            ENGLISH
                + "<h4>More Great Ferry Stories</h4><ul>"
                + row("<li>How <a href='/{}'>the port of {}</a></li>", List.of("Dover", "Calais"))
                + "</ul>");
    assertThat(type(document, "More Great")).isEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "port of Calais")).isEqualTo(BlockType.FURNITURE);
    document = read(ENGLISH + "<h4>More Stories of the Pier</h4>" + ENGLISH);
    assertThat(type(document, "More Stories")).isEqualTo(BlockType.HEADING);
  }

  @Test
  void invitationsAreFurnitureAndAddressesAreText() {
    Document document =
        read(
            ENGLISH
                + "<p>Follow the Daily Ferry on Facebook, Twitter and YouTube.</p>"
                + "<p>Follow me on Twitter or by letter.</p>"
                + "<p>Follow the road that people on Twitter call the worst.</p>"
                + "<p><a href='https://shop.example/1'>https://shop.example/1</a></p>"
                + ENGLISH);
    assertThat(type(document, "Daily Ferry")).isEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "by letter")).isEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "the worst")).isEqualTo(BlockType.PARAGRAPH);
    assertThat(type(document, "shop.example")).isNotEqualTo(BlockType.FURNITURE);
  }

  @Test
  void aShortLastParagraphBelongsToAShortArticle() {
    Document document = read("<p>渡船是岛上人的路。渡船早上来。傍晚，渡船回去。</p><p>风很大。船不怕浪。</p>");
    assertThat(type(document, "早上来")).isEqualTo(BlockType.PARAGRAPH);
    assertThat(type(document, "风很大")).isEqualTo(BlockType.PARAGRAPH);
  }

  @Test
  void aSidebarBetweenTitleAndTextIsFurniture() {
    Document document =
        read(
            "<p>From the islands</p><div><a href='/a'>The storm of last week closed three ports"
                + "</a><div>Car news</div></div><article>"
                + ENGLISH
                + "</article>");
    assertThat(type(document, "From the islands")).isNotEqualTo(BlockType.FURNITURE);
    assertThat(type(document, "Car news")).isEqualTo(BlockType.FURNITURE);
  }

  private static final String FIRST = "<p>渡船中午离开了北岸，船上有三百名乘客和两辆卡车。</p>";
  private static final String SECOND = "<p>潮水在傍晚退了下去，灯塔的灯光照着空荡荡的码头。</p>";
  private static final String THIRD = "<p>第二天早晨，渔民们又回到了海上，天气好得出奇。</p>";
  private static final String ALL = FIRST + SECOND + THIRD;

  private static ReadText readPage(String body) {
    String page = "<html><head><title>渡船</title></head><body><h1>渡船</h1>" + body + "</body></html>";
    return new TextReader(ReaderOptions.DEFAULT).read(page.getBytes(UTF_8), "a.html");
  }

  private static String text(ReadText readPage) {
    return readPage.document().text();
  }

  @Test
  void anArticleThatWaitsForItsScriptIsRead() {
    ReadText readPage =
        readPage(
            "<div id=\"js_content\" style=\"visibility: hidden; opacity: 0; \">" + ALL + "</div>");
    assertThat(text(readPage)).contains("渡船中午", "潮水在傍晚", "第二天早晨");
    assertThat(readPage.notes()).contains("read text that the page hides: it is most of the page");
    assertThat(readPage.warnings()).isEmpty();
  }

  @Test
  void partsHiddenInsideItStayHidden() {
    ReadText readPage = readPage("<div hidden>" + ALL + "<p style='display:none'>二维码已失效</p></div>");
    assertThat(text(readPage)).contains("第二天早晨").doesNotContain("二维码");
    assertThat(readPage.notes()).contains("1 hidden part left out: \"二维码已失效\"");
  }

  @Test
  void everyParagraphMayBeHiddenByItself() {
    ReadText readPage =
        readPage(
            ALL.replace("<p>", "<p style='visibility:hidden'>")
                + "<div class='menu' hidden>目录</div>");
    assertThat(text(readPage)).contains("渡船中午", "潮水在傍晚", "第二天早晨").doesNotContain("目录");
  }

  @Test
  void whatIsLeftOutIsCountedAndNamed() {
    ReadText readPage =
        readPage(ALL + "<span hidden>订阅</span><div style='color:red;display:none'>赞</div>");
    assertThat(text(readPage)).doesNotContain("订阅").doesNotContain("赞");
    assertThat(readPage.notes()).contains("2 hidden parts left out: \"订阅\", \"赞\"");
    assertThat(readPage.warnings()).isEmpty();
  }

  @Test
  void muchThatIsLeftOutIsAWarning() {
    ReadText readPage = readPage(FIRST + SECOND + "<div style='display:none'>" + THIRD + "</div>");
    assertThat(text(readPage)).doesNotContain("第二天早晨");
    assertThat(readPage.warnings())
        .containsExactly(
            "29 % of the text of the page is hidden and was left out: \"第二天早晨，渔民们又回到了海上，天气好得出奇。\"");
  }

  @Test
  void whatBrowsersShowWithoutScriptsIsHiddenText() {
    for (String tag : List.of("noscript", "template")) {
      ReadText whole = readPage("<" + tag + ">" + ALL + "</" + tag + ">");
      assertThat(text(whole)).as(tag).contains("渡船中午", "潮水在傍晚", "第二天早晨");
      ReadText part = readPage(ALL + "<" + tag + "><p>请打开脚本</p></" + tag + ">");
      assertThat(text(part)).as(tag).doesNotContain("打开脚本");
      assertThat(part.notes()).as(tag).contains("1 hidden part left out: \"请打开脚本\"");
    }
  }

  @Test
  void menusDialogsAndLinksAreNotTheTextOfThePage() {
    String menu =
        "<div hidden><a href='/a'>"
            + ALL.replaceAll("</?p>", "")
            + ALL.replaceAll("</?p>", "")
            + "</a></div>";
    for (String hidden :
        List.of(menu, "<div class='cookie-banner' hidden>" + ALL + ALL + "</div>")) {
      ReadText readPage = readPage(FIRST + hidden);
      assertThat(text(readPage)).doesNotContain("潮水");
      assertThat(readPage.warnings()).isEmpty();
      assertThat(readPage.notes()).anyMatch(note -> note.startsWith("1 hidden part left out"));
    }
  }

  @Test
  void aCopyForSearchEnginesIsNotReadTwice() {
    String plain = ALL.replaceAll("<[^>]*>", "");
    ReadText readPage =
        readPage(
            ALL + "<div style='display:none' itemprop='articleBody'>" + plain + plain + "</div>");
    assertThat(text(readPage).split("潮水", -1)).hasSize(2);
    assertThat(readPage.warnings()).isEmpty();
  }

  @Test
  void aHiddenWordDoesNotDivideItsSentence() {
    assertThat(text(readPage("<p>渡船中午<span hidden>甲</span>离开了北岸，船上有三百名乘客。</p>")))
        .contains("渡船中午离开了北岸");
  }
}

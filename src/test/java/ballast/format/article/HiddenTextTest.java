package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page hides, and what of it is read all the same. */
final class HiddenTextTest {

  private static final String FIRST = "<p>渡船中午离开了北岸，船上有三百名乘客和两辆卡车。</p>";
  private static final String SECOND = "<p>潮水在傍晚退了下去，灯塔的灯光照着空荡荡的码头。</p>";
  private static final String THIRD = "<p>第二天早晨，渔民们又回到了海上，天气好得出奇。</p>";
  private static final String ALL = FIRST + SECOND + THIRD;

  private static ReadText read(String body) {
    String page = "<html><head><title>渡船</title></head><body><h1>渡船</h1>" + body + "</body></html>";
    return new TextReader(ReaderOptions.DEFAULT).read(page.getBytes(UTF_8), "a.html");
  }

  private static String text(ReadText read) {
    return read.document().text();
  }

  @Test
  void anArticleThatWaitsForItsScriptIsRead() {
    ReadText read =
        read("<div id=\"js_content\" style=\"visibility: hidden; opacity: 0; \">" + ALL + "</div>");
    assertThat(text(read)).contains("渡船中午", "潮水在傍晚", "第二天早晨");
    assertThat(read.notes()).contains("read text that the page hides: it is most of the page");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void partsHiddenInsideItStayHidden() {
    ReadText read = read("<div hidden>" + ALL + "<p style='display:none'>二维码已失效</p></div>");
    assertThat(text(read)).contains("第二天早晨").doesNotContain("二维码");
    assertThat(read.notes()).contains("1 hidden part left out: \"二维码已失效\"");
  }

  @Test
  void everyParagraphMayBeHiddenByItself() {
    ReadText read =
        read(
            ALL.replace("<p>", "<p style='visibility:hidden'>")
                + "<div class='menu' hidden>目录</div>");
    assertThat(text(read)).contains("渡船中午", "潮水在傍晚", "第二天早晨").doesNotContain("目录");
  }

  @Test
  void whatIsLeftOutIsCountedAndNamed() {
    ReadText read = read(ALL + "<span hidden>订阅</span><div style='color:red;display:none'>赞</div>");
    assertThat(text(read)).doesNotContain("订阅").doesNotContain("赞");
    assertThat(read.notes()).contains("2 hidden parts left out: \"订阅\", \"赞\"");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void muchThatIsLeftOutIsAWarning() {
    ReadText read = read(FIRST + SECOND + "<div style='display:none'>" + THIRD + "</div>");
    assertThat(text(read)).doesNotContain("第二天早晨");
    assertThat(read.warnings())
        .containsExactly(
            "29 % of the text of the page is hidden and was left out: \"第二天早晨，渔民们又回到了海上，天气好得出奇。\"");
  }

  @Test
  void whatBrowsersShowWithoutScriptsIsHiddenText() {
    for (String tag : List.of("noscript", "template")) {
      ReadText whole = read("<" + tag + ">" + ALL + "</" + tag + ">");
      assertThat(text(whole)).as(tag).contains("渡船中午", "潮水在傍晚", "第二天早晨");
      ReadText part = read(ALL + "<" + tag + "><p>请打开脚本</p></" + tag + ">");
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
      ReadText read = read(FIRST + hidden);
      assertThat(text(read)).doesNotContain("潮水");
      assertThat(read.warnings()).isEmpty();
      assertThat(read.notes()).anyMatch(note -> note.startsWith("1 hidden part left out"));
    }
  }

  @Test
  void aCopyForSearchEnginesIsNotReadTwice() {
    String plain = ALL.replaceAll("<[^>]*>", "");
    ReadText read =
        read(ALL + "<div style='display:none' itemprop='articleBody'>" + plain + plain + "</div>");
    assertThat(text(read).split("潮水", -1)).hasSize(2);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void aHiddenWordDoesNotDivideItsSentence() {
    assertThat(text(read("<p>渡船中午<span hidden>甲</span>离开了北岸，船上有三百名乘客。</p>"))).contains("渡船中午离开了北岸");
  }
}

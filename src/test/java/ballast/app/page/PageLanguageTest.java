package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PageLanguageTest {

  private static final PageLanguage CHINESE = PageLanguage.CHINESE;

  @Test
  void englishStaysAsItIs() {
    assertThat(PageLanguage.ENGLISH.say("number agrees: 8%")).isEqualTo("number agrees: 8%");
    assertThat(PageLanguage.ENGLISH.say(List.of("edited", "moved"))).isEqualTo("edited; moved");
  }

  @Test
  void aMessageKeepsItsValues() {
    assertThat(CHINESE.say("number agrees: 8%, 1949")).isEqualTo("数字一致：8%, 1949");
    assertThat(CHINESE.say("压舱石 is \"ballast stone\", which is missing; nearest: \"keystone\""))
        .isEqualTo("压舱石应译为“ballast stone”，译文中没有；最接近的是“keystone”");
  }

  /** Of two phrases that fit, the one with more fixed words is meant. */
  @Test
  void theFullerPhraseIsMeant() {
    assertThat(CHINESE.say("cannot read \"a.txt\": permission denied"))
        .isEqualTo("无法读取“a.txt”：没有权限");
    assertThat(CHINESE.say("cannot read \"a.txt\": errno 71")).isEqualTo("无法读取“a.txt”：errno 71");
  }

  @Test
  void theLinesOfAMessageAndTheMessagesOfAListAreSaidOneByOne() {
    assertThat(CHINESE.say("nothing is at this address\nload the page again"))
        .isEqualTo("此地址没有内容\n请重新载入页面");
    assertThat(CHINESE.say(List.of("both are headings", "shares GDP")))
        .isEqualTo("两边都是标题；两边都有 GDP");
  }

  @Test
  void aPhraseWithinAPhraseIsSaid() {
    assertThat(CHINESE.say("4.5% became 5.4% (and 3 more findings in this pair)"))
        .isEqualTo("4.5% 变成了 5.4%（此句对另有 3 个问题）");
    assertThat(CHINESE.say("heading opposite list item")).isEqualTo("标题对列表项");
  }

  @Test
  void aSpaceIsBetweenChineseAndAWordOrNumberOnly() {
    assertThat(CHINESE.say("3 units of port")).isEqualTo("port 的 3 个翻译单元");
    assertThat(CHINESE.say("3 units of 港口")).isEqualTo("港口的 3 个翻译单元");
    assertThat(CHINESE.say("cannot read \"a.png\" as text: it is a PNG image"))
        .isEqualTo("无法把“a.png”作为文本读取：它是 PNG 图片");
    assertThat(CHINESE.say("\"船\" was not found in 6 units")).isEqualTo("在 6 个翻译单元中没有找到“船”");
  }

  @Test
  void aMessageWithoutAPhraseStaysEnglish() {
    assertThat(CHINESE.say("the moon is not made of cheese"))
        .isEqualTo("the moon is not made of cheese");
    assertThat(CHINESE.say("")).isEmpty();
  }

  /** Values may contain the words of phrases, signs of patterns, and marks of values. */
  @Test
  void aHostileValueIsOnlyAValue() {
    for (String value :
        List.of(
            "%1 %2 %s",
            "\" is not to be used for \"",
            "$1 \\Q.*\\E (?x)",
            "a\"; nearest: \"b",
            "number agrees: 1",
            "<script>")) {
      assertThat(CHINESE.say("\"" + value + "\" has no partner"))
          .isEqualTo("“" + value + "”没有配对的另一半");
    }
    assertThat(
            CHINESE.say(
                "\"a\" was left untranslated; x is \"b\" was left untranslated; y is \"c\""))
        .contains("a", "b", "c");
  }

  /** A hundred thousand joints would be as many phrases within phrases, and many ways to cut. */
  @Test
  void aLongMessageIsSaidWithoutDelay() {
    for (String part :
        List.of(
            "added, ",
            "1 added: 1 added, 1 added; x: ",
            "; ",
            "\" is \"",
            "changed by a, ",
            ": ",
            "line 1 to ")) {
      String message = part.repeat(100_000);
      assertThat(CHINESE.say("\"" + message + "\" has no partner"))
          .isEqualTo("“" + message + "”没有配对的另一半");
      assertThat(CHINESE.say(message)).isNotEmpty();
    }
  }
}

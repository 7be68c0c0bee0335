package ballast.format.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayoutTest {

  private static List<String> blocks(String text) {
    Document document =
        new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), "a.txt").document();
    return document.blocks().stream().map(document::text).toList();
  }

  @Test
  void wrappedEnglishIsJoinedWithSpaces() {
    assertThat(
            blocks(
                """
                The ferry left at noon with nine passengers and a piano. By the time it
                reached the island the piano had been sold twice, and the second buyer
                was asleep.

                He did not wake up.
                """))
        .containsExactly(
            "The ferry left at noon with nine passengers and a piano. By the time it reached the"
                + " island the piano had been sold twice, and the second buyer was asleep.",
            "He did not wake up.");
  }

  @Test
  void wrappedChineseIsJoinedWithoutSpacesAndAnIndentBeginsAParagraph() {
    assertThat(
            blocks(
                """
                　　渡船正午离开，船上有九位客人和一架钢琴。等到船靠了岸，这架
                钢琴已经被卖掉了两次，第二位买主还在舱里睡觉，谁也不愿意去叫
                醒他。
                　　他没有醒来，一直睡到第二天中午，船又要离开了，钢琴还放在甲
                板上。
                """))
        .containsExactly(
            "渡船正午离开，船上有九位客人和一架钢琴。等到船靠了岸，这架钢琴已经被卖掉了两次，第二位买主还在舱里睡觉，谁也不愿意去叫醒他。",
            "他没有醒来，一直睡到第二天中午，船又要离开了，钢琴还放在甲板上。");
  }

  @Test
  void latinWordsInWrappedChineseKeepTheirSpace() {
    assertThat(
            blocks(
                """
                渡船的名字叫作北方之星，英文写在船尾的木板上，那是 North
                Star 两个词，油漆已经掉了一半，远看像是别的什么名字，没有
                人去管它。
                """))
        .containsExactly("渡船的名字叫作北方之星，英文写在船尾的木板上，那是 North Star 两个词，油漆已经掉了一半，远看像是别的什么名字，没有人去管它。");
  }

  @Test
  void oneLineIsOneParagraphWhenLinesAreNotFull() {
    assertThat(blocks("渡船正午离开。\n钢琴还放在甲板上，没有人看着。\n他没有醒来。"))
        .containsExactly("渡船正午离开。", "钢琴还放在甲板上，没有人看着。", "他没有醒来。");
  }

  @Test
  void headlinesOfSimilarLengthAreNotJoined() {
    String text =
        """
        Ferry Loses Piano Between Two Islands in Calm Weather
        Second Buyer Sues First Buyer Over Piano on the Ferry
        Island Choir Buys Piano and Gives It to Both of Them
        """;
    assertThat(blocks(text)).hasSize(3);
  }

  @Test
  void verseIsNotJoined() {
    assertThat(blocks("渡口无人船自横，\n钢琴一曲到天明，\n客人睡去无人唤，\n第二天来月又生。")).hasSize(4);
  }

  @Test
  void aWordHyphenatedAtALineEndIsMadeWholeOnlyWhenTheTextShowsHow() {
    assertThat(
            blocks(
                """
                The instrument was built in the winter, and the instru-
                ment had never been played by anybody but a left-hand-
                ed clerk with a left-handed wife and a well-
                known temper, as far as anybody could tell us.
                """))
        .containsExactly(
            "The instrument was built in the winter, and the instrument had never been played by"
                + " anybody but a left-handed clerk with a left-handed wife and a well-known"
                + " temper, as far as anybody could tell us.");
  }

  @Test
  void listItemsStayApartAndKeepTheirContinuation() {
    assertThat(
            blocks(
                """
                1. the piano, which had been sold twice before it reached the island and
                   was never paid for;
                2. the clerk.
                """))
        .containsExactly(
            "1. the piano, which had been sold twice before it reached the island and was never"
                + " paid for;",
            "2. the clerk.");
  }

  @Test
  void aLineAsLongAsAParagraphIsNeverJoined() {
    String first = "渡船正午离开，船上有九位客人和一架钢琴".repeat(8);

    assertThat(blocks(first + "\n" + first)).hasSize(2);
  }
}

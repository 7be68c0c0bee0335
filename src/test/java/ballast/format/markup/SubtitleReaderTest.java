package ballast.format.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
final class SubtitleReaderTest {

  private static final String TIMES = "00:00:01,000 --> 00:00:02,000\n";

  private final SubtitleReader reader = new SubtitleReader();

  private FoundContent read(String text) {
    return reader.read(text, "a.srt");
  }

  private List<String> texts(String text) {
    return read(text).blocks().stream().map(FoundBlock::text).toList();
  }

  @Test
  void eachCaptionIsABlock() {
    assertThat(texts(captions(0, "Hello", 0, "你好"))).containsExactly("Hello", "你好");
  }

  @Test
  void wrappedLinesJoinAndLinesOfTheirOwnStay() {
    assertThat(texts(captions(0, "we went\nhome", 0, "我们回\n家了", 0, "- Hello\n- Hi")))
        .containsExactly("we went home", "我们回家了", "- Hello\n- Hi");
    assertThat(texts(captions(0, "你好。\nHello.", 0, "Yes.\nNo.")))
        .containsExactly("你好。\nHello.", "Yes.\nNo.");
  }

  @Test
  void tagsAreCodes() {
    FoundBlock block = read("1\n" + TIMES + "{\\an8}<i>Hello</i> a < b\n").blocks().get(0);
    assertThat(block.text()).isEqualTo("Hello a < b");
    assertThat(block.codes())
        .extracting(code -> code.element() + code.content())
        .containsExactly("ph{\\an8}", "<pc<i>", "/pc</i>");
  }

  @Test
  void damagedTimesAreNamedAndTheRestIsRead() {
    FoundContent found =
        read(
            "1\n00:00:01,000 -> 00:00:02\nHello\n\n2\n00:x --> 00:00:03,000\nyou\n\n3\n"
                + TIMES
                + "there\n4\n"
                + TIMES
                + "again\n");
    assertThat(found.blocks())
        .extracting(FoundBlock::text)
        .containsExactly("Hello", "you", "there", "again");
    assertThat(found.warnings())
        .containsExactly(
            "line 2: \"00:00:01,000 -> 00:00:02\" are not valid times",
            "line 6: \"00:x --> 00:00:03,000\" are not valid times");
  }

  @Test
  void notesAndStylesOfWebVttAreNotText() {
    FoundContent found =
        read(
            "WEBVTT - title\n\n"
                + "STYLE\n"
                + "::cue { }\n\n"
                + "NOTE a\n"
                + "b\n\n"
                + "intro\n"
                + "00:01.000 --> 00:02.000 align:end\n"
                + "<v Mary>A &amp; B\n");
    assertThat(found.blocks()).extracting(FoundBlock::text).containsExactly("A & B");
    assertThat(found.notes()).containsExactly("2 notes or styles left out");
  }

  /** Captions of these texts, each a second long, with these pauses before them. */
  private static String captions(Object... pausesAndTexts) {
    StringBuilder file = new StringBuilder();
    int time = 0;
    for (int i = 0; i < pausesAndTexts.length; i += 2) {
      time += (Integer) pausesAndTexts[i];
      file.append(i / 2 + 1).append('\n').append("00:00:%02d,000 --> ".formatted(time));
      file.append("00:00:%02d,000\n".formatted(++time)).append(pausesAndTexts[i + 1]);
      file.append("\n\n");
    }
    return file.toString();
  }

  private static List<String> joined(Object... pausesAndTexts) {
    return new SubtitleReader(/* joins= */ true)
        .read(captions(pausesAndTexts), "a.srt").blocks().stream().map(FoundBlock::text).toList();
  }

  @Test
  void aSentenceThatGoesOnInTheNextCaptionIsOneBlock() {
    assertThat(joined(0, "The boat left", 0, "at <i>dawn</i>. It was cold.", 0, "Nobody spoke."))
        .containsExactly("The boat left at dawn. It was cold.", "Nobody spoke.");
    assertThat(joined(0, "船在清晨", 0, "离开了。", 0, "没有人说话。")).containsExactly("船在清晨离开了。", "没有人说话。");
  }

  @Test
  void captionsThatMayStandAloneAreNotJoined() {
    assertThat(joined(0, "The boat left", 5, "at dawn.")).hasSize(2);
    assertThat(joined(0, "The boat left", 0, "At dawn it was cold.")).hasSize(2);
    assertThat(joined(0, "The boat left.", 0, "at dawn.")).hasSize(2);
    assertThat(joined(0, "the boat", 0, "- who?\n- me.")).hasSize(2);
    assertThat(joined(0, "你好", 0, "再见", 0, "他们走了", 0, "船在清晨", 0, "离开了", 0, "走吧。")).hasSize(6);
  }

  @Test
  void joinedCaptionsKeepTheirPlacesAndCodes() {
    String file = captions(0, "The <i>boat</i> left", 0, "at <i>dawn</i>.");
    FoundBlock block = new SubtitleReader(/* joins= */ true).read(file, "a.srt").blocks().get(0);
    assertThat(block.codes())
        .extracting(
            code -> code.element() + code.offset() + " " + code.attributes().substring(0, 6))
        .containsExactly("<pc4 id=\"1\"", "/pc8 id=\"1\"", "<pc17 id=\"2\"", "/pc21 id=\"2\"");
    FoundBlock.Point last = block.points().get(block.points().size() - 1);
    assertThat(file.substring(last.raw())).startsWith(block.text().substring(last.offset()));
  }
}

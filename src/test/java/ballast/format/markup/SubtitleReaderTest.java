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
    assertThat(texts("1\n" + TIMES + "Hello\n\n2\n" + TIMES + "你好\n"))
        .containsExactly("Hello", "你好");
  }

  @Test
  void wrappedLinesJoinAndLinesOfTheirOwnStay() {
    assertThat(
            texts(
                "1\n"
                    + TIMES
                    + "we went\nhome\n\n2\n"
                    + TIMES
                    + "我们回\n家了\n\n3\n"
                    + TIMES
                    + "- Hello\n- Hi\n\n4\n"
                    + TIMES
                    + "你好。\nHello.\n\n5\n"
                    + TIMES
                    + "Yes.\nNo.\n"))
        .containsExactly("we went home", "我们回家了", "- Hello\n- Hi", "你好。\nHello.", "Yes.\nNo.");
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
}

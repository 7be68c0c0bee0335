package ballast.format.article;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Document;
import ballast.format.article.ReaderOptions.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waivers in raw texts never are part of the text. */
final class WaiverNoteTest {

  private static ReadText read(String name, String text) {
    return new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), name);
  }

  private static List<String> blocks(Document document) {
    return document.blocks().stream().map(document::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%% ballast-ok: omitted – so be it",
        "  %%ballast-ok: omitted – so be it  ",
        "％％ ballast-ok： omitted – so be it",
        "%% Ballast-OK omitted – so be it",
        "<!-- ballast-ok: omitted – so be it -->",
        "<!--ballast-ok:omitted – so be it-->"
      })
  void aLineOfItsOwnIsANote(String line) {
    ReadText reading = read("a.txt", "渡船开了。\n\n" + line + "\n\n他没有醒来。");
    assertThat(blocks(reading.document())).containsExactly("渡船开了。", "他没有醒来。");
    assertThat(reading.waivers())
        .extracting(WaiverNote::text)
        .containsExactly("omitted – so be it");
    assertThat(reading.waivers().get(0).where().line()).isEqualTo(3);
    assertThat(reading.notes()).contains("1 waiver");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%% ballast-okay: omitted",
        "%% ok",
        "看 %% ballast-ok: omitted",
        "<!-- ok -->",
        "% ballast-ok"
      })
  void aLineThatOnlyLooksSimilarIsText(String line) {
    ReadText reading = read("a.txt", "渡船开了。\n\n" + line + "\n\n他没有醒来。");
    assertThat(blocks(reading.document())).contains(line);
    assertThat(reading.waivers()).isEmpty();
  }

  @Test
  void aNoteInsideAParagraphDoesNotPartItAndOneBeforeItDoesNotJoinIt() {
    String before = "The ferry, which had left the northern shore at noon, was late\n";
    String after = "because of the fog that lay on the water all morning long.\n";
    String note = "%% ballast-ok: omitted – so be it\n";
    assertThat(blocks(read("a.txt", before + note + after).document()))
        .isEqualTo(blocks(read("a.txt", before + after).document()));
    assertThat(blocks(read("a.txt", before + after + "\n" + note + before + after).document()))
        .isEqualTo(blocks(read("a.txt", before + after + "\n" + before + after).document()));
    assertThat(read("a.txt", before + note + after).document().location(before.length() + 2).line())
        .isEqualTo(3);
  }

  @Test
  void aNoteIsANoteEvenWhereEachLineIsASentence() {
    ReaderOptions lines = ReaderOptions.DEFAULT.withLayout(Layout.LINES);
    ReadText reading =
        new TextReader(lines).read("一。\n%% ballast-ok: omitted – x\n二。".getBytes(UTF_8), "a.txt");
    assertThat(blocks(reading.document())).containsExactly("一。", "二。");
  }

  @Test
  void aMarkStaysAMark() {
    ReadText reading = read("a.txt", "一。\n%%% ballast-ok: omitted\n二。");
    assertThat(reading.waivers()).isEmpty();
    assertThat(reading.document().blocks()).hasSize(3);
  }

  @Test
  void commentsOfAPageAreNotes() {
    ReadText reading =
        read(
            "a.html",
            "<html><body><p>渡船开了。</p>\n<!-- ballast-ok: omitted – so\n be it -->"
                + "<p>他没有醒来。</p><!-- x --><!-- ballast-ok: never closed </body></html>");
    assertThat(reading.waivers()).hasSize(1);
    WaiverNote note = reading.waivers().get(0);
    assertThat(note.text()).isEqualTo("omitted – so\n be it");
    assertThat(note.where().line()).isEqualTo(2);
    assertThat(note.end().line()).isEqualTo(3);
    assertThat(reading.document().text()).doesNotContain("ballast-ok: omitted");
  }

  @Test
  void aFileOfNothingButWaiversHoldsNoText() {
    assertRefused(() -> read("a.txt", "%% ballast-ok: omitted – x\n"), "only waivers");
  }

  @Test
  void manyOpeningsOfCommentsTakeLinearTime() {
    ReadText reading = read("a.html", "<p>渡船开了。</p>" + "<!-- ballast-ok: ".repeat(200_000));
    assertThat(reading.waivers()).isEmpty();
  }
}

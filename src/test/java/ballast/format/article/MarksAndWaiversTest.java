package ballast.format.article;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.format.article.ReaderOptions.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks and waivers in raw texts; waivers never are part of the text. */
final class MarksAndWaiversTest {

  private static ReadText read(String name, String text) {
    return read(ReaderOptions.DEFAULT, name, text);
  }

  private static ReadText read(ReaderOptions options, String name, String text) {
    return new TextReader(options).read(text.getBytes(UTF_8), name);
  }

  private static List<String> blocks(ReadText text) {
    return text.document().blocks().stream().map(text.document()::text).toList();
  }

  private static List<String> marks(ReadText read) {
    return read.document().blocks().stream()
        .filter(block -> block.type() == BlockType.MARK)
        .map(read.document()::text)
        .toList();
  }

  private static List<BlockType> types(ReadText read) {
    return read.document().blocks().stream().map(Block::type).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%%%", "  %%%  ", "%%% chapter 2", "%%%\t第二章", "%%%　第二章", "%%% Dr. Wu. The end."})
  void aLineOfTheSignAndPerhapsALabelIsAMark(String line) {
    ReadText read = read("a.txt", "The ferry left at noon.\n" + line + "\nIt was late.");
    assertThat(marks(read)).containsExactly(line.strip());
    assertThat(blocks(read)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%%", "%%%x", "%%", "50 %%% off", "% % %", "％％％", "x %%%"})
  void aLineThatOnlyLooksSimilarIsText(String line) {
    assertThat(marks(read("a.txt", "The ferry left at noon.\n" + line + "\nIt was late.")))
        .isEmpty();
  }

  @Test
  void theSignCanBeChosen() {
    ReaderOptions options =
        new ReaderOptions(null, null, ReaderOptions.Layout.ARTICLE, new Mark("====="), false);
    assertThat(marks(read(options, "a.txt", "渡船开了。\n===== 一\n%%%\n他没有醒来。")))
        .containsExactly("===== 一");
    assertThat(options.mark().label("===== 一")).isEqualTo("一");
    assertThat(Mark.DEFAULT.label(" %%% ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", " %%%", "\u0001"})
  void invisibleCharactersAreNotAMark(String sign) {
    assertThatThrownBy(() -> new Mark(sign)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The two halves of a soft-wrapped sentence stay apart, with the mark between them. */
  @Test
  void softWrappedLinesAreNotJoinedToAMarkNorAcrossIt() {
    ReadText read =
        read(
            "a.txt",
            """
            The ferry left at noon with nine passengers and a piano. By the time it
            reached the island the piano had been sold twice, and the second buyer
            %%% and this is the label of a mark that is as wide as the lines are, yes,
            was asleep. The first buyer had gone home to fetch a cart and two friends
            who were strong enough to carry a piano up the hill behind the harbour,
            but they never came.
            """);

    assertThat(blocks(read))
        .containsExactly(
            "The ferry left at noon with nine passengers and a piano. By the time it reached the"
                + " island the piano had been sold twice, and the second buyer",
            "%%% and this is the label of a mark that is as wide as the lines are, yes,",
            "was asleep. The first buyer had gone home to fetch a cart and two friends who were"
                + " strong enough to carry a piano up the hill behind the harbour, but they never"
                + " came.");
    Document document = read.document();
    assertThat(document.location(document.blocks().get(1).span().start()).line()).isEqualTo(3);
  }

  @Test
  void aParagraphOfAPageIsAMarkToo() {
    String page =
        "<html><body><h1>The ferry</h1><p>The ferry left at noon with nine passengers and a piano,"
            + " and nobody looked back.</p><p><b>%%%</b> two</p><p>The piano had been sold twice"
            + " before the ferry reached the island.<br>%%% three<br>The second buyer was asleep in"
            + " the cabin.</p><p>He paid 30%%% more.</p></body></html>";
    assertThat(marks(read("a.html", page))).containsExactly("%%% two", "%%% three");
  }

  @Test
  void presegmentedLinesCanBeMarks() {
    ReaderOptions options = ReaderOptions.DEFAULT.withLayout(Layout.LINES);
    assertThat(types(read(options, "a.txt", "渡船开了。\n%%%\n# 他没有醒来。\n")))
        .containsExactly(BlockType.PARAGRAPH, BlockType.MARK, BlockType.PARAGRAPH);
  }

  @Test
  void marksDoNotChangeTheTypesOfOtherBlocks() {
    String text =
        """
        港口恢复运行

        本报记者 林晓

        东港码头星期一恢复运行。去年9月的台风损坏了12台起重机，修复工程耗资3.2亿元。

        航运公司表示欢迎

        多家公司表示，航线将在2月14日前增加到45条。他们对这一天已经等了很久。

        责任编辑：黎青
        """;
    ReadText plain = read("a.txt", text);
    ReadText marked = read("a.txt", "%%%\n" + text.replace("\n\n", "\n\n%%% x\n\n"));

    assertThat(types(marked).stream().filter(type -> type != BlockType.MARK))
        .isEqualTo(types(plain))
        .contains(BlockType.HEADING, BlockType.BYLINE, BlockType.FURNITURE);
    assertThat(marks(marked)).hasSize(6);
    assertThat(marks(plain)).isEmpty();
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
    assertThat(blocks(reading)).containsExactly("渡船开了。", "他没有醒来。");
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
  void aLineThatOnlyLooksLikeANoteIsText(String line) {
    ReadText reading = read("a.txt", "渡船开了。\n\n" + line + "\n\n他没有醒来。");
    assertThat(blocks(reading)).contains(line);
    assertThat(reading.waivers()).isEmpty();
  }

  @Test
  void aNoteInsideAParagraphDoesNotPartItAndOneBeforeItDoesNotJoinIt() {
    String before = "The ferry, which had left the northern shore at noon, was late\n";
    String after = "because of the fog that lay on the water all morning long.\n";
    String note = "%% ballast-ok: omitted – so be it\n";
    assertThat(blocks(read("a.txt", before + note + after)))
        .isEqualTo(blocks(read("a.txt", before + after)));
    assertThat(blocks(read("a.txt", before + after + "\n" + note + before + after)))
        .isEqualTo(blocks(read("a.txt", before + after + "\n" + before + after)));
    assertThat(read("a.txt", before + note + after).document().location(before.length() + 2).line())
        .isEqualTo(3);
  }

  @Test
  void aNoteIsANoteEvenWhereEachLineIsASentence() {
    ReaderOptions lines = ReaderOptions.DEFAULT.withLayout(Layout.LINES);
    assertThat(blocks(read(lines, "a.txt", "一。\n%% ballast-ok: omitted – x\n二。")))
        .containsExactly("一。", "二。");
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

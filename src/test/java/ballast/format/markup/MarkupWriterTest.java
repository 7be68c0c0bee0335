package ballast.format.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InlineCode;
import ballast.format.article.ArticleFormat;
import ballast.format.article.FoundBlock;
import ballast.format.article.Mark;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MarkupWriterTest {

  private static final MarkupWriter WRITER =
      MarkupWriter.of(ArticleFormat.MARKDOWN, ReaderOptions.DEFAULT).orElseThrow();

  private static FoundBlock block(String file, int index) {
    return new MarkdownReader(Mark.DEFAULT).read(file, "a.md").blocks().get(index);
  }

  /** A translation with the codes of the block at these offsets. */
  private static TranslatedBlock text(FoundBlock block, String text, int... offsets) {
    List<InlineCode> codes = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      InlineCode code = block.codes().get(i);
      codes.add(
          new InlineCode(
              code.side(), offsets[i], code.element(), code.attributes(), code.content()));
    }
    return new TranslatedBlock(text, codes);
  }

  private static MarkupWriter.Result write(String file, int index, TranslatedBlock text) {
    return WRITER.write(file, Map.of(index, text));
  }

  @Test
  void onlyTheBlockChanges() {
    String file = "\r\n#  标题  ##\r\n\r\n* 看[链接](u \"t\")  \r\n\r\n```\r\nx\r\n```\r\n";
    MarkupWriter.Result written = write(file, 1, text(block(file, 1), "See the link", 8, 12));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text())
        .isEqualTo("\r\n#  标题  ##\r\n\r\n* See the [link](u \"t\")  \r\n\r\n```\r\nx\r\n```\r\n");
  }

  @Test
  void aTextThatStaysLeavesTheFileAsItIs() {
    String file = "one *two*\nthree\n";
    FoundBlock block = block(file, 0);
    MarkupWriter.Result written = write(file, 0, new TranslatedBlock(block.text(), block.codes()));
    assertThat(written.text()).isEqualTo(file);
  }

  @Test
  void signsAreEscapedWhereTheyWouldBeMarkup() {
    assertThat(write("甲\n", 0, text(block("甲\n", 0), "1. a * b_c [d] <e> *f*")).text())
        .isEqualTo("1\\. a * b_c \\[d\\] \\<e> \\*f\\*\n");
  }

  @Test
  void aLostCodeIsNamed() {
    String file = "a **b**\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "x y", 0));
    assertThat(written.problems()).containsEntry(0, "the code ** is missing");
    assertThat(written.text()).isEqualTo(file);
  }

  @Test
  void aDoubledCodeIsNamed() {
    String file = "a `b`\n";
    List<InlineCode> codes = new ArrayList<>(block(file, 0).codes());
    codes.add(codes.get(1));
    MarkupWriter.Result written = write(file, 0, new TranslatedBlock("a b", codes));
    assertThat(written.problems()).containsEntry(0, "the code ` stands twice");
  }

  @Test
  void boldThatEndsInAPunctuationMarkIsWrittenAsATag() {
    String file = "**Note:** this\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "注意：这个", 0, 3));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text()).isEqualTo("<strong>注意：</strong>这个\n");
  }

  @Test
  void aReferenceKeepsItsTarget() {
    String file = "见[文档]。\n\n[文档]: http://x\n";
    MarkupWriter.Result written = write(file, 0, text(block(file, 0), "See docs.", 4, 8));
    assertThat(written.text()).isEqualTo("See [docs][文档].\n\n[文档]: http://x\n");
  }

  @Test
  void barsInCellsAreEscaped() {
    String file = "| a | `x` |\n|---|---|\n| b | c `d\\|e` |\n";
    FoundBlock cell = block(file, 3);
    MarkupWriter.Result written = write(file, 3, text(cell, "f|g d|e", 4, 7));
    assertThat(written.problems()).isEmpty();
    assertThat(written.text()).isEqualTo("| a | `x` |\n|---|---|\n| b | f\\|g `d\\|e` |\n");
  }

  @Test
  void lineBreaksAreWrittenAsTheFileDoes() {
    String file = "> one  \n> two\n";
    assertThat(write(file, 0, text(block(file, 0), "甲\n乙")).text()).isEqualTo("> 甲  \n> 乙\n");
    assertThat(write("# one\n", 0, text(block("# one\n", 0), "甲\n乙")).text())
        .isEqualTo("# 甲<br>乙\n");
  }

  @Test
  void codeIsNotReplaced() {
    String file = "```\nx\n```\n";
    assertThat(write(file, 0, text(block(file, 0), "y")).problems())
        .containsEntry(0, "it is code, which is not translated");
  }

  @Test
  void oneTextThatCannotBeWrittenDoesNotStopTheOthers() {
    String file = "one\n\n`two` words\n\nthree\n";
    FoundBlock second = block(file, 1);
    MarkupWriter.Result written =
        WRITER.write(
            file,
            Map.of(
                0, text(block(file, 0), "甲"),
                1, text(second, "乙`词", 0, 2),
                2, text(block(file, 2), "丙")));
    assertThat(written.problems()).containsOnlyKeys(1);
    assertThat(written.text()).isEqualTo("甲\n\n`two` words\n\n丙\n");
  }
}

package ballast.format.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Document;
import ballast.bitext.Span;
import ballast.format.article.ArticleEdit;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.format.file.RawText.Rewriting;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in Markdown as every command reads and corrects them. */
@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
final class MarkdownFileTest {

  private static final String TEXT =
      "# 标题 `x`\n\n他们**大力发展**先进的生产力，见[指南](u)。\n> 引文 **粗** 与生产力\n> 继续\n\n"
          + "| 表 | 生产力 |\n|---|---|\n";

  @TempDir Path folder;

  private final DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);

  private byte[] corrected(byte[] bytes, String old, String now, int which) throws IOException {
    Path file = folder.resolve("a.md");
    Files.write(file, bytes);
    ReadText reading = reader.read(file, "a.md");
    String text = reading.document().text();
    int start = -1;
    for (int i = 0; i <= which; i++) {
      start = text.indexOf(old, start + 1);
    }
    TextEdit edit = new TextEdit(new Span(start, start + old.length()), now);
    Rewriting rewriting = ArticleEdit.prepare(file, reading, reader, Map.of(0, List.of(edit)));
    assertThat(rewriting.refused()).isEmpty();
    rewriting.write();
    return Files.readAllBytes(file);
  }

  private void assertOnlyTheWordChanges(String file, Charset charset) throws IOException {
    for (int which = 0; which < 3; which++) {
      int place = -1;
      for (int i = 0; i <= which; i++) {
        place = file.indexOf("生产力", place + 1);
      }
      String wanted = file.substring(0, place) + "生产关系" + file.substring(place + 3);
      assertThat(corrected(file.getBytes(charset), "生产力", "生产关系", which))
          .isEqualTo(wanted.getBytes(charset));
    }
  }

  @Test
  void aCorrectionChangesNothingElse() throws IOException {
    assertOnlyTheWordChanges(TEXT, UTF_8);
    assertOnlyTheWordChanges("\uFEFF" + TEXT, UTF_8);
    assertOnlyTheWordChanges(TEXT.replace("\n", "\r\n"), UTF_8);
    assertOnlyTheWordChanges("\uFEFF" + TEXT.replace("\n", "\r\n"), UTF_8);
    assertOnlyTheWordChanges(TEXT.replace("\n", "\r\n"), Charset.forName("GB18030"));
  }

  @Test
  void aCorrectionInsideBoldKeepsItsSigns() throws IOException {
    assertThat(corrected(TEXT.getBytes(UTF_8), "大力发展", "着力发展", 0))
        .isEqualTo(TEXT.replace("大力发展", "着力发展").getBytes(UTF_8));
  }

  @Test
  void aWaiverIsForTheParagraphThatFollows() {
    String file = "One.\n\n<!-- ballast-ok: repeated-word (quoted) -->\nTwo two.\n\nThree.\n";
    ReadText reading = reader.read(file.getBytes(UTF_8), "a.md");
    assertThat(reading.waivers()).hasSize(1);
    assertThat(reading.waivers().get(0).end().line()).isEqualTo(3);
    Document document = reading.document();
    assertThat(document.text()).isEqualTo("One.\nTwo two.\nThree.");
    assertThat(document.location(5).line()).isEqualTo(4);
  }

  @Test
  void marksStayMarks() {
    ReadText reading = reader.read("One\n%%% 2\nTwo\n".getBytes(UTF_8), "a.md");
    assertThat(reading.document().blocks())
        .extracting(block -> block.type())
        .containsExactly(BlockType.PARAGRAPH, BlockType.MARK, BlockType.PARAGRAPH);
  }
}

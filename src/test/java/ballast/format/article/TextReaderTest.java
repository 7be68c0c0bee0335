package ballast.format.article;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ReaderOptions.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextReaderTest {

  private static ReadText read(String text) {
    return new TextReader(ReaderOptions.DEFAULT).read(text.getBytes(UTF_8), "a.txt");
  }

  private static List<String> texts(Document document) {
    return document.blocks().stream().map(document::text).toList();
  }

  @Test
  void aDirectoryAMissingFileAndAnEmptyFileAreCalledByTheirNames(@TempDir Path folder)
      throws IOException {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);
    Path empty = Files.createFile(folder.resolve("empty.txt"));

    assertRefused(() -> reader.read(folder, "tm"))
        .hasMessage("cannot read \"tm\": it is a directory");
    assertRefused(() -> reader.read(folder.resolve("no.txt"), "no.txt"), "the file does not exist");
    assertRefused(() -> reader.read(empty, "empty.txt"))
        .hasMessage("cannot read \"empty.txt\": it is empty");
  }

  @ParameterizedTest
  @CsvSource({"'\uFEFF', it is empty", "' \n\t\u3000\n', only white space"})
  void aFileWithoutTextIsRefused(String text, String reason) {
    assertRefused(() -> read(text), reason);
  }

  @Test
  void aPageWithoutTextIsRefused() {
    assertRefused(
        () -> read("<html><head><script>var a;</script></head><body></body></html>"),
        "contains no text");
  }

  @Test
  void aFileAboveTheLimitIsRefused() {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT, 1 << 20);

    assertRefused(() -> reader.read(new byte[(1 << 20) + 1], "big.txt"))
        .hasMessage("cannot read \"big.txt\": it is larger than 1 MiB");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004\u0014\u0000', a.docx, an archive that is cut off",
    "'PK\u0005\u0006\u0000\u0000', a.zip, a ZIP archive",
    "'%PDF-1.7 ', a.pdf, a PDF file",
    "'\u00D0\u00CF\u0011\u00E0\u00A1', a.doc, an old Office file",
    "'\u0089PNG\r\n', a.png, a PNG image",
    "'SQLite format 3\u0000', memory.db, a database",
    "'\u001F\u008B\u0008', a.txt.gz, a gzip archive",
    "'{\\rtf1\\ansi', a.rtf, rich text",
    "'<?xml version=\"1.0\"?><tmx version=\"1.4\">', a.tmx, translation memory",
    "'a\u0000b\u0000\u0000c', a.bin, a binary file",
    "'\u0001\u0002\u0003\u0004abc\u0005\u0006', a.bin, a binary file",
  })
  void binaryFilesAreNamedByTheirFormat(String bytes, String name, String what) {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);

    assertRefused(() -> reader.read(bytes.getBytes(ISO_8859_1), name), "\"" + name + "\"", what)
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .isNotEmpty();
  }

  @Test
  void aLineIsABlockInTheLinesLayoutAndNothingElseHappens() {
    String text = "<html>\r\n\n  first line that\ngoes on, \u2028here\n- Advertisement -\n\n一、二";
    TextReader reader = new TextReader(ReaderOptions.DEFAULT.withLayout(Layout.LINES));
    Document document = reader.read(text.getBytes(UTF_8), "a.html").document();

    assertThat(texts(document))
        .containsExactly(
            "<html>", "first line that", "goes on, \u2028here", "- Advertisement -", "一、二");
    assertThat(document.blocks()).allMatch(block -> block.type() == BlockType.PARAGRAPH);
    assertThat(document.location(document.blocks().get(4).span().start()).line()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "这个国家的经济发展得很快。, zh-CN",
    "這個國家的經濟發展得很快。, zh-TW",
    "The economy of this country grows fast., en-US",
    "The ballast stone (压舱石) of the relation between the two countries is trade., en-US",
    "他在 Cambridge University Press 出版的书 Rivers 卖了三万册，今年又印了。, zh-CN",
    "これは日本語の文章です。, ja",
    "이것은 한국어 문장입니다., ko",
    "12345 6789, en-US",
  })
  void theLanguageIsFoundByItsLetters(String text, String lang) {
    ReadText reading = read(text);

    assertThat(reading.document().lang()).isEqualTo(new Lang(lang));
    assertThat(reading.notes()).anyMatch(note -> note.startsWith("language " + lang));
  }

  @Test
  void theLanguageAskedForWins() {
    ReaderOptions options = ReaderOptions.DEFAULT.withLang(new Lang("zh-HK"));
    assertThat(new TextReader(options).read("Hello there.".getBytes(UTF_8), "-").document().lang())
        .isEqualTo(new Lang("zh-HK"));
  }

  @Test
  void furnitureDoesNotDecideTheLanguage() {
    String menu = "Home World Business Sports Politics Opinion Video Subscribe\n".repeat(20);

    assertThat(read(menu + "\n河灯要在月亮上来之前放。").document().lang()).isEqualTo(Lang.ZH_CN);
  }

  @Test
  void everyKindOfLineEndMakesALine() {
    Document document = read("一。\r二。\r\n三。\n四。\f五。\u0085六。\u2028七。").document();

    assertThat(texts(document)).containsExactly("一。", "二。", "三。", "四。", "五。", "六。", "七。");
    assertThat(document.location(document.text().indexOf("三")).line()).isEqualTo(3);
    assertThat(document.location(document.text().indexOf("七")).toString()).isEqualTo("a.txt:4:10");
  }

  @Test
  void controlCharactersInsideTextAreKept() {
    String text = "The bell\u0007 rang twice, and\u0000 nobody in the whole house heard it.";

    assertRefused(() -> read(text));
    assertThat(read(text.replace("\u0000", "\u0001")).document().text())
        .isEqualTo(text.replace("\u0000", "\u0001"));
  }
}

package ballast.format.table;

import static ballast.bitext.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of beads as editors and spreadsheet programs leave them. */
class BeadTableTest {

  @TempDir Path folder;

  private List<BeadTable.Line> read(byte[] bytes) throws IOException {
    Path file = folder.resolve("x.tsv");
    Files.write(file, bytes);
    return BeadTable.read(file, "x.tsv");
  }

  private List<BeadTable.Line> read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static BeadTable.Line line(int number, String source, String target) {
    return new BeadTable.Line(number, source, target, false, true);
  }

  @Test
  void aLineIsABead() throws IOException {
    assertThat(read("门开了。\tIt opened.\t0.98\t1-1\n\n好。\t\t0.50\t1-0\n\tYes.\n"))
        .containsExactly(line(1, "门开了。", "It opened."), line(3, "好。", ""), line(4, "", "Yes."));
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsMeanNothing() throws IOException {
    List<BeadTable.Line> lines = List.of(line(1, "门开了。", "It opened."), line(2, "好。", "Good."));
    String text = "门开了。\tIt opened.\t1.00\t1-1\r\n好。\tGood.\t1.00\t1-1\r\n";

    assertThat(read("\uFEFF" + text)).isEqualTo(lines);
    assertThat(read(text.replace("\r\n", "\r"))).isEqualTo(lines);
    assertThat(read(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(lines);
    assertThat(read(text.repeat(20).getBytes(Charset.forName("GB18030")))).hasSize(40);
  }

  @Test
  void namesOfColumnsAreNoBead() throws IOException {
    assertThat(read("Source\tTarget\tConfidence\n好。\tGood.\n"))
        .containsExactly(line(2, "好。", "Good."));
  }

  @Test
  void okInTheThirdCellConfirms() throws IOException {
    assertThat(read("好。\tGood.\tok\n是。\tYes.\t\"OK \"\n不。\tNo.\t1\n"))
        .extracting(BeadTable.Line::isConfirmed)
        .containsExactly(true, true, false);
  }

  @Test
  void quotationMarksOfATextDoNotJoinLines() throws IOException {
    assertThat(read("“我来了。\t\"I came.\t0.9\t1-1\n我看了。”\tI saw.\"\t0.9\t1-1\n"))
        .hasSize(2)
        .extracting(BeadTable.Line::target)
        .containsExactly("\"I came.", "I saw.\"");
    assertThat(read("“我来了。\t\"I came.\n我看了。”\tI saw.\"\n")).hasSize(2);
  }

  @Test
  void aCellOfSeveralLinesIsOneCell() throws IOException {
    List<BeadTable.Line> lines = read("甲。乙。\t\"A.\nB. \"\"no\"\".\"\t0.9\t1-1\n丙。\tC.\n");

    assertThat(lines).extracting(BeadTable.Line::number).containsExactly(1, 3);
    assertThat(lines.get(0).target().replace("\"", "")).isEqualTo("A.\nB. no.");
  }

  @Test
  void escapesAreUndone() throws IOException {
    assertThat(read("甲\\n乙\tC:\\\\new\\tend \\x\n"))
        .containsExactly(line(1, "甲\n乙", "C:\\new\tend \\x"));
  }

  @Test
  void aLineWithoutATabIsIncomplete() throws IOException {
    assertThat(read("好。\n")).extracting(BeadTable.Line::isComplete).containsExactly(false);
    assertThat(read("")).isEmpty();
  }

  @Test
  void aWorkbookIsReadToo() throws IOException {
    Path file = folder.resolve("x.xlsx");
    TableSheet.Column column = new TableSheet.Column("source", 0);
    TableSheet.Column other = new TableSheet.Column("target", 0);
    try (OutputStream out = Files.newOutputStream(file)) {
      List<List<String>> rows = List.of(List.of("好。", "Good."), List.of("是。", ""));
      TableFile.writeXlsx(out, new TableSheet("beads", List.of(column, other), rows));
    }
    assertThat(BeadTable.read(file, "x.xlsx"))
        .containsExactly(line(2, "好。", "Good."), line(3, "是。", ""));
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    noise[0] = 0;

    assertRefused(() -> read(noise));
    assertRefused(() -> read("%PDF-1.4\n"), "PDF");
    assertRefused(() -> BeadTable.read(folder.resolve("none.tsv"), "none.tsv"), "does not exist");
  }

  @Test
  void manyLinesAndEndlessQuotesTakeNoTime() throws IOException {
    assertThat(read("好。\t\"Good.\n".repeat(100_000))).hasSize(100_000);
    assertThat(read("\"\n".repeat(100_000))).hasSizeGreaterThan(1);
    assertThat(read("\t".repeat(1_000_000))).hasSizeLessThan(2);
  }
}

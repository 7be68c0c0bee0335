package ballast.format.table;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables out and in again, and as spreadsheet programs save them. */
final class TableFileTest {

  private static final List<TableSheet.Column> COLUMNS =
      List.of(
          new TableSheet.Column("原文", 20),
          new TableSheet.Column("b", 20),
          new TableSheet.Column("c", 0, List.of("yes", "no")));

  @TempDir Path folder;

  private List<List<String>> cells(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return TableFile.read(folder.resolve(name), name).rows().stream()
        .map(TableFile.Row::cells)
        .toList();
  }

  private List<List<String>> again(boolean workbook, List<List<String>> rows) throws IOException {
    Path file = folder.resolve(workbook ? "t.xlsx" : "t.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      TableSheet sheet = new TableSheet("t", COLUMNS, rows);
      if (workbook) {
        XlsxWriter.write(out, sheet);
      } else {
        TableFile.writeCsv(out, sheet);
      }
    }
    List<TableFile.Row> read = TableFile.read(file, "t").rows();
    assertThat(read.get(0).cells()).containsExactly("原文", "b", "c");
    assertThat(read).allSatisfy(row -> assertThat(row.problem()).isEmpty());
    List<List<String>> cells = new ArrayList<>();
    for (TableFile.Row row : read.subList(1, read.size())) {
      List<String> padded = new ArrayList<>(row.cells());
      while (padded.size() < COLUMNS.size()) {
        padded.add("");
      }
      cells.add(padded);
    }
    return cells;
  }

  @Test
  void writtenValuesAreReadBack() throws IOException {
    List<List<String>> rows =
        List.of(
            List.of("=1+1", "+86", "-ism"),
            List.of("@SUM(A1)", "'=x", "''-y"),
            List.of("'quoted'", "don't", "'"),
            List.of("two\nlines", "a \"word\"", "one, two; three"),
            List.of("_x0041_", "_x005F_x0041_x0042_", "_x000D_"),
            List.of(" spaces ", "\ttab", "压舱石，“船”"),
            List.of("x", "", "😀"));
    assertThat(again(true, rows)).isEqualTo(rows);
    assertThat(again(false, rows)).isEqualTo(rows);
  }

  @Test
  void noRowForOtherProgramsHasAFormulaAndOursReadItAsItWas() throws IOException {
    List<String> cells = List.of("=1+1", "+86", "-ism", "@SUM(A1)", "\t=x", "'=x", "'a'", "; a");
    StringWriter out = new StringWriter();
    TableFile.writeRows(out, List.of("a", "b", "c", "d", "e", "f", "g", "h"), List.of(cells));
    String[] written = out.toString().split("\n")[1].split(",");
    assertThat(written).noneMatch(cell -> cell.replaceFirst("^\"", "").matches("(?s)^[=+@\t-].*"));
    assertThat(cells("o.csv", out.toString().getBytes(UTF_8)).get(1)).isEqualTo(cells);
  }

  @Test
  void anyTextComesBack() throws IOException {
    String[] pieces = {
      "=", "'", "-", "\"", ",", ";", "\t", "\n", " ", "_x", "0041", "_", "a", "船", "😀", "<b>", "&"
    };
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        rows.add(List.of(text(random, pieces), text(random, pieces), "z"));
      }
      assertThat(again(seed % 2 == 0, rows)).as("seed " + seed).isEqualTo(rows);
    }
  }

  private static String text(SplittableRandom random, String[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  @Test
  void noCellOfCsvIsAFormula() throws IOException {
    again(false, List.of(List.of("=cmd|' /C calc'!A0", "@x", "-1+2")));
    assertThat(Files.readString(folder.resolve("t.csv"), UTF_8))
        .startsWith("\uFEFF原文,b,c\n")
        .contains("'=cmd|' /C calc'!A0,'@x,'-1+2\n");
  }

  @Test
  void numbersOfAWorkbookAreNumbersAndTextsNextToThemAreNot() throws IOException {
    Path file = folder.resolve("n.xlsx");
    List<TableSheet.Column> columns =
        List.of(new TableSheet.Column("a", 9), TableSheet.Column.ofNumbers("b", 9));
    List<List<String>> rows =
        List.of(List.of("=1", "1234"), List.of("2", "0.50"), List.of("x", ""), List.of("", "1E+2"));
    try (OutputStream out = Files.newOutputStream(file)) {
      XlsxWriter.write(out, new TableSheet("n", columns, rows));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
      assertThat(sheet)
          .contains("<c r=\"B2\" s=\"4\"><v>1234</v></c>", "<c r=\"B3\" s=\"5\"><v>0.50</v></c>")
          .contains("<c r=\"B5\" s=\"4\"><v>100</v></c>", "<c r=\"A2\" s=\"1\" t=\"inlineStr\">")
          .doesNotContain("<f>", "r=\"B4\"");
    }
  }

  @Test
  void separatorsAndEncodingsOfSpreadsheetProgramsAreKnown() throws IOException {
    List<List<String>> expected = List.of(List.of("key", "原文"), List.of("a;b,c", "压舱石的故事"));
    String semicolons = "key;原文\r\n\"a;b,c\";压舱石的故事\r\n";
    assertThat(cells("a.csv", semicolons.getBytes(UTF_8))).isEqualTo(expected);
    assertThat(cells("b.csv", ("sep=;\r\n" + semicolons).getBytes(UTF_8))).isEqualTo(expected);
    assertThat(cells("c.csv", semicolons.getBytes(Charset.forName("GB18030")))).isEqualTo(expected);
    String tabs = "\uFEFF" + semicolons.replaceAll(";(?=[原压])", "\t");
    assertThat(cells("d.txt", tabs.getBytes(UTF_16LE))).isEqualTo(expected);
    assertThat(cells("e.csv", semicolons.replace("\r\n", "\r").getBytes(UTF_8)))
        .isEqualTo(expected);
  }

  @Test
  void rowsAreCountedAsASpreadsheetCountsThem() throws IOException {
    Files.writeString(folder.resolve("n.csv"), "a,b\n\"one\ntwo\",x\n\nlast,y\n", UTF_8);
    List<TableFile.Row> rows = TableFile.read(folder.resolve("n.csv"), "n.csv").rows();
    assertThat(rows).extracting(TableFile.Row::number).containsExactly(1, 2, 3, 4);
    assertThat(rows.get(2).isBlank()).isTrue();
    Files.writeString(folder.resolve("s.csv"), "sep=,\na,b\n", UTF_8);
    assertThat(TableFile.read(folder.resolve("s.csv"), "s.csv").rows().get(0).number())
        .isEqualTo(2);
  }

  @Test
  void aBrokenRowCostsThatRow() throws IOException {
    Files.writeString(folder.resolve("q.csv"), "a,b\n\"open\" x,y\nc,d\n", UTF_8);
    List<TableFile.Row> rows = TableFile.read(folder.resolve("q.csv"), "q.csv").rows();
    assertThat(rows.get(1).problem()).contains("quotation marks");
    assertThat(rows.get(2).cells()).containsExactly("c", "d");
  }

  @Test
  void aWorkbookIsKnownByItsContent() throws IOException {
    again(true, List.of(List.of("a", "b", "c")));
    Files.copy(folder.resolve("t.xlsx"), folder.resolve("named.csv"));
    assertThat(TableFile.read(folder.resolve("named.csv"), "named.csv").rows()).hasSize(2);
  }

  @Test
  void aSheetWithMoreRowsThanThereCanBeIsRefused() throws IOException {
    again(true, List.of(List.of("a", "b", "c"), List.of("d", "e", "f")));
    Path file = folder.resolve("t.xlsx");
    DelimitedText.Sink sink = new TableFile.Rows();
    assertThat(XlsxReader.read(file, "t.xlsx", sink, 3)).isEmpty();
    assertRefused(
        () -> XlsxReader.read(file, "t.xlsx", sink, 2), "more rows than a sheet can hold");
  }

  @Test
  void aFileThatIsNotATableIsRefused() throws IOException {
    assertRefused(() -> TableFile.read(folder.resolve("none.csv"), "none.csv"))
        .hasMessage("cannot read the table \"none.csv\": the file does not exist");
    assertRefused(() -> TableFile.read(folder, "folder"))
        .hasMessage("cannot read the table \"folder\": it is a folder");
    assertRefused(() -> cells("zip.xlsx", "PK\u0003\u0004 no zip".getBytes(UTF_8)))
        .hasMessage(
            "cannot read the workbook \"zip.xlsx\": not an Excel workbook, or a damaged one");
    assertRefused(() -> cells("p.csv", "%PDF-1.7 x".getBytes(UTF_8)), "a PDF file");
  }

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          a line is a bead ¦ '门开了。\tIt opened.\t0.98\t1-1\n\n好。\t\t0.50\t1-0\n\tYes.\n' ¦ \
          1 门开了。=It opened. / 3 好。= / 4 =Yes.
          names of columns are no bead ¦ 'Source\tTarget\tConfidence\n好。\tGood.\n' ¦ 2 好。=Good.
          ok in the third cell confirms ¦ '好。\tGood.\tok\n是。\tYes.\t"OK "\n不。\tNo.\t1\n' ¦ \
          1 好。=Good.+ / 2 是。=Yes.+ / 3 不。=No.
          quotation marks of a text do not join lines ¦ \
          '“我来了。\t"I came.\t0.9\t1-1\n我看了。”\tI saw."\t0.9\t1-1\n' ¦ \
          1 “我来了。="I came. / 2 我看了。”=I saw."
          quotation marks without more cells do not join lines ¦ \
          '“我来了。\t"I came.\n我看了。”\tI saw."\n' ¦ 1 “我来了。="I came. / 2 我看了。”=I saw."
          a cell of several lines is one cell ¦ \
          '甲。乙。\t"A.\nB. ""no""."\t0.9\t1-1\n丙。\tC.\n' ¦ \
          '1 甲。乙。="A.\nB. ""no""." / 3 丙。=C.'
          escapes are undone ¦ '甲\\n乙\tC:\\\\new\\tend \\x\n' ¦ '1 甲\n乙=C:\\new\tend \\x'
          a line without a tab is incomplete ¦ '好。\n' ¦ 1 好。=?
          an empty file has no beads ¦ '' ¦ ''
          """)
  void aLineIsABead(String what, String text, String beads) throws IOException {
    assertThat(read(text).stream().map(TableFileTest::shown).collect(Collectors.joining(" / ")))
        .as(what)
        .isEqualTo(beads);
  }

  /** Number, source and target; {@code +} is for confirmed and {@code ?} for incomplete. */
  private static String shown(BeadTable.Line line) {
    String signs = (line.isConfirmed() ? "+" : "") + (line.isComplete() ? "" : "?");
    return line.number() + " " + line.source() + "=" + line.target() + signs;
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
  void aWorkbookIsReadToo() throws IOException {
    Path file = folder.resolve("x.xlsx");
    TableSheet.Column column = new TableSheet.Column("source", 0);
    TableSheet.Column other = new TableSheet.Column("target", 0);
    try (OutputStream out = Files.newOutputStream(file)) {
      List<List<String>> rows = List.of(List.of("好。", "Good."), List.of("是。", ""));
      XlsxWriter.write(out, new TableSheet("beads", List.of(column, other), rows));
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

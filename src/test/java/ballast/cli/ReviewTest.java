package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review is exported as a table, edited in any way, and imported again. */
final class ReviewTest extends CommandTest {

  private static final int OLD = 3;
  private static final int NEW = 4;
  private static final int CHANGE = 5;
  private static final int COMMENT = 6;
  private static final int ANSWER = 7;
  private static final int KEY = 8;
  private static final int SENTENCES = 12;

  @BeforeEach
  void alignAnArticle() throws IOException {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (int i = 1; i <= SENTENCES; i++) {
      zh.append("第").append(i).append("号仓库存放了").append(i * 7).append("吨茶叶。\n\n");
      en.append("Warehouse ").append(i).append(" holds ").append(i * 7).append(" tons of tea.\n\n");
    }
    Files.createDirectories(folder.resolve("tm"));
    write("仓库.zh.txt", zh);
    write("仓库.en.txt", en);
    run(0, "align 仓库.zh.txt 仓库.en.txt -q");
  }

  private List<List<String>> export(String name) {
    run(0, "review", "export", "仓库", "-o", name, "--force", "-q");
    return rows(name);
  }

  private List<List<String>> rows(String name) {
    List<TableFile.Row> table = TableFile.read(folder.resolve(name), name).rows();
    List<String> heads = new ArrayList<>(table.get(0).cells());
    // A first revision has no columns for what was there before.
    boolean isFirst = !heads.contains("old");
    List<List<String>> rows = new ArrayList<>();
    for (TableFile.Row row : table.subList(1, table.size())) {
      List<String> cells = new ArrayList<>(row.cells());
      if (isFirst) {
        cells.add(OLD, "");
        cells.add(CHANGE, "");
      }
      while (cells.size() <= KEY) {
        cells.add("");
      }
      rows.add(cells);
    }
    return rows;
  }

  private void write(String name, List<List<String>> rows) throws IOException {
    List<TableSheet.Column> columns =
        List.of("no", "kind", "source", "old", "new", "change", "comment", "Accept? ", "key")
            .stream()
            .map(head -> new TableSheet.Column(head, 0))
            .toList();
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      TableSheet sheet = new TableSheet("review", columns, rows);
      if (name.endsWith("xlsx")) {
        XlsxWriter.write(out, sheet);
      } else {
        TableFile.writeCsv(out, sheet);
      }
    }
  }

  private Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    units("tm/memory.db").forEach(unit -> units.put(unit.id(), told(unit)));
    return units;
  }

  private static String told(Unit unit) {
    return unit.provenance().status().label() + " " + unit.target();
  }

  private static String idOf(List<String> row) {
    return row.get(KEY).split(":", -1)[1];
  }

  @Test
  void answersEditsAndCommentsGoIntoTheMemory() throws IOException {
    List<List<String>> rows = export("r.xlsx");
    assertThat(rows).hasSize(SENTENCES);
    rows.get(0).set(ANSWER, "是");
    rows.get(1).set(ANSWER, "N");
    rows.get(1).set(COMMENT, "不是茶叶");
    rows.get(2).set(NEW, "Depot 3 has 21 tons of tea.");
    rows.get(3).set(COMMENT, "tea or coffee?");
    Collections.reverse(rows);
    write("r.xlsx", rows);
    Outcome outcome = run("review import r.xlsx --by 王");
    assertThat(outcome.err())
        .isEqualTo(
            """
            12 rows: 1 accepted, 1 rejected, 1 edited, 2 commented; 9 undecided
            `ballast apply "仓库.en.txt"` writes the answers into the document
            """);
    assertThat(outcome.status()).isZero();
    assertThat(units().values())
        .contains(
            "approved Warehouse 1 holds 7 tons of tea.",
            "rejected Warehouse 2 holds 14 tons of tea.",
            "draft Depot 3 has 21 tons of tea.",
            "draft Warehouse 4 holds 28 tons of tea.");
    assertThat(run("tm history " + idOf(rows.get(8))).out())
        .contains("commented  unit " + idOf(rows.get(8)), "tea or coffee?");
    assertThat(run("tm history " + idOf(rows.get(10))).out())
        .contains("commented  unit " + idOf(rows.get(10)), "  不是茶叶\n", "  王\n");
    run(0, "tm verify");
  }

  @Test
  void aProgramIsToldOfASentenceThatNoCellCanHold() {
    String unit = units().keySet().iterator().next();
    String text = "Tea. ".repeat(TableFile.MAX_CHARACTERS / 4);
    run(0, "tm", "edit", unit, "--target", text);
    Outcome outcome = run("review export 仓库 -o r.csv --json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"document":"仓库","file":"r.csv","format":"csv","sentences":11,\
            "problems":[{"unit":"%s","reason":"it is longer than a cell can be"}]}
            """,
            unit);
    assertThat(outcome.err())
        .isEqualTo("warning: left out unit " + unit + ": it is longer than a cell can be\n");
    assertThat(run("review export 仓库 -o r.html --json").out())
        .contains("\"sentences\":12,\"problems\":[]");
  }

  @Test
  void takingAReviewASecondTimeChangesNothing() throws IOException {
    List<List<String>> rows = export("r.csv");
    rows.get(0).set(ANSWER, "yes");
    rows.get(1).set(COMMENT, "once");
    rows.get(2).set(NEW, "Depot 3.");
    write("r.csv", rows);
    run(0, "review import r.csv");
    Map<String, String> after = units();
    assertThat(run(0, "review import r.csv").err())
        .isEqualTo("12 rows: 2 already up to date; 10 undecided\n");
    assertThat(units()).isEqualTo(after);
    assertThat(run("tm history").out().split("reviewed", -1)).hasSize(2);
  }

  @Test
  void undoTakesAWholeReviewBack() throws IOException {
    Map<String, String> before = units();
    List<List<String>> rows = export("r.xlsx");
    rows.forEach(row -> row.set(ANSWER, "no"));
    rows.get(5).set(ANSWER, "");
    rows.get(5).set(COMMENT, "later");
    write("r.xlsx", rows);
    run(0, "review import r.xlsx");
    assertThat(units()).isNotEqualTo(before);
    run(0, "tm undo");
    assertThat(units()).isEqualTo(before);
    run(0, "tm verify");
  }

  @Test
  void aDryRunAndAStrictRunWriteNothing() throws IOException {
    Map<String, String> before = units();
    List<List<String>> rows = export("r.csv");
    rows.get(0).set(ANSWER, "yes");
    rows.get(1).set(ANSWER, "maybe");
    write("r.csv", rows);
    assertThat(run(ExitCode.FINDINGS, "review import r.csv --dry-run").out())
        .contains("draft -> approved  unit " + idOf(rows.get(0)));
    assertThat(run(ExitCode.FAILED, "review import r.csv --strict").err())
        .contains("1 row of \"r.csv\" cannot be taken", "row 3");
    assertThat(units()).isEqualTo(before);
  }

  @Test
  void aReviewOfAnotherMemoryIsRefused() throws IOException {
    List<List<String>> rows = export("r.csv");
    rows.forEach(row -> row.set(KEY, row.get(KEY).replaceFirst(":[0-9a-f]{6}", ":ffffff")));
    rows.get(0).set(ANSWER, "yes");
    write("r.csv", rows);
    assertThat(run(ExitCode.FAILED, "review import r.csv").err())
        .contains("no row of \"r.csv\" belongs to a unit of this memory");
  }

  @Test
  void aWorkbookOfADiffHasTheRowsOfItsCsv() throws IOException {
    write("a.txt", "=The old pier is closed.\n\nThe port is _x0041_.\n");
    write("b.txt", "=The new pier is closed.\n\nThe port was _x0041_.\n");
    for (String form : List.of("csv", "xlsx")) {
      run(ExitCode.FINDINGS, "diff", "a.txt", "b.txt", "-o", "d." + form);
    }
    List<List<String>> rows = rows("d.xlsx");
    assertThat(rows).hasSize(2).isEqualTo(rows("d.csv"));
    assertThat(rows.get(0)).contains("=The new pier is closed.");
    assertThat(run("diff a.txt b.txt --format xlsx").err())
        .contains("a workbook cannot be written to standard output");
  }

  @Test
  void aPageToAnswerEscapesEverythingAndHasNoScriptButItsOwn() throws IOException {
    List<List<String>> rows = export("r.csv");
    rows.get(0).set(NEW, "<script>alert(1)</script> \u202Etea");
    write("r.csv", rows);
    run(0, "review import r.csv");
    run(0, "review export 仓库 --since 1 -o r.html");
    assertThat(read("r.html"))
        .contains("default-src 'none'", "1 sentence to review", "&lt;script&gt;", "U+202E")
        .containsOnlyOnce("<script")
        .doesNotContain("\u202E");
  }

  @Test
  void aDerivedMemoryTakesAReviewOfItsTwin() throws IOException {
    List<List<String>> rows = export("r.xlsx");
    rows.get(0).set(ANSWER, "yes");
    write("r.xlsx", rows);
    Files.delete(folder.resolve("tm/memory.db"));
    run(0, "align 仓库.zh.txt 仓库.en.txt -q");
    run(0, "review import r.xlsx");
    assertThat(units()).containsValue("approved Warehouse 1 holds 7 tons of tea.");
  }

  @Test
  void inlineCodesStayWhereTheyBelong() throws IOException {
    write(
        "c.tmx",
        """
        <tmx version="1.4"><header/><body><tu><prop type="x-document">仓库</prop>
        <tuv xml:lang="zh-CN"><seg>茶<hi type="b">香</hi>四溢。</seg></tuv>
        <tuv xml:lang="en-US"><seg>The <hi type="b">scent</hi> of tea is every<ph>-</ph>where.</seg></tuv>
        </tu></body></tmx>
        """);
    run(0, "tm import c.tmx -q");
    List<List<String>> rows = export("r.csv");
    List<String> row = rows.get(rows.size() - 1);
    assertThat(row.get(NEW)).isEqualTo("The scent of tea is everywhere.");
    row.set(NEW, "Now the scent of tea is everywhere.");
    write("r.csv", rows);
    run(0, "review import r.csv");
    assertThat(run("tm export --all").out())
        .contains("<seg>Now the <hi type=\"b\">scent</hi> of tea is every<ph>-</ph>where.</seg>");
    rows = export("r.csv");
    row = rows.get(rows.size() - 1);
    row.set(NEW, row.get(NEW).replace("everywhere", "all around"));
    write("r.csv", rows);
    assertThat(run(ExitCode.FINDINGS, "review import r.csv").err())
        .contains("a markup code that the table does not show");
  }

  /** The edits of a random reviewer to a table, and the expected result. */
  @Test
  void shuffledDeletedAndRepeatedRowsAreToldApart() throws IOException {
    for (long seed = 1; seed <= 12; seed++) {
      Random random = new Random(seed);
      String name = seed % 2 == 0 ? "r.xlsx" : "r.csv";
      List<List<String>> rows = export(name);
      Map<String, String> expected = units();
      List<List<String>> back = new ArrayList<>();
      int problems = 0;
      for (List<String> row : rows) {
        switch (random.nextInt(8)) {
          case 0 -> {} // deleted
          case 1 -> back.add(answered(row, "yes", "", Unit.Status.APPROVED, expected));
          case 2 -> back.add(answered(row, "no", "", Unit.Status.REJECTED, expected));
          case 3 -> back.add(answered(row, "", edited(row, random), Unit.Status.DRAFT, expected));
          case 4 ->
              back.add(answered(row, "Y", edited(row, random), Unit.Status.APPROVED, expected));
          case 5 -> {
            List<String> one = answered(row, "yes", "", Unit.Status.APPROVED, expected);
            back.add(one);
            back.add(new ArrayList<>(one));
          }
          case 6 -> {
            back.add(with(row, ANSWER, "yes"));
            back.add(with(row, ANSWER, "no"));
            problems += 2;
          }
          default -> {
            back.add(with(row, random.nextBoolean() ? KEY : 2, "?"));
            problems++;
          }
        }
      }
      Collections.shuffle(back, random);
      write(name, back);
      Outcome outcome = run("review", "import", name);
      assertThat(units()).as("seed " + seed + "\n" + outcome.err()).isEqualTo(expected);
      assertThat(outcome.err().split("not taken: ", -1)).as("seed " + seed).hasSize(problems + 1);
      run(0, "tm verify");
    }
  }

  private static String edited(List<String> row, Random random) {
    String[] starts = {"=", "-", "+ ", "'=", "@", "two\nlines ", "_x0041_ ", "茶\"", "a;b, "};
    return starts[random.nextInt(starts.length)] + row.get(NEW).replace("'", "") + ".";
  }

  private static List<String> with(List<String> row, int column, String cell) {
    List<String> copy = new ArrayList<>(row);
    copy.set(column, cell);
    return copy;
  }

  private static List<String> answered(
      List<String> row,
      String answer,
      String target,
      Unit.Status status,
      Map<String, String> expected) {
    List<String> copy = with(row, ANSWER, answer);
    if (!target.isEmpty()) {
      copy.set(NEW, target);
    }
    expected.put(idOf(row), status.label() + " " + copy.get(NEW));
    return copy;
  }
}

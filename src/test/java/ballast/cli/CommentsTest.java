package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.format.table.XlsxWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments by commands, in tables for reviewers, and in files for other programs. */
final class CommentsTest extends CommandTest {

  private String first = "";
  private String second = "";

  @BeforeEach
  void alignAnArticle() throws IOException {
    write("quay.zh.txt", "码头上有一座灯塔。\n\n渡船七点开。\n");
    write("quay.en.txt", "There is a lighthouse on the quay.\n\nThe ferry leaves at seven.\n");
    run(0, "align quay.zh.txt quay.en.txt -q");
    first = units("tm/memory.db").get(0).id();
    second = units("tm/memory.db").get(1).id();
  }

  private void comment(String unit, String... more) {
    List<String> words = new ArrayList<>(List.of("tm", "comment", unit, "--by", "Wang"));
    words.addAll(List.of(more));
    run(0, words.toArray(String[]::new));
  }

  @Test
  void aCommentIsListedAnsweredAndResolvedByCommands() {
    comment(first, "Which quay?");
    comment(second, "Or eight?");
    assertThat(run("review show quay").out())
        .isEqualTo(
            """
            quay  unit %s
              码头上有一座灯塔。
              There is a lighthouse on the quay.
              #1 Wang 2026-02-14: Which quay?

            quay  unit %s
              渡船七点开。
              The ferry leaves at seven.
              #2 Wang 2026-02-14: Or eight?

            """
                .formatted(first, second));
    comment(first, "The old one.", "--reply-to", "1");
    comment(first, "--resolve");
    assertThat(run("review show").out()).doesNotContain("#1").contains("#2");
    assertThat(run("review show --all").out())
        .contains("#1 Wang 2026-02-14: The old one.\n  #1 Wang 2026-02-14 resolved\n");
    assertThat(run("tm", "comment", first, "--resolve").err()).contains("like that already");
    comment(first, "--reopen", "--dry-run");
    assertThat(run("review show").out()).doesNotContain("#1");
    assertThat(run("review show --json").out())
        .contains("\"id\":2,\"resolved\":false,\"remarks\":[{\"author\":\"Wang\"");
    run(0, "tm undo");
    assertThat(run("review show").out()).contains("#1");
    assertThat(run("review show nothing").status()).isEqualTo(ExitCode.FAILED);
    Outcome wrong = run("tm", "comment", second, "No.", "--reply-to", "1");
    assertThat(wrong.err()).contains("has no comment #1");
  }

  private List<List<String>> export(String name) {
    run(0, "review", "export", "quay", "-o", name, "--force", "-q");
    return TableFile.read(folder.resolve(name), name).rows().stream()
        .map(TableFile.Row::cells)
        .map(cells -> (List<String>) new ArrayList<>(cells))
        .toList();
  }

  private String imported(String name, List<List<String>> rows) throws IOException {
    List<Column> heads = rows.get(0).stream().map(head -> new Column(head, 0)).toList();
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      XlsxWriter.write(out, new TableSheet("review", heads, rows.subList(1, rows.size())));
    }
    return run("review", "import", name, "--by", "Li").err();
  }

  @Test
  void aSheetCarriesCommentsBothWaysAndDoublesNone() throws IOException {
    comment(first, "Which quay?\n#9 is not a number.");
    comment(second, "Or eight?");
    List<List<String>> rows = export("r.xlsx");
    int cell = rows.get(0).indexOf("comment");
    String exported = "#1 Wang 2026-02-14: Which quay?\n#9 is not a number.";
    assertThat(rows.get(1).get(cell)).isEqualTo(exported);
    assertThat(imported("r.xlsx", rows)).isEqualTo("2 rows: nothing changed; 2 undecided\n");
    rows.get(1).set(cell, exported + "\n#1 the old one\n");
    rows.get(2).set(cell, "Say when.\n" + rows.get(2).get(cell) + " \n#2 已解决：见时刻表");
    for (int i = 0; i < 2; i++) {
      String told = i == 0 ? "2 commented" : "nothing changed";
      assertThat(imported("r.xlsx", rows)).startsWith("2 rows: " + told);
      assertThat(run("review show --all").out())
          .contains("#1 Li 2026-02-14: the old one\n\n")
          .contains("#2 Li 2026-02-14 resolved: 见时刻表\n  #4 Li 2026-02-14: Say when.\n\n");
    }
  }

  @Test
  void aCommentIsKeptThoughItsAnswerIsNotTaken() throws IOException {
    List<List<String>> rows = export("r.xlsx");
    List<String> heads = rows.get(0);
    run(0, "tm", "edit", first, "--target", "A lighthouse is on the quay.");
    rows.get(1).set(heads.indexOf("accept?"), "yes");
    rows.get(1).set(heads.indexOf("comment"), "Which quay?");
    rows.get(2).set(heads.indexOf("accept?"), "perhaps");
    rows.get(2).set(heads.indexOf("comment"), "Or eight?");
    assertThat(imported("r.xlsx", rows)).contains("2 rows: 2 commented; 2 not taken");
    assertThat(run("review show").out()).contains("Which quay?", "Or eight?");
  }

  @Test
  void aReplyToACommentThatIsNotThereIsANewComment() throws IOException {
    List<List<String>> rows = export("r.xlsx");
    rows.get(1).set(rows.get(0).indexOf("comment"), "#7 so it is");
    assertThat(imported("r.xlsx", rows)).startsWith("2 rows: 1 commented");
    assertThat(run("review show").out()).contains("#1 Li 2026-02-14: #7 so it is");
  }

  @Test
  void openCommentsAreNotesForOtherPrograms() throws IOException {
    comment(first, "Which quay?");
    comment(second, "Or eight?");
    comment(second, "--resolve");
    run(0, "tm export -o out.xlf");
    assertThat(read("out.xlf")).containsOnlyOnce("<note from=\"Wang\">Which quay?</note>");
    assertThat(read("out.xlf")).doesNotContain("eight");
    run(0, "tm export -o out.tmx");
    assertThat(read("out.tmx")).containsOnlyOnce("<note>Which quay?</note>");
    run(0, "tm import out.tmx");
    run(0, "tm export -o again.tmx");
    assertThat(read("again.tmx")).containsOnlyOnce("<note>Which quay?</note>");
  }
}

package ballast.app.revisions;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Git;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TestRepository;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.revise.Change;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several files are compared by one command, each beside its source. */
final class FolderComparisonTest extends CommandTest {

  private static final String FERRY = "The ferry leaves every hour.\n";
  private static final String LIGHT = "Volunteers look after the old lighthouse.\n";

  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void makeVersions() throws IOException {
    write("旧/渡轮.zh.txt", "渡轮每小时一班。\n");
    write("新/渡轮.zh.txt", "渡轮每两小时一班。\n");
    write("旧/渡轮.en.txt", FERRY);
    write("新/渡轮.en.txt", FERRY);
    write("旧/灯塔/a.en.txt", LIGHT);
    write("新/灯塔/a.en.txt", LIGHT.replace("old", "ancient"));
    write("旧/gone.en.txt", LIGHT);
    write("新/added.en.txt", LIGHT);
    write("新/notes.json", "{}");
  }

  private int compare(FolderComparison.Subject subject) {
    return new FolderComparison(Workplace.in(folder), Notices.NONE)
        .compare(
            subject,
            RevisionComparison.Options.DEFAULT,
            (name, compared) ->
                seen.add(
                    name + " " + compared.shownOf(0).stream().map(one -> one.kind()).toList()));
  }

  @Test
  void filesOfTheSameNameAreComparedBesideTheirSources() {
    assertThat(compare(new FolderComparison.Folders("旧", "新/"))).isEqualTo(2);
    assertThat(seen)
        .containsExactly(
            "渡轮.en.txt [" + Change.Kind.STALE + "]", "灯塔/a.en.txt [" + Change.Kind.EDITED + "]");
  }

  @Test
  void aTranslationThatOneFolderOnlyHasIsADifference() throws IOException {
    write("新/灯塔/a.en.txt", LIGHT);
    run(0, "diff 旧/灯塔 新/灯塔");
    write("新/灯塔/b.en.txt", FERRY);
    write("旧/灯塔/c.en.txt", FERRY);
    Outcome outcome = run(ExitCode.FINDINGS, "diff 旧/灯塔 新/灯塔");
    assertThat(outcome.out())
        .contains("新/灯塔/b.en.txt: not in 旧/灯塔\n", "旧/灯塔/c.en.txt: not in 新/灯塔\n");
    assertThat(outcome.err())
        .contains("1 file was compared: none has changes; 2 files are in one version only\n");
    run(0, "diff 旧/灯塔 新/灯塔 --fail-on stale");
    run("diff 旧/灯塔 新/灯塔 -o p.html");
    assertThat(read("p.html"))
        .contains("Changes in 2 files", "<li>旧/灯塔/c.en.txt: not in 新/灯塔</li>");
    List<String> lines = run("diff 旧/灯塔 新/灯塔 --format json").out().lines().toList();
    JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
    assertThat(last.get("only").asText()).isEqualTo("old");
    assertThat(last.at("/new/name").asText()).isEqualTo("旧/灯塔/c.en.txt");
    assertThat(last.get("changes")).isEmpty();
  }

  @Test
  void anEmptyTranslationHasNoSentencesAndAnUnreadableOneIsNamed() throws IOException {
    write("新/渡轮.en.txt", "\n");
    write("新/空.en.txt", "");
    write("旧/空.en.txt", "");
    Files.write(folder.resolve("新/b.en.txt"), new byte[] {0, 1, 2, 0, (byte) 0xFF, 0});
    write("旧/b.en.txt", LIGHT);
    Outcome outcome = run(ExitCode.FAILED, "diff 旧 新");
    assertThat(outcome.err())
        .contains("error: cannot compare \"b.en.txt\": ")
        .contains("3 files were compared: 2 with changes; 1 could not be compared; 2 files are")
        .doesNotContain("渡轮.en.txt is compared without its source");
    assertThat(outcome.out())
        .contains("== 渡轮.en.txt ==", "removed", "[-" + FERRY.strip() + "-]", "ancient");
    run(ExitCode.FAILED, "diff 旧 新 -o p.html");
    assertThat(folder.resolve("p.html")).exists();
    Git git = TestRepository.init(folder);
    TestRepository.commit(git, "all");
    write("旧/渡轮.en.txt", "");
    outcome = run("diff --git HEAD");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(outcome.out()).contains("== 旧/渡轮.en.txt ==", "[-" + FERRY.strip() + "-]");
  }

  @Test
  void aNameThatIsNotThereIsNamedBesideAFolder() {
    Outcome outcome = run(ExitCode.FAILED, "diff 旧 nosuch");
    assertThat(outcome.err()).contains("there is no file or folder \"nosuch\"");
  }

  @Test
  void aBrokenGlossaryIsNotTakenForTheFaultOfASource() throws IOException {
    write("glossary/terms.csv", "zh,en\n渡轮,\n");
    Outcome outcome = run(ExitCode.FAILED, "diff 旧 新");
    assertThat(outcome.err())
        .startsWith("error: cannot use the glossary")
        .contains("--no-glossary")
        .doesNotContain("without its source");
    assertThat(outcome.out()).isEmpty();
    outcome = run("diff --no-glossary 旧 新");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void patternsAndListsNameFilesToo() throws IOException {
    assertThat(compare(new FolderComparison.Folders("旧/**/*.en.txt", "新/灯塔/../**/a.en.txt")))
        .isEqualTo(1);
    write("表/list.txt", "../旧/gone.en.txt\t../新/added.en.txt\n");
    assertThat(compare(new FolderComparison.Listed("表/list.txt"))).isEqualTo(1);
    assertThat(seen).containsExactly("灯塔/a.en.txt [EDITED]", "表/../新/added.en.txt []");
  }

  @Test
  void nothingInCommonIsAnError() throws IOException {
    write("空/readme.json", "{}");
    assertRefused(() -> compare(new FolderComparison.Folders("空", "新")))
        .hasMessage("\"空\" and \"新\" have no translation in common");
  }

  @Test
  void anIndexPageLeadsToThePagesOfTheFiles() throws IOException {
    Outcome outcome = run(ExitCode.FINDINGS, "diff 旧 新 -o 变化.html");
    assertThat(outcome.err()).contains("2 files were compared: 2 with changes");
    assertThat(read("变化.html"))
        .contains("<h1 lang=\"en\">Changes in 4 files</h1>", "/2-a.en.txt.html\">灯塔/a.en.txt</a>")
        .contains("1 stale");
    assertThat(read("变化/1-渡轮.en.txt.html")).contains("渡轮每两小时一班。");
    // What Ballast wrote is replaced; what it did not write is not.
    run(1, "diff 旧 新 -o 变化.html");
    write("变化/1-渡轮.en.txt.html", "mine");
    assertThat(run("diff 旧 新 -o 变化.html").err()).contains("already exists");
    assertThat(run("diff 旧 新 -o x.csv").err()).contains("text, JSON or pages");
    assertThat(run("diff 旧 新 --source 旧/渡轮.zh.txt").err()).contains("--source cannot be used here");
    assertThat(run("diff 旧 新").out()).contains("== 渡轮.en.txt ==");
  }

  @Test
  void theSourceOfACommitIsThatOfTheOldVersion() throws IOException {
    Git git = TestRepository.init(folder);
    TestRepository.commit(git, "all");
    write("旧/渡轮.zh.txt", "渡轮每两小时一班。\n");
    write("旧/渡轮.en.txt", "The ferry leaves each hour.\n");
    run(ExitCode.FINDINGS, "diff --git HEAD 旧/渡轮.en.txt -o page.html");
    assertThat(read("page/1-渡轮.en.txt.html")).contains("渡轮每", "两");
    assertThat(read("page.html")).contains("compared with HEAD");
  }

  @Test
  void unitsComeFromStandardInput() throws IOException {
    write("units.tsv", "桥\tbridge\n");
    Outcome outcome =
        runner().runWithInput("桥\tthe bridge\n", words("diff - units.tsv --from-format tsv"));
    assertThat(outcome.out()).contains("[-the -]bridge");
    assertThat(outcome.err()).contains("stdin.tsv").doesNotContain("ballast");
  }
}

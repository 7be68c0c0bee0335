package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.project.Git;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.format.document.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The output of plain {@code git diff}; skipped without git. */
final class GitExternalDiffTest extends CommandTest {

  private static final String NAME = "港 口.tmx";

  private Git git;

  @BeforeEach
  void makeARepository() throws IOException {
    git = TestRepository.init(folder);
    String command =
        program().command().stream()
            .map(GitExternalDiffTest::quoted)
            .collect(Collectors.joining(" "));
    run(0, "git", "install", "--external-diff", "--command", command);
    writeTmx(NAME, "港口处理了九百万个集装箱。", "The port handled nine million containers.");
    commit("first");
  }

  /** A text quoted as one word of a shell command. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private void writeTmx(String name, String... texts) throws IOException {
    write(name, TestRepository.tmx(texts));
  }

  private void commit(String message) {
    TestRepository.commit(git, message);
  }

  private void changeTheNumber() throws IOException {
    writeTmx(NAME, "港口处理了九百万个集装箱。", "The port handled ten million containers.");
  }

  @Test
  void aChangedFileIsComparedByUnitUnderTheNameThatTheUserKnows() throws IOException {
    changeTheNumber();
    String shown = git.require("diff").text();
    assertThat(shown)
        .startsWith("== " + NAME + " ==\n\nedited")
        .contains("港口处理了九百万个集装箱。", "The port handled [-nine-]{+ten+} million containers.");
    commit("second");
    assertThat(git.require("log", "-p", "--ext-diff", "-1").text()).contains("    second\n", shown);
    assertThat(git.require("log", "-p", "-1").text())
        .contains("+The port handled ten million containers.");
  }

  @Tag("slow")
  @Test
  void addedRemovedAndRenamedFilesAreReported() throws IOException {
    writeTmx("-新.tmx", "一。", "One.");
    git.require("mv", NAME, "码头.tmx");
    git.require("add", "-A");
    assertThat(git.require("diff", "--cached", "-M").text())
        .contains("== -新.tmx, added ==\n\nadded", "One.")
        .contains("== " + NAME + ", now 码头.tmx ==\n\nthe contents are the same\n");
    assertThat(git.require("diff", "--cached", "--no-renames", "--", NAME).text())
        .contains("== " + NAME + ", removed ==\n\nremoved", "nine million");
  }

  @Tag("slow")
  @Test
  void anEditedFileThatWasRenamedIsComparedWithItsOldVersion() throws IOException {
    String[] units = new String[20];
    for (int i = 0; i < units.length; i += 2) {
      units[i] = "第" + i + "句话。";
      units[i + 1] = "This is sentence number " + i + ".";
    }
    writeTmx("a.tmx", units);
    commit("second");
    git.require("mv", "a.tmx", "b.tmx");
    units[1] = "That is sentence number 0.";
    writeTmx("b.tmx", units);
    git.require("add", "-A");
    assertThat(git.require("diff", "--cached", "-M").text())
        .contains("== a.tmx, now b.tmx ==", "[-This-]{+That+} is sentence number 0.");
  }

  @Tag("slow")
  @Test
  void aBrokenFileDoesNotKeepGitFromTheOthers() throws IOException {
    writeTmx("a.tmx", "一。", "One.");
    commit("second");
    write("a.tmx", "<tmx version=\"1.4\"><body><tu>");
    changeTheNumber();
    assertThat(git.require("diff").text())
        .contains("== a.tmx ==\n\nthe files differ and cannot be compared: the new")
        .contains("{+ten+}")
        .doesNotContain(System.getProperty("java.io.tmpdir"));
    commit("third");
    writeTmx("a.tmx", "一。", "One.");
    assertThat(git.require("diff").text())
        .contains("the old version: ", "\"a.tmx\"")
        .doesNotContain("git-blob");
  }

  @Tag("slow")
  @Test
  void differencesOutsideTheTextsAreReportedToo() throws IOException {
    Path file = folder.resolve(NAME);
    write(NAME, Files.readString(file).replace("<header/>", "<header srclang=\"zh-CN\"/>"));
    assertThat(git.require("diff").text())
        .contains("no differences in 1 sentence", "the files differ in something else");
  }

  @Test
  void aDocumentIsComparedSentenceBySentence() throws IOException {
    Path file = folder.resolve("港.docx");
    Files.write(file, Packages.docx(Packages.p("The old port. A ship.")).bytes());
    commit("second");
    Files.write(file, Packages.docx(Packages.p("The new port. A ship.")).bytes());
    assertThat(git.require("diff").text())
        .startsWith("== 港.docx ==\n\nedited")
        .contains("The [-old-]{+new+} port.", "1 unchanged, 1 edited");
    assertThat(git.require("diff", "--no-ext-diff").text())
        .contains("\n-The old port.\n+The new port.\n A ship.\n");
  }

  @Test
  void aFileInConflictIsNamed() {
    assertThat(run(0, "git", "diff", "--", NAME).out())
        .isEqualTo("== " + NAME + ", not merged yet ==\n\n");
    run(ExitCode.FAILED, "git diff -- a b");
  }

  @Test
  void gitSaysHowThePagerIsWrittenTo() throws IOException {
    writeTmx("old.tmx", "一。", "One old port.");
    writeTmx("new.tmx", "一。", "One new port.");
    String[] call = {"git", "diff", "--", "x.tmx", "old.tmx", "1", "1", "new.tmx", "2", "1"};
    Map<String, String> pager = Map.of("GIT_PAGER_IN_USE", "true", "COLUMNS", "150");
    CommandRunner paged = new CommandRunner(folder, pager, 0);
    // Else git asks TERM, which a server may not have.
    git.require("config", "color.ui", "always");
    assertThat(paged.run(call).out()).contains("\033[", "\u2502");
    git.require("config", "color.ui", "never");
    assertThat(paged.run(call).out()).doesNotContain("\033[").contains("\u2502");
  }

  @Test
  void installingWithoutItOrUninstallingTakesItAway() {
    assertThat(git.require("config", "diff.ballast.command").text()).contains(" git diff --\n");
    run("git install");
    assertThat(git.run(List.of("config", "diff.ballast.command")).status()).isEqualTo(1);
    run("git install --external-diff");
    assertThat(git.require("config", "diff.ballast.command").text())
        .isEqualTo("ballast git diff --\n");
    run("git uninstall");
    assertThat(git.require("config", "--local", "--list").text()).doesNotContain("ballast");
  }
}

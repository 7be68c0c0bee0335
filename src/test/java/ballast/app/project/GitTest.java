package ballast.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TestRepository;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work with a real git; skipped where there is none. */
final class GitTest extends CommandTest {

  private static final String OLD = "The port handled nine million containers.\n";
  private static final String NEW = "The port handled ten million containers.\n";

  private Git git;

  @BeforeEach
  void makeARepository() throws IOException {
    git = TestRepository.init(folder);
    write("港口.en.txt", OLD);
    write("units.tmx", TestRepository.tmx("港口。", "Port."));
    commit("first");
  }

  private void commit(String message) {
    TestRepository.commit(git, message);
  }

  @Test
  void aWorkTreeIsComparedWithACommit() throws IOException {
    write("港口.en.txt", NEW);
    Outcome outcome = run(ExitCode.FINDINGS, "diff --git HEAD");
    assertThat(outcome.out()).contains("== 港口.en.txt ==", "[-nine-]{+ten+}");
    assertThat(run("diff --git HEAD units.tmx").out()).isEmpty();
  }

  @Test
  void filesWithoutPartnerAreNamedAndTemporaryFilesAreNot() throws IOException {
    Files.delete(folder.resolve("港口.en.txt"));
    write("new.en.txt", NEW);
    write("units.tmx", TestRepository.tmx("港口。", "A port."));
    git.require("add", "new.en.txt");
    Outcome outcome = run("diff --git HEAD");
    assertThat(outcome.out()).contains("new.en.txt: not in HEAD\n", "港口.en.txt: only in HEAD\n");
    assertThat(outcome.err())
        .contains("1 file was compared: 1 with changes; 2 files are in one version only\n")
        .contains("HEAD:units.tmx: 1 unit\n")
        .doesNotContain("ballast-git");
    assertThat(outcome.out()).contains("{+A port+}");
  }

  @Test
  void whatIsBesideTheFolderIsComparedIfItIsNamed() throws IOException {
    write("译 文/内/a.en.txt", OLD);
    commit("inner");
    write("译 文/内/a.en.txt", NEW);
    write("港口.en.txt", NEW);
    CommandRunner there = new CommandRunner(folder.resolve("译 文/内"));
    assertThat(there.run("diff", "--git", "HEAD").out())
        .contains("== a.en.txt ==")
        .doesNotContain("港口");
    assertThat(there.run("diff", "--git", "HEAD").err())
        .contains("only the folder \"译 文/内\" is compared; name ../../ for the whole work tree\n");
    assertThat(there.run("diff", "--git", "HEAD", "../../港口.en.txt").out())
        .contains("== ../../港口.en.txt ==", "[-nine-]{+ten+}")
        .doesNotContain("a.en.txt");
    assertThat(there.run("diff", "--git", "HEAD", "../..").out())
        .contains("== a.en.txt ==", "== ../../港口.en.txt ==");
    assertThat(run("diff --git HEAD").out()).contains("== 译 文/内/a.en.txt ==", "== 港口.en.txt ==");
  }

  @Test
  void aPathThatIsNowhereIsNamed() throws IOException {
    Outcome outcome = run(ExitCode.FAILED, "diff --git HEAD 港口.en.txt nothere");
    assertThat(outcome.err()).contains("there is no \"nothere\", neither here nor in HEAD");
    Files.delete(folder.resolve("港口.en.txt"));
    assertThat(run("diff --git HEAD 港口.en.txt"))
        .isEqualTo(
            new Outcome(
                ExitCode.FINDINGS, "港口.en.txt: only in HEAD\n", "1 file is in one version only\n"));
  }

  @Test
  void anUnknownRevisionIsNamed() {
    assertThat(run(ExitCode.FAILED, "diff --git nowhere").err())
        .contains("there is no revision \"nowhere\"");
    run(ExitCode.FAILED, "diff --git --output=x");
  }

  @Test
  void installingIsUndoneWithoutATrace() throws IOException {
    Path attributes = folder.resolve(".git/info/attributes");
    write(".git/info/attributes", "*.png binary\n");
    String before = git.require("config", "--local", "--list").text();
    run(0, "git install");
    run(0, "git install");
    assertThat(Files.readAllLines(attributes))
        .containsExactly(
            "*.png binary",
            "*.tmx diff=ballast merge=ballast",
            "*.db diff=ballast",
            "*.docx diff=ballast",
            "*.odt diff=ballast",
            "*.pptx diff=ballast",
            "*.xlsx diff=ballast");
    assertThat(git.require("config", "diff.ballast.textconv").text())
        .isEqualTo("ballast git textconv --\n");
    assertThat(git.require("config", "merge.ballast.driver").text())
        .isEqualTo("ballast git merge -- %O %A %B %P\n");
    run(0, "git uninstall");
    assertThat(Files.readAllLines(attributes)).containsExactly("*.png binary");
    assertThat(git.require("config", "--local", "--list").text()).isEqualTo(before);
    assertThat(run("git uninstall").err()).contains("nothing to remove");
  }

  @Test
  void textconvPrintsUnits() throws IOException {
    Outcome outcome = new Outcome(0, "港口。\nPort.\n\n", "");
    assertThat(run("git textconv units.tmx")).isEqualTo(outcome);
    Files.copy(folder.resolve("units.tmx"), folder.resolve("-o.tmx"));
    assertThat(run("git textconv -- -o.tmx")).isEqualTo(outcome);
  }

  @Test
  void mergeTakesBothSidesAndMarksConflicts() throws IOException {
    write("base", TestRepository.tmx("一。", "One.", "二。", "Two."));
    write("ours", TestRepository.tmx("一。", "The one.", "二。", "Two."));
    write("theirs", TestRepository.tmx("一。", "One.", "二。", "The two."));
    run(0, "git merge -- base ours theirs -o.tmx");
    assertThat(read("ours")).contains("The one.", "The two.").doesNotContain("x-conflict");
    write("ours", TestRepository.tmx("一。", "The one.", "二。", "Two."));
    write("theirs", TestRepository.tmx("一。", "Number one.", "二。", "Two."));
    run(1, "git merge base ours theirs");
    assertThat(read("ours")).contains("The one.", "Number one.", "x-conflict");
  }

  @Test
  void mergedUnitsStayAsTheyAreWritten() throws IOException {
    String head =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header srclang="ZH" datatype="plaintext"><note>Ours &amp; theirs.</note></header>
        <body>
        """;
    String one = "<tu usagecount='3'><tuv xml:lang=\"zh_TW\"><seg>車。</seg></tuv>%s</tu>\n";
    String french = "<tuv xml:lang=\"fr\"><seg>La <hi>voiture</hi>.</seg></tuv>";
    String two = "<!-- <tu> --><tu tuid=\"2\"><tuv xml:lang=\"EN\"><seg>%s</seg></tuv></tu>\n";
    String tail = "</body></tmx>\n";
    write("base", head + one.formatted("") + two.formatted("Two.") + tail);
    write("ours", head + one.formatted(french) + two.formatted("Two.") + tail);
    write("theirs", head + one.formatted("") + two.formatted("<![CDATA[</tu>]]>") + tail);
    assertThat(run("git merge base ours theirs").err()).contains("2 units, 0 in conflict");
    assertThat(read("ours"))
        .isEqualTo(head + one.formatted(french) + two.formatted("<![CDATA[</tu>]]>") + tail);
  }

  @Test
  void aBrokenFileIsNotMergedAndOursStaysAsItWas() throws IOException {
    String ours = TestRepository.tmx("一。", "The one.");
    write("base", ours);
    write("ours", ours);
    write("theirs", "<tmx version=\"1.4\"><body><tu>");
    run(ExitCode.FAILED, "git merge base ours theirs");
    assertThat(read("ours")).isEqualTo(ours);
    assertThat(git.run(List.of("status", "--porcelain")).text()).contains("ours");
  }
}

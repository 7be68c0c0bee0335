package ballast.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.TestRepository;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work with a real git; skipped where there is none. */
final class GitTest {

  private static final String OLD = "The port handled nine million containers.\n";
  private static final String NEW = "The port handled ten million containers.\n";

  @TempDir Path directory;
  private Git git;
  private CommandRunner runner;

  @BeforeEach
  void makeARepository() throws IOException {
    git = TestRepository.init(directory);
    runner = new CommandRunner(directory);
    Files.writeString(directory.resolve("港口.en.txt"), OLD, UTF_8);
    Files.writeString(directory.resolve("units.tmx"), TestRepository.tmx("港口。", "Port."), UTF_8);
    commit("first");
  }

  private void commit(String message) {
    TestRepository.commit(git, message);
  }

  @Test
  void aWorkTreeIsComparedWithACommit() throws IOException {
    Files.writeString(directory.resolve("港口.en.txt"), NEW, UTF_8);
    CommandRunner.Outcome outcome = runner.run("diff", "--git", "HEAD");
    assertThat(outcome.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(outcome.out()).contains("== 港口.en.txt ==", "[-nine-]{+ten+}");
    assertThat(runner.run("diff", "--git", "HEAD", "units.tmx").out()).isEmpty();
  }

  @Test
  void filesWithoutPartnerAreNamedAndTemporaryFilesAreNot() throws IOException {
    Files.delete(directory.resolve("港口.en.txt"));
    Files.writeString(directory.resolve("new.en.txt"), NEW, UTF_8);
    Files.writeString(directory.resolve("units.tmx"), TestRepository.tmx("港口。", "A port."), UTF_8);
    git.require("add", "new.en.txt");
    CommandRunner.Outcome outcome = runner.run("diff", "--git", "HEAD");
    assertThat(outcome.out()).contains("new.en.txt: not in HEAD\n", "港口.en.txt: only in HEAD\n");
    assertThat(outcome.err())
        .contains("1 file was compared: 1 with changes; 2 files are in one version only\n")
        .contains("HEAD:units.tmx: 1 unit\n")
        .doesNotContain("ballast-git");
    assertThat(outcome.out()).contains("{+A port+}");
  }

  @Test
  void whatIsBesideTheFolderIsComparedIfItIsNamed() throws IOException {
    Path inner = Files.createDirectories(directory.resolve("译 文/内"));
    Files.writeString(inner.resolve("a.en.txt"), OLD, UTF_8);
    git.require("add", "译 文");
    commit("inner");
    Files.writeString(inner.resolve("a.en.txt"), NEW, UTF_8);
    Files.writeString(directory.resolve("港口.en.txt"), NEW, UTF_8);
    CommandRunner there = new CommandRunner(inner);
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
    assertThat(new CommandRunner(directory).run("diff", "--git", "HEAD").out())
        .contains("== 译 文/内/a.en.txt ==", "== 港口.en.txt ==");
  }

  @Test
  void aPathThatIsNowhereIsNamed() throws IOException {
    CommandRunner.Outcome outcome = runner.run("diff", "--git", "HEAD", "港口.en.txt", "nothere");
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("there is no \"nothere\", neither here nor in HEAD");
    Files.delete(directory.resolve("港口.en.txt"));
    outcome = runner.run("diff", "--git", "HEAD", "港口.en.txt");
    assertThat(outcome.out()).isEqualTo("港口.en.txt: only in HEAD\n");
    assertThat(outcome.err()).isEqualTo("1 file is in one version only\n");
    assertThat(outcome.status()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void anUnknownRevisionIsNamed() {
    CommandRunner.Outcome outcome = runner.run("diff", "--git", "nowhere");
    assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).contains("there is no revision \"nowhere\"");
    assertThat(runner.run("diff", "--git", "--output=x").status()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void installingIsUndoneWithoutATrace() throws IOException {
    Path attributes = directory.resolve(".git/info/attributes");
    Files.createDirectories(directory.resolve(".git/info"));
    Files.writeString(attributes, "*.png binary\n", UTF_8);
    String before = git.require("config", "--local", "--list").text();
    assertThat(runner.run("git", "install").status()).isZero();
    assertThat(runner.run("git", "install").status()).isZero();
    assertThat(Files.readAllLines(attributes))
        .containsExactly("*.png binary", "*.tmx diff=ballast merge=ballast", "*.db diff=ballast");
    assertThat(git.require("config", "diff.ballast.textconv").text())
        .isEqualTo("ballast git textconv --\n");
    assertThat(git.require("config", "merge.ballast.driver").text())
        .isEqualTo("ballast git merge -- %O %A %B %P\n");
    assertThat(runner.run("git", "uninstall").status()).isZero();
    assertThat(Files.readAllLines(attributes)).containsExactly("*.png binary");
    assertThat(git.require("config", "--local", "--list").text()).isEqualTo(before);
    assertThat(runner.run("git", "uninstall").err()).contains("nothing to remove");
  }

  @Test
  void textconvPrintsUnits() throws IOException {
    CommandRunner.Outcome outcome = runner.run("git", "textconv", "units.tmx");
    assertThat(outcome.out()).isEqualTo("港口。\nPort.\n\n");
    assertThat(outcome.err()).isEmpty();
    Files.copy(directory.resolve("units.tmx"), directory.resolve("-o.tmx"));
    assertThat(runner.run("git", "textconv", "--", "-o.tmx").out()).isEqualTo(outcome.out());
  }

  @Test
  void mergeTakesBothSidesAndMarksConflicts() throws IOException {
    write("base", TestRepository.tmx("一。", "One.", "二。", "Two."));
    write("ours", TestRepository.tmx("一。", "The one.", "二。", "Two."));
    write("theirs", TestRepository.tmx("一。", "One.", "二。", "The two."));
    assertThat(runner.run("git", "merge", "--", "base", "ours", "theirs", "-o.tmx").status())
        .isZero();
    String merged = Files.readString(directory.resolve("ours"), UTF_8);
    assertThat(merged).contains("The one.", "The two.").doesNotContain("x-conflict");
    write("ours", TestRepository.tmx("一。", "The one.", "二。", "Two."));
    write("theirs", TestRepository.tmx("一。", "Number one.", "二。", "Two."));
    assertThat(runner.run("git", "merge", "base", "ours", "theirs").status()).isEqualTo(1);
    merged = Files.readString(directory.resolve("ours"), UTF_8);
    assertThat(merged).contains("The one.", "Number one.", "x-conflict");
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
    assertThat(runner.run("git", "merge", "base", "ours", "theirs").err())
        .contains("2 units, 0 in conflict");
    assertThat(Files.readString(directory.resolve("ours"), UTF_8))
        .isEqualTo(head + one.formatted(french) + two.formatted("<![CDATA[</tu>]]>") + tail);
  }

  @Test
  void aBrokenFileIsNotMergedAndOursStaysAsItWas() throws IOException {
    String ours = TestRepository.tmx("一。", "The one.");
    write("base", ours);
    write("ours", ours);
    write("theirs", "<tmx version=\"1.4\"><body><tu>");
    assertThat(runner.run("git", "merge", "base", "ours", "theirs").status())
        .isEqualTo(ExitCode.FAILED);
    assertThat(Files.readString(directory.resolve("ours"), UTF_8)).isEqualTo(ours);
    assertThat(git.run(List.of("status", "--porcelain")).text()).contains("ours");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text, UTF_8);
  }
}

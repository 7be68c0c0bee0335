package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.format.article.ArticleFormat;
import ballast.format.document.Packages;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook and the CI commands of the manual, in a real repository with the built classes. */
final class CiManualTest {

  private static final Path MANUAL = Path.of("src/site/markdown/ci.md");
  private static final Path HOOK = Path.of("src/main/scripts/pre-commit");
  private static final Path ACTION = Path.of(".github/actions/check/action.yml");

  @TempDir Path directory;
  private Path repository;

  @BeforeEach
  void makeARepository() throws Exception {
    assumeTrue(File.separatorChar == '/', "needs sh");
    repository = Files.createDirectories(directory.resolve("项目 a"));
    try {
      run(0, "git", "init", "-q");
    } catch (IOException e) {
      assumeTrue(false, "no git on the PATH");
    }
    String launcher =
        "#!/bin/sh\nLC_ALL=C.UTF-8; export LC_ALL\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' ballast.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"));
    writeProgram("../bin/ballast", launcher);
    // As in a clone of this project, where programs find each other.
    writeProgram("../clone/src/main/scripts/ballast", launcher);
    writeProgram("../clone/" + HOOK, Files.readString(HOOK));
    writeProgram(".git/hooks/pre-commit", Files.readString(HOOK));
    write(
        "glossary/terms.csv",
        "id,zh,en,status\nstone,压舱石,ballast stone,preferred\nstone,压舱石,cornerstone,forbidden\n");
  }

  /** Writes a file of the repository. */
  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private void writeProgram(String name, String text) throws IOException {
    write(name, text);
    assertThat(repository.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void document(String name, String text) throws IOException {
    Files.write(repository.resolve(name), Packages.docx(Packages.p(text)).bytes());
  }

  private static List<String> blocks(String language) throws IOException {
    Matcher blocks =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
            .matcher(Files.readString(MANUAL, UTF_8));
    return blocks.results().map(block -> block.group(1)).toList();
  }

  /** Runs a program that must end with this status; returns what it has written. */
  private String run(int status, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
    builder.environment().merge("PATH", "", (path, none) -> directory.resolve("bin") + ":" + path);
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(text).isEqualTo(status);
    return text;
  }

  private void stage() throws Exception {
    run(0, "git", "add", ".");
  }

  private String commit(int status, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=m", "-c", "user.email=m@x", "commit", "-q", "-m", "x"));
    command.addAll(List.of(options));
    return run(status, command.toArray(String[]::new));
  }

  @Test
  void theHookChecksStagedFilesAndNotTheWorkTree() throws Exception {
    String units = "tm/单元 b.tsv";
    write(units, "贸易是压舱石。\tTrade is a cornerstone.\n");
    stage();
    assertThat(commit(1))
        .contains("tm/单元 b.tsv:1:1: error: \"cornerstone\" is not to be used")
        .contains("Not committed.");
    write(units, "贸易是压舱石。\tTrade is a ballast stone.\n");
    stage();
    write(units, "贸易是压舱石。\tTrade is a cornerstone.\n");
    commit(0);
    assertThat(run(0, "git", "show", "HEAD:" + units)).contains("ballast stone");
  }

  @Tag("slow")
  @Test
  void theHookChecksAnArticleWhenItsTranslationIsStaged() throws Exception {
    write("a.zh.txt", "贸易是压舱石。\n");
    write("notes.txt", "cornerstone\n");
    stage();
    commit(0);
    write("a.en.txt", "Trade is a cornerstone.\n");
    stage();
    assertThat(commit(1)).contains("a.en.txt:1:12: error:");
    String fix = "ballast check a.zh.txt a.en.txt --fix --apply";
    run(0, "sh", "-c", fix);
    stage();
    commit(0);
  }

  /** The baseline of the manual is in the commit, and so are tables that are not units. */
  @Tag("slow")
  @Test
  void theHookKnowsABaselineAndArticlesOfOtherFormats() throws Exception {
    String stone = "贸易是压舱石。";
    write("md/a.zh.md", "# 贸易\n\n" + stone + "\n");
    write("md/a.en.md", "# Trade\n\nTrade is a cornerstone.\n");
    document("b.zh.docx", stone);
    document("b.en.docx", "Trade is a cornerstone.");
    write("glossary/more.tsv", "zh\ten\n基石\tcornerstone\n");
    write("pairs.tsv", "b.zh.docx\tb.en.docx\n");
    stage();
    assertThat(commit(1))
        .contains("md/a.en.md:3:12: error:", "b.en.docx (paragraph 1): error:")
        .doesNotContain("pairs.tsv", "more.tsv");
    String known = "ballast check . --baseline known.tsv --update-baseline -q";
    run(0, "sh", "-c", known);
    write("ballast.toml", "[check]\nbaseline = \"known.tsv\"\n");
    stage();
    assertThat(commit(0)).isEmpty();

    // Nothing has changed since, in any format.
    assertThat(run(0, "sh", "-c", "ballast check . --since HEAD --baseline known.tsv"))
        .contains("checked 3 pairs, 0 changed since HEAD");

    document("b.en.docx", "Trade is our cornerstone.");
    stage();
    assertThat(commit(1)).contains("our [cornerstone]").doesNotContain("known.tsv", "a.en.md");
  }

  @Test
  void aBrokenFileIsNotCommitted() throws Exception {
    write("u.tmx", "<tmx version=\"1.4\"><body><tu>");
    stage();
    assertThat(commit(1)).contains("cannot read \"u.tmx\"");
  }

  @Test
  void theHookKnowsEveryFormat() throws IOException {
    Set<String> known = new TreeSet<>();
    Pattern.compile("\\*\\.([a-z.]+)(?= [|\\\\]|\\))")
        .matcher(Files.readString(HOOK))
        .results()
        .forEach(pattern -> known.add(pattern.group(1)));
    for (ArticleFormat format : ArticleFormat.values()) {
      assertThat(known).contains(format.extension());
    }
    for (UnitFormat format : UnitFormat.values()) {
      assertThat(known).containsAll(format.allExtensions());
    }
    assertThat(known)
        .allMatch(type -> ArticleFormat.isOne("a." + type) || UnitFile.isOne("a." + type));
  }

  @Tag("slow")
  @Test
  void theHookChecksCataloguesFoldersAndOtherFormats() throws Exception {
    write("po/a.po", "msgid \"压舱石。\"\nmsgstr \"A cornerstone.\"\n");
    write("docs/zh/one/a.md", "贸易是压舱石。\n");
    write("docs/en/one/a.md", "Trade is a cornerstone.\n");
    write("b.zh.srt", "1\n00:00:01,000 --> 00:00:02,000\n贸易是压舱石。\n");
    write("b.en.srt", "1\n00:00:01,000 --> 00:00:02,000\nTrade is a cornerstone.\n");
    stage();
    assertThat(commit(1))
        .contains("po/a.po:2:", "docs/en/one/a.md:1:12: error:", "b.en.srt:3:12: error:")
        .containsOnlyOnce("docs/en/one/a.md:1:12");
  }

  /** What the framework does: it clones the project and runs the entry with the staged files. */
  @Test
  void theFrameworkRunsTheHook() throws Exception {
    Matcher entry =
        Pattern.compile("(?s)- id: ballast-check\n.*\n  entry: (\\S+)\n  language: script\n")
            .matcher(Files.readString(Path.of(".pre-commit-hooks.yaml")));
    assertThat(entry.find()).isTrue();
    assertThat(Files.isExecutable(Path.of(entry.group(1)))).isTrue();
    String program = directory.resolve("clone").resolve(entry.group(1)).toString();
    write("tm/单元 b.tsv", "贸易是压舱石。\tTrade is a cornerstone.\n");
    write("notes.txt", "cornerstone\n");
    Files.delete(directory.resolve("bin/ballast"));
    assertThat(run(1, program, "notes.txt", "tm/单元 b.tsv"))
        .contains("tm/单元 b.tsv:1:1: error: \"cornerstone\" is not to be used");
    write("tm/单元 b.tsv", "贸易是压舱石。\tTrade is a ballast stone.\n");
    assertThat(run(0, program, "notes.txt", "tm/单元 b.tsv")).isEmpty();
    assertThat(repository.resolve("notes.txt")).exists();
  }

  /** The step of the composite action as GitHub runs it; its inputs have their defaults. */
  @Tag("slow")
  @Test
  void theActionAnnotatesWhatABranchChanges() throws Exception {
    String action = Files.readString(ACTION);
    Matcher step = Pattern.compile("(?m)^      run: \\|\n((?:        .*\n)+)").matcher(action);
    assertThat(step.find()).isTrue();
    assertThat(action).contains("using: composite", "shell: bash");
    String script = step.group(1).replaceAll("(?m)^ {8}", "");
    Path folder = directory.resolve("clone").resolve(ACTION).resolveSibling("");
    Files.createDirectories(folder);
    String call =
        "GITHUB_ACTION_PATH='" + folder + "' FAIL_ON=error FILES='%s' SINCE='%s'\n" + script;
    String[] bash = {"bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", ""};
    units(unit("旧的压舱石。", "An old cornerstone."));
    stage();
    commit(0, "--no-verify");
    run(0, "git", "branch", "base");
    units(unit("旧的压舱石。", "An old cornerstone."), unit("新的压舱石。", "A new cornerstone."));
    stage();
    commit(0, "--no-verify");
    bash[6] = call.formatted(".", "");
    assertThat(run(1, bash))
        .contains("::error file=tm/units.tmx")
        .contains("checked 2 pairs", "2 errors");
    bash[6] = call.formatted("tm/*.tmx\n", "base");
    assertThat(run(1, bash)).contains("1 changed since", "1 error");
    bash[6] = call.formatted(".", "nowhere");
    run(128, bash);
  }

  private static String unit(String zh, String en) {
    return "<tu><tuv xml:lang=\"zh-CN\"><seg>%s</seg></tuv><tuv xml:lang=\"en-US\"><seg>%s</seg></tuv></tu>"
        .formatted(zh, en);
  }

  private void units(String... units) throws IOException {
    write(
        "tm/units.tmx",
        "<tmx version=\"1.4\"><header/><body>" + String.join("", units) + "</body></tmx>");
  }

  @Tag("slow")
  @Test
  void aBranchReportsItsOwnChangesAndNotThoseOfItsBase() throws Exception {
    String old = unit("旧的压舱石。", "An old cornerstone.");
    units(old);
    write("tm/articles/文 章.zh.txt", "贸易是压舱石。\n");
    write("tm/articles/文 章.en.txt", "Trade is a cornerstone.\n");
    write("check-branch.sh", blocks("sh").get(1));
    stage();
    commit(0, "--no-verify");
    run(0, "git", "branch", "-M", "main");
    run(0, "git", "checkout", "-q", "-b", "work");
    String[] script = {"sh", "check-branch.sh", "main"};
    run(0, script);

    units(old, unit("新的压舱石。", "A new cornerstone."));
    stage();
    commit(0, "--no-verify");
    assertThat(run(1, script))
        .contains("checked 2 pairs, 1 changed since ", "A new [cornerstone]")
        .doesNotContain("An old", "Trade is");

    // Later commits to the base are not changes of the branch.
    run(0, "git", "checkout", "-q", "main");
    units(unit("旧的压舱石。", "An old ballast stone."));
    stage();
    commit(0, "--no-verify");
    run(0, "git", "checkout", "-q", "work");
    assertThat(run(1, script)).contains("A new").doesNotContain("An old");

    units(old, unit("新的压舱石。", "A new ballast stone."));
    write("tm/articles/文 章.en.txt", "All trade is a cornerstone.\n");
    stage();
    commit(0, "--no-verify");
    assertThat(run(1, script)).contains("文 章.en.txt:1:16: error:");
    run(2, "sh", "check-branch.sh", "nowhere");
  }

  @Tag("slow")
  @Test
  void theCommandsOfTheServersWriteTheFilesThatTheyUpload() throws Exception {
    units(unit("压舱石。", "A cornerstone."));
    List<String> commands = new ArrayList<>();
    List<String> uploads = new ArrayList<>();
    for (String block : blocks("yaml")) {
      Pattern.compile("(?m)^ *(?:- |run: )(ballast check .*)$")
          .matcher(block)
          .results()
          .forEach(command -> commands.add(command.group(1)));
      Pattern.compile("(?m)^ *(?:sarif_file|junit): (.*)$")
          .matcher(block)
          .results()
          .forEach(file -> uploads.add(file.group(1)));
    }
    assertThat(commands).hasSize(5);
    write("ballast.toml", "[rules]\nomitted = \"warning\"\n");
    run(0, "git", "add", "glossary", "ballast.toml");
    commit(0, "--no-verify");
    Matcher settings = Pattern.compile("git show .*").matcher(Files.readString(MANUAL, UTF_8));
    assertThat(settings.find()).isTrue();
    run(0, "sh", "-c", "BASE=HEAD; " + settings.group());
    for (String command : commands) {
      run(1, "sh", "-c", "BASE=HEAD; " + command);
    }
    assertThat(uploads).containsExactly("ballast.sarif", "ballast-junit.xml");
    for (String file : uploads) {
      assertThat(Files.readString(repository.resolve(file), UTF_8)).contains("tm/units.tmx");
    }
  }

  @Tag("slow")
  @Test
  void theHookChecksFilesWithAnyName() throws Exception {
    String unit = "贸易是压舱石。\tTrade is a cornerstone.\n";
    write("a\"b.tsv", unit);
    write("c\nd.tsv", unit);
    write("-e.tsv", unit);
    stage();
    String refused = commit(1);
    assertThat(refused.split("is not to be used for", -1)).as(refused).hasSize(4);
  }
}

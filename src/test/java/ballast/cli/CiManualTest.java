package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.format.document.Packages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook and the CI commands of the manual, in a real repository with the built classes. */
final class CiManualTest {

  private static final Path MANUAL = Path.of("src/site/markdown/ci.md");

  @TempDir Path directory;
  private Path repository;

  private record Said(int status, String text) {}

  @BeforeEach
  void makeARepository() throws Exception {
    assumeTrue(File.separatorChar == '/', "needs sh");
    repository = Files.createDirectories(directory.resolve("项目 a"));
    try {
      assertThat(run("git", "init", "-q").status()).isZero();
    } catch (IOException e) {
      assumeTrue(false, "no git on the PATH");
    }
    Path bin = Files.createDirectories(directory.resolve("bin"));
    String launcher =
        "#!/bin/sh\nLC_ALL=C.UTF-8; export LC_ALL\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' ballast.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"));
    write(bin.resolve("ballast"), launcher);
    assertThat(bin.resolve("ballast").toFile().setExecutable(true)).isTrue();
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    write(hook, blocks("sh").get(0));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    write(
        repository.resolve("glossary/terms.csv"),
        "id,zh,en,status\nstone,压舱石,ballast stone,preferred\nstone,压舱石,cornerstone,forbidden\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
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

  private Said run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
    builder.environment().merge("PATH", "", (path, none) -> directory.resolve("bin") + ":" + path);
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  private Said commit(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=m", "-c", "user.email=m@x", "commit", "-q", "-m", "x"));
    command.addAll(List.of(options));
    return run(command.toArray(String[]::new));
  }

  @Test
  void theHookChecksStagedFilesAndNotTheWorkTree() throws Exception {
    Path units = repository.resolve("tm/单元 b.tsv");
    write(units, "贸易是压舱石。\tTrade is a cornerstone.\n");
    run("git", "add", ".");
    Said refused = commit();
    assertThat(refused.status()).as(refused.text()).isNotZero();
    assertThat(refused.text())
        .contains("tm/单元 b.tsv:1:1: error: \"cornerstone\" is not to be used")
        .contains("Not committed.");
    write(units, "贸易是压舱石。\tTrade is a ballast stone.\n");
    run("git", "add", ".");
    write(units, "贸易是压舱石。\tTrade is a cornerstone.\n");
    Said passed = commit();
    assertThat(passed.status()).as(passed.text()).isZero();
    assertThat(run("git", "show", "HEAD:tm/单元 b.tsv").text()).contains("ballast stone");
  }

  @Tag("slow")
  @Test
  void theHookChecksAnArticleWhenItsTranslationIsStaged() throws Exception {
    write(repository.resolve("a.zh.txt"), "贸易是压舱石。\n");
    write(repository.resolve("notes.txt"), "cornerstone\n");
    run("git", "add", ".");
    Said first = commit();
    assertThat(first.status()).as(first.text()).isZero();
    write(repository.resolve("a.en.txt"), "Trade is a cornerstone.\n");
    run("git", "add", ".");
    Said refused = commit();
    assertThat(refused.status()).isNotZero();
    assertThat(refused.text()).contains("a.en.txt:1:12: error:");
    String fix = "ballast check a.zh.txt a.en.txt --fix --apply";
    assertThat(run("sh", "-c", fix).status()).isZero();
    run("git", "add", ".");
    Said passed = commit();
    assertThat(passed.status()).as(passed.text()).isZero();
  }

  /** The baseline of the manual is in the commit, and so are tables that are not units. */
  @Tag("slow")
  @Test
  void theHookKnowsABaselineAndArticlesOfOtherFormats() throws Exception {
    String stone = "贸易是压舱石。";
    write(repository.resolve("md/a.zh.md"), "# 贸易\n\n" + stone + "\n");
    write(repository.resolve("md/a.en.md"), "# Trade\n\nTrade is a cornerstone.\n");
    document("b.zh.docx", stone);
    document("b.en.docx", "Trade is a cornerstone.");
    write(repository.resolve("glossary/more.tsv"), "zh\ten\n基石\tcornerstone\n");
    write(repository.resolve("pairs.tsv"), "b.zh.docx\tb.en.docx\n");
    run("git", "add", ".");
    Said refused = commit();
    assertThat(refused.text())
        .contains("md/a.en.md:3:12: error:", "b.en.docx (paragraph 1): error:")
        .doesNotContain("pairs.tsv", "more.tsv");
    String known = "ballast check . --baseline known.tsv --update-baseline -q";
    assertThat(run("sh", "-c", known).status()).isZero();
    write(repository.resolve("ballast.toml"), "[check]\nbaseline = \"known.tsv\"\n");
    run("git", "add", ".");
    Said passed = commit();
    assertThat(passed.status()).as(passed.text()).isZero();
    assertThat(passed.text()).isEmpty();

    // Nothing has changed since, in any format.
    Said since = run("sh", "-c", "ballast check . --since HEAD --baseline known.tsv");
    assertThat(since.status()).as(since.text()).isZero();
    assertThat(since.text()).contains("checked 3 pairs, 0 changed since HEAD");

    document("b.en.docx", "Trade is our cornerstone.");
    run("git", "add", ".");
    Said again = commit();
    assertThat(again.status()).isNotZero();
    assertThat(again.text()).contains("our [cornerstone]").doesNotContain("known.tsv", "a.en.md");
  }

  @Test
  void aBrokenFileIsNotCommitted() throws Exception {
    write(repository.resolve("u.tmx"), "<tmx version=\"1.4\"><body><tu>");
    run("git", "add", ".");
    Said refused = commit();
    assertThat(refused.status()).isNotZero();
    assertThat(refused.text()).contains("cannot read \"u.tmx\"");
  }

  private static String unit(String zh, String en) {
    return "<tu><tuv xml:lang=\"zh-CN\"><seg>%s</seg></tuv><tuv xml:lang=\"en-US\"><seg>%s</seg></tuv></tu>"
        .formatted(zh, en);
  }

  private void units(String... units) throws IOException {
    write(
        repository.resolve("tm/units.tmx"),
        "<tmx version=\"1.4\"><header/><body>" + String.join("", units) + "</body></tmx>");
  }

  @Tag("slow")
  @Test
  void aBranchReportsItsOwnChangesAndNotThoseOfItsBase() throws Exception {
    String old = unit("旧的压舱石。", "An old cornerstone.");
    units(old);
    write(repository.resolve("tm/articles/文 章.zh.txt"), "贸易是压舱石。\n");
    write(repository.resolve("tm/articles/文 章.en.txt"), "Trade is a cornerstone.\n");
    write(repository.resolve("check-branch.sh"), blocks("sh").get(1));
    run("git", "add", ".");
    assertThat(commit("--no-verify").status()).isZero();
    run("git", "branch", "-M", "main");
    run("git", "checkout", "-q", "-b", "work");
    String[] script = {"sh", "check-branch.sh", "main"};
    assertThat(run(script).status()).isZero();

    units(old, unit("新的压舱石。", "A new cornerstone."));
    run("git", "add", ".");
    commit("--no-verify");
    Said units = run(script);
    assertThat(units.status()).as(units.text()).isEqualTo(1);
    assertThat(units.text())
        .contains("checked 2 pairs, 1 changed since ", "A new [cornerstone]")
        .doesNotContain("An old", "Trade is");

    // Later commits to the base are not changes of the branch.
    run("git", "checkout", "-q", "main");
    units(unit("旧的压舱石。", "An old ballast stone."));
    run("git", "add", ".");
    commit("--no-verify");
    run("git", "checkout", "-q", "work");
    assertThat(run(script).text()).contains("A new").doesNotContain("An old");

    units(old, unit("新的压舱石。", "A new ballast stone."));
    write(repository.resolve("tm/articles/文 章.en.txt"), "All trade is a cornerstone.\n");
    run("git", "add", ".");
    commit("--no-verify");
    Said article = run(script);
    assertThat(article.status()).as(article.text()).isEqualTo(1);
    assertThat(article.text()).contains("文 章.en.txt:1:16: error:");
    Said broken = run("sh", "check-branch.sh", "nowhere");
    assertThat(broken.status()).isEqualTo(2);
  }

  @Tag("slow")
  @Test
  void theCommandsOfTheServersWriteTheFilesThatTheyUpload() throws Exception {
    write(
        repository.resolve("tm/units.tmx"),
        "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"zh-CN\"><seg>压舱石。</seg></tuv>"
            + "<tuv xml:lang=\"en-US\"><seg>A cornerstone.</seg></tuv></tu></body></tmx>");
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
    write(repository.resolve("ballast.toml"), "[rules]\nomitted = \"warning\"\n");
    run("git", "add", "glossary", "ballast.toml");
    assertThat(commit("--no-verify").status()).isZero();
    Matcher settings = Pattern.compile("git show .*").matcher(Files.readString(MANUAL, UTF_8));
    assertThat(settings.find()).isTrue();
    assertThat(run("sh", "-c", "BASE=HEAD; " + settings.group()).status()).isZero();
    for (String command : commands) {
      Said output = run("sh", "-c", "BASE=HEAD; " + command);
      assertThat(output.status()).as(command + output.text()).isEqualTo(1);
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
    write(repository.resolve("a\"b.tsv"), unit);
    write(repository.resolve("c\nd.tsv"), unit);
    write(repository.resolve("-e.tsv"), unit);
    run("git", "add", ".");
    Said refused = commit();
    assertThat(refused.status()).as(refused.text()).isNotZero();
    assertThat(refused.text().split("is not to be used for", -1)).as(refused.text()).hasSize(4);
  }
}

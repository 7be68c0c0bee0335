package ballast.cli;

import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.p;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.project.Git;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.postgres.PostgresAddress;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** Holds the manual to the program: every command is documented, every example runs. */
final class ManualTest extends CommandTest {

  private static final String LAUNCHER = "ballast ";
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Path GOLDEN_HELP = Path.of("src/test/resources/golden/help");

  /** The address of a memory on a server, in quotes. */
  private static final Pattern ADDRESS = Pattern.compile("'postgresql://[^']*'");

  @Test
  void everyCommandIsInBothTours() throws IOException {
    String english = Files.readString(SITE.resolve("tour.md"), UTF_8);
    String chinese = Files.readString(SITE.resolve("tour.zh.md"), UTF_8);
    for (CommandSpec command : commands()) {
      String name = command.qualifiedName();
      assertThat(english).as("tour.md").contains(name);
      assertThat(chinese).as("tour.zh.md").contains(name);
    }
  }

  @Test
  void everyPromiseOfSecurityNamesTestsThatThereAre() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    String page = Files.readString(Path.of(".github/SECURITY.md"), UTF_8);
    assertThat(Pattern.compile("`(\\w+Test)`").matcher(page).results())
        .hasSizeGreaterThan(20)
        .allSatisfy(named -> assertThat(tests).contains(named.group(1)));
  }

  @Test
  void everyCommandHasItsHelpInTheGoldenFolder() {
    for (CommandSpec command : commands()) {
      String name = command.qualifiedName("-");
      assertThat(GOLDEN_HELP.resolve(name + ".txtar")).exists();
    }
  }

  @Test
  void everyExampleOfTheHelpRuns() throws Exception {
    prepare();
    Git git = TestRepository.init(folder);
    TestRepository.commit(git, "first");
    git.require("update-ref", "refs/remotes/origin/main", "HEAD");
    FakeSpark spark = FakeSpark.ofCorpus(folder.resolve("spark"), "");
    CommandRunner runner = new CommandRunner(folder, spark.environment(), 0);
    run(0, spark.environment(), "align tm/articles -q");
    run("translate guide.zh.md -o guide.xlf");
    Files.write(folder.resolve("guide.en.docx"), docx(p("Ship") + p("The ship came.")).bytes());
    run("align guide.zh.md guide.en.docx --force");
    for (CommandSpec command : commands()) {
      List<String> examples = examples(command);
      if (!command.name().equals("help")) {
        assertThat(examples).as(command.name()).isNotEmpty();
      }
      for (String example : examples) {
        if (example.startsWith("tm trust")) {
          continue; // needs settings that name a server: ForeignSettingsTest
        }
        if (example.contains("postgresql://") && !PostgresServer.isThere()) {
          continue;
        }
        if (example.contains("--of ann")) {
          write("hers.tsv", "灯亮了。\tA lamp is lit.\n");
          run(0, spark.environment(), "tm import hers.tsv --author ann -q");
        }
        // The memory team belongs to the page for teams, which shows how it is made.
        CommandRunner.Outcome outcome =
            run(runner, example.replace("memory=team", "memory=examples"));
        // Findings are not a failure.
        assertThat(outcome.status()).as(example + "\n" + outcome.err()).isLessThan(ExitCode.FAILED);
      }
    }
  }

  /** The address of a memory of the same name on the server for tests. */
  private String onServer(MatchResult address) {
    String quoted = address.group();
    String name = PostgresAddress.parse(quoted.substring(1, quoted.length() - 1)).memory();
    PostgresAddress any = PostgresServer.get().memory(folder);
    return Matcher.quoteReplacement(
        "'" + new PostgresAddress(any.host(), any.port(), any.database(), any.user(), name) + "'");
  }

  /** A server runs until it is interrupted; its usual port may be in use. */
  private CommandRunner.Outcome run(CommandRunner runner, String example) throws Exception {
    if (example.contains("postgresql://")) {
      return runner.run(ShellWords.split(ADDRESS.matcher(example).replaceAll(this::onServer)));
    }
    boolean opens = example.startsWith("open");
    if (!opens && !example.startsWith("serve")) {
      return runner.run(ShellWords.split(example));
    }
    String port = example.contains("--port") ? example : example + " --port 0";
    String line = opens && !port.contains("--no-browser") ? port + " --no-browser" : port;
    return Serving.run(runner, line, address -> {});
  }

  @Test
  void everyCommandOfTheToursRuns() throws IOException {
    for (String name : List.of("tour.md", "tour.zh.md")) {
      Path manual = SITE.resolve(name);
      CommandRunner runner = project(manual);
      List<String> commands = shellCommands(manual);
      assertThat(commands).as(name).hasSizeGreaterThan(5);
      for (String command : commands) {
        CommandRunner.Outcome outcome = runner.run(ShellWords.split(command));
        assertThat(outcome.status())
            .as(name + ": " + command + "\n" + outcome.err())
            .isLessThan(ExitCode.FAILED);
      }
    }
  }

  /** Runs in a folder of the page's name that has the articles and the glossary. */
  private CommandRunner project(Path page) throws IOException {
    Path project = Files.createDirectory(folder.resolve(page.getFileName()));
    copy(Path.of("tm"), project.resolve("tm"));
    copy(Path.of("glossary"), project.resolve("glossary"));
    return new CommandRunner(project, Map.of("USER", "mei"), 0);
  }

  /** Runs the pages in the order of their lines; what they show is a part of what is printed. */
  @Test
  void everyCommandOfTheReadmesAndThePagesForEachRoleRunsAndPrintsWhatTheyShow() throws Exception {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), SITE.resolve("README.zh.md")));
    for (String role : List.of("translators", "editors", "reviewers")) {
      pages.add(SITE.resolve(role + ".md"));
      pages.add(SITE.resolve(role + ".zh.md"));
    }
    for (Path page : pages) {
      runPage(page, project(page));
    }
  }

  /** What needs another user, a shell or the network has been run by hand. */
  @Test
  void theOwnersCommandsOfThePageForTeamsRunAndPrintWhatItShows() throws Exception {
    PostgresServer.get();
    runPage(SITE.resolve("team.md"), new CommandRunner(folder));
  }

  private void runPage(Path page, CommandRunner runner) throws Exception {
    StringBuilder printed = new StringBuilder();
    StringBuilder rates = new StringBuilder();
    String block = "";
    for (String line : Files.readAllLines(page, UTF_8)) {
      if (line.startsWith("```")) {
        boolean begins = block.isEmpty();
        if (begins && line.equals("```sh")) {
          printed.setLength(0);
        }
        block = begins ? line : "";
      } else if (block.equals("```sh") && !line.equals("mvn verify")) {
        String command = command(line);
        assertThat(command).as(page.toString()).startsWith(LAUNCHER);
        CommandRunner.Outcome outcome = run(runner, command.substring(LAUNCHER.length()));
        assertThat(outcome.status())
            .as(page + ": " + line + "\n" + outcome.err())
            .isLessThan(ExitCode.FAILED);
        printed.append(outcome.out()).append(outcome.err());
      } else if (block.equals("```toml") && (line.equals("# rates.toml") || !rates.isEmpty())) {
        rates.append(line).append('\n');
        write(page.getFileName() + "/rates.toml", rates);
      } else if (block.equals("```") && !line.equals("...")) {
        assertThat(printed.toString()).as(page.toString()).contains(line.strip());
      }
    }
  }

  /** A line of a page without its comment and the folder of the launcher. */
  private static String command(String line) {
    return line.replaceFirst("\\s+#.*$", "").replaceFirst("^src/main/scripts/", "");
  }

  private List<CommandSpec> commands() {
    return runner().commands().skip(1).toList();
  }

  /** The command lines of a help text's footer, without the leading {@code ballast}. */
  private static List<String> examples(CommandSpec command) {
    return Arrays.stream(command.usageMessage().footer())
        .map(
            line ->
                line.strip()
                    .replaceFirst("^source <\\((.*)\\)$", "$1")
                    .replaceFirst(" \\| source$", ""))
        .filter(line -> line.startsWith("ballast "))
        .map(line -> line.substring("ballast ".length()))
        .toList();
  }

  /** The lines of a manual's {@code sh} blocks that run Ballast, without the launcher's name. */
  private static List<String> shellCommands(Path manual) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(manual, UTF_8)) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && line.startsWith(LAUNCHER)) {
        commands.add(command(line).substring(LAUNCHER.length()));
      }
    }
    return commands;
  }

  private void prepare() throws IOException {
    copy(Path.of("tm"), folder.resolve("tm"));
    copy(Path.of("glossary"), folder.resolve("glossary"));
    write(
        "terms.tbx",
        """
        <martif type="TBX" xml:lang="zh-CN"><text><body><termEntry id="c1">
        <langSet xml:lang="zh-CN"><tig><term>渡船</term></tig></langSet>
        <langSet xml:lang="en-US"><tig><term>ferry</term></tig></langSet>
        </termEntry></body></text></martif>
        """);
    Path articles = folder.resolve("tm/articles");
    copy(articles, folder.resolve("draft"));
    copy(articles, folder.resolve("final"));
    for (String language : List.of("zh", "en")) {
      Files.copy(
          articles.resolve("ballast-stone." + language + ".txt"),
          folder.resolve("article." + language + ".txt"));
      Files.copy(
          folder.resolve("tm/pages/new-productive-forces." + language + ".html"),
          folder.resolve("article." + language + ".html"));
    }
    write("pairs.tsv", "article.zh.txt\tarticle.en.txt\ttrade\n");
    write("article.tsv", "压舱石为什么不能抛\tWhy the Ballast Stone Must Stay Aboard\n");
    write("paragraphs.txt", "他来了。她走了。\n");
    write("bilingual.txt", "船来了。\n\nThe boat has come.\n");
    write("guide.zh.md", "# 船\n\n**船**来了。\n");
    write("sentences.txt", "冷战的选择\n");
    write(
        "units.tmx",
        """
        <tmx version="1.4"><header/><body><tu><tuv xml:lang="zh-CN"><seg>他来了。</seg></tuv>
        <tuv xml:lang="en-US"><seg>He has come.</seg></tuv></tu></body></tmx>
        """);
    write("translations.tsv", "他来了。\tHe has come.\n");
    write("units.tsv", "船来了。\tThe boat has come.\n");
    write("terms.csv", "zh,en\n船,ship\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.toString().contains("memory.db")).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}

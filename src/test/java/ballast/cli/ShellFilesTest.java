package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.cli.ShellFiles.Roff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages and completion scripts, tried with the programs that read them. */
final class ShellFilesTest {

  /** What the scripts are asked: words of a command line, then what is offered for the last one. */
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("al", "align"),
          List.of("tm se", "search"),
          List.of("-q tm se", "search"),
          List.of("help tm se", "search"),
          List.of("align --for", "--force", "--format"),
          List.of("align --format be", "beads"),
          List.of("tm approve --status ", "approved", "draft", "rejected"),
          List.of("tm approve --status draft,a", "draft,approved"),
          List.of("check --rule number", "number-mismatch"),
          List.of("explain number", "number-mismatch"),
          List.of("completion ", "bash", "fish", "zsh"),
          List.of("tm import ", "a b.tmx", "folder", "notes.txt", "船.tmx"),
          List.of("tm search --tm ", "folder", "notes.db"),
          List.of("open ", "folder"),
          List.of("split no", "notes.db", "notes.txt"),
          List.of("tm search "));

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    ShellFiles.main(new String[] {folder.resolve("shell").toString(), "1.2.3", "2026-01-31T00"});
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.createDirectory(files.resolve("folder"));
    for (String name : List.of("notes.txt", "notes.db", "a b.tmx", "船.tmx")) {
      Files.createFile(files.resolve(name));
    }
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String program : List.of("ballast", "java")) {
      Path script = bin.resolve(program);
      Files.writeString(script, "#!/bin/sh\n: >'" + folder.resolve("started") + "'\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void everyCommandHasAPageThatNamesAllOfItsOptions() throws IOException {
    Set<String> pages = new TreeSet<>();
    for (CommandSpec command : new CommandRunner(folder).commands().toList()) {
      String name = command.qualifiedName("-") + ".1";
      String page = Files.readString(folder.resolve("shell/man/man1").resolve(name), UTF_8);
      for (OptionSpec option : command.options()) {
        for (String each : option.names()) {
          assertThat(page).as(name).contains("\\fB" + each.replace("-", "\\-") + "\\fR");
        }
      }
      assertThat(page).as(name).doesNotContain("${", "%n", "null");
      pages.add(name);
    }
    try (Stream<Path> files = Files.list(folder.resolve("shell/man/man1"))) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSameElementsAs(pages);
    }
  }

  @Test
  void thePageKnowsEveryVariableThatTheProgramReads() throws IOException {
    Pattern read = Pattern.compile("\"(BALLAST_[A-Z_]+)\"");
    Set<String> variables = new TreeSet<>(Set.of("BALLAST_JAVA_OPTS")); // of the launcher
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source, UTF_8);
        read.matcher(text).results().forEach(found -> variables.add(found.group(1)));
      }
    }
    String page = Files.readString(folder.resolve("shell/man/man1/ballast.1"), UTF_8);
    Matcher named = Pattern.compile("(?m)^\\\\fB(BALLAST_[A-Z_]+)\\\\fR$").matcher(page);
    assertThat(named.results().map(each -> each.group(1)))
        .containsExactlyInAnyOrderElementsOf(variables);
  }

  @Tag("slow")
  @Test
  void manAndMandocReadThePagesWithoutAWarning() throws Exception {
    boolean man = isThere("man");
    boolean mandoc = isThere("mandoc");
    assumeTrue(man || mandoc);
    try (Stream<Path> pages = Files.list(folder.resolve("shell/man/man1"))) {
      for (Path page : pages.toList()) {
        if (man) {
          String shown = run("man", "--warnings", "-l", page.toString());
          assertThat(
                  shown
                      .lines()
                      .filter(line -> line.matches("(troff|man|.*:[0-9]+): (warning|error):.*")))
              .isEmpty();
          assertThat(shown).contains("EXIT STATUS");
        }
        if (mandoc) {
          assertThat(run("mandoc", "-Tlint", "-Wwarning", page.toString())).isEmpty();
        }
      }
    }
  }

  @Test
  void bashCompletes() throws Exception {
    asked(
        "bash",
        """
        source "$1/shell/completions/bash/ballast"
        ask() {
          COMP_WORDS=(ballast "$@") COMP_CWORD=$#
          _ballast
          printf '%s\\n' "${COMPREPLY[@]}"
        }
        """);
  }

  @Test
  void zshCompletes() throws Exception {
    asked(
        "zsh",
        """
        compdef() { : }
        source "$1/shell/completions/zsh/_ballast"
        _message() { : }
        compset() {
          if [[ $2 == '*,' && $PREFIX == *,* ]]; then begun=${PREFIX%,*},; PREFIX=${PREFIX##*,}; fi
        }
        _describe() {
          local each
          for each in ${(P)@[-1]}; do
            [[ ${each%%:*} == $PREFIX* ]] && print -r -- $begun${each%%:*}
          done
        }
        _files() {
          setopt local_options null_glob
          case $1 in
            -/) print -rl -- *(/) ;;
            -g) print -rl -- $~2 *(/) ;;
            *) print -rl -- $PREFIX*(.) ;;
          esac
        }
        ask() {
          local begun= CURRENT=$(( $# + 1 )) PREFIX=$@[-1]
          local -a words=(ballast "$@")
          _ballast
        }
        """);
  }

  @Test
  void fishCompletes() throws Exception {
    asked(
        "fish",
        """
        source $argv[1]/shell/completions/fish/ballast.fish
        function ask
          complete -C "ballast $argv" | string replace -r '\\t.*' '' | string replace -r '/$' ''
        end
        """);
  }

  private static void asked(String shell, String lines) throws Exception {
    assumeTrue(isThere(shell));
    StringBuilder script = new StringBuilder(lines);
    StringBuilder expected = new StringBuilder();
    for (List<String> question : QUESTIONS) {
      String words =
          Arrays.stream(question.get(0).split(" ", -1))
              .map(word -> "'" + word + "'")
              .collect(Collectors.joining(" "));
      script.append("echo '-- ").append(question.get(0)).append("'\nask ").append(words);
      script.append(" | env LC_ALL=C sort\n");
      expected.append("-- ").append(question.get(0)).append('\n');
      question.stream().skip(1).forEach(each -> expected.append(each).append('\n'));
    }
    Path file = folder.resolve("ask." + shell);
    Files.writeString(file, script, UTF_8);

    String answers =
        shell.equals("zsh")
            ? run(shell, "-f", file.toString(), folder.toString())
            : run(shell, file.toString(), folder.toString());

    // An empty line is nothing.
    assertThat(answers.replaceAll("\n+", "\n")).isEqualTo(expected.toString());
    assertThat(folder.resolve("started")).doesNotExist();
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.resolve("files").toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("MANWIDTH", "80");
    environment.put("XDG_CONFIG_HOME", folder.toString());
    environment.put("XDG_DATA_HOME", folder.toString());
    environment.merge("PATH", folder.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void aLineThatBeginsWithAFullStopOrAQuoteIsNoRequest() {
    String page =
        new Roff("X", "2026-01-01", "Ballast 1")
            .section("NAME")
            .paragraphs(List.of(".so /etc/passwd", "'br is typed"))
            .entry(Roff.bold(".ext"), List.of(".de X"))
            .example(List.of(".gz", "'x'"))
            .toString();

    assertThat(page.lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|TP|PP|IP|nf|fi|nh|ad)( .*)?"));
    assertThat(page.lines().filter(line -> line.startsWith("'"))).isEmpty();
    assertThat(page)
        .contains("\n\\&.so /etc/passwd\n")
        .contains("\n\\(aqbr is typed\n")
        .contains("\n\\fB.ext\\fR\n\\&.de X\n")
        .contains("\n\\&.gz\n\\(aqx\\(aq\n");
  }

  @Test
  void whatIsTypedKeepsItsSignsAndProseItsHyphens() {
    assertThat(Roff.text("a well-known text, --min-score (-v) of tm/a-b, 2026-03-01"))
        .isEqualTo("a well-known text, \\-\\-min\\-score (\\-v) of tm/a\\-b, 2026\\-03\\-01");
    assertThat(Roff.typed("\\d `~^")).isEqualTo("\\ed \\(ga\\(ti\\(ha");
    assertThat(Roff.text("冷战的选择")).isEqualTo("冷战的选择");
  }

  @Test
  void aQuoteDoesNotEndTheTitleOfASection() {
    assertThat(new Roff("X", "2026-01-01", "a \"b\" c").toString())
        .startsWith(".TH \"X\" 1 2026-01-01 \"a \\(dqb\\(dq c\" \"Ballast Manual\"\n");
  }
}

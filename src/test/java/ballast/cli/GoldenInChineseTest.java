package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs the golden cases in Chinese. All English words that are printed then are data: from the
 * inputs or the commands of the case, or names that stay the same in each language.
 */
final class GoldenInChineseTest {

  /** Several words in a row, or one. Only words in lower case are read: the others are names. */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z']+(?: [A-Za-z']+)*");

  private static final Pattern ENGLISH = Pattern.compile("(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z-]+");

  /** Files, addresses, options, rules, languages and ids. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\$\\{\\w+}|"
              + OPTION
              + "|\\w*[./=_-][\\w\\p{IsHan}][\\w./=_-]*|(?=\\w*\\d)[0-9a-f]{4,}");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");

  private static final Pattern DATA_FORMAT = Pattern.compile("--json|--format\\S*|--xliff|-o");

  /** Lines of JSON, XML and tables. */
  private static final Pattern FOR_PROGRAMS = Pattern.compile("^ *[{}<]|\\t");

  private static final Set<String> DATA_COMMANDS =
      Set.of("export", "convert", "translate", "mine", "explain");

  /** A command with its group: {@code tm list}. */
  private static final Pattern COMMAND =
      Pattern.compile(
          commands()
              .map(CommandSpec::qualifiedName)
              .filter(name -> name.contains(" "))
              .map(name -> name.replaceFirst("^ballast (.* )", "(?:ballast )?$1"))
              .sorted(Comparator.comparingInt(String::length).reversed())
              .collect(joining("|", "^(?:", ")(?![A-Za-z])")));

  /** Names of formats, statuses and other choices of options. */
  private static final Set<String> NAMES =
      commands()
          .flatMap(command -> command.args().stream())
          .filter(arg -> arg.completionCandidates() != null)
          .flatMap(arg -> StreamSupport.stream(arg.completionCandidates().spliterator(), false))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(toSet());

  @TempDir Path directory;

  static Stream<Path> cases() throws IOException {
    return GoldenTest.cases().filter(file -> !file.startsWith(GoldenTest.GOLDEN.resolve("help")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aGoldenCaseSpeaksChinese(Path file) throws IOException {
    GoldenCase golden = GoldenTest.read(file);
    golden.prepare(GoldenTest.SHARED, directory);
    List<Path> files = GoldenTest.files(directory);
    List<String> english = new ArrayList<>();
    CommandRunner runner =
        new CommandRunner(directory, Map.of("USER", "mei", "BALLAST_LANG", "zh"), 0);
    for (String command : golden.commands()) {
      List<String> args = List.of(ShellWords.split(command));
      String known = known(golden, files);
      CommandRunner.Outcome outcome = runner.run(args.toArray(String[]::new));
      Stream<String> lines = outcome.err().lines();
      if (!printsData(args)) {
        lines =
            Stream.concat(
                lines, outcome.out().lines().filter(line -> !FOR_PROGRAMS.matcher(line).find()));
      }
      lines
          .filter(line -> hasEnglish(line.replace(directory.toString(), ""), known))
          .forEach(line -> english.add(command + "\n  " + line));
    }
    assertThat(english).as(file.toString()).isEmpty();
  }

  /**
   * Returns the words of all data of a case: its files and their names, its commands, its user, and
   * the passages that the English output quotes.
   */
  static String known(GoldenCase golden, List<Path> files) throws IOException {
    List<String> data = new ArrayList<>(List.of("mei"));
    for (String command : golden.commands()) {
      data.add(OPTION.matcher(COMMAND.matcher(command).replaceFirst("")).replaceAll("|"));
    }
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), UTF_8);
      data.add(file.toString());
      data.add(text);
      data.add(text.replaceAll("<[^>]*>(?:&lt;[^<]*)?", ""));
    }
    for (TextArchive.Section section : golden.archive().sections()) {
      section
          .body()
          .lines()
          .filter(line -> !FOR_PROGRAMS.matcher(line).find())
          .flatMap(line -> QUOTED.matcher(line).results())
          .map(MatchResult::group)
          .forEach(data::add);
    }
    return words(String.join("\n", data));
  }

  /** Whether the standard output of a command is for programs. */
  static boolean printsData(List<String> args) {
    return args.stream().anyMatch(arg -> DATA_FORMAT.matcher(arg).matches())
        || args.stream().limit(2).anyMatch(DATA_COMMANDS::contains);
  }

  static boolean hasEnglish(String line, String known) {
    String marked =
        line.replaceAll(" \\[[a-z-]+]$", "")
            .replaceAll("\\[-|-]|\\{\\+.*?\\+}", "|")
            .replaceAll("[\\[\\]]", "")
            .replaceAll("[A-Za-z]*…", "…");
    Matcher words = WORDS.matcher(NAME.matcher(marked).replaceAll("|"));
    while (words.find()) {
      String rest = COMMAND.matcher(words.group()).replaceFirst("");
      boolean name = NAMES.contains(rest) && !marked.substring(0, words.start()).isBlank();
      if (ENGLISH.matcher(rest).find() && !name && !known.contains(words(rest))) {
        return true;
      }
    }
    return false;
  }

  /** The words of a text in lower case, a space before and after each. */
  static String words(String text) {
    return Pattern.compile("[A-Za-z]+")
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(word -> word.group())
        .collect(joining(" ", " ", " "));
  }

  private static Stream<CommandSpec> commands() {
    return new CommandRunner(Path.of("")).commands();
  }
}

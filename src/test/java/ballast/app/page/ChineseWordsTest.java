package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The interface has one Chinese word for each thing: those of {@code words_zh.tsv}. */
final class ChineseWordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources/ballast");

  /** Commands, options and names in quotation marks are no words of the interface. */
  private static final Pattern OF_PROGRAMS =
      Pattern.compile(
          "`[^`]*`|ballast [a-z]+( [a-z]+)?|--[a-z-]+("
              + " FILE)?|\\w+=\\S*|\\b[A-Z]{2,}\\b|\\S*[./]\\S+");

  /**
   * @param right the word, then those that may stand for it in a sentence
   * @param other English in which the term is another thing
   */
  private record Word(String english, List<String> right, List<String> wrong, List<String> other) {

    static Word of(String line) {
      String[] cells = line.split("\t", -1);
      return new Word(cells[0], parts(cells[1] + "|" + cells[2]), parts(cells[3]), parts(cells[4]));
    }

    private static List<String> parts(String cell) {
      return Stream.of(cell.split("\\|")).filter(part -> !part.isEmpty()).toList();
    }

    boolean isIn(String text) {
      String said = text;
      for (String one : other) {
        said = said.replace(one, "");
      }
      String plural =
          english.replace("memory", "memory|memories").replace("glossary", "glossary|glossaries");
      return Pattern.compile("\\b(" + plural + ")s?\\b", Pattern.CASE_INSENSITIVE)
          .matcher(OF_PROGRAMS.matcher(said).replaceAll(""))
          .find();
    }
  }

  static Stream<Word> words() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/ballast/app/page/words_zh.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Word::of);
  }

  @ParameterizedTest
  @MethodSource("words")
  void oneWordStandsForOneThing(Word word) throws IOException {
    Map<String, String> said = texts();
    said.keySet().removeIf(english -> !word.isIn(english));
    assertThat(said).isNotEmpty();
    said.values()
        .removeIf(chinese -> hasOneOf(word.right(), chinese) && !hasOneOf(word.wrong(), chinese));
    assertThat(said).isEmpty();
  }

  private static boolean hasOneOf(List<String> words, String text) {
    return words.stream().anyMatch(text::contains);
  }

  /** All Chinese words and phrases, by their English. */
  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : List.of("workbench/words", "report/overview")) {
      Properties english = properties(name + ".properties");
      Properties chinese = properties(name + "_zh.properties");
      english.forEach(
          (key, text) -> texts.put(key + " = " + text, chinese.getProperty((String) key)));
    }
    for (String line : Files.readAllLines(RESOURCES.resolve("report/phrases_zh.tsv"))) {
      if (line.contains("\t")) {
        texts.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
      }
    }
    addHelp(texts);
    return texts;
  }

  /** Adds the help of commands, options and parameters. */
  private static void addHelp(Map<String, String> texts) {
    Map<String, String> chinese = new LinkedHashMap<>();
    for (String line : PageLanguage.read("/ballast/cli/help_zh.tsv")) {
      chinese.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
    }
    for (CommandSpec command : new CommandRunner(Path.of("")).commands().toList()) {
      String name = command.qualifiedName(".") + ".";
      add(texts, name + "usage.description", command.usageMessage().description(), chinese);
      for (ArgSpec arg : command.args()) {
        String key =
            arg instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : arg.paramLabel() + "[" + ((PositionalParamSpec) arg).index() + "]";
        add(texts, chinese.containsKey(name + key) ? name + key : key, arg.description(), chinese);
      }
    }
  }

  private static void add(
      Map<String, String> texts, String key, String[] english, Map<String, String> chinese) {
    if (chinese.containsKey(key)) {
      texts.put("./" + key + " " + String.join(" ", english), chinese.get(key));
    }
  }

  private static Properties properties(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name), UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}

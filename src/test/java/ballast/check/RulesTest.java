package ballast.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.EnglishWords;
import ballast.app.page.PageLanguage;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Provenance;
import ballast.bitext.Unit.Status;
import ballast.format.term.GlossaryReader;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has its page, and examples in {@code src/test/resources/rules/ID.tsv}: positive,
 * negative or near-miss; Chinese; English; what the message has. Several pairs are separated by ¦.
 */
final class RulesTest {

  private static final Path EXAMPLES = Path.of("src/test/resources/rules");
  private static final Path PAGES = Path.of("src/site/markdown/rules");

  private static final Pattern CODE = Pattern.compile("<(/?)([gxbe])(\\d)/?>");

  private static final Lexicon LEXICON = Lexicon.bundled();

  private static final Glossary GLOSSARY = glossary();
  private static final TermJudge JUDGE = new TermJudge(GLOSSARY, LEXICON, LEXICON);

  /** A pair or several, and what the rule must say of them. */
  private record Example(String rule, String kind, String chinese, String english, String message) {

    boolean isPositive() {
      return kind.equals("positive");
    }
  }

  private static Glossary glossary() {
    Path terms = EXAMPLES.resolve("terms.csv");
    return Glossary.of(GlossaryReader.read(terms, "terms.csv").concepts());
  }

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        String rule = file.getFileName().toString().replace(".tsv", "");
        for (String line : Files.readAllLines(file, UTF_8)) {
          String[] cells = line.split("\t", -1);
          examples.add(new Example(rule, cells[0], cells[1], cells[2], cells[3]));
        }
      }
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfARuleGiveItsFindings(Example example) {
    Rule rule = Rules.of(example.rule()).orElseThrow();
    List<LocatedFinding> findings = check(List.of(rule), example, false);
    if (example.isPositive()) {
      assertThat(findings).isNotEmpty();
      assertThat(findings.get(0).finding().message()).contains(example.message());
    } else {
      assertThat(findings).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theMessagesOfARuleHavePhrasesInChinese(Example example) {
    for (LocatedFinding found :
        check(List.of(Rules.of(example.rule()).orElseThrow()), example, false)) {
      String message = found.finding().message();
      String said = PageLanguage.CHINESE.say(message);
      assertThat(said).isNotEqualTo(message);
      assertThat(EnglishWords.sentence(said)).as(said).isEmpty();
    }
  }

  /** Rules find the same in both directions, except mistakes that only a target can have. */
  @ParameterizedTest
  @MethodSource("examples")
  void termsAndNumbersAreCheckedIntoChineseAsWell(Example example) {
    boolean bothWays =
        example.rule().startsWith("term-") || example.rule().equals("number-mismatch");
    if (bothWays && example.isPositive()) {
      Rule rule = Rules.of(example.rule()).orElseThrow();
      assertThat(check(List.of(rule), example, true)).isNotEmpty();
    }
  }

  private static List<LocatedFinding> check(
      List<Rule> rules, Example example, boolean intoChinese) {
    boolean waiving = example.rule().equals("waiver");
    Checker checker = new Checker(JUDGE, waiving ? Rules.all() : rules);
    String[] chinese = example.chinese().split("¦", -1);
    String[] english = example.english().split("¦", -1);
    for (int i = 0; i < chinese.length; i++) {
      Passage passage = passage(chinese[i], english[i], intoChinese);
      checker.check(CheckedPair.at(passage, new Location("x.tsv", i + 1, 1)));
    }
    if (!waiving) {
      return checker.findings();
    }
    return new Waivers(checker.waiving(), List.of(), GLOSSARY.concepts())
        .apply(checker.findings(), checker.unchecked(), (rule, term) -> true).open().stream()
            .filter(checked -> checked.finding().rule().equals("waiver"))
            .toList();
  }

  /** Before a ¶ there is a waiver. */
  private static Passage passage(String chinese, String english, boolean intoChinese) {
    int mark = chinese.indexOf('¶');
    String zh = chinese.substring(mark + 1);
    List<Waiver> waivers =
        mark < 0
            ? List.of()
            : List.of(
                Waiver.of(
                    chinese.substring("ballast-ok:".length(), mark), new Location("x.tsv", 1, 1)));
    if (CODE.matcher(zh + english).find()) {
      return coded(zh, english);
    }
    return intoChinese
        ? new Passage("", "", Lang.EN_US, Lang.ZH_CN, english, zh).waiving(waivers)
        : new Passage("", "", Lang.ZH_CN, Lang.EN_US, zh, english).waiving(waivers);
  }

  /**
   * Texts with the codes {@code <g1>}, {@code </g1>}, {@code <x1/>}, and halves {@code <b1/>
   * <e1/>}.
   */
  private static Passage coded(String zh, String english) {
    List<InlineCode> codes = new ArrayList<>();
    codes(Side.SOURCE, zh, codes);
    codes(Side.TARGET, english, codes);
    Instant now = Instant.EPOCH;
    return Passage.of(
        new Unit(
            "",
            Lang.ZH_CN,
            Lang.EN_US,
            CODE.matcher(zh).replaceAll(""),
            CODE.matcher(english).replaceAll(""),
            new Provenance("", 0, "", now, now, Pairing.of(1, Extras.NONE), Status.DRAFT),
            codes,
            Extras.NONE));
  }

  private static void codes(Side side, String text, List<InlineCode> codes) {
    int before = 0;
    for (MatchResult code : CODE.matcher(text).results().toList()) {
      String element =
          switch (code.group(1) + code.group(2)) {
            case "g" -> "<g";
            case "/g" -> "/g";
            case "b" -> "bx";
            case "e" -> "ex";
            default -> "x";
          };
      codes.add(
          new InlineCode(side, code.start() - before, element, "id=\"" + code.group(3) + "\"", ""));
      before += code.group().length();
    }
  }

  @Test
  void everyRuleHasAPageAndExamplesOfEveryKind() throws IOException {
    Set<String> ids =
        Rules.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    assertThat(names(PAGES, ".md")).isEqualTo(ids);
    assertThat(names(EXAMPLES, ".tsv")).isEqualTo(ids);
    List<Example> examples = examples().toList();
    for (Rule rule : Rules.all()) {
      assertThat(examples.stream().filter(e -> e.rule().equals(rule.id())).map(Example::kind))
          .as(rule.id())
          .contains("positive", "negative", "near-miss");
      String page = Files.readString(PAGES.resolve(rule.id() + ".md"), UTF_8);
      assertThat(page)
          .as(rule.id())
          .startsWith("# " + rule.id() + "\n\nSeverity: " + rule.severity().label() + "\n")
          .contains("| found |")
          .contains("| right |");
    }
  }

  private static Set<String> names(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension))
          .map(name -> name.replace(extension, ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.format.term.FoundTerms;
import ballast.format.term.GlossaryReader;
import ballast.format.term.GlossaryReading;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Labelled pairs, each about one term of a glossary without guard phrases: an alarm belongs where
 * the term is translated wrongly or not at all.
 */
@Tag("accuracy")
class GlossaryAccuracyTest {

  private static final Set<String> ALARMS =
      Set.of("term-missing", "term-forbidden", "term-untranslated");

  /** Entries of the tables, by the end of the file's name. */
  private static final Map<String, Integer> TABLES =
      Map.ofEntries(
          Map.entry("V_-_Formato_completo.csv", 12),
          Map.entry("V_-_Formato_lingue_campi_termine.csv", 10),
          Map.entry("V_-_Formato_semplice_solo_lingue.csv", 11),
          Map.entry("V_-_Formato_solo_blacklist_language-specific.csv", 1),
          Map.entry("minimal-valid.csv", 3),
          Map.entry("mixed-valid.csv", 2),
          Map.entry("test01.csv", 4),
          Map.entry("test01.tsv", 3),
          Map.entry("test02_utf16be.tsv", 2),
          Map.entry("empty.txt", 0),
          Map.entry("test-magiccomment.tab", 0),
          Map.entry("test.tab", 4),
          Map.entry("fixtures_glossary.csv", 3),
          Map.entry("consistency_fixtures_glossary.csv", 8));

  /**
   * Files that are not glossaries: one language, no language, an unknown country, no tab, no TBX.
   */
  private static final List<String> REFUSED =
      List.of("__NV_", "_NV_-_", "invalid-", "CN_JP_glossary", "OTMUTF8");

  private final Path folder = AccuracyTable.evalDirectory("formats/terms");

  @Test
  void alarmsAreRightNineTimesInTen() throws IOException {
    Path folder = AccuracyTable.evalDirectory("glossary");
    List<String[]> cases = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("cases.tsv"))) {
      cases.add(line.split("\t", -1));
    }
    List<String> head = List.of(cases.remove(0));
    Set<String> alarms = alarms(folder.resolve("terms.tsv"), cases, head);
    int[] right = new int[2];
    int[] wrong = new int[2];
    StringBuilder errors = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      String[] cells = cases.get(i);
      String label = cells[head.indexOf("label")];
      boolean wanted = label.equals("violation") || label.equals("omitted");
      boolean raised = alarms.contains(i + 1 + " " + cells[head.indexOf("term_id")]);
      (wanted == raised ? right : wrong)[raised ? 1 : 0]++;
      if (wanted != raised) {
        errors.append(raised ? "false alarm " : "not found ").append(cells[0]).append(' ');
        errors.append(cells[head.indexOf("zh_term")]).append(' ').append(label).append('\n');
      }
    }
    System.out.println(errors);
    AccuracyTable table = new AccuracyTable("Glossary");
    table.row("glossary", "precision", 100.0 * right[1] / (right[1] + wrong[1]));
    table.row("glossary", "recall", 100.0 * right[1] / (right[1] + wrong[0]));
    table.count("glossary", "cases", cases.size());
    table.count("glossary", "false alarms", wrong[1]);
    table.count("glossary", "not found", wrong[0]);
    table.printAndCheck();
    PageSection.accuracy("glossary").publish(table.markdown());
  }

  /** Line and term of each alarm. */
  private static Set<String> alarms(Path terms, List<String[]> cases, List<String> head) {
    Glossary glossary = Glossary.of(GlossaryReader.read(terms, terms.toString()).concepts());
    Lexicon lexicon = Lexicon.bundled();
    Checker checker = new Checker(new TermJudge(glossary, lexicon, lexicon), Rules.all());
    for (int i = 0; i < cases.size(); i++) {
      Passage passage =
          new Passage(
              "",
              "",
              Lang.ZH_CN,
              Lang.EN_US,
              cases.get(i)[head.indexOf("zh")],
              cases.get(i)[head.indexOf("en")]);
      checker.check(CheckedPair.at(passage, new Location("cases.tsv", i + 1, 1)));
    }
    Set<String> alarms = new HashSet<>();
    for (LocatedFinding checked : checker.findings()) {
      if (ALARMS.contains(checked.finding().rule())) {
        alarms.add(checked.location().line() + " " + checked.finding().term());
      }
    }
    return alarms;
  }

  @Test
  void readsAsManyEntriesAsOkapiAndOmegaT() throws IOException {
    Map<String, Integer> okapi = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("ORACLE-okapi-tbx.txt"))) {
      String[] cells = line.split(" ");
      okapi.put(cells[0], Integer.parseInt(cells[1]));
    }
    List<String> wrong = new ArrayList<>();
    int files = 0;
    int entries = 0;
    int pairs = 0;
    for (String line : Files.readAllLines(folder.resolve("ORACLE-omegat-tbx.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells[1].startsWith("FAIL") || !Files.exists(folder.resolve(cells[0]))) {
        continue;
      }
      FoundTerms found = FoundTerms.in(folder.resolve(cells[0]));
      files++;
      entries += found.entries();
      pairs += found.omegaT();
      if (found.entries() != okapi.getOrDefault(cells[0], -1)
          || found.omegaT() != Integer.parseInt(cells[1])) {
        wrong.add(line + ": " + found.entries() + " entries, " + found.omegaT() + " pairs");
      }
    }
    System.out.printf(
        "TBX: %d files as Okapi and OmegaT, %d entries, %d pairs%n", files, entries, pairs);
    assertThat(wrong).isEmpty();
    assertThat(files).isPositive();
  }

  @Test
  void readsTheRowsOfTablesAndRefusesOtherFiles() throws IOException {
    int read = 0;
    int refused = 0;
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      if (REFUSED.stream().anyMatch(name::contains)) {
        refused++;
        assertThatThrownBy(() -> GlossaryReader.read(file, name))
            .as(name)
            .isInstanceOf(InputException.class)
            .hasMessageContaining("line ");
        continue;
      }
      read++;
      GlossaryReading reading = GlossaryReader.read(file, name);
      String key =
          TABLES.keySet().stream()
              .filter(name::endsWith)
              .max((one, other) -> Integer.compare(one.length(), other.length()))
              .orElse("");
      assertThat(reading.contents().entries())
          .as(name + reading.problems())
          .isEqualTo(TABLES.getOrDefault(key, reading.contents().entries()));
      // Nothing disappears: every row that is not a concept is reported with its line.
      assertThat(reading.concepts().size() + reading.unusable())
          .as(name)
          .isGreaterThanOrEqualTo(reading.contents().entries());
    }
    System.out.printf("glossary files: %d read, %d refused%n", read, refused);
    assertThat(read).isPositive();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().matches("(ORACLE|INDEX).*"))
          .sorted()
          .toList();
    }
  }
}

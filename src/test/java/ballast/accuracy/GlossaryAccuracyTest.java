package ballast.accuracy;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Rules;
import ballast.check.TermJudge;
import ballast.format.term.GlossaryReader;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Glossary glossary = Glossary.of(new GlossaryReader().read(terms, terms.toString()).concepts());
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
}

package ballast.format.term;

import ballast.bitext.Location;
import ballast.format.table.UnusedColumn;
import ballast.format.term.GlossaryReading.Contents;
import ballast.format.term.GlossaryReading.Problem;
import ballast.glossary.Concept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Collects and counts the concepts and problems of one glossary file of any format. */
final class GlossaryCollector {

  static final int MAX_CONCEPTS = 200_000;
  static final int MAX_PROBLEMS = 1_000;

  /** Most languages that are counted; a hostile file has a new one in every row. */
  private static final int MAX_LANGUAGES = 1_000;

  private static final int NEXT_LINE = 0x85;

  private final String name;
  private final EntryConcepts maker;
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> terms = new TreeMap<>();
  private int unusable;
  private int entries;

  /**
   * @param name what the user calls the file
   */
  GlossaryCollector(String name) {
    this.name = name;
    this.maker = new EntryConcepts(name);
  }

  /** Takes an entry in any languages. */
  void take(RawTermEntry entry) {
    if (!entry.terms().isEmpty()) {
      entries++;
    }
    entry.terms().forEach(term -> count(term.lang(), 1));
    try {
      add(maker.concept(entry), entry.line());
    } catch (GlossaryRow.Unusable e) {
      unusable(entry.line(), String.valueOf(e.getMessage()));
    }
  }

  /** Takes the concept of a row of one of Ballast's tables. */
  void take(Concept concept, int line) {
    entries++;
    count("zh", concept.zh().size());
    count("en", concept.en().size());
    add(concept, line);
  }

  private void count(String lang, int more) {
    if (terms.size() < MAX_LANGUAGES || terms.containsKey(lang)) {
      terms.merge(lang, more, Integer::sum);
    }
  }

  private void add(Concept concept, int line) {
    if (concepts.size() == MAX_CONCEPTS) {
      unusable(line, "it was left out: a glossary has at most " + MAX_CONCEPTS + " concepts");
      return;
    }
    OptionalInt control = control(concept);
    if (control.isPresent()) {
      String reason = "it has a control character, U+%04X: delete it there";
      unusable(line, reason.formatted(control.getAsInt()));
    } else {
      concepts.add(concept);
    }
  }

  /**
   * The first control character in any text of a concept that separates neither words nor lines. No
   * text that is checked has it, and a table with many of them is not a table any more.
   */
  private static OptionalInt control(Concept concept) {
    return GlossaryRows.of(concept, /* origin= */ false).stream()
        .flatMap(List::stream)
        .flatMapToInt(String::chars)
        .filter(c -> Character.isISOControl(c) && !isLineOrTab(c))
        .findFirst();
  }

  private static boolean isLineOrTab(int c) {
    return (c >= '\t' && c <= '\r') || c == NEXT_LINE;
  }

  /** Records that a row or entry could not be used. */
  void unusable(int line, String reason) {
    unusable++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(new Location(name, line, 1), reason));
    }
  }

  /** The number of rows or entries that could not be used so far. */
  int unusable() {
    return unusable;
  }

  GlossaryReading reading(String format, List<UnusedColumn> unused) {
    problems.sort(Comparator.comparingInt(problem -> problem.where().line()));
    return new GlossaryReading(
        concepts, problems, unusable, new Contents(format, entries, terms, unused));
  }
}

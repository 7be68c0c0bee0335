package ballast.format.term;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.table.SafeCell;
import ballast.format.term.GlossaryReading.Contents;
import ballast.format.term.GlossaryReading.Problem;
import ballast.format.term.RawTermEntry.RawTerm;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.language.LangCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects and counts the concepts and problems of one glossary file of any format. */
final class GlossaryCollector {

  static final int MAX_CONCEPTS = 200_000;
  static final int MAX_PROBLEMS = 1_000;

  /** Maximum number of languages counted; a hostile file has a new one in every row. */
  private static final int MAX_LANGUAGES = 1_000;

  private static final int NAMED_LANGUAGES = 6;

  private static final int NEXT_LINE = 0x85;

  private final String name;
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> terms = new TreeMap<>();
  private int unusable;
  private int entries;

  GlossaryCollector(String name) {
    this.name = name;
  }

  void take(RawTermEntry entry) {
    if (!entry.terms.isEmpty()) {
      entries++;
    }
    entry.terms.forEach(term -> count(term.lang(), 1));
    try {
      add(concept(entry), entry.line);
    } catch (GlossaryRow.Unusable e) {
      unusable(entry.line, String.valueOf(e.getMessage()));
    }
  }

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
   * Returns the first control character in any text of a concept that separates neither words nor
   * lines. No checked text has it, and with many of them a table is no longer a table.
   */
  private static OptionalInt control(Concept concept) {
    return GlossaryTableWriter.rows(concept, /* origin= */ false).stream()
        .flatMap(List::stream)
        .flatMapToInt(String::chars)
        .filter(c -> Character.isISOControl(c) && !isLineOrTab(c))
        .findFirst();
  }

  private static boolean isLineOrTab(int c) {
    return (c >= '\t' && c <= '\r') || c == NEXT_LINE;
  }

  void unusable(int line, String reason) {
    unusable++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(new Location(name, line, 1), reason));
    }
  }

  int unusable() {
    return unusable;
  }

  GlossaryReading reading(String format, List<UnusedColumn> unused) {
    problems.sort(Comparator.comparingInt(problem -> problem.where().line()));
    return new GlossaryReading(
        concepts, problems, unusable, new Contents(format, entries, terms, unused));
  }

  /**
   * Makes a Chinese-English concept from an entry in many languages. Terms in traditional Chinese
   * are used only if the entry has none in simplified Chinese.
   */
  private Concept concept(RawTermEntry entry) throws GlossaryRow.Unusable {
    Location where = new Location(name, entry.line, 1);
    List<Term> zh = terms(chinese(entry), entry, where);
    List<Term> en = terms(in("en", entry), entry, where);
    if (zh.isEmpty() || en.isEmpty()) {
      throw new GlossaryRow.Unusable(
          "it has no " + (zh.isEmpty() ? "Chinese" : "English") + " term" + languages(entry));
    }
    // Even an outdated Chinese term still occurs in texts and has to be translated.
    String id = entry.id.isEmpty() ? zh.get(0).text() : entry.id;
    return new Concept(
        id,
        zh,
        en,
        new Concept.Scope(entry.domains, entry.projects),
        new Conditions(entry.notIn, entry.onlyIf, entry.notIf),
        new Remarks(String.join("\n", entry.notes), String.join("; ", entry.sources)));
  }

  private static List<RawTerm> chinese(RawTermEntry entry) {
    List<RawTerm> all = in("zh", entry);
    List<RawTerm> simplified = all.stream().filter(term -> !isTraditional(term)).toList();
    return simplified.isEmpty() ? all : simplified;
  }

  private static boolean isTraditional(RawTerm term) {
    Lang lang = LangCode.lang(term.lang());
    return lang != null && lang.isTraditionalChinese();
  }

  private static List<RawTerm> in(String language, RawTermEntry entry) {
    return entry.terms.stream().filter(term -> language.equals(language(term))).toList();
  }

  private static @Nullable String language(RawTerm term) {
    Lang lang = LangCode.lang(term.lang());
    return lang == null ? null : lang.language();
  }

  private static List<Term> terms(List<RawTerm> raw, RawTermEntry entry, Location where)
      throws GlossaryRow.Unusable {
    List<Term> terms = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    boolean hasPreferred = raw.stream().anyMatch(term -> term.status() == TermStatus.PREFERRED);
    for (RawTerm term : raw) {
      check(term);
      if (seen.add(term.text())) {
        TermStatus status = term.status();
        if (status == null) {
          boolean isMain = !hasPreferred && terms.stream().allMatch(Term::isForbidden);
          status = isMain ? TermStatus.PREFERRED : TermStatus.ADMITTED;
        }
        terms.add(new Term(term.text(), status, term.use(), remarks(term, entry), where));
      }
    }
    terms.sort((one, other) -> one.status().compareTo(other.status()));
    return terms;
  }

  private static Remarks remarks(RawTerm term, RawTermEntry entry) {
    return new Remarks(term.note(), String.join("; ", entry.sources));
  }

  private static void check(RawTerm term) throws GlossaryRow.Unusable {
    if (term.text().length() > GlossaryRow.MAX_TERM) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term is longer than " + GlossaryRow.MAX_TERM + " characters");
    }
    if (term.text().chars().anyMatch(Character::isISOControl)) {
      throw new GlossaryRow.Unusable("its " + term.lang() + " term has a control character");
    }
    if (term.text().indexOf('|') >= 0) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term has a |, which separates terms in Ballast's tables");
    }
    if (SafeCell.isFormula(term.text())) {
      throw new GlossaryRow.Unusable(
          "its " + term.lang() + " term is a formula, which a spreadsheet would run");
    }
  }

  private static String languages(RawTermEntry entry) {
    Set<String> codes = new TreeSet<>();
    for (RawTerm term : entry.terms) {
      if (codes.size() < NAMED_LANGUAGES) {
        codes.add(term.lang().isEmpty() ? "no language" : term.lang().toLowerCase(Locale.ROOT));
      }
    }
    return codes.isEmpty() ? "" : " (it has " + String.join(", ", codes) + ")";
  }
}

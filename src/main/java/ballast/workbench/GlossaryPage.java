package ballast.workbench;

import ballast.app.glossary.TermEdits;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.GlossaryLint.LintFinding;
import ballast.glossary.Term;
import ballast.workbench.Room.Links;
import java.util.List;

/**
 * The content of the Glossary room, for its templates.
 *
 * @param text the search text; may be ""
 * @param from index of the page's first entry, from 0
 * @param concepts all matching entries
 * @param hasGrown whether the memory has grown since the glossaries were last changed
 */
record GlossaryPage(
    String text,
    boolean onlyFindings,
    int from,
    List<Concept> concepts,
    KeptResult.State<Judged> judged,
    boolean hasMemory,
    boolean hasGrown,
    List<TermEdits.Table> tables,
    Job.State<Proposed> mined) {

  private static final int SIZE = 100;

  boolean candidatesFirst() {
    return text.isEmpty() && !onlyFindings && (hasGrown || !mined.value().terms().isEmpty());
  }

  boolean isEditable(Term term) {
    return tables.stream().anyMatch(table -> table.name().equals(term.where().file()));
  }

  List<Concept> shown() {
    return concepts.stream().skip(from).limit(SIZE).toList();
  }

  int next() {
    return from + SIZE;
  }

  boolean hasNext() {
    return next() < concepts.size();
  }

  /** Returns the query string of the page that begins with this entry. */
  String query(int first) {
    return "q="
        + Links.encoded(text)
        + (onlyFindings ? "&findings=1" : "")
        + (first == 0 ? "" : "&from=" + first);
  }

  /** Uses and problems of the entries. */
  record Judged(List<LintFinding> findings, List<TermCounts> counts) {

    static final Judged NOTHING = new Judged(List.of(), List.of());

    Judged {
      findings = List.copyOf(findings);
      counts = List.copyOf(counts);
    }

    List<TermCounts> countsOf(String concept) {
      return counts.stream().filter(count -> count.id().equals(concept)).toList();
    }

    List<LintFinding> findingsOf(String concept) {
      return findings.stream().filter(finding -> finding.concept().equals(concept)).toList();
    }
  }

  /** Mined terms that are still undecided, best first. */
  record Proposed(boolean isMined, List<TermPair> terms) {

    static final Proposed NOTHING = new Proposed(false, List.of());

    Proposed {
      terms = List.copyOf(terms);
    }

    /**
     * A mined term.
     *
     * @param concept id of the concept that would get another translation; "" for a new term
     * @param pairs number of pairs with the Chinese term; for a known concept, only those without a
     *     known translation
     * @param together number of these pairs with this translation
     */
    record TermPair(String concept, String zh, String en, int pairs, int together) {}
  }
}

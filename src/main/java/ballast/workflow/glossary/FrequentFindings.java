package ballast.workflow.glossary;

import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.check.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.LintFinding;
import java.util.Comparator;
import java.util.List;

/**
 * Names the entries of a glossary that cause most findings in translations: those whose renderings
 * are missing most often, at least {@value #MIN_PAIRS} times and in a quarter of the pairs that
 * have the term.
 */
final class FrequentFindings {

  private static final int MIN_PAIRS = 5;

  private static final int MIN_PERCENT = 25;

  private static final int MAX_ENTRIES = 10;

  private FrequentFindings() {}

  /** One finding for each entry, for the most frequent first. */
  static List<LintFinding> of(Glossary glossary, List<TermCounts> counts) {
    return counts.stream()
        .filter(term -> term.pairs().missing() >= MIN_PAIRS)
        .filter(term -> 100L * term.pairs().missing() >= (long) MIN_PERCENT * term.pairs().all())
        .sorted(
            Comparator.comparingInt((TermCounts term) -> term.pairs().missing())
                .reversed()
                .thenComparing(TermCounts::id))
        .limit(MAX_ENTRIES)
        .flatMap(
            term ->
                glossary.concepts().stream()
                    .filter(concept -> concept.id().equals(term.id()))
                    .filter(concept -> !concept.rows().isEmpty())
                    .map(concept -> finding(concept, term)))
        .toList();
  }

  private static LintFinding finding(Concept concept, TermCounts term) {
    List<Location> where = concept.rows();
    return new LintFinding(
        "often-missing",
        Severity.WARNING,
        concept.id(),
        where,
        "\""
            + term.zh()
            + "\" has no rendering of the glossary in "
            + term.pairs().missing()
            + " of "
            + CountedNoun.of(term.pairs().all(), "pair")
            + " of the memory; add other renderings (en_variants), or longer phrases in which it is"
            + " not meant (not_in)");
  }
}

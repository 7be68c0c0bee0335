package ballast.workbench.glossary;

import ballast.check.TermCounts;
import ballast.glossary.LintFinding;
import java.util.List;

/**
 * What is known about the entries of the glossaries besides what their files say.
 *
 * @param findings problems of the entries
 * @param counts how terms are translated in the memory
 */
record Judged(List<LintFinding> findings, List<TermCounts> counts) {

  static final Judged NOTHING = new Judged(List.of(), List.of());

  Judged {
    findings = List.copyOf(findings);
    counts = List.copyOf(counts);
  }

  /** How the terms of a concept are translated. */
  List<TermCounts> countsOf(String concept) {
    return counts.stream().filter(count -> count.id().equals(concept)).toList();
  }

  /** The problems of a concept. */
  List<LintFinding> findingsOf(String concept) {
    return findings.stream().filter(finding -> finding.concept().equals(concept)).toList();
  }
}

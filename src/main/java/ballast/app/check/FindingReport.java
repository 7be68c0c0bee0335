package ballast.app.check;

import ballast.app.align.PairList;
import ballast.bitext.Severity;
import ballast.check.Decision;
import ballast.check.Decision.Agreed;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.TermStatistics.TermCounts;
import ballast.check.Waivers.Waived;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a check.
 *
 * @param findings those to show, in their order; some of {@code all}
 * @param all those not in the baseline
 * @param accepted the findings in the baseline; not in {@code all}
 * @param waived findings with a waiver next to their texts; not in {@code all}
 * @param changed the changed pairs; null if all pairs count, changed or not
 * @param leftOut texts that were not checked because they are in no pair
 */
public record FindingReport(
    List<LocatedFinding> findings,
    List<LocatedFinding> all,
    Extent extent,
    List<LocatedFinding> accepted,
    List<Waived> waived,
    @Nullable Changed changed,
    List<PairList.Alone> leftOut) {

  /**
   * The amount of checked text.
   *
   * @param skipped number of further pairs not in Chinese and English
   * @param terms translations of each term that occurs; empty unless requested
   * @param agreed the terms in findings, by the ids of their concepts
   * @param opening the first pair, if all are of one article; otherwise null
   */
  public record Extent(
      int pairs,
      int skipped,
      int concepts,
      List<TermCounts> terms,
      Map<String, Agreed> agreed,
      List<Unchecked> unchecked,
      @Nullable Passage opening) {
    public Extent {
      terms = List.copyOf(terms);
      agreed = Map.copyOf(agreed);
      unchecked = List.copyOf(unchecked);
    }
  }

  /** The checked pairs that an earlier revision, as named by the user, does not have. */
  public record Changed(String since, int pairs) {}

  /** A report without waived findings on all pairs, changed or not. */
  public FindingReport(
      List<LocatedFinding> findings,
      List<LocatedFinding> all,
      int checked,
      List<LocatedFinding> accepted) {
    this(
        findings,
        all,
        new Extent(checked, 0, 0, List.of(), Map.of(), List.of(), null),
        accepted,
        List.of(),
        null,
        List.of());
  }

  public FindingReport {
    accepted = List.copyOf(accepted);
    waived = List.copyOf(waived);
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
    all = List.copyOf(all);
  }

  public int checked() {
    return extent.pairs();
  }

  public int inBaseline() {
    return accepted.size();
  }

  public long count(Severity severity) {
    return all.stream().filter(one -> one.finding().severity() == severity).count();
  }

  /** The questions in all findings. */
  public List<Decision> decisions() {
    return Decision.of(all, extent.agreed());
  }

  /** Returns the report with at most {@code limit} of its findings to show. */
  public FindingReport showing(int limit) {
    return showing(findings.subList(0, Math.min(limit, findings.size())));
  }

  public FindingReport showing(List<LocatedFinding> shown) {
    return new FindingReport(shown, all, extent, accepted, waived, changed, leftOut);
  }
}

package ballast.workflow.revise;

import ballast.revise.Change;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionSummary;
import java.util.List;

/**
 * A report as it is shown.
 *
 * @param old what the user calls the old version, with its language
 * @param revised likewise the new one
 * @param sourceLanguage tag of the language of the sources
 * @param report everything
 * @param shown the changes that are to be listed, in order
 */
public record RevisionView(
    Name old, Name revised, String sourceLanguage, RevisionReport report, List<Change> shown) {

  /**
   * One version.
   *
   * @param name file or revision
   * @param language its tag
   */
  public record Name(String name, String language) {
    public boolean isChinese() {
      return language.startsWith("zh");
    }
  }

  public RevisionView {
    shown = List.copyOf(shown);
  }

  /** The figures of everything, listed or not. */
  public RevisionSummary summary() {
    return report.summary();
  }
}

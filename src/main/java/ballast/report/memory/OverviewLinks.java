package ballast.report.memory;

import ballast.bitext.Severity;
import ballast.bitext.Status;
import ballast.workflow.memory.ConfidenceBand;
import org.jspecify.annotations.Nullable;

/** Where a page shows what an overview counts; each address is empty if it shows that nowhere. */
public interface OverviewLinks {

  /** An overview that stands alone. */
  OverviewLinks NONE =
      new OverviewLinks() {
        @Override
        public String units(String document, Status status) {
          return "";
        }

        @Override
        public String units(String document, ConfidenceBand band) {
          return "";
        }

        @Override
        public String article(String document) {
          return "";
        }

        @Override
        public String term(String zh) {
          return "";
        }

        @Override
        public String findings(String rule, @Nullable Severity severity) {
          return "";
        }

        @Override
        public String findingsAbout(String term, @Nullable Severity severity) {
          return "";
        }
      };

  /**
   * The units of a status.
   *
   * @param document the document that they are of; empty for any
   */
  String units(String document, Status status);

  /** The units of a document with a confidence in this range. */
  String units(String document, ConfidenceBand band);

  /** The alignment of a document. */
  String article(String document);

  /** The places of a term. */
  String term(String zh);

  /**
   * The findings of a rule.
   *
   * @param severity null for any
   */
  String findings(String rule, @Nullable Severity severity);

  /**
   * The findings about a term.
   *
   * @param term id of the concept
   * @param severity null for any
   */
  String findingsAbout(String term, @Nullable Severity severity);
}

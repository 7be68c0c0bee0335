package ballast.report.memory;

import ballast.bitext.Status;
import ballast.workflow.memory.ConfidenceBand;

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
}

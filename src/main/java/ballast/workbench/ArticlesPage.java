package ballast.workbench;

import ballast.memory.Comments;
import ballast.memory.DocumentSummary;
import ballast.workbench.Arrivals.Arrival;
import ballast.workbench.Arrivals.Outcome;
import java.util.List;

/**
 * The content of the Articles room, for its templates.
 *
 * @param hasTexts whether the folder has files to align
 * @param onlyOpen whether only articles with open comments are listed
 */
record ArticlesPage(
    List<DocumentSummary> documents,
    List<Arrival> arrivals,
    boolean hasTexts,
    Job.State<Progress> state,
    Comments comments,
    boolean onlyOpen) {

  /**
   * The progress of the job.
   *
   * @param all number of articles in the current request; 0 while they are searched
   * @param outcomes of the current or last request, in order
   */
  record Progress(int all, List<Outcome> outcomes) {

    static final Progress IDLE = new Progress(0, List.of());

    Progress {
      outcomes = List.copyOf(outcomes);
    }

    /** Returns the number of articles that are done. */
    int done() {
      return (int) outcomes.stream().filter(Outcome::isArticle).count();
    }
  }
}

package ballast.workbench;

import ballast.memory.Comments;
import ballast.memory.DocumentSummary;
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
    Arrivals.Found arrivals,
    boolean hasTexts,
    State state,
    Comments comments,
    boolean onlyOpen) {

  /**
   * The state of the job.
   *
   * @param running also true while a request waits
   * @param all number of articles in the current request; 0 while they are searched
   * @param outcomes of the current or last request, in order
   * @param error reason and hint if the request failed, else ""
   */
  record State(
      boolean running, int all, List<Outcome> outcomes, List<String> warnings, String error) {

    static final State IDLE = new State(false, 0, List.of(), List.of(), "");

    State {
      outcomes = List.copyOf(outcomes);
      warnings = List.copyOf(warnings);
    }

    /** Returns the number of articles that are done. */
    long done() {
      return outcomes.stream().filter(Outcome::isArticle).count();
    }
  }
}

package ballast.workbench;

import ballast.memory.DocumentSummary;
import java.util.List;
import java.util.function.Function;

/**
 * The content of the Articles room, for its templates.
 *
 * @param hasTexts whether the folder has files to align
 */
record ArticlesPage(List<DocumentSummary> documents, boolean hasTexts, State state) {

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

  /**
   * A line about a file or a document.
   *
   * @param style its CSS class; empty for an article of the memory, to which the name is a link
   * @param note for parentheses; may be empty
   */
  record Outcome(String style, String name, Function<Words, String> text, String note) {

    static final String ALONE = "soft";

    boolean isArticle() {
      return !style.equals(ALONE);
    }
  }
}

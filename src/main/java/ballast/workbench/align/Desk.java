package ballast.workbench.align;

import ballast.bitext.InputException;
import ballast.server.RefusedException;
import ballast.workbench.frame.Bench;
import ballast.workflow.Notices;
import ballast.workflow.check.ReadGlossaries;
import ballast.workflow.check.TermPlaces;
import ballast.workflow.edit.BeadEditor;
import ballast.workflow.edit.BeadMove;
import ballast.workflow.edit.OpenArticle;
import ballast.workflow.edit.StaleArticleException;
import ballast.workflow.project.Glossaries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The articles that are open, as their pages show them. A page names the state that it shows; a
 * move from another state is refused, so that two windows do not overwrite each other. Safe for
 * several threads.
 */
final class Desk {

  private static final int MAX_OPEN = 8;

  /**
   * An article in the state that a page shows.
   *
   * @param article sentences and beads
   * @param terms finds terms of the glossaries as they were when the article was opened
   * @param state names this state; another one after each move
   */
  record Shown(OpenArticle article, TermPlaces terms, String state) {}

  private final Bench bench;
  private final BeadEditor editor;
  private final Map<String, Shown> open = new LinkedHashMap<>();
  private long states;

  Desk(Bench bench) {
    this.bench = bench;
    this.editor =
        new BeadEditor(
            bench.workplace(),
            bench.memory(),
            Notices.NONE,
            bench.lexicon(),
            Glossaries.OF_PROJECT);
  }

  /** Opens an article anew, as memory and files are now. */
  synchronized Shown open(String document) {
    ReadGlossaries glossaries =
        ReadGlossaries.read(Glossaries.OF_PROJECT, bench.workplace(), Notices.NONE);
    return show(editor.open(document), new TermPlaces(glossaries, bench.lexicon()));
  }

  /**
   * The article in the state that a page shows.
   *
   * @throws RefusedException if it has been moved on in the meantime
   */
  Shown shown(String document, String state) {
    return find(document, state)
        .orElseThrow(
            () ->
                RefusedException.conflict(
                    "\"" + document + "\" has changed since this page was loaded: load it again"));
  }

  /** The same; empty if it has been moved on. */
  synchronized Optional<Shown> find(String document, String state) {
    return Optional.ofNullable(open.get(document)).filter(shown -> shown.state().equals(state));
  }

  /** Makes a move; the same state if it changes nothing. */
  Shown move(Shown before, BeadMove move) {
    return step(before, article -> editor.apply(article, move));
  }

  Reversed undo(Shown before) {
    return reversed(before, editor::undo);
  }

  Reversed redo(Shown before) {
    return reversed(before, editor::redo);
  }

  /**
   * What became of taking a move back, or doing it again.
   *
   * @param shown the state afterwards
   * @param refused why it could not be done, with what to try; empty if it was
   */
  record Reversed(Shown shown, String refused) {}

  private synchronized Reversed reversed(Shown before, UnaryOperator<OpenArticle> step) {
    try {
      return new Reversed(step(before, step), "");
    } catch (InputException e) {
      // The memory may have tried, and have other revisions now.
      Shown again = show(editor.open(before.article().document()), before.terms());
      return new Reversed(again, e.getMessage() + "\n" + e.hint());
    }
  }

  private synchronized Shown step(Shown before, UnaryOperator<OpenArticle> step) {
    String document = before.article().document();
    shown(document, before.state());
    try {
      OpenArticle after = step.apply(before.article());
      return after == before.article() ? before : show(after, before.terms());
    } catch (StaleArticleException e) {
      open.remove(document);
      throw RefusedException.conflict(e.getMessage() + ": load this page again");
    }
  }

  private Shown show(OpenArticle article, TermPlaces terms) {
    Shown shown = new Shown(article, terms, Long.toString(++states));
    open.remove(article.document());
    open.put(article.document(), shown);
    if (open.size() > MAX_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    return shown;
  }
}

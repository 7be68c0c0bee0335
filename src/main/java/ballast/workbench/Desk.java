package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.BeadEditor;
import ballast.app.align.BeadMove;
import ballast.app.align.OpenArticle;
import ballast.app.align.OpenArticle.StaleArticleException;
import ballast.app.check.ReadGlossaries;
import ballast.app.check.TermPlaces;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.server.RefusedException;
import java.util.Comparator;
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

  /**
   * Opens an article as memory and files are now; in the state in which another page shows it, if
   * that still holds.
   */
  Shown open(String document) {
    Optional<Shown> before = find(document);
    // Reading takes long, so others need not wait for it.
    OpenArticle article =
        before.isEmpty() ? editor.open(document) : editor.reopened(before.get().article());
    ReadGlossaries glossaries =
        ReadGlossaries.read(Glossaries.OF_PROJECT, bench.workplace(), Notices.NONE);
    TermPlaces terms = new TermPlaces(glossaries, bench.lexicon());
    synchronized (this) {
      return find(document)
          .filter(now -> now.article().revision().equals(article.revision()))
          .map(now -> keep(new Shown(now.article(), terms, now.state())))
          .orElseGet(() -> show(article, terms));
    }
  }

  /** Opens the article that was changed last, which is likely to be asked for. */
  void openLatest() {
    lastChanged().ifPresent(this::open);
  }

  /** The article that was changed last; empty if there is none. */
  Optional<String> lastChanged() {
    if (!bench.hasMemory()) {
      return Optional.empty();
    }
    try (Memory memory = bench.memory().openForReading()) {
      return memory.documents().stream()
          .filter(document -> document.revisions() > 0)
          .max(Comparator.comparing(DocumentSummary::lastChange))
          .map(DocumentSummary::name);
    }
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
  Optional<Shown> find(String document, String state) {
    return find(document).filter(shown -> shown.state().equals(state));
  }

  private synchronized Optional<Shown> find(String document) {
    return Optional.ofNullable(open.get(document));
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
    return keep(new Shown(article, terms, Long.toString(++states)));
  }

  private Shown keep(Shown shown) {
    String document = shown.article().document();
    open.remove(document);
    open.put(document, shown);
    if (open.size() > MAX_OPEN) {
      open.remove(open.keySet().iterator().next());
    }
    return shown;
  }
}

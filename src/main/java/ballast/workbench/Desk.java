package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.BeadEditor;
import ballast.app.align.BeadMove;
import ballast.app.align.OpenArticle;
import ballast.app.align.OpenArticle.StaleArticleException;
import ballast.app.align.StoredArticle;
import ballast.app.check.ReadGlossaries;
import ballast.app.check.TermPlaces;
import ballast.app.project.Glossaries;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.server.RefusedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The open articles, as their pages show them. A page names the state that it shows, and a move
 * from another state is refused. So two windows do not overwrite each other. Thread-safe.
 */
final class Desk {

  private static final int MAX_OPEN = 8;

  /**
   * An article in the state shown by a page.
   *
   * @param terms finds glossary terms as they were when the article was opened
   * @param state an id of this state, different after each move
   */
  record Shown(OpenArticle article, CompletableFuture<TermPlaces> terms, String state) {}

  private final Bench bench;
  private final BeadEditor editor;
  private final Map<String, Shown> open = new LinkedHashMap<>();
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
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
   * Returns an article that is open, unless the memory or a file has changed since. Its terms are
   * those of before; the present ones are then found in the background.
   */
  Optional<Shown> current(String document) {
    Optional<Shown> now = find(document).filter(shown -> editor.isCurrent(shown.article()));
    now.ifPresent(shown -> renew(shown.article(), CompletableFuture.supplyAsync(this::terms)));
    return now;
  }

  /** Returns an article as the memory has it, without its files and without terms. */
  Optional<StoredArticle> stored(String document) {
    return editor.stored(document);
  }

  /**
   * Opens an article from the present memory and files. If another page's state is still current,
   * returns that. Finds its terms in the background.
   */
  Shown open(String document) {
    // Reading takes long: two pages read an article once, and those of other articles do not wait.
    synchronized (locks.computeIfAbsent(document, name -> new Object())) {
      Optional<Shown> before = find(document);
      OpenArticle article =
          before.isEmpty() ? editor.open(document) : editor.reopened(before.get().article());
      return renew(article, CompletableFuture.supplyAsync(this::terms));
    }
  }

  /** Keeps an article with other terms, in the state of another page if that is still current. */
  private synchronized Shown renew(OpenArticle article, CompletableFuture<TermPlaces> terms) {
    return find(article.document())
        .filter(now -> now.article().revision().equals(article.revision()))
        .map(now -> keep(new Shown(now.article(), terms, now.state())))
        .orElseGet(() -> show(article, terms));
  }

  private TermPlaces terms() {
    return new TermPlaces(
        ReadGlossaries.read(Glossaries.OF_PROJECT, bench.workplace(), Notices.NONE),
        bench.lexicon());
  }

  /** Opens the most recently changed article, which the user is likely to want next. */
  void openLatest() {
    lastChanged().ifPresent(this::open);
  }

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
   * Returns the article in the state shown by a page.
   *
   * @throws RefusedException if the article has changed in the meantime
   */
  Shown shown(String document, String state) {
    return find(document, state)
        .orElseThrow(
            () ->
                RefusedException.conflict(
                    "\"" + document + "\" has changed since this page was loaded: load it again"));
  }

  /** Like {@link #shown}, but returns empty if the article has changed. */
  Optional<Shown> find(String document, String state) {
    return find(document).filter(shown -> shown.state().equals(state));
  }

  private synchronized Optional<Shown> find(String document) {
    return Optional.ofNullable(open.get(document));
  }

  /** Returns the units that have been edited in the memory; see {@link BeadEditor#edited}. */
  Map<Integer, Unit> edited(Shown shown) {
    return editor.edited(shown.article());
  }

  /** Returns the unit of a bead; empty if it has none. */
  Optional<Unit> unit(Shown shown, int bead) {
    UnitFilter own = UnitFilter.CURRENT.inDocuments(Set.of(shown.article().document()));
    List<Unit> found = new ArrayList<>();
    try (Memory memory = bench.memory().openForReading()) {
      memory.forEachUnit(
          own,
          unit -> {
            if (unit.provenance().position() == bead + 1) {
              found.add(unit);
            }
          });
    }
    return found.stream().findFirst();
  }

  /** Makes a move. Returns the same state if it changes nothing. */
  Shown move(Shown before, BeadMove move) {
    return step(before, article -> editor.apply(article, move));
  }

  /** Returns the command to undo or redo next; see {@link BeadEditor#next}. */
  synchronized Optional<CommandInfo> next(Shown before, boolean redo) {
    return current(before, article -> editor.next(article, redo));
  }

  /** Undoes or redoes a command. Returns the same state if it changes no beads. */
  Shown reverse(Shown before, CommandInfo command, boolean redo) {
    return step(before, article -> editor.reverse(article, command, redo));
  }

  private synchronized Shown step(Shown before, UnaryOperator<OpenArticle> step) {
    OpenArticle after = current(before, step);
    return after.equals(before.article()) ? before : show(after, before.terms());
  }

  private <T> T current(Shown before, Function<OpenArticle, T> action) {
    String document = before.article().document();
    shown(document, before.state());
    try {
      return action.apply(before.article());
    } catch (StaleArticleException e) {
      open.remove(document);
      throw RefusedException.conflict(e.getMessage() + ": load this page again");
    }
  }

  private Shown show(OpenArticle article, CompletableFuture<TermPlaces> terms) {
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

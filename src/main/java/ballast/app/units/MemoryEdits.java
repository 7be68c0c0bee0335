package ballast.app.units;

import ballast.app.HiddenUnit;
import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.Workplace;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Spelling;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Replacement;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.TeamRight;
import ballast.memory.UnitEdit;
import ballast.memory.UnitEdit.UnitReview;
import ballast.memory.UnitEdit.UnitReviewer;
import ballast.memory.UnitFilter;
import ballast.revise.MovedCodes;
import ballast.revise.WordDiff;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Edits units of an existing memory and undoes edits. An edit never creates a memory.
 *
 * <pre>{@code
 * MemoryEdits edits = new MemoryEdits(Workplace.in(folder), Notices.NONE);
 * MemoryEdits.EditScope all =
 *     MemoryEdits.EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
 * edits.edit(all, MemoryEdits.UnitAction.APPROVE, edit -> {});
 * Replacement how = Replacement.ofText("ballast stone", "keystone", false, Side.TARGET);
 * System.out.println(edits.replace(all.tried(), how, false, (edit, text) -> {}).places());
 * edits.dedupe(all, Set.of(MemoryCare.Duplicates.Ignored.CASE), group -> {});
 * edits.reverse(all, false, MemoryCare.Choice.LAST);
 * }</pre>
 */
public record MemoryEdits(Workplace workplace, Notices notices) {

  public MemoryEdits(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * The units to edit and the author of the edit.
   *
   * @param memory must exist
   * @param dryRun whether to write nothing
   */
  public record EditScope(MemoryStore memory, UnitFilter units, Origin origin, boolean dryRun) {

    /** Selects all units that are neither retired nor deleted, without an author. */
    public static EditScope of(MemoryStore memory) {
      return new EditScope(memory, UnitFilter.CURRENT, new Origin("", ""), /* dryRun= */ false);
    }

    public EditScope of(UnitFilter newUnits) {
      return new EditScope(memory, newUnits, origin, dryRun);
    }

    public EditScope by(Origin newOrigin) {
      return new EditScope(memory, units, newOrigin, dryRun);
    }

    /** Returns the same scope as a dry run. */
    public EditScope tried() {
      return new EditScope(memory, units, origin, /* dryRun= */ true);
    }
  }

  /**
   * Opens an existing memory for an edit and closes it afterwards.
   *
   * @param dryRun whether to open the memory for reading only
   * @throws InputException if there is none, or it cannot be opened
   */
  public static <T> T with(
      MemoryStore store, InstantSource clock, boolean dryRun, Function<Memory, T> work) {
    if (dryRun) {
      store.require(TeamRight.WRITE);
    }
    try (Memory memory =
        dryRun ? store.openForReading() : store.openExisting(WriteOptions.at(clock))) {
      return work.apply(memory);
    }
  }

  private <T> T with(EditScope scope, Function<MemoryCare, T> work) {
    return with(
        scope.memory(), workplace.clock(), scope.dryRun(), memory -> work.apply(memory.care()));
  }

  /** Records remarks; see {@link MemoryCare#comment}. */
  public List<Comments.New> comment(EditScope scope, List<Comments.New> remarks) {
    return with(scope, care -> care.comment(remarks, scope.origin()));
  }

  /** Visits each unit {@code passes} times. */
  private EditSummary withProgress(
      EditScope scope, String doing, int passes, Function<MemoryCare, EditSummary> work) {
    return with(
        scope.memory(),
        workplace.clock(),
        scope.dryRun(),
        memory -> {
          Progress progress = Progress.ofUnits(notices, doing, memory, scope.units(), passes);
          return work.apply(memory.care(progress::one));
        });
  }

  /** Actions on units that do not change their texts. */
  public enum UnitAction {
    /** Marks units as right: evidence for the aligner, exported whatever their confidence. */
    APPROVE,
    /** Marks units as wrong: kept, but neither offered nor exported. */
    REJECT,
    /** Makes units drafts again, withdrawing any judgement. */
    REDRAFT,
    /** Deletes units, until they are restored or the memory is compacted. */
    DELETE,
    /** Restores deleted units with their former status. */
    RESTORE;

    private EditSummary run(MemoryCare care, EditScope scope, Consumer<UnitEdit> listener) {
      return switch (this) {
        case APPROVE -> care.judge(scope.units(), Unit.Status.APPROVED, scope.origin(), listener);
        case REJECT -> care.judge(scope.units(), Unit.Status.REJECTED, scope.origin(), listener);
        case REDRAFT -> care.judge(scope.units(), Unit.Status.DRAFT, scope.origin(), listener);
        case DELETE -> care.delete(scope.units(), scope.origin(), listener);
        case RESTORE -> care.restore(scope.units(), scope.origin(), listener);
      };
    }
  }

  /**
   * Approves, rejects, deletes or restores units. Units named by the scope but kept only for the
   * history are skipped with a warning.
   *
   * @param listener receives each unit that changes
   */
  public EditSummary edit(EditScope scope, UnitAction action, Consumer<UnitEdit> listener) {
    Set<String> left = new TreeSet<>(scope.units().uids());
    Consumer<UnitEdit> each =
        edit -> {
          left.remove(edit.before().id());
          listener.accept(edit);
        };
    EditSummary summary =
        withProgress(
            scope, "looking at the units", /* passes= */ 1, care -> action.run(care, scope, each));
    if (summary.matched() < scope.units().uids().size()) {
      warnOfHidden(scope.memory(), left);
    }
    return summary;
  }

  private void warnOfHidden(MemoryStore store, Set<String> units) {
    try (Memory memory = store.openForReading()) {
      for (String unit : units) {
        HiddenUnit.refusal(memory, unit)
            .ifPresent(reason -> notices.warn(String.valueOf(reason.getMessage())));
      }
    }
  }

  /**
   * A match that was not replaced.
   *
   * @param wouldBeEmpty whether it was skipped because its text would be empty
   * @param acrossCodes number of matches skipped because they contain an inline code
   */
  public record LeftAlone(String unit, boolean wouldBeEmpty, int acrossCodes) {}

  /**
   * The result of a replacement.
   *
   * @param places number of replacements
   * @param leftAlone units with a skipped match
   */
  public record Replaced(EditSummary summary, int places, List<LeftAlone> leftAlone) {

    public Replaced {
      leftAlone = List.copyOf(leftAlone);
    }
  }

  /**
   * Replaces words in the texts of a memory.
   *
   * @param keepStatus whether approved and rejected units keep their status; otherwise they become
   *     drafts
   * @param listener receives each unit with a match, while it is edited
   */
  public Replaced replace(
      EditScope scope,
      Replacement how,
      boolean keepStatus,
      BiConsumer<UnitEdit, ReplacedText> listener) {
    List<LeftAlone> leftAlone = new ArrayList<>();
    int[] places = new int[1];
    BiConsumer<UnitEdit, ReplacedText> each =
        (edit, replaced) -> {
          boolean refused = replaced.isRefused();
          if (refused || replaced.acrossCodes() > 0) {
            leftAlone.add(new LeftAlone(edit.before().id(), refused, replaced.acrossCodes()));
          }
          places[0] += refused ? 0 : replaced.before().size();
          listener.accept(edit, replaced);
        };
    EditSummary summary =
        withProgress(
            scope,
            "replacing",
            /* passes= */ 1,
            care -> care.replace(scope.units(), how, keepStatus, scope.origin(), each));
    return new Replaced(summary, places[0], leftAlone);
  }

  /**
   * The result of a removal of duplicates.
   *
   * @param kept number of units that had duplicates
   * @param losses deleted units by document; the empty name is for units without one
   */
  public record Deduped(EditSummary summary, int kept, SortedMap<String, Integer> losses) {

    public Deduped {
      losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
    }
  }

  /**
   * Deletes all but one of the units with the same source and translation.
   *
   * @param ignored differences ignored in addition to white space and width
   * @param listener receives each kept unit with its duplicates
   */
  public Deduped dedupe(EditScope scope, Set<Ignored> ignored, Consumer<Duplicates> listener) {
    int[] kept = new int[1];
    SortedMap<String, Integer> losses = new TreeMap<>();
    Consumer<Duplicates> each =
        group -> {
          kept[0]++;
          for (Unit unit : group.deleted()) {
            losses.merge(unit.provenance().document(), 1, Integer::sum);
          }
          listener.accept(group);
        };
    EditSummary summary =
        withProgress(
            scope,
            "looking for duplicates",
            /* passes= */ 2,
            care -> care.dedupe(scope.units(), ignored, scope.origin(), each));
    return new Deduped(summary, kept[0], losses);
  }

  /**
   * Undoes the last chosen command that wrote to a memory, or redoes the one undone last.
   *
   * @param scope the memory and the author; its units are ignored
   * @return the command; empty if there is none
   * @throws InputException if the named author has made no change in the memory, or another command
   *     has changed the same units since
   */
  public Optional<CommandInfo> reverse(EditScope scope, boolean redo, Choice choice) {
    Origin origin = scope.origin();
    String author = choice.author();
    return with(
        scope,
        care -> {
          Optional<CommandInfo> done = care.reverse(redo, choice, origin);
          if (done.isEmpty() && author != null) {
            requireAuthor(care, author);
          }
          return done;
        });
  }

  private static void requireAuthor(MemoryCare care, String author) {
    List<String> authors = care.authors();
    if (!authors.contains(author)) {
      throw new InputException(
          "no change of \"" + author + "\" is in the memory",
          authors.isEmpty()
              ? "`ballast tm history` shows all commands"
              : Spelling.hint(author, authors));
    }
  }

  /**
   * Other texts for a unit. The original files stay unchanged.
   *
   * @param source its new source text; null: unchanged
   * @param target its new target text; null: unchanged
   * @param keepStatus whether an approved or rejected unit keeps its status; otherwise it becomes a
   *     draft
   */
  public record NewTexts(@Nullable String source, @Nullable String target, boolean keepStatus) {

    private Unit in(Unit unit, MovedCodes codes) {
      Unit changed = with(with(unit, Side.SOURCE, source, codes), Side.TARGET, target, codes);
      boolean isSame =
          changed.source().equals(unit.source()) && changed.target().equals(unit.target());
      if (isSame || keepStatus) {
        return changed;
      }
      return UnitEdit.status(changed, Unit.Status.DRAFT).after();
    }

    private static Unit with(Unit unit, Side side, @Nullable String text, MovedCodes codes) {
      if (text == null || text.equals(unit.text(side))) {
        return unit;
      }
      if (text.isBlank()) {
        throw new InputException(
            "the " + side + " of unit " + unit.id() + " would be blank",
            "give a text, or remove the unit with ballast tm delete");
      }
      Optional<List<InlineCode>> moved = codes.in(unit, side, text);
      if (moved.isEmpty()) {
        throw new InputException(
            "cannot edit unit %s: an inline code stands inside what changes in the %s"
                .formatted(unit.id(), side),
            "leave the words around the code as they are, or use ballast tm replace");
      }
      String source = side == Side.SOURCE ? text : unit.source();
      String target = side == Side.SOURCE ? unit.target() : text;
      return unit.with(source, target, moved.get(), unit.provenance());
    }
  }

  /**
   * Changes the texts of a unit.
   *
   * @param scope the memory and the author; its units are ignored
   * @param listener receives the unit if it changes
   * @throws InputException if there is no such unit, it is retired or deleted, a text would be
   *     blank, or an inline code is inside the change
   */
  public EditSummary rewrite(
      EditScope scope, String unit, NewTexts texts, Consumer<UnitEdit> listener) {
    MovedCodes codes = new MovedCodes(new WordDiff(Lexicon.bundledWhenNeeded()));
    UnitFilter one = scope.units().named(Set.of(unit));
    EditSummary summary =
        with(
            scope,
            care -> care.rewrite(one, old -> texts.in(old, codes), scope.origin(), listener));
    if (summary.matched() == 0) {
      requireShown(scope.memory(), unit);
    }
    return summary;
  }

  private static void requireShown(MemoryStore store, String unit) {
    Optional<InputException> refusal;
    try (Memory memory = store.openForReading()) {
      refusal = HiddenUnit.refusal(memory, unit);
    }
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /** Outcome of a correction. */
  public enum Outcome {
    /** The unit has the new translation and is a draft. */
    SAVED,
    /** The unit already had this translation and was not changed. */
    SAME,
    /** The unit has another translation than the author saw and was not changed. */
    CHANGED_ELSEWHERE
  }

  /**
   * @param unit the unit now
   */
  public record Corrected(Outcome outcome, Unit unit) {}

  /**
   * Changes the translation of one unit, unless it was changed elsewhere in the meantime.
   *
   * @param scope the memory and the author; its units are ignored
   * @param known the translation seen by the author of the correction
   * @param target the new translation; not blank
   * @throws InputException if the memory has no such unit, the new translation is blank, or an
   *     inline code is inside the change
   */
  public Corrected correct(
      EditScope scope, String unit, String known, String target, Lexicon lexicon) {
    if (target.isBlank()) {
      throw new InputException(
          "a translation cannot be empty", "delete the unit, or reject it, if it is of no use");
    }
    Corrector corrector = new Corrector(known, target, new WordDiff(lexicon));
    with(
        scope,
        care ->
            care.review(
                Set.of(unit), corrector, scope.origin(), edit -> corrector.unit = edit.after()));
    if (corrector.unit == null) {
      throw new InputException(
          "the memory no longer has unit " + unit + ": it was deleted or aligned anew",
          "load the page again");
    }
    return new Corrected(corrector.outcome, corrector.unit);
  }

  /** Compares and decides within the transaction. */
  private static final class Corrector implements UnitReviewer {

    private final String known;
    private final String target;
    private final WordDiff diff;
    private @Nullable Unit unit;
    private Outcome outcome = Outcome.SAME;

    private Corrector(String known, String target, WordDiff diff) {
      this.known = known;
      this.target = target;
      this.diff = diff;
    }

    @Override
    public Optional<UnitReview> review(Unit found) {
      unit = found;
      if (found.target().equals(target)) {
        return Optional.empty();
      }
      if (!found.target().equals(known)) {
        outcome = Outcome.CHANGED_ELSEWHERE;
        return Optional.empty();
      }
      outcome = Outcome.SAVED;
      ReplacedText corrected = corrected(found);
      return Optional.of(new UnitReview(corrected.text(), corrected.codes(), Unit.Status.DRAFT));
    }

    private ReplacedText corrected(Unit found) {
      List<TextEdit> edits =
          diff.compare(found.target(), target).stream()
              .map(edit -> new TextEdit(edit.old(), edit.newText()))
              .toList();
      ReplacedText corrected = Replacement.apply(found, edits);
      if (corrected.acrossCodes() > 0) {
        throw new InputException(
            "cannot change these words of unit " + found.id() + ": an inline code stands inside",
            "leave the words on both sides of the code as they are, or use a CAT tool");
      }
      return corrected;
    }
  }
}

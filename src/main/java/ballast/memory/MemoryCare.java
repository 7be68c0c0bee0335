package ballast.memory;

import ballast.bitext.Correction;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.Statistics.HiddenUnits;
import ballast.memory.UnitEdit.UnitReviewer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Editing operations on the units of a memory.
 *
 * <p>On a memory opened for reading, every method only reports the changes it would make. Each
 * method is one command in the history and one transaction: it does all of its work or nothing, and
 * {@link #undo} undoes it. Only {@link #compact} removes anything for good. Errors are those of
 * {@link Memory}.
 */
public interface MemoryCare {

  /**
   * Records a user's judgement of units.
   *
   * @param listener receives each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary judge(
      UnitFilter filter, Unit.Status status, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Deletes units. Deleted units are kept, but are not shown anywhere until they are restored. If
   * their document is aligned again, they stay deleted as long as their texts stay the same.
   *
   * @param listener receives each unit, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary delete(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener);

  /** Restores deleted units with their former status; otherwise like {@link #delete}. */
  EditSummary restore(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Replaces matches of a pattern in the source or target texts of units. An approved or rejected
   * unit becomes a draft, because the judgement was about the old text.
   *
   * @param keepStatus whether to leave the status unchanged instead
   * @param listener receives each unit with a match and its new text, in export order
   * @throws InputException if the filter names a unit or document that does not exist, or as {@link
   *     Replacement#apply}
   */
  EditSummary replace(
      UnitFilter filter,
      Replacement replacement,
      boolean keepStatus,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> listener);

  /**
   * Records a reviewer's decisions on units. A comment is kept even if nothing else changes, unless
   * the unit's history already has it.
   *
   * @param uids unknown, retired and deleted units are skipped
   * @param reviewer called once for each unit, in export order, within the transaction
   * @param listener receives each unit that changes or gets a comment
   */
  EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Replaces the texts of units.
   *
   * @param rewriting returns the new unit; only its texts, inline codes and status are used
   * @param listener receives each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary rewrite(
      UnitFilter filter, UnaryOperator<Unit> rewriting, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Corrects translations at given places. As with {@link #replace}, an approved or rejected unit
   * becomes a draft, and a passage that contains an inline code is left unchanged.
   *
   * @param corrections by unit id
   * @param listener receives each of these units with its new translation, in export order
   * @throws InputException if a translation has changed since the correction was made, or a unit no
   *     longer exists
   */
  EditSummary correct(
      Map<String, Correction> corrections,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> listener);

  /**
   * Deletes duplicates: units with the same languages, source, translation (by the key of exact
   * lookup) and inline codes as another one. Of each group it keeps an approved unit rather than a
   * draft, then the most recently changed, then the first by id. The kept unit gets the highest
   * confidence of the group. Rejected units are left unchanged.
   *
   * @param listener receives each group, in export order of its first unit
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary dedupe(
      UnitFilter filter,
      Set<Duplicates.Ignored> ignored,
      Origin origin,
      Consumer<Duplicates> listener);

  /**
   * Undoes the last command that is not undone: aligning, importing or editing. A second call
   * undoes the command before it. In a file this is the last command of any author; on a server,
   * which knows its users, the user's own last command.
   *
   * @return the command undone; empty if there is none, or a compaction removed its history
   * @throws InputException if another user's command has changed the same units since
   */
  Optional<CommandInfo> undo(Origin origin);

  /**
   * Undoes the last command of one author, as {@link #undo} does.
   *
   * @throws InputException if another command has changed the same units since, or the user may not
   *     undo this author's commands
   */
  Optional<CommandInfo> undoOf(String author, Origin origin);

  /** Returns the known authors of changes, by name, without the empty one. */
  List<String> authors();

  /**
   * Redoes the command that {@link #undo} undid last.
   *
   * @return the command redone; empty if nothing was undone, or another of these commands has run
   *     since
   * @throws InputException if another user's command has changed the same units since
   */
  Optional<CommandInfo> redo(Origin origin);

  /** Redoes the last undone command of one author; errors are those of {@link #undoOf}. */
  Optional<CommandInfo> redoOf(String author, Origin origin);

  /** Returns the commands that wrote, newest first. */
  List<CommandInfo> commands(int limit);

  /**
   * Removes all data kept only for the history and makes the file smaller. Earlier commands cannot
   * be undone afterwards.
   *
   * @throws InputException also if the disk is too full to make the file smaller; the removal
   *     itself is then done, and the memory is sound
   */
  Compaction compact(Origin origin);

  /**
   * @param changed units changed
   * @param deleted those of {@code changed} that are deleted now
   * @param backToDraft those of {@code changed} that had been approved or rejected and became
   *     drafts because a text changed
   * @param documents names of the changed units' documents, in code point order; empty for units
   *     without one
   * @param unrepresented units deleted earlier as duplicates of units deleted now, by document: the
   *     memory no longer has their texts
   */
  public record EditSummary(
      int matched,
      int changed,
      int deleted,
      int backToDraft,
      List<String> documents,
      SortedMap<String, Integer> unrepresented) {

    public EditSummary {
      documents = List.copyOf(documents);
      unrepresented = Collections.unmodifiableSortedMap(new TreeMap<>(unrepresented));
    }
  }

  /**
   * Units with the same source and the same translation; all but one are deleted.
   *
   * @param deleted in export order; at least one
   */
  public record Duplicates(Unit kept, List<Unit> deleted) {

    /** A difference between texts that the search for duplicates ignores. */
    public enum Ignored {
      /** {@code Port} and {@code port}. */
      CASE,
      /** Punctuation marks and symbols, in any position. */
      PUNCTUATION
    }

    public Duplicates {
      deleted = List.copyOf(deleted);
    }
  }

  /**
   * @param units units that are deleted or in no latest revision
   * @param revisions revisions before the latest of each document
   * @param replacedTexts history entries that hold replaced texts
   * @param documents documents whose alignment was undone
   * @param bytesBefore size of the file, including its log
   * @param bytesAfter size afterwards; equal to {@code bytesBefore} if nothing was done
   */
  public record Compaction(
      HiddenUnits units,
      long revisions,
      long replacedTexts,
      long documents,
      long bytesBefore,
      long bytesAfter) {

    /** Returns whether there is nothing to remove; the file may still become smaller. */
    public boolean isEmpty() {
      return units.deleted() + units.retired() + revisions + replacedTexts + documents == 0;
    }

    public Compaction withBytesAfter(long bytes) {
      return new Compaction(units, revisions, replacedTexts, documents, bytesBefore, bytes);
    }
  }
}

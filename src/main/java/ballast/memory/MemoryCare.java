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
 * <p>On a memory that was opened for reading every method only reports what it would do. Each
 * method is one command in the history and one transaction: it does all of its work or nothing, and
 * can be taken back by {@link #undo}. Only {@link #compact} removes anything for good. Errors are
 * those of {@link Memory}.
 */
public interface MemoryCare {

  /**
   * Records a person's judgement of units.
   *
   * @param filter which units
   * @param listener gets each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary judge(
      UnitFilter filter, Unit.Status status, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Deletes units: they are kept, and shown nowhere until they are restored. A unit of a document
   * stays deleted when the document is aligned again, as long as its texts stay the same.
   *
   * @param listener gets each unit, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary delete(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Restores deleted units with the status that they had.
   *
   * @param filter which deleted units
   * @param listener gets each unit, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary restore(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Replaces matches of a pattern in the source or target texts of units. An approved or rejected
   * unit becomes a draft, because the judgement was about the old text.
   *
   * @param keepStatus leave the status as it is
   * @param listener gets each unit in which the pattern was found, in export order, with its new
   *     text
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
   * the unit's history has it already.
   *
   * @param uids the ids of the units; unknown, retired and deleted ones are skipped
   * @param reviewer asked once for each unit, in export order, within the transaction
   * @param listener gets each unit that changes or gets a comment
   */
  EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Gives units other texts.
   *
   * @param rewriting returns a unit as it becomes: texts, inline codes and status count
   * @param listener gets each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary rewrite(
      UnitFilter filter, UnaryOperator<Unit> rewriting, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Corrects translations at given places. As with {@link #replace}, an approved or rejected unit
   * becomes a draft, and a stretch with an inline code inside is left alone.
   *
   * @param corrections by the ids of units
   * @param listener gets each of these units, in export order, with its new translation
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
   * draft, then the most recently changed, then the first by id, and gives it the highest
   * confidence of the group. Rejected units are left alone.
   *
   * @param ignored further differences to ignore
   * @param listener gets each group, in export order of its first unit
   * @throws InputException if the filter names a unit or document that does not exist
   */
  EditSummary dedupe(
      UnitFilter filter,
      Set<Duplicates.Ignored> ignored,
      Origin origin,
      Consumer<Duplicates> listener);

  /**
   * Takes back the last command that has not been taken back: aligning, importing or editing. A
   * second call takes back the command before it. In a file that is the last command of all; on a
   * server, which knows its users, the last one of the user.
   *
   * @return the command taken back; empty when there is none, or its history has been compacted
   *     away
   * @throws InputException if a command of somebody else has changed the same units since
   */
  Optional<CommandInfo> undo(Origin origin);

  /**
   * As {@link #undo}, for the commands of one author.
   *
   * @throws InputException if another command has changed the same units since, or if the user may
   *     not take back commands of this author
   */
  Optional<CommandInfo> undoOf(String author, Origin origin);

  /** Those whose changes the memory knows, by name; the empty name of unknown ones is left out. */
  List<String> authors();

  /**
   * Does again what {@link #undo} took back last.
   *
   * @return the command done again; empty when nothing was taken back, or another of these commands
   *     has run since
   * @throws InputException if a command of somebody else has changed the same units since
   */
  Optional<CommandInfo> redo(Origin origin);

  /** As {@link #redo}, for the commands of one author; errors as for {@link #undoOf}. */
  Optional<CommandInfo> redoOf(String author, Origin origin);

  /** The most recent commands that wrote, newest first. */
  List<CommandInfo> commands(int limit);

  /**
   * Removes for good what is kept only for the history and makes the file smaller. Earlier commands
   * cannot be taken back afterwards.
   *
   * @throws InputException also if the disk is too full to make the file smaller; the removal
   *     itself has then been done, and the memory is sound
   */
  Compaction compact(Origin origin);

  /**
   * What an editing command did, or would do.
   *
   * @param matched units that were looked at
   * @param changed units that were changed
   * @param deleted those of {@code changed} that are deleted now
   * @param backToDraft those of {@code changed} that had been approved or rejected and are drafts
   *     again because a text changed
   * @param documents names of the documents of the changed units, in code point order; the empty
   *     name stands for units without one
   * @param unrepresented units that were deleted earlier as duplicates of units that are deleted
   *     now, by document: the memory has their texts no longer
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
   * Units with the same source and the same translation, of which one is kept.
   *
   * @param kept the one that stays
   * @param deleted the others, in export order; at least one
   */
  public record Duplicates(Unit kept, List<Unit> deleted) {

    /** A difference between two texts that is ignored in the search for duplicates. */
    public enum Ignored {
      /** {@code Port} and {@code port}. */
      CASE,
      /** Punctuation marks and symbols, wherever they stand. */
      PUNCTUATION
    }

    public Duplicates {
      deleted = List.copyOf(deleted);
    }
  }

  /**
   * What a compaction removes for good.
   *
   * @param units units that are deleted or in no latest revision
   * @param revisions revisions before the latest of each document
   * @param replacedTexts entries of the history that hold replaced texts
   * @param documents documents whose alignment was taken back
   * @param bytesBefore size of the file, its log included
   * @param bytesAfter size afterwards; equal to {@code bytesBefore} if nothing was done
   */
  public record Compaction(
      HiddenUnits units,
      long revisions,
      long replacedTexts,
      long documents,
      long bytesBefore,
      long bytesAfter) {

    /** Whether there is nothing to remove; the file may still become smaller. */
    public boolean isEmpty() {
      return units.deleted() + units.retired() + revisions + replacedTexts + documents == 0;
    }

    /** This compaction, after which the file has another size. */
    public Compaction withBytesAfter(long bytes) {
      return new Compaction(units, revisions, replacedTexts, documents, bytesBefore, bytes);
    }
  }
}

package ballast.memory;

import ballast.bitext.Correction;
import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.memory.Duplicates.Ignored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The care of a memory: what a person does to units that are in it.
 *
 * <p>On a memory that was opened for reading every method only says what it would do. Each method
 * is one command in the history and one transaction: it does all of its work or nothing, and can be
 * taken back by {@link #undo}. Nothing is removed but by {@link #compact}. Errors are those of
 * {@link Memory}.
 */
public interface MemoryCare {

  /**
   * Records a person's judgement of units.
   *
   * @param filter which units
   * @param seen gets each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  EditSummary judge(UnitFilter filter, Status status, Origin origin, Consumer<UnitEdit> seen);

  /**
   * Deletes units: they are kept, and shown nowhere until they are restored. A unit of a document
   * stays deleted when the document is aligned again, as long as its texts stay the same.
   *
   * @param seen gets each unit, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  EditSummary delete(UnitFilter filter, Origin origin, Consumer<UnitEdit> seen);

  /**
   * Takes deleted units back, with the status that they had.
   *
   * @param filter which deleted units
   * @param seen gets each unit, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  EditSummary restore(UnitFilter filter, Origin origin, Consumer<UnitEdit> seen);

  /**
   * Replaces in one text of the units. An approved or rejected unit becomes a draft: the judgement
   * was of other texts.
   *
   * @param keepStatus leave the status as it is
   * @param seen gets each unit in which the pattern was found, in export order, with what became of
   *     its text
   * @throws InputException if the filter names a unit or document that is not there, or as {@link
   *     Replacement#apply}
   */
  EditSummary replace(
      UnitFilter filter,
      Replacement replacement,
      boolean keepStatus,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> seen);

  /**
   * Takes what a reviewer says of units. A comment is kept even where nothing else changes, unless
   * the unit's history has it already.
   *
   * @param uids the ids of the units; one that is not there, retired or deleted is passed over
   * @param reviewer asked once for each unit, in export order, within the transaction
   * @param seen gets each unit that changes or gets a comment
   */
  EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> seen);

  /**
   * Corrects translations at given places. As with {@link #replace}, an approved or rejected unit
   * becomes a draft, and what has an inline code inside is left alone.
   *
   * @param corrections by the ids of units
   * @param seen gets each of these units, in export order, with what became of its translation
   * @throws InputException if a translation is no longer what the correction was made for, or a
   *     unit is no longer there
   */
  EditSummary correct(
      Map<String, Correction> corrections, Origin origin, BiConsumer<UnitEdit, ReplacedText> seen);

  /**
   * Deletes units that say the same as another one of the same languages: same source, same
   * translation, by the key of exact lookup, and same inline codes. Kept is an approved one before
   * drafts, then the last changed, then the first by id; it gets the highest confidence of all.
   * Rejected units are left alone.
   *
   * @param ignored what else does not tell texts apart
   * @param seen gets each group, in export order of its first unit
   * @throws InputException if the filter names a unit or document that is not there
   */
  EditSummary dedupe(
      UnitFilter filter, Set<Ignored> ignored, Origin origin, Consumer<Duplicates> seen);

  /**
   * Takes back the last command that is in force: aligning, importing, editing. Calling it again
   * takes back the one before.
   *
   * @return the command; empty when there is none, or what it did has been compacted away
   */
  Optional<CommandInfo> undo(Origin origin);

  /**
   * Does again what {@link #undo} took back last.
   *
   * @return the command; empty when nothing was taken back, or something was done since
   */
  Optional<CommandInfo> redo(Origin origin);

  /** The last commands that wrote, the last first. */
  List<CommandInfo> commands(int limit);

  /**
   * Removes for good what is only kept for the history and makes the file smaller. What has been
   * done before cannot be taken back afterwards.
   *
   * @throws InputException also if the disk is too full to make the file smaller; what was to be
   *     removed is removed then, and the memory is sound
   */
  Compaction compact(Origin origin);
}

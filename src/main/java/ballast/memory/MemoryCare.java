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
import org.jspecify.annotations.Nullable;

/**
 * Editing operations on the units of a memory.
 *
 * <p>On a memory opened for reading, every method only reports the changes it would make. Each
 * method is one command in the history and one transaction: it does all of its work or nothing, and
 * {@link #reverse} undoes it. Only {@link #compact} removes anything for good. Errors are those of
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
   * Records a reviewer's decisions and remarks on units.
   *
   * @param uids unknown, retired and deleted units are skipped
   * @param reviewer called once for each unit, in export order, within the transaction
   * @param listener receives each unit that changes
   */
  EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> listener);

  /**
   * Records comments, replies and their resolution. Changes no text and no status.
   *
   * @param remarks at least one
   * @return those that the memory did not have yet
   * @throws InputException if a unit or its comment does not exist, or a text cannot be stored
   */
  List<Comments.New> comment(List<Comments.New> remarks, Origin origin);

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
   * Undoes the last command in force that a choice admits: aligning, importing or editing. A second
   * call undoes the command before it. Or redoes the one undone last.
   *
   * @return the command undone or redone; empty if there is none, or a compaction removed its
   *     history. Nothing can be redone after another command that the choice admits
   * @throws DependentException if another command has changed the same units since
   * @throws InputException if the user may not undo or redo the command
   */
  Optional<CommandInfo> reverse(boolean redo, Choice choice, Origin origin);

  default Optional<CommandInfo> undo(Origin origin) {
    return reverse(/* redo= */ false, Choice.LAST, origin);
  }

  default Optional<CommandInfo> redo(Origin origin) {
    return reverse(/* redo= */ true, Choice.LAST, origin);
  }

  /**
   * Conditions on a command.
   *
   * @param author null: any author of a memory in a file, the user's own commands on a server
   * @param document name of a document that it changed; empty: any
   * @param number its number, whoever the author is; 0: any
   */
  public record Choice(@Nullable String author, String document, long number) {

    public static final Choice LAST = new Choice(null, "", 0);

    public static Choice of(String author) {
      return new Choice(author, "", 0);
    }

    public static Choice in(String document) {
      return new Choice(null, document, 0);
    }

    public static Choice numbered(long number) {
      return new Choice(null, "", number);
    }
  }

  /** Undo or redo is impossible because of another command. */
  public final class DependentException extends InputException {

    private static final long serialVersionUID = 1L;

    private final transient CommandInfo other;

    public DependentException(CommandInfo other, String message, String hint) {
      super(message, hint);
      this.other = other;
    }

    /** Returns the command that has to be undone or redone first. */
    public CommandInfo other() {
      return other;
    }
  }

  /** Returns the known authors of changes, by name, without the empty one. */
  List<String> authors();

  /** No limit to the number of commands. */
  int ALL = Integer.MAX_VALUE;

  /**
   * Returns commands that wrote, newest first.
   *
   * @param document name of a document that they changed; empty: all commands
   * @param limit at least 1
   */
  List<CommandInfo> commands(String document, int limit);

  default List<CommandInfo> commands(int limit) {
    return commands("", limit);
  }

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

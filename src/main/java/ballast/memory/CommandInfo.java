package ballast.memory;

import java.time.Instant;
import java.util.List;

/**
 * One command that wrote to a memory.
 *
 * @param number counted from 1, the oldest command that the memory knows; a compaction, which
 *     forgets commands, may change it
 * @param kind what it did: {@code aligned}, {@code approved}, {@code replaced}, {@code undone} ...
 * @param at when it began, UTC, whole seconds
 * @param origin who ran it, and what was asked for
 * @param effect what it changed
 * @param takenBack whether its work has been taken back and not done again; false for commands that
 *     themselves take back or do again, and for those before a compaction
 * @param undoes number of the command that it takes back; 0 when it takes back none
 */
public record CommandInfo(
    long number,
    String kind,
    Instant at,
    Origin origin,
    Effect effect,
    boolean takenBack,
    long undoes) {

  /**
   * What a command changed.
   *
   * @param units units that it added, changed, judged, retired, revived, deleted or restored
   * @param documents names of the documents whose units these are and of those that it aligned, by
   *     name; without the empty name of units that have none
   */
  public record Effect(int units, List<String> documents) {

    public Effect {
      documents = List.copyOf(documents);
    }
  }

  /** The kind of a command that takes back another one. */
  public static final String UNDONE = "undone";

  /** The kind of a command that takes back one of kind {@link #UNDONE}. */
  public static final String REDONE = "redone";

  /** The kind of a command that deleted duplicates of units. */
  public static final String DEDUPLICATED = "deduplicated";

  /** The kind of a command that removed what was kept only for the history. */
  public static final String COMPACTED = "compacted";

  /**
   * Who changes the memory and why.
   *
   * @param author who changes it; empty when unknown
   * @param note what was asked for, in the words of the command line; may be empty
   */
  public record Origin(String author, String note) {

    public Origin {
      if (!TextKey.isWellFormed(author) || !TextKey.isWellFormed(note)) {
        throw new IllegalArgumentException("an unpaired surrogate in " + author + " or " + note);
      }
    }
  }
}

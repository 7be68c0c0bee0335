package ballast.memory;

import java.time.Instant;
import java.util.List;

/**
 * A command that wrote to a memory.
 *
 * @param number counted from 1, the oldest known command; a compaction forgets commands and may
 *     change it
 * @param kind {@code aligned}, {@code approved}, {@code replaced}, {@code undone} ...
 * @param at start, UTC, whole seconds
 * @param takenBack whether the command is undone at present; false for undo and redo commands and
 *     those before a compaction
 * @param undoes number of the command that this one undoes, or 0
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
   * The units and documents that a command changed.
   *
   * @param documents names of their documents and of the documents aligned, sorted; units without a
   *     document do not count
   */
  public record Effect(int units, List<String> documents) {

    public Effect {
      documents = List.copyOf(documents);
    }
  }

  /** Returns the number, kind, time and author. */
  public String label() {
    String author = origin.author();
    return "command %d (%s, %s%s)"
        .formatted(number, kind, at, author.isEmpty() ? "" : ", " + author);
  }

  public static final String UNDONE = "undone";

  /** Undoes a command of kind {@link #UNDONE}. */
  public static final String REDONE = "redone";

  public static final String DEDUPLICATED = "deduplicated";

  public static final String COMPACTED = "compacted";

  /**
   * @param author empty when unknown
   * @param note the request as on the command line; may be empty
   */
  public record Origin(String author, String note) {

    public Origin {
      if (!TextKey.isWellFormed(author) || !TextKey.isWellFormed(note)) {
        throw new IllegalArgumentException("an unpaired surrogate in " + author + " or " + note);
      }
    }
  }
}

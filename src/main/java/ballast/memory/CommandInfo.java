package ballast.memory;

import java.time.Instant;
import java.util.List;

/**
 * One command that wrote to a memory.
 *
 * @param number names it in this memory; later ones have higher numbers
 * @param kind what it did: {@code aligned}, {@code approved}, {@code replaced}, {@code undone} ...
 * @param at when it began, UTC, whole seconds
 * @param author who ran it; empty when unknown
 * @param note what was asked for, in the words of the command line; empty when not recorded
 * @param units units that it added, changed, judged, retired, revived, deleted or restored
 * @param documents names of the documents whose units these are and of those that it aligned, by
 *     name; without the empty name of units that have none
 * @param takenBack whether what it did has been taken back and not done again; false for commands
 *     that take back or do again themselves, and for those before a compaction
 * @param undoes number of the command that it takes back; 0 when it takes back none
 */
public record CommandInfo(
    long number,
    String kind,
    Instant at,
    String author,
    String note,
    int units,
    List<String> documents,
    boolean takenBack,
    long undoes) {

  /** What a command is called that takes back another one. */
  public static final String UNDONE = "undone";

  /** What a command is called that takes back one that is called {@link #UNDONE}. */
  public static final String REDONE = "redone";

  /** What a command is called that removed what had been kept for the history. */
  public static final String COMPACTED = "compacted";

  public CommandInfo {
    documents = List.copyOf(documents);
  }
}

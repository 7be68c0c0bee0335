package ballast.memory;

import ballast.bitext.Unit;
import ballast.memory.Memory.UnitProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The place where a memory is kept, whether or not it exists yet. {@code toString} names the place
 * to the user and contains no secrets.
 */
public interface MemoryStore {

  /** The name of the memory without its place: that of its file, for example. */
  String name();

  /** The file that holds the memory, whether or not it exists; empty if a server holds it. */
  Optional<Path> localFile();

  /** Whether there is one. A server is not asked: there, opening the memory tells. */
  boolean exists();

  /** What tells the memory from another one that has taken its place; empty if there is none. */
  Optional<Object> identity();

  /**
   * Identifies the current content of the memory: a different text after every write. Empty if the
   * memory does not exist.
   *
   * @throws ballast.bitext.InputException if it has to be asked of a server and cannot be
   */
  String stamp();

  /**
   * Opens the memory for reading. Works while other processes write to it, and on read-only media.
   *
   * @throws ballast.bitext.InputException if there is none, or it cannot be read, is not a Ballast
   *     memory, or has another version
   */
  Memory openForReading();

  /**
   * Opens the memory for reading and writing. Makes an empty file if there is none; nothing else is
   * written. On a server this is not done: see {@link TeamStore#make}.
   *
   * @throws ballast.bitext.InputException if there is none on the server, or if it cannot be
   *     written to, is not a Ballast memory, or has another version
   */
  Memory openForWriting(WriteOptions options);

  /**
   * As {@link #openForWriting}, but the memory must exist: for commands that change or take back
   * units.
   *
   * @throws ballast.bitext.InputException also if there is none
   */
  Memory openExisting(WriteOptions options);

  /**
   * Makes sure that the user may do something, for commands that only try what they would write or
   * that would find out late. Does nothing for a file: there, writing tells.
   *
   * @throws ballast.bitext.InputException if the server does not let the user, or there is no
   *     memory on it
   */
  default void require(TeamRight right) {}

  /**
   * As {@link Memory#verify()}, for a memory that may be too damaged to open.
   *
   * @param progress is told how far it is
   * @throws ballast.bitext.InputException if there is none, if it is no memory of Ballast, or if it
   *     has another version
   */
  List<String> verify(UnitProgress progress);

  /** The same for a caller who does not want to know how far it is. */
  default List<String> verify() {
    return verify(UnitProgress.NONE);
  }

  /**
   * Reads the units of a memory that may be too damaged to open, as far as they can be read: those
   * that are neither retired nor deleted, in the order in which they were added.
   *
   * @param to takes each unit
   * @param progress is told how far it is
   * @throws ballast.bitext.InputException if there is none, or nothing of it can be read
   */
  Salvage salvage(Consumer<Unit> to, UnitProgress progress);

  /**
   * How a memory is written to.
   *
   * @param clock gives the times that are recorded, cut to whole seconds
   * @param busyTimeout how long to wait for another process that is writing; at least zero
   */
  public record WriteOptions(InstantSource clock, Duration busyTimeout) {

    public static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(10);

    public WriteOptions {
      if (busyTimeout.isNegative()) {
        throw new IllegalArgumentException("busyTimeout " + busyTimeout + " is negative");
      }
    }

    /** Waits up to ten seconds for another writer. */
    public static WriteOptions at(InstantSource clock) {
      return new WriteOptions(clock, DEFAULT_BUSY_TIMEOUT);
    }
  }

  /**
   * What could be saved of a damaged memory.
   *
   * @param units that were read
   * @param lost that could not be read; an upper bound where a whole stretch of rows is gone
   * @param isOpen whether it is not known how many more are lost
   * @param problems what is lost, in words, and what had to be guessed
   */
  public record Salvage(int units, long lost, boolean isOpen, List<String> problems) {

    public Salvage {
      problems = List.copyOf(problems);
    }
  }
}

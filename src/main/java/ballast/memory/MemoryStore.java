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
 * The location of a memory, whether or not it exists yet. {@code toString} names the location to
 * the user and contains no secrets.
 */
public interface MemoryStore {

  /** Returns the name of the memory without its location, such as a file name. */
  String name();

  /** Empty if a server holds the memory. */
  Optional<Path> localFile();

  /**
   * Returns whether the memory exists. Does not ask a server, where opening the memory shows this.
   */
  boolean exists();

  /** Distinguishes the memory from another one in the same place; empty if there is none. */
  Optional<Object> identity();

  /**
   * Identifies the current content of the memory: a different text after every write. Empty if the
   * memory does not exist.
   *
   * @throws ballast.bitext.InputException if a server has to be asked and cannot be
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
   * Opens the memory for reading and writing. Creates an empty file if there is none; writes
   * nothing else. A server's memory is not created: see {@link TeamStore#make}.
   *
   * @throws ballast.bitext.InputException if there is none on the server, or if it cannot be
   *     written to, is not a Ballast memory, or has another version
   */
  Memory openForWriting(WriteOptions options);

  /**
   * Opens an existing memory as {@link #openForWriting} does, for commands that change or undo.
   *
   * @throws ballast.bitext.InputException also if there is none
   */
  Memory openExisting(WriteOptions options);

  /**
   * Checks that the user has a right, for commands that only try their writes or would fail late.
   * Does nothing for a file, where the write itself fails.
   *
   * @throws ballast.bitext.InputException if the server refuses the user, or has no such memory
   */
  default void require(TeamRight right) {}

  /**
   * Checks a memory that may be too damaged to open, as {@link Memory#verify()} does.
   *
   * @throws ballast.bitext.InputException if there is none, it is no Ballast memory, or has another
   *     version
   */
  List<String> verify(UnitProgress progress);

  default List<String> verify() {
    return verify(UnitProgress.NONE);
  }

  /**
   * Reads the units of a memory that may be too damaged to open, as far as possible: those that are
   * neither retired nor deleted, in the order of their addition.
   *
   * @throws ballast.bitext.InputException if there is none, or no part of it can be read
   */
  Salvage salvage(Consumer<Unit> to, UnitProgress progress);

  /**
   * @param clock source of the recorded times, cut to whole seconds
   * @param busyTimeout how long to wait for another process that is writing; at least zero
   */
  public record WriteOptions(InstantSource clock, Duration busyTimeout) {

    public static final Duration DEFAULT_BUSY_TIMEOUT = Duration.ofSeconds(10);

    public WriteOptions {
      if (busyTimeout.isNegative()) {
        throw new IllegalArgumentException("busyTimeout " + busyTimeout + " is negative");
      }
    }

    public static WriteOptions at(InstantSource clock) {
      return new WriteOptions(clock, DEFAULT_BUSY_TIMEOUT);
    }
  }

  /**
   * @param lost upper bound if a whole range of rows is gone
   * @param isOpen whether an unknown number of further units is lost
   */
  public record Salvage(int units, long lost, boolean isOpen, List<String> problems) {

    public Salvage {
      problems = List.copyOf(problems);
    }
  }
}

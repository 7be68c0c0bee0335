package ballast.workflow.memory;

import ballast.memory.WriteOptions;
import ballast.memory.care.MemoryCare;
import ballast.memory.sqlite.SqliteMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/** A memory that is changed or taken back: opened, worked on, and closed. */
final class EditedMemory {

  private EditedMemory() {}

  /**
   * Does some work on a memory that is there.
   *
   * @param dryRun whether nothing is written: the memory is opened for reading
   * @throws ballast.bitext.InputException if there is none, or it cannot be opened
   */
  static <T> T with(Path file, InstantSource clock, boolean dryRun, Function<MemoryCare, T> work) {
    try (SqliteMemory memory = dryRun ? SqliteMemory.openForReading(file) : existing(file, clock)) {
      return work.apply(new MemoryCare(memory));
    }
  }

  /** Opens a memory for writing; what changes units makes no new one. */
  static SqliteMemory existing(Path file, InstantSource clock) {
    SqliteMemory.requireExisting(file);
    return SqliteMemory.openForWriting(file, WriteOptions.at(clock));
  }
}

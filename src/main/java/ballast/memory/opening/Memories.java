package ballast.memory.opening;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.WriteOptions;
import ballast.memory.sqlite.SqliteDriver;
import ballast.memory.sqlite.SqliteMemory;
import ballast.memory.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds memories by what a user calls them. The only class that knows what keeps them: whoever uses
 * a memory sees {@link MemoryStore} and {@link Memory}.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(Path.of("tm/memory.db")).openForReading()) {
 *   memory.forEachUnit(UnitFilter.OFFERED, unit -> System.out.println(unit.target()));
 * }
 * }</pre>
 */
public final class Memories {

  private Memories() {}

  /** The memory in a file, which need not be there. */
  public static MemoryStore at(Path file) {
    return new SqliteStore(file);
  }

  /** An empty memory that no file keeps: to try out what an import would do. */
  public static Memory inNoFile(WriteOptions options) {
    return SqliteMemory.inNoFile(options);
  }

  /** Loads what opening a memory and searching it will need; for a thread of its own. */
  public static void headStart() {
    SqliteDriver.load();
  }

  /**
   * Copies the native part of the driver, the one for this machine, out of the driver's jar.
   *
   * @throws IOException if it cannot be written
   */
  public static void copyDriver(Path folder) throws IOException {
    SqliteDriver.copyLibrary(folder);
  }
}

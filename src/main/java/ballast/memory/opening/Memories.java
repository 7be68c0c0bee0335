package ballast.memory.opening;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamStore;
import ballast.memory.postgres.PostgresAddress;
import ballast.memory.postgres.PostgresStore;
import ballast.memory.sqlite.SqliteDriver;
import ballast.memory.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Opens memories by the names that users give. Only this class knows how memories are stored.
 * Callers see {@link MemoryStore} and {@link Memory}.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(Path.of("tm/memory.db")).openForReading()) {
 *   memory.forEachUnit(UnitFilter.OFFERED, unit -> System.out.println(unit.target()));
 * }
 * }</pre>
 */
public final class Memories {

  /**
   * Also matches invalid addresses. Otherwise they would become files, with a password in the name.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(jdbc:)?postgres(ql)?:|[a-z][a-z0-9+.-]+://");

  private Memories() {}

  /** Returns the memory in a file, which need not exist. */
  public static MemoryStore at(Path file) {
    return new SqliteStore(file);
  }

  /**
   * Returns the memory that a user names: {@code postgresql://HOST/DATABASE?user=NAME&memory=NAME}
   * for one on a PostgreSQL server, otherwise a file. It need not exist.
   *
   * @param files finds the file for a name that is not an address
   * @throws ballast.bitext.InputException if the address cannot be read or holds a password
   */
  public static MemoryStore named(String name, Function<String, Path> files) {
    // Checked here, so that a file loads no class of the other store.
    return isAddress(name) ? onServer(name) : at(files.apply(name));
  }

  /**
   * Returns a team's memory at an address, {@code
   * postgresql://HOST/DATABASE?user=NAME&memory=NAME}. It need not exist.
   *
   * @throws ballast.bitext.InputException if the address cannot be read or holds a password
   */
  public static TeamStore onServer(String address) {
    return new PostgresStore(PostgresAddress.parse(address));
  }

  private static boolean isAddress(String name) {
    return ADDRESS.matcher(name).lookingAt();
  }

  /** Returns an empty memory without a file, for dry runs of imports. */
  public static Memory inNoFile(WriteOptions options) {
    return SqliteStore.inNoFile(options);
  }

  /** Loads the classes for opening and searching a memory in advance; for a separate thread. */
  public static void headStart() {
    SqliteDriver.load();
  }

  /** Returns the version of SQLite and, after the third number, of its driver: {@code 3.46.0.0}. */
  public static String driverVersion() {
    return SqliteDriver.version();
  }

  /**
   * Copies the driver's native library for this machine out of the driver's jar.
   *
   * @throws IOException if it cannot be written
   */
  public static void copyDriver(Path folder) throws IOException {
    SqliteDriver.copyLibrary(folder);
  }
}

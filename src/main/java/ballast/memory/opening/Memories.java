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
 * Finds memories by the names that users give. Only this class knows how memories are stored; its
 * callers see {@link MemoryStore} and {@link Memory}.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(Path.of("tm/memory.db")).openForReading()) {
 *   memory.forEachUnit(UnitFilter.OFFERED, unit -> System.out.println(unit.target()));
 * }
 * }</pre>
 */
public final class Memories {

  /**
   * Also what is none of a memory: taken for a file, it would be made, with a password in its name.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(jdbc:)?postgres(ql)?:|[a-z][a-z0-9+.-]+://");

  private Memories() {}

  /** The memory in a file, which need not exist. */
  public static MemoryStore at(Path file) {
    return new SqliteStore(file);
  }

  /**
   * The memory that a user names: the address of one on a PostgreSQL server, as {@code
   * postgresql://HOST/DATABASE?user=NAME&memory=NAME}, or a file. It need not exist.
   *
   * @param files finds the file of a name that is not an address
   * @throws ballast.bitext.InputException if the address cannot be read or holds a password
   */
  public static MemoryStore named(String name, Function<String, Path> files) {
    // Asked here, so that a file loads no class of the other store.
    return isAddress(name) ? onServer(name) : at(files.apply(name));
  }

  /**
   * The memory of a team at an address, {@code postgresql://HOST/DATABASE?user=NAME&memory=NAME}.
   * It need not exist.
   *
   * @throws ballast.bitext.InputException if the address cannot be read or holds a password
   */
  public static TeamStore onServer(String address) {
    return new PostgresStore(PostgresAddress.parse(address));
  }

  private static boolean isAddress(String name) {
    return ADDRESS.matcher(name).lookingAt();
  }

  /** An empty memory without a file, to try out what an import would do. */
  public static Memory inNoFile(WriteOptions options) {
    return SqliteStore.inNoFile(options);
  }

  /** Loads in advance what opening and searching a memory will need; for a separate thread. */
  public static void headStart() {
    SqliteDriver.load();
  }

  /** The version of SQLite and, after the third number, of its driver: {@code 3.46.0.0}. */
  public static String driverVersion() {
    return SqliteDriver.version();
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

package ballast.memory.sqlite;

import ballast.memory.index.MatchMaker;
import ballast.memory.index.SlotTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

public final class SqliteDriver {

  private SqliteDriver() {}

  /**
   * Loads the driver and the classes for a search. Another thread that opens a memory meanwhile
   * waits for the driver. Errors are ignored, because opening a memory meets and reports them
   * again.
   */
  public static void load() {
    try {
      SQLiteJDBCLoader.initialize();
      Class.forName(SlotTexts.class.getName());
      Class.forName(MatchMaker.class.getName());
    } catch (Exception | LinkageError e) {
      // Opening a memory reports it.
    }
  }

  /** The version of SQLite, followed by a fourth number for the driver. Does not load SQLite. */
  public static String version() {
    return SQLiteJDBCLoader.getVersion();
  }

  /** Copies the driver's native library for this machine out of the jar. */
  public static void copyLibrary(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(place)) {
      Files.copy(Objects.requireNonNull(library, place), folder.resolve(name));
    }
  }
}

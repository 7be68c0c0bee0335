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

/** What a program may do before it opens a memory, so that the memory opens sooner. */
public final class SqliteDriver {

  private SqliteDriver() {}

  /**
   * Loads the driver and what a search needs. Whoever opens a memory meanwhile, on another thread,
   * waits for the driver; what goes wrong here, opening meets again and tells.
   */
  public static void load() {
    try {
      SQLiteJDBCLoader.initialize();
      Class.forName(SlotTexts.class.getName());
      Class.forName(MatchMaker.class.getName());
    } catch (Exception | LinkageError e) {
      // Opening the memory meets it again and tells the user.
    }
  }

  /** Copies the native part of the driver, the one for this machine, out of the driver's jar. */
  public static void copyLibrary(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(place)) {
      Files.copy(Objects.requireNonNull(library, place), folder.resolve(name));
    }
  }
}

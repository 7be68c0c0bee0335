package ballast.memory.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Copies the native part of the SQLite driver, the one for this machine, out of the driver's jar.
 * The launcher does so once; the driver would do it at every start.
 */
public final class DriverLibrary {

  private DriverLibrary() {}

  /** Argument: the folder to copy it into. */
  public static void main(String[] args) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String place = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(place)) {
      Files.copy(Objects.requireNonNull(library, place), Path.of(args[0], name));
    }
  }
}

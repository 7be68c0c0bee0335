package ballast.cli.tm;

import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A program of its own, which the launcher runs once: takes the native part of the SQLite driver
 * out of its jar. The driver would do it at every start.
 */
public final class DriverLibrary {

  private DriverLibrary() {}

  /** Argument: the folder to copy it into. */
  public static void main(String[] args) throws IOException {
    Memories.copyDriver(Path.of(args[0]));
  }
}

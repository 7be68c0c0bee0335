package ballast.cli.tm;

import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Extracts the native part of the SQLite driver from its jar. The launcher runs this program once,
 * because the driver would extract it at every start.
 */
public final class DriverLibrary {

  private DriverLibrary() {}

  /**
   * @param args the folder to copy it to
   */
  public static void main(String[] args) throws IOException {
    Memories.copyDriver(Path.of(args[0]));
  }
}

package ballast.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The user's browser, started by the means of the operating system. */
final class Browser {

  private final String system;

  Browser() {
    this.system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Shows a page. All users of this computer can see its name in the list of processes.
   *
   * @return whether something was started
   */
  boolean open(Path page) {
    try {
      new ProcessBuilder(command(page.toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> command(String page) {
    if (system.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", page);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", page);
  }
}

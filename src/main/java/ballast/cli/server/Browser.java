package ballast.cli.server;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The user's browser, started by the means of the operating system. */
final class Browser {

  private final String system;

  Browser() {
    this.system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Shows an address.
   *
   * @return whether something was started
   */
  boolean open(String address) {
    try {
      new ProcessBuilder(command(address))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> command(String address) {
    if (system.contains("win")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.contains("mac") ? "open" : "xdg-open", address);
  }
}

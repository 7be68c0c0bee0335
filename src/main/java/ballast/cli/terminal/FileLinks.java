package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.report.page.Links;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Links to the files of this computer. */
public final class FileLinks implements Links {

  /** The version of VTE, the terminal of GNOME and others, in which links no longer crash it. */
  private static final int VTE = 5001;

  private final Path directory;
  private final String host;

  /**
   * @param directory that names of files are relative to, absolute
   * @param host this computer, which a terminal on another one needs to know; may be empty
   */
  FileLinks(Path directory, String host) {
    this.directory = directory;
    this.host = host;
  }

  /** Those of a folder, as the environment sees them. */
  static Links of(Path directory, Map<String, String> environment) {
    String host = environment.getOrDefault("HOSTNAME", "");
    return new FileLinks(directory, host.isEmpty() ? ownHost() : host);
  }

  private static String ownHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /**
   * Whether a terminal is known to show links; {@code FORCE_HYPERLINK} says so, or with {@code 0}
   * that none are wanted. The list is that of the library supports-hyperlinks.
   */
  static boolean areShown(Map<String, String> environment) {
    String forced = environment.get("FORCE_HYPERLINK");
    if (forced != null && !forced.isEmpty()) {
      return !forced.equals("0");
    }
    String term = environment.getOrDefault("TERM", "");
    if (term.equals("dumb") || !environment.getOrDefault("CI", "").isEmpty()) {
      return false;
    }
    return environment.containsKey("WT_SESSION")
        || environment.containsKey("DOMTERM")
        || number(environment.getOrDefault("VTE_VERSION", "")) >= VTE
        || term.matches("xterm-kitty|xterm-ghostty|alacritty|foot.*|wezterm")
        || environment
            .getOrDefault("TERM_PROGRAM", "")
            .matches("iTerm\\.app|WezTerm|vscode|ghostty|zed|Hyper");
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  @Override
  public String address(String file) {
    try {
      Path path = directory.resolve(file).normalize();
      if (file.isEmpty() || !Files.isRegularFile(path)) {
        return "";
      }
      String name = path.toString().replace('\\', '/');
      return "file://" + encoded(host) + (name.startsWith("/") ? "" : "/") + encoded(name);
    } catch (InvalidPathException e) {
      return "";
    }
  }

  /** With every byte in percent that is not a letter, a digit or one of {@code / . _ ~ : -}. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/._~:-".indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return encoded.toString();
  }
}

package ballast.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program that shows what is longer than the screen.
 *
 * @param command for the shell
 * @param rows of the screen
 * @param columns of the screen
 */
record Pager(String command, int rows, int columns) {

  /** Ends by itself if everything fits, passes colours and links on, leaves the text on screen. */
  private static final String USUAL = "less -FRX";

  /** Where the launcher does not say how high the screen is. */
  private static final int USUAL_ROWS = 24;

  /** Where the system has a shell that takes a command after {@code -c}. */
  private static final boolean IS_UNIX = File.separatorChar == '/';

  /**
   * The pager for a terminal; empty if there is none, or none is wanted.
   *
   * @param columns width of the terminal; 0 if there is none
   * @param rows its height; 0 if unknown
   */
  static Optional<Pager> of(Map<String, String> environment, int columns, int rows) {
    if (columns == 0
        || "dumb".equals(environment.get("TERM"))
        || !environment.getOrDefault("CI", "").isEmpty()) {
      return Optional.empty();
    }
    String command =
        environment.getOrDefault("BALLAST_PAGER", environment.getOrDefault("PAGER", USUAL)).strip();
    String program = command.split("\\s", -1)[0];
    if (program.isEmpty() || command.equals("cat") || !isThere(program, environment)) {
      return Optional.empty();
    }
    return Optional.of(new Pager(command, rows == 0 ? USUAL_ROWS : rows, columns));
  }

  /** Whether there is such a program, as far as that can be seen from its name. */
  private static boolean isThere(String program, Map<String, String> environment) {
    if (!program.matches("[\\w.+-]+")) {
      return true;
    }
    return Stream.of(
            environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
        .anyMatch(Files::isExecutable);
  }

  /** Starts it; what is written to its input appears on the terminal. */
  Process start() throws IOException {
    ProcessBuilder builder =
        IS_UNIX
            ? new ProcessBuilder("sh", "-c", command)
            : new ProcessBuilder("cmd.exe", "/c", command);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", "FRX");
    builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
    return builder.start();
  }
}

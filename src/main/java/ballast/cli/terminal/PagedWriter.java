package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds output back until it exceeds the screen, then sends all of it to a pager. Shorter output
 * goes to the terminal at the end.
 */
final class PagedWriter extends Writer {

  private final Writer terminal;
  private final Pager pager;
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int rows;
  private boolean isOver;
  private @Nullable Process process;

  /** The pager or the terminal; null until one is chosen. */
  private @Nullable Writer destination;

  PagedWriter(Writer terminal, Pager pager) {
    this.terminal = terminal;
    this.pager = pager;
  }

  /**
   * Returns this. Where a {@code PagedWriter} is converted to a {@code Writer}, Java loads the
   * class to verify the conversion. Here it is loaded already; in the classes of every lookup it
   * would not be.
   */
  Writer asWriter() {
    return this;
  }

  /** Whether output is in the pager, or not yet on the terminal. */
  synchronized boolean hasBegun() {
    return !isOver && (process != null || !held.isEmpty());
  }

  @Override
  public synchronized void write(char[] characters, int offset, int length) throws IOException {
    Writer decided = destination;
    if (decided != null) {
      pass(() -> decided.write(characters, offset, length));
      return;
    }
    held.append(characters, offset, length);
    for (int i = offset; i < offset + length; i++) {
      if (characters[i] == '\n') {
        rows += rowsOf(line.toString());
        line.setLength(0);
      } else {
        line.append(characters[i]);
      }
    }
    if (rows >= pager.rows()) { // the prompt takes a row
      begin();
    }
  }

  private int rowsOf(String text) {
    int columns = TerminalText.width(Style.withoutSequences(text));
    return 1 + Math.max(0, columns - 1) / pager.columns();
  }

  private void begin() throws IOException {
    Writer begun = terminal;
    try {
      Process started = pager.start();
      process = started;
      begun = new BufferedWriter(new OutputStreamWriter(started.getOutputStream(), UTF_8));
    } catch (IOException e) {
      // There is no such program: show the output without a pager.
    }
    destination = begun;
    release(begun);
  }

  private void release(Writer to) throws IOException {
    String all = held.toString();
    held.setLength(0);
    pass(() -> to.write(all));
  }

  @Override
  public synchronized void flush() throws IOException {
    Writer decided = destination;
    if (decided != null) {
      pass(decided::flush);
    }
  }

  /** Shows the output, and waits until the user leaves the pager. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      isOver = true;
      Writer decided = destination;
      if (decided == null) {
        destination = terminal;
        release(terminal);
        terminal.flush();
        return;
      }
      if (process == null) {
        decided.flush();
        return;
      }
      try {
        decided.close();
      } catch (IOException left) {
        // The user has already left the pager.
      }
    }
    await();
  }

  /** Waits until the user leaves the pager, if there is one. */
  void await() {
    Process running;
    synchronized (this) {
      running = process;
    }
    try {
      if (running != null) {
        running.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean isOver() {
    return isOver;
  }

  private void pass(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      throw process == null ? e : new IOException("the pager has closed its pipe", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /**
   * The program that shows output longer than the screen.
   *
   * @param command a shell command
   */
  record Pager(String command, int rows, int columns) {

    /** Exits if everything fits, keeps colours and links, and leaves the text on the screen. */
    private static final String USUAL = "less -FRX";

    /** Assumed height of the screen if the launcher does not report it. */
    private static final int USUAL_ROWS = 24;

    private static final boolean IS_UNIX = File.separatorChar == '/';

    /**
     * Returns the pager for a terminal; empty if there is none or none is wanted.
     *
     * @param columns width of the terminal; 0 if there is none
     * @param rows height of the terminal; 0 if unknown
     */
    static Optional<Pager> of(Map<String, String> environment, int columns, int rows) {
      if (columns == 0
          || "dumb".equals(environment.get("TERM"))
          || !environment.getOrDefault("CI", "").isEmpty()) {
        return Optional.empty();
      }
      String command =
          environment
              .getOrDefault("BALLAST_PAGER", environment.getOrDefault("PAGER", USUAL))
              .strip();
      String program = command.split("\\s", -1)[0];
      if (program.isEmpty() || command.equals("cat") || !isThere(program, environment)) {
        return Optional.empty();
      }
      return Optional.of(new Pager(command, rows == 0 ? USUAL_ROWS : rows, columns));
    }

    /** Whether the program exists, as far as its name tells. */
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

    /** Starts the pager, which shows its input on the terminal. */
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
}

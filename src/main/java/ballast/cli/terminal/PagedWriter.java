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
 * Holds back what is written until there is more of it than the screen has room for, and then gives
 * all of it to a pager; what fits goes to the terminal in the end.
 */
final class PagedWriter extends Writer {

  private final Writer terminal;
  private final Pager pager;
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int rows;
  private boolean isOver;
  private @Nullable Process process;

  /** Where everything goes once it is decided: the pager, or the terminal. */
  private @Nullable Writer destination;

  PagedWriter(Writer terminal, Pager pager) {
    this.terminal = terminal;
    this.pager = pager;
  }

  /**
   * This. (Where a {@code PagedWriter} becomes a {@code Writer}, Java loads it to see whether it is
   * one: here, where it is loaded anyway, and not in what every lookup starts with.)
   */
  Writer asWriter() {
    return this;
  }

  /** Whether something was written that is in the pager, or not on the terminal yet. */
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
    if (rows >= pager.rows()) { // the prompt takes one
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
      // There is no such program; then it is shown without.
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

  /** Everything was written: shows it, and waits until the user leaves the pager. */
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
        // The user has left the pager already, and wants no more.
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

  /** Whether {@link #close} was called. */
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

  /** Writes or flushes. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /**
   * The program that shows what is longer than the screen.
   *
   * @param command for the shell
   * @param rows of the screen
   * @param columns of the screen
   */
  record Pager(String command, int rows, int columns) {

    /**
     * Ends by itself if everything fits, passes colours and links on, leaves the text on screen.
     */
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
          environment
              .getOrDefault("BALLAST_PAGER", environment.getOrDefault("PAGER", USUAL))
              .strip();
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
}

package ballast.cli.terminal;

import ballast.app.page.CleanWriter;
import ballast.bitext.InputException;
import ballast.cli.terminal.PagedWriter.Pager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output. Unlike {@link PrintWriter}, it keeps the first failure; {@link #check} throws
 * it, and {@code Main} calls that after every command. A closed pipe ({@code | head}) is not a
 * failure: further output is dropped.
 */
public final class StandardOutput extends PrintWriter {

  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final LastWriter last;
  private final PrintWriter text;

  /**
   * @param destination receives all output
   * @param terminal whether the destination is a terminal: control characters become visible in
   *     data too, because a terminal would obey them
   */
  public StandardOutput(Writer destination, boolean terminal) {
    this(new LastWriter(destination, () -> false, null), terminal);
  }

  /** A stream to a terminal that also shows messages. Output erases its status line. */
  StandardOutput(Writer destination, MessageStream messages) {
    this(new LastWriter(destination, () -> false, messages), /* terminal= */ true);
  }

  static StandardOutput ofProcess(Writer destination, boolean terminal, MessageStream messages) {
    return new StandardOutput(
        new LastWriter(destination, StandardOutput::isPipeOfProcess, terminal ? messages : null),
        terminal);
  }

  private StandardOutput(LastWriter last, boolean terminal) {
    super(terminal ? new CleanWriter(last) : last, /* autoFlush= */ false);
    this.last = last;
    this.text = new PrintWriter(new CleanWriter(this), /* autoFlush= */ false);
  }

  /** A writer for text that the user reads: control characters always become visible. */
  public PrintWriter text() {
    return text;
  }

  /** Enables the pager for all further output. */
  void page(Pager pager) {
    last.page(pager);
  }

  /** Flushes the output and waits until the user leaves the pager. */
  public void finish() {
    text.flush();
    last.close();
  }

  /**
   * Waits until the user leaves the pager, if there is one.
   *
   * @return whether the pager had all output
   */
  boolean awaitPager() {
    return last.awaitPager();
  }

  /**
   * Flushes the output and reports a failure once.
   *
   * @throws InputException if something could not be written
   */
  public void check() {
    text.flush(); // also flushes this writer
    IOException failure = last.failure;
    last.failure = null;
    if (failure != null) {
      throw new InputException(
          "cannot write to standard output: "
              + Objects.toString(failure.getMessage(), failure.getClass().getSimpleName()),
          "make room where it goes to, or send it elsewhere",
          failure);
    }
  }

  /** Writes until the first failure, and drops the rest. */
  private static final class LastWriter extends Writer {

    private Writer destination;
    private final BooleanSupplier isPipe;
    private final @Nullable MessageStream messages;
    private @Nullable IOException failure;
    private boolean closed;
    private @Nullable PagedWriter paged;

    /**
     * @param messages the messages on the same terminal; null if there is no terminal
     */
    LastWriter(Writer destination, BooleanSupplier isPipe, @Nullable MessageStream messages) {
      this.destination = destination;
      this.isPipe = isPipe;
      this.messages = messages;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      if (messages == null || length == 0) {
        pass(() -> destination.write(characters, offset, length));
        return;
      }
      boolean lineEnds = characters[offset + length - 1] == '\n';
      messages.giveWay(lineEnds);
      pass(() -> destination.write(characters, offset, length));
      if (lineEnds && paged == null) {
        flush(); // so that a status line never follows half a line
      }
    }

    @Override
    public void flush() {
      pass(destination::flush);
    }

    @Override
    public void close() {
      flush();
      if (paged != null) {
        pass(paged::close);
        paged.await(); // even if it has closed its pipe: it may still own the terminal
      }
    }

    void page(Pager pager) {
      if (paged == null) {
        paged = new PagedWriter(destination, pager);
        destination = paged.asWriter();
        if (messages != null) {
          messages.follow(paged);
        }
      }
    }

    boolean awaitPager() {
      if (paged != null) {
        paged.await();
      }
      return paged != null && paged.isOver();
    }

    private void pass(Step step) {
      if (closed) {
        return;
      }
      try {
        step.run();
      } catch (IOException e) {
        closed = true;
        failure = isClosedPipe(e) ? null : e;
      }
    }

    /**
     * Whether the reader has closed the pipe. The system's message is in the user's language, but a
     * pipe has no other reason to refuse output.
     */
    private boolean isClosedPipe(IOException e) {
      String message = Objects.toString(e.getMessage(), "").toLowerCase(Locale.ROOT);
      return message.contains("pipe") || isPipe.getAsBoolean();
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static boolean isPipeOfProcess() {
    try {
      Object mode = Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
      int type = mode instanceof Integer bits ? bits & FILE_TYPE : 0;
      return type == PIPE || type == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return false;
    }
  }
}

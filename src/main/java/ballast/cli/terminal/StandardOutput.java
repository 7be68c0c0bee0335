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
 * Standard output. What cannot be written is remembered, not forgotten as a {@link PrintWriter}
 * does; {@link #check} says so, and {@code Main} calls it after every command. A reader that has
 * closed its end of a pipe ({@code | head}) is no failure: what comes after is dropped.
 */
public final class StandardOutput extends PrintWriter {

  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final LastWriter last;
  private final PrintWriter text;

  /**
   * @param destination where everything goes in the end
   * @param terminal whether that is a terminal, which obeys control characters: then they are made
   *     visible in data too
   */
  public StandardOutput(Writer destination, boolean terminal) {
    this(new LastWriter(destination, () -> false, null), terminal);
  }

  /** The same for the terminal on which messages appear too: a status line there gives way. */
  StandardOutput(Writer destination, MessageStream messages) {
    this(new LastWriter(destination, () -> false, messages), /* terminal= */ true);
  }

  /** The same for the standard output of this process. */
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

  /** The same for text that people read: control characters are always made visible. */
  public PrintWriter text() {
    return text;
  }

  /** What is written from now on is shown in a pager if it is longer than the screen. */
  void page(Pager pager) {
    last.page(pager);
  }

  /** The last thing was written: passes it on, and waits until the user leaves the pager. */
  public void finish() {
    text.flush();
    last.close();
  }

  /**
   * Waits until the user leaves the pager, if there is one.
   *
   * @return whether it had everything
   */
  boolean awaitPager() {
    return last.awaitPager();
  }

  /**
   * Passes everything on and stops if something could not be written; says so only once.
   *
   * @throws InputException if something could not be written
   */
  public void check() {
    text.flush(); // and with it this writer
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

  /** Writes until it fails for the first time, and drops the rest. */
  private static final class LastWriter extends Writer {

    private Writer destination;
    private final BooleanSupplier isPipe;
    private final @Nullable MessageStream messages;
    private @Nullable IOException failure;
    private boolean closed;
    private @Nullable PagedWriter paged;

    /**
     * @param isPipe whether the destination is a pipe
     * @param messages the messages on the same terminal; null if it is none
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
        flush(); // so that a status line never meets half a line
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
        paged.await(); // also if it has closed its pipe: it may still have the terminal
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
     * Whether nobody reads any more. The message of the system is in the user's language, but
     * nothing else is wrong with a pipe that takes no more.
     */
    private boolean isClosedPipe(IOException e) {
      String message = Objects.toString(e.getMessage(), "").toLowerCase(Locale.ROOT);
      return message.contains("pipe") || isPipe.getAsBoolean();
    }
  }

  /** Writes or flushes. */
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

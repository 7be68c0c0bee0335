package ballast.cli.terminal;

import ballast.app.page.CleanWriter;
import ballast.app.page.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Standard error: messages for people. A message is one line, whatever is in it: names and texts
 * come from files, and a control character or line end in them must not act on the terminal or
 * forge a line of a CI log.
 *
 * <p>The last line of a terminal may be a status line, which is overwritten again and again; every
 * other output erases it first.
 */
public final class MessageStream {

  private final PrintWriter out;
  private int shown;
  private boolean midLine;
  private long messages;
  private long questions;
  private @Nullable PagedWriter paged;

  public MessageStream(Writer destination) {
    this.out = new PrintWriter(destination, /* autoFlush= */ false);
  }

  /** Writes a message as one line. */
  public void println(String message) {
    println("", message);
  }

  /**
   * Writes a message as one line.
   *
   * @param label what stands before it, with its colour; never a text from outside
   */
  public synchronized void println(String label, String message) {
    if (isPaged(label + TerminalText.plain(message) + System.lineSeparator())) {
      return;
    }
    giveWay(/* lineEnds= */ true);
    out.print(label);
    out.println(TerminalText.plain(message));
    out.flush();
  }

  /** Messages follow the data into its pager, once there is data: both have the same terminal. */
  synchronized void follow(PagedWriter pager) {
    paged = pager;
  }

  private boolean isPaged(String line) {
    try {
      if (paged == null || !paged.hasBegun()) {
        return false;
      }
      paged.write(line);
    } catch (IOException e) {
      // The user has left the pager, and wants to see no more of this.
    }
    return true;
  }

  /** Writes a question, after which the answer is typed. */
  public synchronized void ask(String question) {
    giveWay(/* lineEnds= */ true); // by the user's answer
    questions++;
    out.print(TerminalText.plain(question));
    out.flush();
  }

  /**
   * Shows a status line, unless other output has left the last line of the terminal unfinished.
   *
   * @param line short enough for the terminal
   */
  synchronized void overwrite(String line) {
    if (midLine || (paged != null && paged.hasBegun())) {
      return;
    }
    String text = TerminalText.plain(line);
    int width = TerminalText.width(text);
    out.print('\r' + text + " ".repeat(Math.max(0, shown - width)));
    out.flush();
    shown = width;
  }

  /** Erases the status line. */
  synchronized void erase() {
    if (shown > 0) {
      out.print('\r' + " ".repeat(shown) + '\r');
      out.flush();
      shown = 0;
    }
  }

  /**
   * Other output to the terminal follows.
   *
   * @param lineEnds whether it ends with a line end
   */
  public synchronized void giveWay(boolean lineEnds) {
    erase();
    midLine = !lineEnds;
    messages++;
  }

  /** How often other output has taken the place of the status line. */
  synchronized long messages() {
    return messages;
  }

  /** How often something was asked. */
  synchronized long questions() {
    return questions;
  }

  /** For a library that writes several lines itself: a line end remains one. */
  public PrintWriter lines() {
    giveWay(/* lineEnds= */ true);
    return new PrintWriter(new CleanWriter(out), /* autoFlush= */ true);
  }
}

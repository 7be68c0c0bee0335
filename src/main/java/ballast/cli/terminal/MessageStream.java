package ballast.cli.terminal;

import ballast.app.page.CleanWriter;
import ballast.app.page.PageLanguage;
import ballast.app.page.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Standard error: messages for the user. Every message is one line. Names and texts come from
 * files; their control characters and line ends must not affect the terminal or forge a line of a
 * CI log.
 *
 * <p>The last line of a terminal may be a status line, which is overwritten repeatedly. Every other
 * output erases it first.
 */
public final class MessageStream {

  private final PrintWriter out;
  private int shown;
  private boolean midLine;
  private long messages;
  private long questions;
  private @Nullable PagedWriter paged;
  private @Nullable PageLanguage language;

  public MessageStream(Writer destination) {
    this.out = new PrintWriter(destination, /* autoFlush= */ false);
  }

  /** Sets the language of all further messages. Without this they are in English. */
  public void speak(PageLanguage spoken) {
    language = spoken;
  }

  /** Returns the language of the messages; null for English. */
  public @Nullable PageLanguage language() {
    return language;
  }

  public String say(String message) {
    return language == null ? message : language.say(message);
  }

  public void println(String message) {
    println("", message);
  }

  /**
   * Writes a message as one line.
   *
   * @param label a prefix with its colour; never a text from outside
   */
  public synchronized void println(String label, String message) {
    String text = TerminalText.plain(say(message));
    if (isPaged(label + text + System.lineSeparator())) {
      return;
    }
    giveWay(/* lineEnds= */ true);
    out.print(label);
    out.println(text);
    out.flush();
  }

  /** Sends messages to the pager once it has data, because both use the same terminal. */
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
      // The user has left the pager.
    }
    return true;
  }

  /** Asks a question; the user types the answer on the same line. */
  public synchronized void ask(String question) {
    giveWay(/* lineEnds= */ true); // the user's answer ends the line
    questions++;
    out.print(TerminalText.plain(say(question)));
    out.flush();
  }

  /**
   * Shows a status line, unless other output has left the last line of the terminal unfinished.
   *
   * @param line must fit the width of the terminal
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

  synchronized void erase() {
    if (shown > 0) {
      out.print('\r' + " ".repeat(shown) + '\r');
      out.flush();
      shown = 0;
    }
  }

  /**
   * Prepares for other output to the terminal.
   *
   * @param lineEnds whether that output ends with a line end
   */
  public synchronized void giveWay(boolean lineEnds) {
    erase();
    midLine = !lineEnds;
    messages++;
  }

  /** How often other output has replaced the status line. */
  synchronized long messages() {
    return messages;
  }

  synchronized long questions() {
    return questions;
  }

  /** Returns a writer for a library that writes several lines itself. It keeps line ends. */
  public PrintWriter lines() {
    giveWay(/* lineEnds= */ true);
    return new PrintWriter(new CleanWriter(out), /* autoFlush= */ true);
  }
}

package ballast.cli.terminal;

import ballast.report.page.CleanWriter;
import ballast.report.page.TerminalText;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Standard error: messages for people. A message is one line, whatever is in it: names and texts
 * come from files, and a control character or line end in them must not act on the terminal or
 * forge a line of a CI log.
 */
public final class MessageStream {

  private final PrintWriter out;

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
  public void println(String label, String message) {
    out.print(label);
    out.println(TerminalText.plain(message));
    out.flush();
  }

  /** Writes a question, after which the answer is typed. */
  public void ask(String question) {
    out.print(TerminalText.plain(question));
    out.flush();
  }

  /** Overwrites the current line of the terminal. */
  void overwrite(String line) {
    out.print('\r' + TerminalText.plain(line));
    out.flush();
  }

  /** Goes back to the beginning of the current line of the terminal. */
  void goBack() {
    out.print('\r');
    out.flush();
  }

  /** For a library that writes several lines itself: a line end remains one. */
  public PrintWriter lines() {
    return new PrintWriter(new CleanWriter(out), /* autoFlush= */ true);
  }
}

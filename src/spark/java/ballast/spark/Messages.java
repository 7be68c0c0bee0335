package ballast.spark;

import ballast.bitext.InputException;
import ballast.workflow.corpus.JobMessage;
import java.io.PrintStream;

/** Messages to the process that has started this one; see {@link JobMessage}. */
final class Messages {

  private final PrintStream out;

  /**
   * @param out read by that process, in UTF-8
   */
  Messages(PrintStream out) {
    this.out = out;
  }

  void progress(long done, long all, long rejected) {
    send(JobMessage.of(JobMessage.Kind.PROGRESS, done, all, rejected));
  }

  void say(String text) {
    send(JobMessage.of(JobMessage.Kind.SAID, text));
  }

  void warn(String text) {
    send(JobMessage.of(JobMessage.Kind.WARNING, text));
  }

  void refused(InputException e) {
    send(JobMessage.of(JobMessage.Kind.REFUSED, String.valueOf(e.getMessage()), e.hint()));
  }

  synchronized void send(JobMessage message) {
    out.println(message.line());
    if (message.kind() != JobMessage.Kind.ROW) {
      out.flush(); // rows may wait for others
    }
  }
}

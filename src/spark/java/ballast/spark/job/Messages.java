package ballast.spark.job;

import ballast.app.corpus.JobMessage;
import ballast.bitext.InputException;
import java.io.PrintStream;

/** Messages to the process that started this one; see {@link JobMessage}. */
public final class Messages {

  private final PrintStream out;

  /**
   * @param out read by that process, in UTF-8
   */
  Messages(PrintStream out) {
    this.out = out;
  }

  /**
   * Reports progress.
   *
   * @param done documents or tasks
   * @param all total number, as far as known
   * @param rejected rejected ones among {@code done}
   */
  public void progress(long done, long all, long rejected) {
    send(JobMessage.of(JobMessage.Kind.PROGRESS, done, all, rejected));
  }

  /** Reports a warning about the result. */
  public void warn(String text) {
    send(JobMessage.of(JobMessage.Kind.WARNING, text));
  }

  void refused(InputException e) {
    send(JobMessage.of(JobMessage.Kind.REFUSED, String.valueOf(e.getMessage()), e.hint()));
  }

  /** Sends a message; the tasks' listeners call this on threads of Spark. */
  public synchronized void send(JobMessage message) {
    out.println(message.line());
    if (message.kind() != JobMessage.Kind.ROW) {
      out.flush(); // rows may wait for others
    }
  }
}

package ballast.spark.job;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Reports the number of completed documents after each task. */
public final class DocumentProgress extends SparkListener {

  private final Messages messages;
  private final Tally tally;
  private final long all;

  public DocumentProgress(Messages messages, Tally tally, long all) {
    this.messages = messages;
    this.tally = tally;
    this.all = all;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    long done = Math.min(all, tally.done().value());
    messages.progress(done, all, Math.min(done, tally.rejected().value()));
  }
}

package ballast.spark.job;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Reports how many tasks are done of those that are known so far, whenever one ends. */
public final class TaskProgress extends SparkListener {

  private final Messages messages;
  private long done;
  private long all;

  public TaskProgress(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    all += stage.stageInfo().numTasks();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    done = Math.min(all, done + 1);
    messages.progress(done, all, 0);
  }
}

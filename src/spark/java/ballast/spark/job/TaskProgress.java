package ballast.spark.job;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Reports the number of completed tasks, of those known so far, after each task. */
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

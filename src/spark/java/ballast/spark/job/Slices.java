package ballast.spark.job;

import org.apache.spark.sql.SparkSession;

/** Number of tasks for some units. Results do not depend on it. */
public final class Slices {

  /** Units in a task, which takes a second. */
  private static final int UNITS_A_TASK = 2_000;

  /** More would be slow to shuffle. */
  private static final int MAX = 2_000;

  private static final int TASKS_A_CORE = 8;

  private Slices() {}

  /** The number of tasks for this many units; at least 1. */
  public static int of(SparkSession spark, long units) {
    int max = Math.max(MAX, TASKS_A_CORE * spark.sparkContext().defaultParallelism());
    return (int) Math.max(1, Math.min(max, units / UNITS_A_TASK));
  }
}

package ballast.spark.job;

import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * How far the tasks are. Only for display: a task that is done twice may count twice.
 *
 * @param done documents
 * @param rejected how many of them
 */
public record Tally(LongAccumulator done, LongAccumulator rejected) {

  /** One that the tasks of a program add to. */
  public static Tally in(SparkContext context) {
    return new Tally(context.longAccumulator("documents"), context.longAccumulator("rejected"));
  }
}

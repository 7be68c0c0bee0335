package ballast.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * How far the tasks are. Only for display: a task that is done twice may count twice.
 *
 * @param done documents
 * @param rejected how many of them
 */
record Tally(LongAccumulator done, LongAccumulator rejected) {

  static Tally in(SparkContext context) {
    return new Tally(context.longAccumulator("documents"), context.longAccumulator("rejected"));
  }
}

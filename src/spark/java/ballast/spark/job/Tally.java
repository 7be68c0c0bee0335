package ballast.spark.job;

import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * The progress of the tasks. Only for display: a repeated task may count twice.
 *
 * @param done documents
 * @param rejected rejected ones among them
 */
public record Tally(LongAccumulator done, LongAccumulator rejected) {

  public static Tally in(SparkContext context) {
    return new Tally(context.longAccumulator("documents"), context.longAccumulator("rejected"));
  }
}

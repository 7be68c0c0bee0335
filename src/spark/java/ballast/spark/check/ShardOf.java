package ballast.spark.check;

import ballast.app.corpus.ShardPlan;
import org.apache.spark.sql.api.java.UDF2;

/** Returns, in a query, the file of a result; see {@link ShardPlan#shard}. */
final class ShardOf implements UDF2<Long, Integer, Integer> {

  private static final long serialVersionUID = 1L;

  private final long[] documents;
  private final long[] results;

  ShardOf(ShardPlan plan) {
    this.documents = plan.documents();
    this.results = plan.results();
  }

  @Override
  public Integer call(Long document, Integer result) {
    return new ShardPlan(documents, results).shard(document, result);
  }
}

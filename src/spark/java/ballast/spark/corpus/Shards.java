package ballast.spark.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Divides the documents of a corpus, in the order of the list, into shards. */
public final class Shards {

  /** A shard: all documents with a number from {@code first} to {@code last}. */
  public record Shard(long first, long last, long units) {}

  private Shards() {}

  /**
   * @param most maximum units in a shard; a document with more is a shard of its own
   */
  public static List<Shard> of(Dataset<Row> units, long most) {
    Iterator<Row> documents =
        units
            .groupBy(Columns.SEQ)
            .agg(functions.count(functions.lit(1)))
            .orderBy(Columns.SEQ)
            .toLocalIterator();
    List<Shard> shards = new ArrayList<>();
    Shard open = new Shard(0, 0, 0);
    while (documents.hasNext()) {
      Row document = documents.next();
      long seq = document.getLong(0);
      long count = document.getLong(1);
      if (open.units() > 0 && open.units() + count > most) {
        shards.add(open);
        open = new Shard(seq, seq, 0);
      }
      open = new Shard(open.first(), seq, open.units() + count);
    }
    if (open.units() > 0) {
      shards.add(open);
    }
    return shards;
  }
}

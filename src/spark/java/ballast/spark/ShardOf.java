package ballast.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;

/**
 * Divides results among files, in the order of documents: a file gets as many whole documents as it
 * may hold, and a document with more results than that gets several files. Depends on the numbers
 * of results alone.
 */
final class ShardOf implements UDF2<Long, Integer, Integer> {

  private static final long serialVersionUID = 1L;

  /** The document and the result in it, from 0, that each file begins with. */
  private final long[] documents;

  private final long[] results;

  private ShardOf(List<long[]> starts) {
    this.documents = starts.stream().mapToLong(start -> start[0]).toArray();
    this.results = starts.stream().mapToLong(start -> start[1]).toArray();
  }

  /**
   * Plans the files.
   *
   * @param counts the place of each document in the list, rising, and how many results it has
   * @param max how many results a file may hold
   */
  static ShardOf of(Iterator<Row> counts, long max) {
    List<long[]> starts = new ArrayList<>();
    long held = max;
    while (counts.hasNext()) {
      Row row = counts.next();
      long count = row.getLong(1);
      if (held + count > max) {
        starts.add(new long[] {row.getLong(0), 0});
        held = 0;
      }
      for (long start = max; start < count; start += max) {
        starts.add(new long[] {row.getLong(0), start});
      }
      held = count > max ? max : held + count;
    }
    return new ShardOf(starts);
  }

  /** How many files there are. */
  int shards() {
    return documents.length;
  }

  /**
   * The number of the file of a result, from 0.
   *
   * @param document the place of its document in the list
   * @param result its place in the document, from 0
   */
  @Override
  public Integer call(Long document, Integer result) {
    int low = 0;
    int high = documents.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean isBefore =
          documents[middle] < document
              || (documents[middle] == document && results[middle] <= result);
      low = isBefore ? middle : low;
      high = isBefore ? high : middle - 1;
    }
    return low;
  }
}

package ballast.app.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides results among files, in the order of documents. A file takes as many whole documents as
 * fit. A document with more results than that takes several files of its own. The plan depends only
 * on the numbers of results.
 *
 * @param documents the first document of each file; ascending
 * @param results the index, in that document, of the first result of each file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and passed to many tasks
public record ShardPlan(long[] documents, long[] results) {

  /** Plans files while the documents are counted. */
  public static final class Counting {

    private final long max;
    private final List<long[]> starts = new ArrayList<>();
    private long held;

    /**
     * @param max maximum results in a file; at least 1
     */
    public Counting(long max) {
      this.max = max;
      this.held = max;
    }

    /**
     * Adds a document.
     *
     * @param document its place in the list; ascending from call to call
     * @param count number of its results; at least 1
     */
    public void add(long document, long count) {
      if (held + count > max) {
        for (long start = 0; start < count; start += max) {
          starts.add(new long[] {document, start});
        }
        held = 0;
      }
      held = count > max ? max : held + count;
    }

    public ShardPlan plan() {
      return new ShardPlan(
          starts.stream().mapToLong(start -> start[0]).toArray(),
          starts.stream().mapToLong(start -> start[1]).toArray());
    }
  }

  public int shards() {
    return documents.length;
  }

  /**
   * The index of a result's file.
   *
   * @param document the place of its document in the list
   * @param result its index in the document
   */
  public int shard(long document, long result) {
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

package ballast.app.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides results among files, in the order of documents: a file gets as many whole documents as it
 * may hold, and a document with more results than that gets several files of its own. Depends on
 * the numbers of results alone.
 *
 * @param documents the document that each file begins with; rising
 * @param results the result in it, from 0, that the file begins with
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and handed to many tasks
public record ShardPlan(long[] documents, long[] results) {

  /** Plans files while the documents are counted. */
  public static final class Counting {

    private final long max;
    private final List<long[]> starts = new ArrayList<>();
    private long held;

    /**
     * @param max how many results a file may hold; at least 1
     */
    public Counting(long max) {
      this.max = max;
      this.held = max;
    }

    /**
     * Adds a document.
     *
     * @param document its place in the list; rising from call to call
     * @param count how many results it has; at least 1
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

    /** The plan for the documents so far. */
    public ShardPlan plan() {
      return new ShardPlan(
          starts.stream().mapToLong(start -> start[0]).toArray(),
          starts.stream().mapToLong(start -> start[1]).toArray());
    }
  }

  /** How many files there are. */
  public int shards() {
    return documents.length;
  }

  /**
   * The number of the file of a result, from 0.
   *
   * @param document the place of its document in the list
   * @param result its place in the document, from 0
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

package ballast.likeness.index;

/** Counts the operations of searches. Cumulative; for one thread. */
public final class Effort {

  private long searches;
  private long blocks;
  private long postings;
  private long candidates;
  private long rows;
  private long compared;

  /** One more search of a part or tail. */
  public void search() {
    searches++;
  }

  /** One more block read from the file, not from memory. */
  public void block() {
    blocks++;
  }

  void postings(long count) {
    postings += count;
  }

  void candidates(long count) {
    candidates += count;
  }

  /** One more row read from the file to compare its text. */
  public void row() {
    rows++;
  }

  /** One more text compared. */
  public void compare() {
    compared++;
  }

  /** Parts and tails looked through. */
  public long searches() {
    return searches;
  }

  /** Blocks read from the file. */
  public long blocks() {
    return blocks;
  }

  /** Postings decoded. */
  public long postings() {
    return postings;
  }

  /** Texts that the count filter let through. */
  long candidates() {
    return candidates;
  }

  /** Rows read to compare their texts. */
  public long rows() {
    return rows;
  }

  /** Texts compared symbol by symbol. */
  public long compared() {
    return compared;
  }
}

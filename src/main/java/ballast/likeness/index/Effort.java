package ballast.likeness.index;

/** Counts the operations of searches. Cumulative; not thread-safe. */
public final class Effort {

  private long searches;
  private long blocks;
  private long postings;
  private long rows;
  private long compared;

  public void search() {
    searches++;
  }

  /** Counts a block read from the file, not from memory. */
  public void block() {
    blocks++;
  }

  void postings(long count) {
    postings += count;
  }

  /** Counts a row read from the file to compare its text. */
  public void row() {
    rows++;
  }

  public void compare() {
    compared++;
  }

  /** Parts and tails searched. */
  public long searches() {
    return searches;
  }

  public long blocks() {
    return blocks;
  }

  public long postings() {
    return postings;
  }

  public long rows() {
    return rows;
  }

  /** Texts compared symbol by symbol. */
  public long compared() {
    return compared;
  }
}

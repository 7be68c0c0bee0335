package ballast.likeness.index;

/** Supplies the blocks of a part. */
@FunctionalInterface
public interface BlockSource {

  /**
   * The block with the given number, as it was written. The caller must not change it.
   *
   * @throws IllegalArgumentException if there is no such block or it is damaged
   */
  byte[] block(int number);

  /** Announces that blocks from {@code first} up to {@code end} will be read one by one. */
  default void prepare(int first, int end) {}

  /**
   * Announces that some of the blocks from {@code first} up to {@code end} may be read soon. Those
   * announced, of all parts, may be fetched together with the next block that is read.
   */
  default void want(int first, int end) {}
}

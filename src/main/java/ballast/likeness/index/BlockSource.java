package ballast.likeness.index;

@FunctionalInterface
public interface BlockSource {

  /**
   * Returns the block with this number, as written. The caller must not change it.
   *
   * @throws IllegalArgumentException if there is no such block or it is damaged
   */
  byte[] block(int number);

  /** Announces that blocks from {@code first} up to {@code end} will be read one by one. */
  default void prepare(int first, int end) {}

  /**
   * Announces that some of the blocks from {@code first} up to {@code end} may be read soon. The
   * next read may fetch all announced blocks, of all parts, together.
   */
  default void want(int first, int end) {}
}

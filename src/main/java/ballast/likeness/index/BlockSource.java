package ballast.likeness.index;

/** Where the blocks of a part are read from. */
@FunctionalInterface
public interface BlockSource {

  /**
   * The block of that number, as it was written. The caller does not change it.
   *
   * @throws IllegalArgumentException if there is no such block or it is damaged
   */
  byte[] block(int number);

  /** Says that blocks from {@code first} up to {@code end} are going to be read, one by one. */
  default void prepare(int first, int end) {}
}

package ballast.likeness.index;

/** Where the blocks of a part are written to. */
@FunctionalInterface
public interface BlockSink {

  /** Takes a block; numbers are 0, 1, 2 ... */
  void block(int number, byte[] bytes);
}

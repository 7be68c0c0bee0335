package ballast.likeness.index;

/** Receives the blocks of a part. */
@FunctionalInterface
public interface BlockSink {

  /** Takes a block; numbers are 0, 1, 2 ... */
  void block(int number, byte[] bytes);
}

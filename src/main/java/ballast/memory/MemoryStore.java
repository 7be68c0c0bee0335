package ballast.memory;

import java.util.List;

/**
 * Where a memory is kept, whether there is one yet or not. {@code toString} names the place to the
 * user and holds no secret.
 */
public interface MemoryStore {

  /**
   * Opens the memory for reading. Works while others write to it, and where nothing may be written.
   *
   * @throws ballast.bitext.InputException if there is none, or it cannot be read, or it is not a
   *     memory of Ballast, or of another version
   */
  Memory openForReading();

  /**
   * Opens the memory for reading and writing. Makes an empty one if there is none and brings an
   * older one up to date; nothing else is written.
   *
   * @throws ballast.bitext.InputException if it cannot be written to, or it is not a memory of
   *     Ballast, or of a later version
   */
  Memory openForWriting(WriteOptions options);

  /**
   * As {@link #openForWriting}, of a memory that is there: what changes or takes back units makes
   * no new one.
   *
   * @throws ballast.bitext.InputException also if there is none
   */
  Memory openExisting(WriteOptions options);

  /**
   * As {@link Memory#verify()}, of a memory that may be too damaged to be opened.
   *
   * @throws ballast.bitext.InputException if there is none
   */
  List<String> verify();
}

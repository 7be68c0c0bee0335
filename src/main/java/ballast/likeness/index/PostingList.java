package ballast.likeness.index;

import org.jspecify.annotations.Nullable;

/** The slots of one gram, as {@link PostingWriter} wrote them. Decodes only what is needed. */
final class PostingList {

  private static final int[] NONE = {};

  /** The list of a gram that no text has. */
  static final PostingList EMPTY = new PostingList(new byte[0], 0, 0);

  private final int count;
  // A short list: where it stands in its page.
  private final byte[] page;
  private final int start;
  // A long one: its chunks.
  private final int[] firsts;
  // How many slots the chunks before have; one more than there are chunks.
  private final int[] countsBefore;
  private final int firstBlock;
  // Where the first chunk begins in its block; the others begin theirs.
  private final int offset;
  private @Nullable CachedList cached;
  private boolean wanted;

  private PostingList(byte[] page, int start, int count) {
    this.page = page;
    this.start = start;
    this.count = count;
    this.firsts = NONE;
    this.countsBefore = NONE;
    this.firstBlock = 0;
    this.offset = 0;
  }

  private PostingList(int count, int firstBlock, int offset, int[] firsts, int[] countsBefore) {
    this.page = EMPTY.page;
    this.start = 0;
    this.count = count;
    this.firsts = firsts;
    this.countsBefore = countsBefore;
    this.firstBlock = firstBlock;
    this.offset = offset;
  }

  /** The list at a place in a page, behind its key; {@code reader} goes on to its end. */
  static PostingList read(byte[] page, ByteReader reader) {
    int header = reader.count();
    int count = header >>> 1;
    if ((header & 1) == 0) {
      int length = count == 1 ? 0 : reader.count();
      PostingList list = new PostingList(page, reader.at(), count);
      if (count == 1) {
        reader.number();
      } else {
        reader.skip(length);
      }
      return list;
    }
    int block = reader.count();
    int offset = reader.count();
    int chunks = Math.min(reader.count(), page.length);
    int[] firsts = new int[chunks];
    int[] countsBefore = new int[chunks + 1];
    int slot = 0;
    for (int i = 0; i < chunks; i++) {
      slot += reader.count();
      firsts[i] = slot;
      countsBefore[i + 1] = countsBefore[i] + reader.count();
    }
    return new PostingList(count, block, offset, firsts, countsBefore);
  }

  /** Goes on to the end of a list without making one. */
  static void skip(ByteReader reader) {
    int header = reader.count();
    if ((header & 1) == 0) {
      if (header >>> 1 == 1) {
        reader.number();
      } else {
        reader.skip(reader.count());
      }
      return;
    }
    reader.number();
    reader.number();
    for (int chunks = reader.count(); chunks > 0; chunks--) {
      reader.number();
      reader.number();
    }
  }

  /** How many slots there are. */
  int count() {
    return count;
  }

  /** How many slots there are at most from {@code from} up to {@code to}. */
  int countWithin(int from, int to) {
    if (firsts.length == 0) {
      return count;
    }
    return Math.max(0, countsBefore[chunkOf(to - 1) + 1] - countsBefore[chunkOf(from)]);
  }

  /** Takes slots by the run. */
  @FunctionalInterface
  interface RunAction {
    /**
     * Takes a run.
     *
     * @param slots rising, from index 0 on
     * @param length how many there are
     */
    void accept(int[] slots, int length);
  }

  /** The cached list, see {@link CachedLists}; null if it is not cached. */
  @Nullable CachedList kept() {
    return cached;
  }

  void keep(@Nullable CachedList list) {
    cached = list;
  }

  /** Records that a search uses the list; returns whether an earlier one did. */
  boolean want() {
    boolean countsBefore = wanted;
    wanted = true;
    return countsBefore;
  }

  /** How many chunks there are; 0 for a short list. */
  int chunks() {
    return firsts.length;
  }

  /** The last chunk that begins at or before a slot; the first one if none does. */
  int chunkOf(int slot) {
    int low = 0;
    int high = firsts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firsts[middle] <= slot) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Chunk chunk(int index, BlockSource blocks) {
    return new Chunk(
        blocks.block(firstBlock + index),
        index == 0 ? offset : 0,
        firsts[index],
        countsBefore[index + 1] - countsBefore[index]);
  }

  /** Announces that the chunks with the slots from {@code from} up to {@code to} will be read. */
  void prepare(BlockSource blocks, int from, int to) {
    int first = chunkOf(from);
    int last = chunkOf(to - 1);
    if (last > first) {
      blocks.prepare(firstBlock + first, firstBlock + last + 1);
    }
  }

  /** Announces that some of the chunks with these slots may be read. */
  void want(BlockSource blocks, int from, int to) {
    if (firsts.length > 0) {
      blocks.want(firstBlock + chunkOf(from), firstBlock + chunkOf(to - 1) + 1);
    }
  }

  /** Whether a search has used the list. */
  boolean isWanted() {
    return wanted;
  }

  /**
   * Sets the bits of the slots from {@code from} up to {@code to}, and of some others; only of a
   * list that has chunks.
   *
   * @return how many slots were decoded
   */
  int mark(BlockSource blocks, int from, int to, long[] bits) {
    int decoded = 0;
    int[] gaps = new int[PostingWriter.RUN];
    prepare(blocks, from, to);
    for (int i = chunkOf(from); i < firsts.length && firsts[i] < to; i++) {
      Chunk chunk = chunk(i, blocks);
      for (int run = chunk.runOf(from); run < chunk.runs() && chunk.start(run) < to; run++) {
        chunk.mark(run, bits, gaps);
        decoded += chunk.length(run);
      }
    }
    return decoded;
  }

  /**
   * Gives the slots by the run, at least those from {@code from} up to {@code to}.
   *
   * @param buffer room for a run
   * @return how many slots were decoded
   */
  int forEachRun(BlockSource blocks, int from, int to, int[] buffer, RunAction action) {
    if (firsts.length == 0) {
      return inlineRuns(buffer, to, action);
    }
    int decoded = 0;
    prepare(blocks, from, to);
    for (int i = chunkOf(from); i < firsts.length && firsts[i] < to; i++) {
      Chunk chunk = chunk(i, blocks);
      for (int run = chunk.runOf(from); run < chunk.runs() && chunk.start(run) < to; run++) {
        chunk.decode(run, buffer);
        action.accept(buffer, chunk.length(run));
        decoded += chunk.length(run);
      }
    }
    return decoded;
  }

  private int inlineRuns(int[] buffer, int to, RunAction action) {
    if (count <= PostingWriter.MAX_LISTED_SLOTS) {
      return inlineFew(buffer, action);
    }
    int at = start;
    int slot = -1;
    int done = 0;
    while (done < count && slot < to) {
      int length = Math.min(PostingWriter.RUN, count - done);
      at = Gaps.unpack(page, at, buffer, 0, length);
      Gaps.sum(slot, buffer, 0, length);
      slot = buffer[length - 1];
      action.accept(buffer, length);
      done += length;
    }
    return done;
  }

  private int inlineFew(int[] buffer, RunAction action) {
    ByteReader reader = new ByteReader(page, start);
    int slot = 0;
    for (int i = 0; i < count; i++) {
      slot += (int) reader.number();
      buffer[i] = slot;
    }
    if (count > 0) {
      action.accept(buffer, count);
    }
    return count;
  }
}

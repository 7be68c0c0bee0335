package ballast.likeness.index;

import ballast.likeness.index.PostingList.Chunk;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.Arrays;

/** Looks slots up in lists and decodes only the necessary runs. Not thread-safe. */
final class ListProbe {

  private final int[] run = new int[PostingWriter.RUN];

  /**
   * Determines which of the given slots are in a list.
   *
   * @param slots rising
   * @param hits receives true or false for each
   * @return number of slots decoded
   */
  int find(PostingList list, BlockSource blocks, int[] slots, int length, boolean[] hits) {
    return list.chunks() == 0
        ? findInShort(list, blocks, slots, length, hits)
        : findInChunks(list, blocks, slots, length, hits);
  }

  private int findInShort(
      PostingList list, BlockSource blocks, int[] slots, int length, boolean[] hits) {
    int[] next = {0};
    Arrays.fill(hits, 0, length, false);
    return list.forEachRun(
        blocks,
        0,
        Integer.MAX_VALUE,
        run,
        (found, n) -> next[0] = merge(found, n, slots, length, next[0], hits));
  }

  private static int merge(
      int[] run, int runLength, int[] slots, int length, int from, boolean[] hits) {
    int i = from;
    for (int j = 0; j < runLength && i < length; j++) {
      while (i < length && slots[i] < run[j]) {
        i++;
      }
      if (i < length && slots[i] == run[j]) {
        hits[i] = true;
      }
    }
    return i;
  }

  private int findInChunks(
      PostingList list, BlockSource blocks, int[] slots, int length, boolean[] hits) {
    int decoded = 0;
    int current = list.chunkOf(length == 0 ? 0 : slots[0]);
    int currentRun = -1;
    int at = 0;
    Chunk chunk = list.chunk(current, blocks);
    for (int i = 0; i < length; i++) {
      int slot = slots[i];
      int wanted = list.chunkOf(slot);
      if (wanted != current) {
        current = wanted;
        currentRun = -1;
        chunk = list.chunk(wanted, blocks);
      }
      int wantedRun = chunk.runOf(slot);
      if (wantedRun != currentRun) {
        currentRun = wantedRun;
        chunk.decode(wantedRun, run);
        decoded += chunk.length(wantedRun);
        at = 0;
      }
      while (at < chunk.length(wantedRun) && run[at] < slot) {
        at++;
      }
      hits[i] = at < chunk.length(wantedRun) && run[at] == slot;
    }
    return decoded;
  }
}

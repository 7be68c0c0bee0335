package ballast.memory.fuzzy;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The densest lists of the parts that are searched, as bitmaps in memory: those of the most
 * frequent characters, which nearly every search asks for and which are dear to decode. A list is
 * taken in when it is wanted for the second time, so that a single search does not pay for it; when
 * there is no more room, in the place of one that is less dense.
 *
 * <p>For one thread.
 */
final class DenseLists {

  /** So much denser must a list be that takes the place of another. */
  private static final double DENSER = 1.1;

  /** Orders lists by their density, each once. */
  private record Density(double share, int number) implements Comparable<Density> {
    @Override
    public int compareTo(Density other) {
      int byShare = Double.compare(share, other.share);
      return byShare != 0 ? byShare : Integer.compare(number, other.number);
    }
  }

  private final long capacity;
  private final TreeMap<Density, PostingList> kept = new TreeMap<>();
  private long bytes;
  private int number;

  /**
   * @param capacity how many bytes of bitmaps to keep
   */
  DenseLists(long capacity) {
    this.capacity = capacity;
  }

  /** Forgets all. */
  void clear() {
    kept.values().forEach(list -> list.keep(null));
    kept.clear();
    bytes = 0;
  }

  /**
   * A list as a bitmap, complete from slot {@code from} up to {@code to}; null when there is none.
   */
  long @Nullable [] find(Part part, PostingList list, int from, int to, Effort effort) {
    Bitmap bitmap = list.bitmap();
    if (bitmap == null) {
      if (!part.isDense(list) || !list.want()) {
        return null;
      }
      bitmap = takeIn(list, part.slots());
      if (bitmap == null) {
        return null;
      }
    }
    effort.postings(bitmap.complete(part.source(), from, to));
    return bitmap.bits();
  }

  private @Nullable Bitmap takeIn(PostingList list, int slots) {
    double share = (double) list.count() / slots;
    Bitmap bitmap = new Bitmap(list, slots);
    while (bytes + bitmap.bytes() > capacity) {
      if (kept.isEmpty() || kept.firstKey().share() * DENSER > share) {
        return null;
      }
      drop();
    }
    list.keep(bitmap);
    kept.put(new Density(share, number++), list);
    bytes += bitmap.bytes();
    return bitmap;
  }

  private void drop() {
    Map.Entry<Density, PostingList> dropped = kept.pollFirstEntry();
    Bitmap bitmap = dropped.getValue().bitmap();
    dropped.getValue().keep(null);
    bytes -= bitmap == null ? 0 : bitmap.bytes();
  }
}

package ballast.bitext;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Half-open positions in a list, 0-based: {@code start} is inside, {@code end} is not. */
public record Range(int start, int end) {

  public Range {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("range " + start + ".." + end + " is not in any list");
    }
  }

  public int size() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public <T> List<T> of(List<T> list) {
    return list.subList(start, end);
  }

  /** The positions as a list, {@code [3, 4]} or {@code []}: the usual notation for beads. */
  public String toIndexList() {
    return IntStream.range(start, end)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

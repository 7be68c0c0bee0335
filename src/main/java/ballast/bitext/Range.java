package ballast.bitext;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Half-open positions in a list: {@code start} is inside, {@code end} is not.
 *
 * @param start first position, 0-based
 * @param end one past the last position; equal to {@code start} when the range is empty
 */
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

  /** The elements of {@code list} at these positions, in order. */
  public <T> List<T> of(List<T> list) {
    return list.subList(start, end);
  }

  /** The positions as a list, {@code [3, 4]}; {@code []} when empty. The usual bead notation. */
  public String toIndexList() {
    return IntStream.range(start, end)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

package ballast.bitext;

/**
 * A half-open stretch of a text, in UTF-16 units: {@code start} is inside, {@code end} is not.
 *
 * <p>Positions in a list are a {@link Range}; the two types exist so that they cannot be mixed up.
 *
 * @param start first unit, {@code >= 0}
 * @param end one past the last unit, {@code >= start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " is not a stretch of text");
    }
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Whether {@code other} lies wholly inside this span; an empty span lies inside at either edge.
   */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the spans share a character. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The characters of {@code text} that this span covers. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}

package ballast.revise;

import java.util.List;

/**
 * Sentences that belong together in three versions.
 *
 * @param part who changed them
 * @param moved whether they stand elsewhere in one of the versions
 * @param sources what they translate; none when unknown
 * @param first from the draft to the first review
 * @param second from the first review to the second, or, where both reviewed the draft, from the
 *     draft to the second review
 */
public record ThreeWayChange(
    ChangedBy part, boolean moved, List<String> sources, Change first, Change second) {

  public ThreeWayChange {
    sources = List.copyOf(sources);
  }

  public Change.Side draft() {
    return first.old();
  }
}

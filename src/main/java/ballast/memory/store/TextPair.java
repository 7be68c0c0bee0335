package ballast.memory.store;

/**
 * The two texts of a unit.
 *
 * <p>Comparable so that hash tables stay fast when many pairs have the same hash code.
 */
public record TextPair(String source, String target) implements Comparable<TextPair> {

  @Override
  public int compareTo(TextPair other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : target.compareTo(other.target);
  }
}

package ballast.bitext;

/**
 * Something of two texts, and where these stand.
 *
 * @param value a unit, most often
 * @param source where its source text stands
 * @param target where its target text stands
 * @param <T> of what kind it is
 */
public record Located<T>(T value, Place source, Place target) {

  /** Something of which only the file and line of the whole are known. */
  public static <T> Located<T> at(T value, Location where) {
    return new Located<>(value, Place.from(where), Place.from(where));
  }

  /** Another thing at the same place. */
  public <R> Located<R> with(R other) {
    return new Located<>(other, source, target);
  }
}

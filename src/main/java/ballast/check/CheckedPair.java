package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Locator;

/**
 * Something of two texts, and where these stand.
 *
 * @param value a unit, most often
 * @param source where its source text stands
 * @param target where its target text stands
 * @param <T> of what kind it is
 */
public record CheckedPair<T>(T value, Locator source, Locator target) {

  /** Something of which only the file and line of the whole are known. */
  public static <T> CheckedPair<T> at(T value, Location where) {
    return new CheckedPair<>(value, Locator.from(where), Locator.from(where));
  }

  /** Another thing at the same place. */
  <R> CheckedPair<R> with(R other) {
    return new CheckedPair<>(other, source, target);
  }
}

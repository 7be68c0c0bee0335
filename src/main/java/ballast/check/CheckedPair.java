package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Location.Locator;

/**
 * A value about a pair of texts, with the locations of both texts.
 *
 * @param value usually a unit
 * @param source location of the source text
 * @param target location of the target text
 * @param <T> type of the value
 */
public record CheckedPair<T>(T value, Locator source, Locator target) {

  /** A value of which only one file and line are known for both texts. */
  public static <T> CheckedPair<T> at(T value, Location where) {
    Locator both = Locator.from(where);
    return new CheckedPair<>(value, both, both);
  }

  /** Another value at the same place. */
  public <R> CheckedPair<R> with(R other) {
    return new CheckedPair<>(other, source, target);
  }
}

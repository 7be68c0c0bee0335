package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Location.Locator;

/** A value about a pair of texts, usually a unit, with the locations of both texts. */
public record CheckedPair<T>(T value, Locator source, Locator target) {

  public static <T> CheckedPair<T> at(T value, Location where) {
    Locator both = Locator.from(where);
    return new CheckedPair<>(value, both, both);
  }

  public <R> CheckedPair<R> with(R other) {
    return new CheckedPair<>(other, source, target);
  }
}

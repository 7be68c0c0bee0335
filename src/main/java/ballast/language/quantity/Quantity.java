package ballast.language.quantity;

import java.math.BigDecimal;

/**
 * An amount in a unit of measure.
 *
 * @param amount in the unit that the dimension names
 * @param unit the unit in which it is written
 */
public record Quantity(double amount, UnitOfMeasure unit) {

  /** Converted amounts may differ by this share of the greater one, because they are rounded. */
  private static final double TOLERANCE = 0.05;

  /** Converted temperatures may differ by so many degrees Celsius. */
  private static final double DEGREES = 1.5;

  /** Amounts that differ by no more than this share may be a coarse conversion. */
  private static final double COARSE = 0.25;

  /** A number in a unit. */
  public static Quantity of(BigDecimal value, UnitOfMeasure unit) {
    return new Quantity(value.doubleValue() * unit.size() + unit.zero(), unit);
  }

  /** Whether both measure the same: lengths with lengths. */
  public boolean isComparable(Quantity other) {
    return unit.dimension() == other.unit.dimension();
  }

  /** Whether the units have the same size: 公斤 and kilograms. */
  public boolean hasUnitOf(Quantity other) {
    return isComparable(other)
        && share(unit.size(), other.unit.size()) < 1e-6
        && unit.zero() == other.unit.zero();
  }

  /** Whether both are the same amount in different units, but for rounding. */
  public boolean isConversionOf(Quantity other) {
    if (!isComparable(other) || hasUnitOf(other)) {
      return false;
    }
    return unit.dimension() == Dimension.TEMPERATURE
        ? Math.abs(amount - other.amount) <= DEGREES
        : share(amount, other.amount) <= TOLERANCE;
  }

  /** Whether both are roughly the same amount in different units. */
  public boolean isNear(Quantity other) {
    return isComparable(other) && !hasUnitOf(other) && share(amount, other.amount) <= COARSE;
  }

  /** Whether equal numbers in the two units are quite different amounts: 5公里 and 5 miles. */
  public boolean contradicts(Quantity other) {
    return isComparable(other)
        && unit.dimension() != Dimension.TEMPERATURE
        && share(unit.size(), other.unit.size()) > COARSE;
  }

  /** The difference as a share of the greater amount, 0 to 1. */
  private static double share(double one, double other) {
    double greater = Math.max(Math.abs(one), Math.abs(other));
    return greater == 0 ? 0 : Math.abs(one - other) / greater;
  }
}

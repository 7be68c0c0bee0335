package ballast.language;

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

  /**
   * A unit of measure.
   *
   * @param dimension what it measures
   * @param size its size in the unit that the dimension names
   * @param zero where its zero lies in that unit; 0 for all but degrees Fahrenheit
   * @param customary whether its size has differed between times and places (里, 斤), so that
   *     translators also keep the number and leave the unit open
   */
  public record UnitOfMeasure(Dimension dimension, double size, double zero, boolean customary) {

    /** Litres of a cubic metre. */
    private static final int LITRES = 1000;

    /** The unit of speed that is so many of these lengths in a time of less than an hour. */
    UnitOfMeasure hourly(double timesAnHour) {
      return new UnitOfMeasure(dimension, size * timesAnHour, 0, customary);
    }

    /** The unit of area whose side is this unit of length. */
    UnitOfMeasure squared() {
      return new UnitOfMeasure(Dimension.AREA, size * size, 0, customary);
    }

    /** The unit of volume whose edge is this unit of length. */
    UnitOfMeasure cubed() {
      return new UnitOfMeasure(Dimension.VOLUME, size * size * size * LITRES, 0, customary);
    }
  }

  /** What a unit measures; amounts of one dimension can be compared. */
  enum Dimension {
    /** In metres; speeds as well, by the way of one hour, because 时速 says no more than 公里. */
    LENGTH,
    /** In square metres. */
    AREA,
    /** In litres. */
    VOLUME,
    /** In kilograms. */
    MASS,
    /** In degrees Celsius. */
    TEMPERATURE,
    /** In days; a month has 30.44, a year 365.25. */
    TIME,
    /** In hertz. */
    FREQUENCY,
    /** In watts. */
    POWER,
    /** In kilowatt-hours. */
    ENERGY,
    /** In volts. */
    VOLTAGE,
    /** Energy of particles, in electronvolts. */
    PARTICLE_ENERGY,
    /** In becquerels. */
    RADIOACTIVITY
  }
}

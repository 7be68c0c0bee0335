package ballast.language;

import java.math.BigDecimal;

/**
 * An amount in a unit of measure.
 *
 * @param amount in the unit of the dimension
 */
public record Quantity(double amount, UnitOfMeasure unit) {

  /** Maximum difference of converted amounts as a share of the greater one, because of rounding. */
  private static final double TOLERANCE = 0.05;

  /** Maximum difference of converted temperatures in degrees Celsius. */
  private static final double DEGREES = 1.5;

  /** Maximum difference of a coarse conversion, as a share of the greater amount. */
  private static final double COARSE = 0.25;

  public static Quantity of(BigDecimal value, UnitOfMeasure unit) {
    return new Quantity(value.doubleValue() * unit.size() + unit.zero(), unit);
  }

  public boolean isComparable(Quantity other) {
    return unit.dimension() == other.unit.dimension();
  }

  /** Returns whether the units have the same size: 公斤 and kilograms. */
  public boolean hasUnitOf(Quantity other) {
    return isComparable(other)
        && share(unit.size(), other.unit.size()) < 1e-6
        && unit.zero() == other.unit.zero();
  }

  /** Returns whether both are the same amount in different units, except for rounding. */
  public boolean isConversionOf(Quantity other) {
    if (!isComparable(other) || hasUnitOf(other)) {
      return false;
    }
    return unit.dimension() == Dimension.TEMPERATURE
        ? Math.abs(amount - other.amount) <= DEGREES
        : share(amount, other.amount) <= TOLERANCE;
  }

  public boolean isNear(Quantity other) {
    return isComparable(other) && !hasUnitOf(other) && share(amount, other.amount) <= COARSE;
  }

  /** Returns whether equal numbers in the two units are different amounts: 5公里 and 5 miles. */
  public boolean contradicts(Quantity other) {
    return isComparable(other)
        && unit.dimension() != Dimension.TEMPERATURE
        && share(unit.size(), other.unit.size()) > COARSE;
  }

  private static double share(double one, double other) {
    double greater = Math.max(Math.abs(one), Math.abs(other));
    return greater == 0 ? 0 : Math.abs(one - other) / greater;
  }

  /**
   * A unit of measure.
   *
   * @param size in the unit of the dimension
   * @param zero position of its zero in that unit; 0 for all but degrees Fahrenheit
   * @param customary whether its size has differed between times and places (里, 斤), so that
   *     translators also keep the number and leave the unit open
   */
  public record UnitOfMeasure(Dimension dimension, double size, double zero, boolean customary) {

    /** Litres in a cubic metre. */
    private static final int LITRES = 1000;

    /** Returns the unit of speed of this length in a fraction of an hour. */
    UnitOfMeasure hourly(double timesAnHour) {
      return new UnitOfMeasure(dimension, size * timesAnHour, 0, customary);
    }

    UnitOfMeasure squared() {
      return new UnitOfMeasure(Dimension.AREA, size * size, 0, customary);
    }

    UnitOfMeasure cubed() {
      return new UnitOfMeasure(Dimension.VOLUME, size * size * size * LITRES, 0, customary);
    }
  }

  /** Dimensions of units; amounts of one dimension can be compared. */
  public enum Dimension {
    /**
     * In metres; also speeds, by the distance in one hour, because 时速 is often written with 公里
     * alone.
     */
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

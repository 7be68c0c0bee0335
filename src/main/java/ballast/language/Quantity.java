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

  /** A share: a percentage, percentage points, or thousandths. */
  public static final UnitOfMeasure PERCENT = new UnitOfMeasure(Dimension.SHARE, 1, 0, false);

  public static final UnitOfMeasure POINT = new UnitOfMeasure(Dimension.SHARE, 2, 0, false);
  public static final UnitOfMeasure PERMILLE = new UnitOfMeasure(Dimension.SHARE, 3, 0, false);

  /** The first or second half of a year or a match. */
  public static final UnitOfMeasure HALF = new UnitOfMeasure(Dimension.HALF, 1, 0, false);

  public static final UnitOfMeasure TIMES = new UnitOfMeasure(Dimension.TIMES, 1, 0, false);

  /** An hour that may be in either half of the day. */
  public static final UnitOfMeasure HOUR = new UnitOfMeasure(Dimension.CLOCK, 3, 0, false);

  public static Quantity of(BigDecimal value, UnitOfMeasure unit) {
    return new Quantity(value.doubleValue() * unit.size() + unit.zero(), unit);
  }

  public boolean isComparable(Quantity other) {
    if (unit.currencies() > 0 && other.unit.currencies() > 0) {
      return true;
    }
    return unit.dimension() == other.unit.dimension()
        && (unit.dimension() != Dimension.PROVISION
            || ((int) unit.size() & (int) other.unit.size()) > 0);
  }

  /** Whether comparable units have the same size: 公斤 and kilograms. */
  private boolean hasUnitOf(Quantity other) {
    return share(unit.size(), other.unit.size()) < 1e-6 && unit.zero() == other.unit.zero();
  }

  /** Whether 零下十二度 lost its sign in "12 degrees", which is almost as cold in Fahrenheit. */
  private boolean isNegated(Quantity other) {
    return (unit.isOpenScale() || other.unit.isOpenScale())
        && Math.abs(value() + other.value()) < 1e-6;
  }

  private double value() {
    return (amount - unit.zero()) / unit.size();
  }

  /** Returns whether both are the same amount in different units, except for rounding. */
  public boolean isConversionOf(Quantity other) {
    return isInOtherUnit(other)
        && (unit.dimension() == Dimension.TEMPERATURE
            ? Math.abs(amount - other.amount) <= DEGREES
            : share(amount, other.amount) <= TOLERANCE);
  }

  public boolean isNear(Quantity other) {
    return isInOtherUnit(other) && share(amount, other.amount) <= COARSE;
  }

  private boolean isInOtherUnit(Quantity other) {
    return isComparable(other)
        && !hasUnitOf(other)
        && !isNegated(other)
        && !unit.isOneOfSeveral()
        && !other.unit.isOneOfSeveral();
  }

  /**
   * Returns whether equal numbers in the two units are different amounts: 5公里 and 5 miles, 5美元 and
   * €5, 下午5点 and 5 a.m.
   */
  public boolean contradicts(Quantity other) {
    if (!isComparable(other)) {
      return false;
    }
    return switch (unit.dimension()) {
      case TEMPERATURE ->
          !unit.customary() && !other.unit.customary() && unit.zero() != other.unit.zero();
      case MONEY, MASS ->
          (unit.currencies() > 0 && other.unit.currencies() > 0)
              ? (unit.currencies() & other.unit.currencies()) == 0
              : isOther(other);
      case CLOCK, SHARE, PROVISION -> ((int) unit.size() & (int) other.unit.size()) == 0;
      case LENGTH -> !unit.isHourlyOf(other.unit) && !other.unit.isHourlyOf(unit) && isOther(other);
      default -> isOther(other);
    };
  }

  private boolean isOther(Quantity other) {
    return share(unit.size(), other.unit.size()) > COARSE;
  }

  private static double share(double one, double other) {
    double greater = Math.max(Math.abs(one), Math.abs(other));
    return greater == 0 ? 0 : Math.abs(one - other) / greater;
  }

  /**
   * A unit of measure.
   *
   * @param size in the unit of the dimension; the set of possible meanings, as bits, for
   *     currencies, halves of the day and shares
   * @param zero position of its zero in that unit; 0 for all but degrees Fahrenheit
   * @param customary whether its size has differed between times and places (里, 斤), so that
   *     translators also keep the number and leave the unit open
   */
  public record UnitOfMeasure(Dimension dimension, double size, double zero, boolean customary) {

    /** Kilograms in a pound. */
    private static final double POUND = 0.45359237;

    private static final int STERLING = 128;

    /** Litres in a cubic metre. */
    private static final int LITRES = 1000;

    /** Returns the currencies that this may be; a pound may be one, too. */
    private int currencies() {
      return dimension == Dimension.MONEY ? (int) size : size == POUND ? STERLING : 0;
    }

    /** Returns whether these are English degrees without a scale. */
    private boolean isOpenScale() {
      return customary && zero != 0;
    }

    private boolean isOneOfSeveral() {
      return switch (dimension) {
        case MONEY, CLOCK, SHARE, PROVISION -> true;
        default -> false;
      };
    }

    /** Returns the unit of speed of this length in a fraction of an hour. */
    UnitOfMeasure hourly(double timesAnHour) {
      return new UnitOfMeasure(dimension, size * timesAnHour, 0, customary);
    }

    /** Returns whether this is a speed by the length of the other: 每秒十毫米 and 10 mm. */
    private boolean isHourlyOf(UnitOfMeasure length) {
      double times = size / length.size;
      return Math.abs(times - 60) < 0.01 || Math.abs(times - 3600) < 0.1;
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
    RADIOACTIVITY,
    /** In pascals. */
    PRESSURE,
    /** Occurrences, and factors. */
    TIMES,
    /** In bytes. */
    DATA,
    /** Currencies: 元 may be several of them. */
    MONEY,
    /** The first or second half. */
    HALF,
    /** Hours: 1 for those before noon, 2 for those after it, 3 if it is open. */
    CLOCK,
    /** Percent, percentage points, thousandths. */
    SHARE,
    /** Parts of a law: 1 for articles, 2 for paragraphs and clauses, 4 for chapters and others. */
    PROVISION
  }
}

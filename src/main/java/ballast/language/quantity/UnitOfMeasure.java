package ballast.language.quantity;

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

package ballast.language.quantity;

/** What a unit measures; amounts of one dimension can be compared. */
public enum Dimension {
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

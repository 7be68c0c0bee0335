package ballast.bitext;

/**
 * The version of Ballast that is running.
 *
 * @param number the number of the release, for example {@code 0.1.0}; {@link #FROM_SOURCES} when
 *     the classes were not packed into a jar
 */
public record Version(String number) {

  /** Stands in for the number if there is none. */
  public static final String FROM_SOURCES = "(built from sources)";

  /** The version that is running, from the manifest of its jar. */
  public static Version current() {
    String number = Version.class.getPackage().getImplementationVersion();
    return new Version(number == null ? FROM_SOURCES : number);
  }

  /** For example {@code ballast 0.1.0}. */
  @Override
  public String toString() {
    return "ballast " + number;
  }
}

package ballast.bitext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

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

  /**
   * The commit that this was built from, which the build writes down: {@code 2efd4e19abcd}, with
   * {@code -dirty} if files had changed since. Empty if it is not known.
   */
  public static String commit() {
    try (InputStream in = Version.class.getResourceAsStream("commit")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8).replaceAll("[<>\\s]", "");
    } catch (IOException e) {
      return "";
    }
  }

  /** For example {@code ballast 0.1.0}. */
  @Override
  public String toString() {
    return "ballast " + number;
  }
}

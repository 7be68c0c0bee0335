package ballast.bitext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/**
 * The running version of Ballast.
 *
 * @param number the number of the release, for example {@code 0.1.0}, or {@link #FROM_SOURCES} if
 *     the classes are not in a jar
 */
public record Version(String number) {

  /** Replaces the number if there is none. */
  public static final String FROM_SOURCES = "(built from sources)";

  public static Version current() {
    String number = Version.class.getPackage().getImplementationVersion();
    return new Version(number == null ? FROM_SOURCES : number);
  }

  /**
   * The commit of this build, as recorded by the build: {@code 2efd4e19abcd}, with {@code -dirty}
   * if files had changed since. Empty if it is not known.
   */
  public static String commit() {
    try (InputStream in = Version.class.getResourceAsStream("commit")) {
      return in == null ? "" : new String(in.readAllBytes(), UTF_8).replaceAll("[<>\\s]", "");
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String toString() {
    return "ballast " + number;
  }
}

package ballast.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * The settings from Maven.
 *
 * @param target the build folder, which also receives the results
 * @param jdk the home of the JDK for the image's runtime
 * @param time the fixed time of all files, so that two builds have the same bytes
 */
record Settings(Path base, Path target, String version, Path jdk, Instant time) {

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final boolean MAC =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

  static Settings of(String... args) {
    return new Settings(
        Path.of(args[0]).toAbsolutePath(),
        Path.of(args[1]).toAbsolutePath(),
        args[2],
        Path.of(args[3]).toAbsolutePath(),
        Instant.parse(args[4]));
  }

  boolean isWindows() {
    return WINDOWS;
  }

  boolean isMac() {
    return MAC;
  }

  /** The system in names of files, for example {@code linux-x64}. */
  String system() {
    String processor = System.getProperty("os.arch");
    return (WINDOWS ? "windows" : MAC ? "macos" : "linux")
        + "-"
        + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
  }

  /** A program of the image's JDK, for example {@code jlink}. */
  String program(String name) {
    Path file = jdk.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
    if (!Files.isExecutable(file)) {
      throw new BundleException(
          "the JDK in " + jdk + " has no " + name + "; name another by -Dimage.jdk=HOME");
    }
    return file.toString();
  }

  /** The folder for intermediate files. */
  Path work() {
    return target.resolve("bundle");
  }

  /** A result, for example {@code ballast-1.0.0.zip} for {@code .zip}. */
  Path result(String ending) {
    return target.resolve("ballast-" + version + ending);
  }
}

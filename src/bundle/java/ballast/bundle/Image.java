package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bundle with its own Java for the build system's platform. */
final class Image {

  /** From this version Java uses an archive of classes in any folder (JDK-8279366). */
  private static final int MOVABLE = 19;

  /** From this version Java warns of native libraries without an option for them (JEP 472). */
  private static final int WARNS = 24;

  /** A path that is the same for every build folder, so that two builds have the same bytes. */
  private static final String FIXED = "/proc/self/fd/9";

  private final Settings settings;
  private final Prefix prefix;
  private final int javaVersion;

  private Image(Settings settings, Prefix prefix, int javaVersion) {
    this.settings = settings;
    this.prefix = prefix;
    this.javaVersion = javaVersion;
  }

  /** Builds the image in a folder of this name below the work folder. */
  static Image make(Settings settings, String name) throws IOException {
    Prefix prefix = Prefix.make(settings, settings.work().resolve("image").resolve(name));
    Path runtime = prefix.folder().resolve("runtime");
    RuntimeImage.make(settings, prefix.lib(), runtime);
    int version = feature(Files.readString(runtime.resolve("release"), UTF_8));
    Image image = new Image(settings, prefix, version);
    // Before Java reads the jars, because it stores their times.
    prefix.finish();
    image.makeQuick();
    List<String> parts = new ArrayList<>(List.of("start.sh", "image.sh"));
    if (version < MOVABLE && image.hasFixedPath()) {
      parts.add("image-fixed-paths.sh");
    }
    parts.addAll(List.of("java-options.sh", "path.sh", "run.sh"));
    prefix.writeLaunchers(parts, image.nativeAccess());
    prefix.finish();
    return image;
  }

  private static int feature(String release) {
    String version = release.replaceFirst("(?s).*JAVA_VERSION=\"([0-9]+).*", "$1");
    return Integer.parseInt(version);
  }

  private void makeQuick() throws IOException {
    run(List.of("-cp", classPath(), "ballast.cli.tm.DriverLibrary", nativeLibrary().toString()));
    List<String> start = new ArrayList<>(java());
    start.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Dorg.sqlite.lib.path=" + nativeLibrary(),
            "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
            "-Dslf4j.internal.verbosity=WARN",
            "-Dfile.encoding=UTF-8",
            "-cp",
            plainClassPath(),
            "ballast.cli.Main"));
    Path folder = settings.work().resolve("training");
    Tree.delete(folder);
    Training training = new Training(folder, start);
    ClassArchive archives = new ClassArchive(settings, this);
    List<String> lookups = training.lookups(settings.base().resolve("tm/articles"));
    archives.make(lookups, "lookup");
    List<String> all = Training.merge(lookups, training.commands());
    archives.make(all, "commands");
    Tree.delete(folder);
  }

  private Path nativeLibrary() throws IOException {
    return Files.createDirectories(libraries().resolve("native"));
  }

  private void run(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(java());
    line.addAll(arguments);
    new Program(settings.work(), Map.of("LC_ALL", "C.UTF-8")).run(inPlace(line));
  }

  /** Sets modes and time of all files again, after files have been added. */
  void finish() throws IOException {
    prefix.finish();
  }

  Path folder() {
    return prefix.folder();
  }

  Path libraries() {
    return prefix.lib();
  }

  int javaVersion() {
    return javaVersion;
  }

  /** The command that starts its Java. */
  List<String> java() {
    String name = settings.isWindows() ? "java.exe" : "java";
    return List.of(folder().resolve("runtime/bin").resolve(name).toString());
  }

  /** An option for Java, or "". An archive of classes works only with the same option. */
  String nativeAccess() {
    return javaVersion >= WARNS ? "--enable-native-access=ALL-UNNAMED" : "";
  }

  private boolean hasFixedPath() {
    return !settings.isWindows() && !settings.isMac();
  }

  /** The class path for {@link #inPlace}. */
  String classPath() {
    return hasFixedPath() ? joined(FIXED) : plainClassPath();
  }

  private String plainClassPath() {
    return settings.isWindows() ? libraries() + "\\*" : joined(libraries().toString());
  }

  private String joined(String parent) {
    List<String> paths = prefix.libraries().stream().map(name -> parent + "/" + name).toList();
    return String.join(":", paths);
  }

  /** The command line, started so that {@link #classPath} is valid. */
  List<String> inPlace(List<String> line) {
    if (!hasFixedPath()) {
      return line;
    }
    List<String> wrapped = new ArrayList<>(List.of("sh", "-c", "exec 9<\"$0\" && exec \"$@\""));
    wrapped.add(libraries().toString());
    wrapped.addAll(line);
    return wrapped;
  }
}

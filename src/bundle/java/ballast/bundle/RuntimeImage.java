package ballast.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Java runtime of an image, made by jlink from the modules that Ballast needs. */
final class RuntimeImage {

  /**
   * Modules that jdeps cannot detect: the charsets GB18030, GBK and Big5; elliptic curves for TLS
   * to PostgreSQL; sun.misc.Unsafe; zip files as file systems.
   */
  private static final List<String> UNSEEN =
      List.of("jdk.charsets", "jdk.crypto.ec", "jdk.unsupported", "jdk.zipfs");

  private RuntimeImage() {}

  /**
   * Makes the runtime in {@code folder}, which must not exist.
   *
   * @param libraries the folder of Ballast's jar and its libraries
   */
  static void make(Settings settings, Path libraries, Path folder) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(settings.program("jlink"));
    line.add("--add-modules=" + String.join(",", modules(settings, libraries)));
    line.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
    line.addAll(List.of("--output", folder.toString()));
    new Program(settings.target(), Map.of()).run(line);
  }

  /** The names of the modules that Ballast needs. */
  static Set<String> modules(Settings settings, Path libraries) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(settings.program("jdeps"));
    line.addAll(List.of("--print-module-deps", "--ignore-missing-deps", "--recursive"));
    line.addAll(List.of("--multi-release", "17", "--class-path", libraries + "/*"));
    line.add(libraries.resolve(Libraries.MAIN).toString());
    String output = new Program(settings.target(), Map.of()).run(line);
    // Warnings of split packages come first.
    String last = output.strip().lines().reduce("", (before, next) -> next);
    TreeSet<String> modules = new TreeSet<>(List.of(last.split(",", -1)));
    modules.addAll(UNSEEN);
    return modules;
  }
}

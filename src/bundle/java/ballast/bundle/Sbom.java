package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bill of materials (CycloneDX, JSON) that Maven generates for the libraries. */
final class Sbom {

  private static final Pattern PACKAGE =
      Pattern.compile("\"purl\" *: *\"pkg:maven/[^/]+/([^@]+)@([^?\"]+)\\?type=jar\"");
  private static final Pattern COMPONENTS = Pattern.compile("(?m)^ *\"components\" *: *\\[");

  private Sbom() {}

  /**
   * @throws BundleException if it does not list exactly the delivered libraries
   */
  static void check(Path sbom, Path libraries) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher found = PACKAGE.matcher(Files.readString(sbom, UTF_8));
    while (found.find()) {
      named.add(
          found.group(1).equals("ballast")
              ? Libraries.MAIN
              : found.group(1) + "-" + found.group(2) + ".jar");
    }
    Set<String> delivered = new TreeSet<>();
    try (Stream<Path> files = Files.list(libraries)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(delivered::add);
    }
    if (!named.equals(delivered)) {
      throw new BundleException(
          "the SBOM names other libraries than are delivered:\n" + named + "\n" + delivered);
    }
  }

  /** Writes the bill of materials of an image: the same with the JDK's runtime. */
  static void addRuntime(Path sbom, Path jdk, Path runtime, Path result) throws IOException {
    String origin = Files.readString(jdk.resolve("release"), UTF_8);
    String version = property(origin, "JAVA_RUNTIME_VERSION");
    String component =
        """
        "components" : [
          {
            "type" : "platform",
            "bom-ref" : "java-runtime",
            "publisher" : "%s",
            "name" : "OpenJDK",
            "version" : "%s",
            "description" : "Java runtime with the modules %s",
            "licenses" : [ { "expression" : "GPL-2.0-only WITH Classpath-exception-2.0" } ]
          },\
        """
            .formatted(
                property(origin, "IMPLEMENTOR"),
                version.isEmpty() ? property(origin, "JAVA_VERSION") : version,
                property(Files.readString(runtime.resolve("release"), UTF_8), "MODULES"));
    Matcher components = COMPONENTS.matcher(Files.readString(sbom, UTF_8));
    Files.writeString(result, components.replaceFirst(Matcher.quoteReplacement(component)), UTF_8);
  }

  /** A property of a file "release"; empty if it is missing. */
  private static String property(String properties, String name) {
    Matcher found = Pattern.compile("(?m)^" + name + "=\"([^\"]*)\"").matcher(properties);
    return found.find() ? found.group(1) : "";
  }
}

package ballast.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Ballast's jar and its libraries, all in one folder. */
final class Libraries {

  static final String MAIN = "ballast.jar";

  private Libraries() {}

  /**
   * Copies the jars built and gathered by Maven into {@code folder}.
   *
   * @return their names in the order of the class path
   */
  static List<String> copy(Settings settings, Path folder) throws IOException {
    Path main = settings.target().resolve(MAIN);
    List<String> names = new ArrayList<>(List.of(MAIN));
    Tree.copy(main, folder.resolve(MAIN));
    try (JarFile jar = new JarFile(main.toFile())) {
      String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String entry : path.split(" ", -1)) {
        Path library = settings.target().resolve(entry);
        if (!Files.exists(library)) {
          throw new BundleException("the library " + library + " is missing");
        }
        String name = library.getFileName().toString();
        Tree.copy(library, folder.resolve(name));
        names.add(name);
      }
    }
    return names;
  }
}

package ballast.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The image as a program for Windows or macOS with a double-click installer: jpackage makes an .msi
 * or a .dmg. Its icon opens the workbench; the command line is in its folder bin.
 */
final class Installer {

  private Installer() {}

  static Path make(Settings settings, Image image) throws IOException {
    Path work = settings.work().resolve("installer");
    Tree.delete(work);
    Files.createDirectories(work);
    String type = settings.isWindows() ? "msi" : "dmg";
    List<String> line = new ArrayList<>(List.of(settings.program("jpackage"), "--type", type));
    line.addAll(List.of("--name", "Ballast", "--app-version", plainVersion(settings.version())));
    line.addAll(List.of("--vendor", "The authors of Ballast"));
    line.addAll(List.of("--description", "Translation memory for Chinese and English"));
    line.addAll(List.of("--license-file", settings.base().resolve("LICENSE").toString()));
    line.addAll(List.of("--input", image.libraries().toString(), "--main-jar", Libraries.MAIN));
    line.addAll(List.of("--main-class", "ballast.cli.Main", "--arguments", "open"));
    line.addAll(List.of("--java-options", "-Dfile.encoding=UTF-8"));
    line.addAll(List.of("--java-options", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("--runtime-image", image.folder().resolve("runtime").toString()));
    for (String part : List.of("bin", "share", "LICENSE", "NOTICE")) {
      line.addAll(List.of("--app-content", image.folder().resolve(part).toString()));
    }
    line.addAll(List.of("--dest", work.toString()));
    if (settings.isWindows()) {
      line.addAll(List.of("--win-console", "--win-menu", "--win-dir-chooser"));
    }
    new Program(work, Map.of()).run(line);
    Path result = settings.result("-" + settings.system() + "." + type);
    try (var made = Files.newDirectoryStream(work, "*." + type)) {
      Files.move(made.iterator().next(), result, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return result;
  }

  /** Installers take up to three numbers; macOS requires the first to be at least 1. */
  private static String plainVersion(String version) {
    String numbers = version.replaceFirst("[^0-9.].*", "");
    return numbers.startsWith("0") ? "1" + numbers.substring(1) : numbers;
  }
}

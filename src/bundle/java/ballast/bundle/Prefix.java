package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The common part of both bundles, laid out as a Unix prefix: bin, lib, share. */
final class Prefix {

  private final Settings settings;
  private final Path folder;
  private final List<String> libraries;

  private Prefix(Settings settings, Path folder, List<String> libraries) {
    this.settings = settings;
    this.folder = folder;
    this.libraries = libraries;
  }

  /** Creates a new one in {@code folder} with everything except the launcher. */
  static Prefix make(Settings settings, Path folder) throws IOException {
    Tree.delete(folder);
    Files.createDirectories(folder.resolve("bin"));
    Prefix prefix = new Prefix(settings, folder, Libraries.copy(settings, folder.resolve("lib")));
    for (String text : List.of("LICENSE", "NOTICE", "README.md", "CHANGELOG.md")) {
      Tree.copy(settings.base().resolve(text), folder.resolve(text));
    }
    Path licences = folder.resolve("share/doc/ballast/licences");
    Tree.copy(settings.target().resolve("licences/libraries"), licences);
    for (String entry : List.of("libraries.tsv", "texts")) {
      Tree.copy(settings.base().resolve("src/main/licences/" + entry), licences.resolve(entry));
    }
    prefix.copyShell();
    return prefix;
  }

  private void copyShell() throws IOException {
    for (String part : List.of("man", "completions")) {
      Path made = settings.target().resolve("shell").resolve(part);
      if (Files.isDirectory(made)) {
        Tree.copy(made, folder.resolve("share").resolve(part));
      } else {
        throw new BundleException("the build has made no " + made);
      }
    }
  }

  Path folder() {
    return folder;
  }

  Path lib() {
    return folder.resolve("lib");
  }

  /** The names of the jars in the order of the class path. */
  List<String> libraries() {
    return libraries;
  }

  /** Writes the launchers; those for Unix are joined from files in src/bundle/launcher. */
  void writeLaunchers(List<String> parts, String nativeAccess) throws IOException {
    Path sources = settings.base().resolve("src/bundle/launcher");
    StringBuilder script = new StringBuilder();
    for (String part : parts) {
      Path file =
          part.equals("java-options.sh")
              ? settings.base().resolve("src/main/scripts").resolve(part)
              : sources.resolve(part);
      script.append(Files.readString(file, UTF_8));
    }
    String jars = String.join(" \\\n  ", libraries.subList(1, libraries.size()));
    Files.writeString(
        folder.resolve("bin/ballast"),
        script
            .toString()
            .replace("@LIBRARIES@", jars)
            .replace("@VERSION@", settings.version())
            .replace("@NATIVE@", nativeAccess),
        UTF_8);
    String windows = Files.readString(sources.resolve("ballast.cmd"), UTF_8);
    Files.writeString(
        folder.resolve("bin/ballast.cmd"), windows.replace("\r", "").replace("\n", "\r\n"), UTF_8);
  }

  /** Sets the modes and the fixed time of all files. */
  void finish() throws IOException {
    Permissions.set(folder);
    Tree.setTimes(folder, settings.time());
  }
}

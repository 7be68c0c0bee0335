package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The image as a Debian package: in /opt/ballast, with a link in /usr/bin, and the man pages and
 * completions in Debian's folders for them (Debian Policy Manual, chapters 5, 9, 12).
 */
final class DebianPackage {

  private static final Map<String, String> PROCESSORS = Map.of("x64", "amd64", "aarch64", "arm64");

  private final Settings settings;
  private final Path root;

  private DebianPackage(Settings settings) {
    this.settings = settings;
    this.root = settings.work().resolve("deb");
  }

  static Path make(Settings settings, Image image) throws IOException {
    DebianPackage made = new DebianPackage(settings);
    made.layOut(image.folder());
    return made.pack();
  }

  private void layOut(Path image) throws IOException {
    Tree.delete(root);
    Path home = root.resolve("opt/ballast");
    Tree.copy(image, home);
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(root.resolve("usr/bin/ballast"), Path.of("/opt/ballast/bin/ballast"));
    move(home.resolve("share/completions/bash"), "usr/share/bash-completion/completions");
    move(home.resolve("share/completions/zsh"), "usr/share/zsh/vendor-completions");
    move(home.resolve("share/completions/fish"), "usr/share/fish/vendor_completions.d");
    move(home.resolve("share/man"), "usr/share/man");
    Tree.delete(home.resolve("share/completions"));
    Path manual = root.resolve("usr/share/man");
    if (Files.isDirectory(manual)) {
      for (Path page : Tree.entries(manual)) {
        if (Files.isRegularFile(page)) {
          compress(page, page.resolveSibling(page.getFileName() + ".gz"));
          Files.delete(page);
        }
      }
    }
    Path documents = Files.createDirectories(root.resolve("usr/share/doc/ballast"));
    Files.writeString(documents.resolve("copyright"), copyright(home), UTF_8);
    compress(home.resolve("CHANGELOG.md"), documents.resolve("changelog.gz"));
    Permissions.set(root);
    Tree.setTimes(root, settings.time());
    control(home);
  }

  private void move(Path from, String to) throws IOException {
    if (Files.isDirectory(from)) {
      Tree.copy(from, root.resolve(to));
      Tree.delete(from);
    }
  }

  private static void compress(Path from, Path to) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
  }

  /** The licences in short, and the places of their texts. */
  private static String copyright(Path home) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(home.resolve("NOTICE"), UTF_8));
    text.append("\nThe licences of what is inside; the texts are in /opt/ballast/LICENSE,\n");
    text.append("/opt/ballast/share/doc/ballast/licences and /opt/ballast/runtime/legal:\n\n");
    text.append("  OpenJDK (runtime): GPL-2.0-only WITH Classpath-exception-2.0\n");
    Path table = home.resolve("share/doc/ballast/licences/libraries.tsv");
    try (Stream<String> rows = Files.lines(table, UTF_8)) {
      rows.skip(1)
          .map(row -> row.split("\t", -1))
          .forEach(row -> text.append("  " + row[0] + ": " + row[1] + "\n"));
    }
    text.append("\nDebian has the Apache licence as /usr/share/common-licenses/Apache-2.0.\n");
    return text.toString();
  }

  private void control(Path home) throws IOException {
    Path folder = Files.createDirectories(root.resolve("DEBIAN"));
    long size = 0;
    for (Path entry : Tree.entries(root)) {
      size += Files.isRegularFile(entry) ? Files.size(entry) : 0;
    }
    String depends = needsZlib(home) ? "libc6, zlib1g" : "libc6";
    String text =
        """
        Package: ballast
        Version: %s
        Architecture: %s
        Maintainer: The authors of Ballast <ballast@localhost>
        Installed-Size: %d
        Depends: %s
        Section: text
        Priority: optional
        Description: translation memory for people who translate Chinese into English
         Splits an article and its translation into sentences, aligns them, keeps the
         pairs in a translation memory, checks and compares translations. Brings its
         own Java.
        """
            .formatted(version(), processor(), size / 1024, depends);
    Files.writeString(folder.resolve("control"), text, UTF_8);
    Permissions.set(root);
    Tree.setTimes(root, settings.time());
  }

  /** A Java built by a Linux distribution uses the system's zlib. */
  private static boolean needsZlib(Path home) throws IOException {
    byte[] library = Files.readAllBytes(home.resolve("runtime/lib/libjli.so"));
    return new String(library, java.nio.charset.StandardCharsets.ISO_8859_1).contains("libz.so.1");
  }

  /** A snapshot must sort before its release. */
  private String version() {
    return settings.version().replace("-", "~");
  }

  private String processor() {
    String system = settings.system();
    String name = system.substring(system.indexOf('-') + 1);
    return PROCESSORS.getOrDefault(name, name);
  }

  private Path pack() throws IOException {
    Path result = settings.target().resolve("ballast_" + version() + "_" + processor() + ".deb");
    Program program =
        new Program(
            settings.work(),
            Map.of("SOURCE_DATE_EPOCH", Long.toString(settings.time().getEpochSecond())));
    try {
      program.run(
          List.of(
              "dpkg-deb",
              "--build",
              "--root-owner-group",
              "-Zxz",
              "-z3",
              "--threads-max=1",
              root.toString(),
              result.toString()));
    } catch (IOException e) {
      throw new BundleException("dpkg-deb is missing, which makes the .deb: install dpkg");
    }
    return result;
  }
}

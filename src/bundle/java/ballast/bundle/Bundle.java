package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds all files of a release that this system can build. */
public final class Bundle {

  private final Settings settings;
  private final List<Path> results = new ArrayList<>();

  private Bundle(Settings settings) {
    this.settings = settings;
  }

  /** Arguments: see {@link Settings#of}. */
  public static void main(String[] args) throws IOException {
    try {
      new Bundle(Settings.of(args)).make();
    } catch (BundleException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(2);
    }
  }

  private void make() throws IOException {
    String name = "ballast-" + settings.version();
    Path sbom = settings.result(".cdx.json");
    Image image = Image.make(settings, name);
    Sbom.check(sbom, image.libraries());
    results.add(sbom);
    makeZip(name, sbom);
    makeImage(image, sbom);
    if (settings.isWindows() || settings.isMac()) {
      results.add(Installer.make(settings, image));
    } else {
      results.add(DebianPackage.make(settings, image));
    }
    Path sums = settings.target().resolve("SHA256SUMS");
    Checksums.write(sums, results);
    for (Path result : results) {
      System.out.printf("%,13d bytes  %s%n", Files.size(result), result.getFileName());
    }
  }

  private void makeZip(String name, Path sbom) throws IOException {
    Prefix prefix = Prefix.make(settings, settings.work().resolve("zip").resolve(name));
    prefix.writeLaunchers(
        List.of("start.sh", "zip.sh", "java-options.sh", "path.sh", "prepare.sh", "run.sh"),
        /* nativeAccess= */ "");
    Path list = settings.work().resolve("lookup.classes");
    Files.write(prefix.lib().resolve("lookup.classes"), ofEveryJava(list), UTF_8);
    Tree.copy(sbom, prefix.folder().resolve("share/doc/ballast/ballast.cdx.json"));
    prefix.finish();
    Path zip = settings.result(".zip");
    ZipArchive.write(prefix.folder(), zip, settings.time());
    results.add(zip);
  }

  /** The lines of a list of classes that every Java since 17 can read. */
  private static List<String> ofEveryJava(Path list) throws IOException {
    return Files.readAllLines(list, UTF_8).stream()
        .filter(line -> !line.startsWith("@") || line.startsWith("@lambda-"))
        .toList();
  }

  private void makeImage(Image image, Path sbom) throws IOException {
    Path own = settings.result("-" + settings.system() + ".cdx.json");
    Sbom.addRuntime(sbom, settings.jdk(), image.folder().resolve("runtime"), own);
    Tree.copy(own, image.folder().resolve("share/doc/ballast/ballast.cdx.json"));
    image.finish();
    results.add(own);
    Path file =
        settings.result("-" + settings.system() + (settings.isWindows() ? ".zip" : ".tar.gz"));
    if (settings.isWindows()) {
      ZipArchive.write(image.folder(), file, settings.time());
    } else {
      TarArchive.write(image.folder(), file, settings.time());
    }
    results.add(file);
  }
}

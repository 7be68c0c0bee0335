package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Classes as Java maps them into memory, stored once so that every start is quick: an archive of
 * class data (JEP 310), from Java 24 with linked classes (JEP 483).
 */
final class ClassArchive {

  private static final int LINKS_CLASSES = 24;

  private final Settings settings;
  private final Image image;
  private final int javaVersion;

  ClassArchive(Settings settings, Image image) throws IOException {
    this.settings = settings;
    this.image = image;
    this.javaVersion = image.javaVersion();
  }

  /** Adds an archive of the classes in a list to the image. */
  void make(List<String> classes, String name) throws IOException {
    Path list = settings.work().resolve(name + ".classes");
    Files.write(list, classes, UTF_8);
    Path archive = image.libraries().resolve(name + ".jsa");
    dump(list, archive);
    if (javaVersion >= LINKS_CLASSES) {
      Path second = settings.work().resolve(name + ".jsa");
      dump(list, second);
      if (!ArchiveTimes.remove(archive, second)) {
        System.err.println("note: " + name + ".jsa is not the same in each build");
      }
      Files.delete(second);
    }
  }

  private void dump(Path list, Path archive) throws IOException {
    List<String> line = new ArrayList<>(image.java());
    // Few threads: the order of their work would show in the archive.
    line.addAll(
        List.of("-Xint", "-Xmx512m", "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error:stderr"));
    if (javaVersion >= LINKS_CLASSES) {
      line.addAll(List.of("-XX:+UseSerialGC", "-XX:+AOTClassLinking"));
    } else {
      // The only collector that can write objects.
      line.addAll(List.of("-XX:+UseG1GC", "-XX:ParallelGCThreads=1", "-XX:ConcGCThreads=1"));
    }
    if (!image.nativeAccess().isEmpty()) {
      line.add(image.nativeAccess());
    }
    line.add("-XX:SharedClassListFile=" + list);
    line.add("-XX:SharedArchiveFile=" + archive);
    line.addAll(List.of("-cp", image.classPath()));
    Files.deleteIfExists(archive);
    String output =
        new Program(settings.work(), Map.of("LC_ALL", "C.UTF-8")).run(image.inPlace(line));
    if (!Files.exists(archive)) {
      throw new BundleException("Java made no archive of classes:\n" + output);
    }
  }
}

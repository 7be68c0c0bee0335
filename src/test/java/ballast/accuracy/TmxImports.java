package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Memories made of one TMX file, each by a process of its own. */
final class TmxImports {

  private final Path folder;
  private final Path corpora;

  TmxImports(Path folder, Path corpora) {
    this.folder = folder;
    this.corpora = corpora;
  }

  /** Writes so many pairs, grown with that seed; returns the file. */
  Path write(String name, int seed, int units) throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("<tmx version=\"1.4\"><header srclang=\"zh-CN\"/><body>\n");
      new GrownCorpus(corpora, seed, 1_000).grow(units, pair -> write(out, pair));
      out.write("</body></tmx>\n");
    }
    return file;
  }

  private static void write(BufferedWriter out, GrownCorpus.Pair pair) {
    try {
      out.write("<tu><tuv xml:lang=\"zh-CN\"><seg>" + escaped(pair.chinese()));
      out.write("</seg></tuv><tuv xml:lang=\"en-US\"><seg>" + escaped(pair.english()));
      out.write("</seg></tuv></tu>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Control characters are none of XML's: Okapi's reader ends at the first one. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** The arguments of Java with which we import a file, those of the start script first. */
  static List<String> command(Path tmx, Path memory) {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:FreqInlineSize=120",
        "-XX:InlineSmallCode=1200",
        "-XX:MaxInlineLevel=8",
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        MeasuredMain.class.getName(),
        "ballast.cli.Main",
        "tm",
        "import",
        tmx.toString(),
        "--accept-variant",
        "--tm",
        memory.toString());
  }

  /** Imports a file; returns the seconds of CPU of the process. */
  double ours(Path tmx, Path memory) throws IOException, InterruptedException {
    return run(command(tmx, memory));
  }

  /** As {@link #ours}, by Okapi's importer into its Pensieve. */
  double theirs(Path tmx, Path memory) throws IOException, InterruptedException {
    return run(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            MeasuredMain.class.getName(),
            PensieveMemory.Import.class.getName(),
            tmx.toString(),
            memory.toString()));
  }

  private double run(List<String> command) throws IOException, InterruptedException {
    ChildJvm.Outcome outcome = ChildJvm.run(folder, new ArrayList<>(command));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return MeasuredMain.seconds(outcome.output());
  }
}

package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports one TMX file into memories, each in a process of its own. */
final class TmxImports {

  /** The last line: user and system time of the children. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private final Path folder;
  private final Path corpora;

  TmxImports(Path folder, Path corpora) {
    this.folder = folder;
    this.corpora = corpora;
  }

  /** Writes {@code units} pairs grown with this seed, and returns the file. */
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

  /** Control characters are not allowed in XML: Okapi's reader ends at the first one. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** The arguments of Java for our import, starting with those of the start script. */
  static List<String> command(Path tmx, Path memory) {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:FreqInlineSize=80",
        "-XX:InlineSmallCode=800",
        "-XX:MaxInlineLevel=8",
        "-XX:LoopUnrollLimit=10",
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        "ballast.cli.Main",
        "tm",
        "import",
        tmx.toString(),
        "--accept-variant",
        "--tm",
        memory.toString());
  }

  /**
   * Imports a file, with the launcher if it is installed, like a user. Returns the seconds of CPU
   * of all its processes.
   */
  double ours(Path tmx, Path memory) throws IOException, InterruptedException {
    if (!LookupProcesses.isInstalled()) {
      return cpu(java(command(tmx, memory)));
    }
    return cpu(
        List.of(
            LookupProcesses.LAUNCHER.toString(),
            "tm",
            "import",
            tmx.toString(),
            "--accept-variant",
            "--tm",
            memory.toString()));
  }

  /** Like {@link #ours}, with Okapi's importer into its Pensieve memory. */
  double theirs(Path tmx, Path memory) throws IOException, InterruptedException {
    return cpu(
        java(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PensieveMemory.Import.class.getName(),
                tmx.toString(),
                memory.toString())));
  }

  private static List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return command;
  }

  /** The time of child processes, as the shell reports it. */
  private double cpu(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\" || exit; times", "sh"));
    timed.addAll(command);
    ChildJvm.Outcome outcome = ChildJvm.runProgram(folder, timed);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    Matcher times = TIMES.matcher(outcome.output());
    assertThat(times.find()).as(outcome.output()).isTrue();
    return seconds(times.group(1), times.group(2)) + seconds(times.group(3), times.group(4));
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Integer.parseInt(minutes) + Double.parseDouble(seconds);
  }
}

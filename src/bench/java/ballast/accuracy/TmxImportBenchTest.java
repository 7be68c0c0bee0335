package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and exports a large TMX file in a small heap. */
final class TmxImportBenchTest {

  private static final int UNITS = 300_000;
  private static final String HEAP = "-Xmx64m";

  @TempDir Path directory;

  @Test
  void largeFilesFitIntoASmallHeap() throws IOException, InterruptedException {
    Path file = directory.resolve("large.tmx");
    write(file);
    ChildJvm.Outcome in = ballast("tm", "import", "large.tmx", "--tm", "large.db", "--json");
    assertThat(in.status()).as(in.output()).isZero();
    assertThat(in.output()).contains("\"read\":" + UNITS + ",\"added\":" + UNITS);
    ChildJvm.Outcome again = ballast("tm", "import", "large.tmx", "--tm", "large.db", "--json");
    assertThat(again.output()).contains("\"merged\":" + UNITS);
    ChildJvm.Outcome out = ballast("tm", "export", "--tm", "large.db", "-o", "out.tmx.gz");
    assertThat(out.status()).as(out.output()).isZero();
    System.out.printf(
        Locale.ROOT,
        "%,d units, %,d MB of TMX, %s: import %.1f s, again %.1f s, export %.1f s, %d bytes a"
            + " unit%n",
        UNITS,
        Files.size(file) >> 20,
        HEAP,
        in.seconds(),
        again.seconds(),
        out.seconds(),
        Files.size(directory.resolve("large.db")) / UNITS);
  }

  /** An endless text must not fill the heap either. */
  @Test
  void anEndlessTextFitsIntoASmallHeap() throws IOException, InterruptedException {
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("long.tmx"), UTF_8)) {
      out.write("<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"zh-CN\"><seg>");
      for (int i = 0; i < 10_000_000; i++) {
        out.write("长长的&amp;");
      }
      out.write("</seg></tuv><tuv xml:lang=\"en-US\"><seg>Long.</seg></tuv></tu></body></tmx>");
    }
    ChildJvm.Outcome in = ballast("tm", "import", "long.tmx", "--tm", "long.db", "--json");
    assertThat(in.output()).contains("it is longer than 1000000 characters");
  }

  private ChildJvm.Outcome ballast(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(HEAP, "-cp", System.getProperty("java.class.path"), "ballast.cli.Main"));
    command.addAll(List.of(arguments));
    return ChildJvm.run(directory, command);
  }

  private static void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write("<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"zh\"/><body>\n");
      for (int i = 0; i < UNITS; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                """
                <tu tuid="%1$d" creationdate="2020%2$02d01T000000Z" creationid="li" usagecount="2">
                <prop type="x-Context">%1$d, 0</prop>
                <tuv xml:lang="zh-CN"><seg>第%1$d号港口<ph x="1">&lt;br/&gt;</ph>去年完成了货物装卸任务。</seg></tuv>
                <tuv xml:lang="en-US"><seg>Port %1$d handled all of its goods last year.</seg></tuv></tu>
                """,
                i,
                i % 12 + 1));
      }
      out.write("</body></tmx>\n");
    }
  }
}

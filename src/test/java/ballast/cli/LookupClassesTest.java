package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lookup starts without what aligning and reading files need. */
final class LookupClassesTest {

  private static final List<String> HEAVY =
      List.of("net.sf.okapi.", "opennlp.", "com.ibm.icu.", "org.jsoup.");

  @Test
  void lookingUpLoadsNoHeavyLibrary(@TempDir Path folder) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("a.zh.txt"), "船到了。没有人下来。\n", UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), "The ship came. Nobody got off.\n", UTF_8);
    CommandRunner runner = new CommandRunner(folder);
    assertThat(runner.run("align", "a.zh.txt", "a.en.txt", "-q").status()).isZero();
    for (List<String> command :
        List.of(List.of("tm", "search", "没有人上来。"), List.of("tm", "concordance", "没有"))) {
      String loaded = classesOf(folder, command);
      assertThat(loaded).contains("ballast.memory.index.FuzzyIndex");
      for (String library : HEAVY) {
        assertThat(loaded).as(command + " loads " + library).doesNotContain(library);
      }
    }
  }

  private static String classesOf(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "ballast.cli.Main"));
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese text
    assertThat(builder.start().waitFor()).isZero();
    // The name comes before the source, which is a path and may hold anything.
    StringBuilder names = new StringBuilder();
    for (String entry : Files.readAllLines(log, UTF_8)) {
      names.append(entry.replaceFirst(" source: .*", "")).append('\n');
    }
    return names.toString();
  }
}

package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser of the PATH, run once a page, without a window and with a fresh profile. */
public final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  public record Run(String out, List<String> console) {}

  public static Optional<Chromium> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /** The browser of the PATH; without one the test is skipped. */
  public static Chromium orSkip() {
    Optional<Chromium> found = find();
    assumeTrue(found.isPresent(), "no chromium, google-chrome or chrome on the PATH");
    return found.get();
  }

  /** The page without its policy, to which a test can add a script of its own. */
  public static String withoutPolicy(String page) {
    return page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
  }

  public Path program() {
    return program;
  }

  public Run run(Path page, String... options) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("ballast-chromium");
    try {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"));
      command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
      command.addAll(List.of("--disable-dev-shm-usage", "--enable-logging=stderr"));
      command.add("--user-data-dir=" + work.resolve("profile"));
      command.addAll(List.of(options));
      command.add(page.toUri().toString());
      Path out = work.resolve("out");
      Path err = work.resolve("err");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(5, TimeUnit.MINUTES); // against a hang, not a measure
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      String messages = new String(Files.readAllBytes(err), UTF_8);
      assertThat(ended && process.exitValue() == 0).as(messages).isTrue();
      return new Run(
          Files.readString(out, UTF_8),
          messages.lines().filter(line -> line.contains(":CONSOLE")).toList());
    } finally {
      delete(work);
    }
  }

  /** Some files may remain, because child processes of the browser may still be writing. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        file.toFile().delete();
      }
    } catch (UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}

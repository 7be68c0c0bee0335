package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs other programs, which must succeed. */
final class Program {

  private final Path directory;
  private final Map<String, String> environment;

  /** Adds {@code environment} to ours. */
  Program(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /** Runs a program and returns its output on both streams; its exit status must be 0. */
  String run(List<String> line) throws IOException {
    return run(line, "", 0);
  }

  /** Runs Ballast, which may also have something to report (exit status 1). */
  void runBallast(List<String> line, String input) throws IOException {
    run(line, input, 1);
  }

  private String run(List<String> line, String input, int maxStatus) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8)); // less than the system keeps for a pipe
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status;
    try {
      status = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw new BundleException("interrupted while running " + line.get(0));
    }
    if (status < 0 || status > maxStatus) {
      throw new BundleException(
          "exit status " + status + " of " + String.join(" ", line) + "\n" + output);
    }
    return output;
  }
}

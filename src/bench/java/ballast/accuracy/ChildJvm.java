package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program run in a Java of its own, from the start: with its own heap, and cold. */
final class ChildJvm {

  private ChildJvm() {}

  /**
   * @param status 0 for success; another value if, for example, the heap was too small
   * @param seconds from start to end, by the clock
   * @param output of both streams
   */
  record Outcome(int status, double seconds, String output) {}

  static Outcome run(Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    return run(builder(directory, arguments));
  }

  /** Like {@link #run}, for a program that starts its own Java. */
  static Outcome runProgram(Path directory, List<String> command)
      throws IOException, InterruptedException {
    return run(inUtf8(new ProcessBuilder(command).directory(directory.toFile())));
  }

  private static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    return new Outcome(status, (System.nanoTime() - start) / 1e9, output);
  }

  /** Starts a background program. */
  static Process start(Path directory, List<String> arguments, Redirect output) throws IOException {
    return builder(directory, arguments).redirectOutput(output).start();
  }

  private static ProcessBuilder builder(Path directory, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return inUtf8(new ProcessBuilder(command).directory(directory.toFile()));
  }

  private static ProcessBuilder inUtf8(ProcessBuilder builder) {
    builder
        .redirectErrorStream(true)
        .environment()
        .put("LC_ALL", "C.UTF-8"); // otherwise Java cannot take Chinese names
    return builder;
  }
}

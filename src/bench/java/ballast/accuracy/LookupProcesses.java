package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lookups, each in a process of its own. */
final class LookupProcesses {

  static final Path LAUNCHER = Path.of("src/main/scripts/ballast").toAbsolutePath();

  /** Our launcher's options of Java for a lookup. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseG1GC",
          "-XX:ParallelGCThreads=1",
          "-XX:ConcGCThreads=1",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=3",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-cp",
          System.getProperty("java.class.path"));

  private final Path folder;
  private final String query;

  LookupProcesses(Path folder, String query) {
    this.folder = folder;
    this.query = query;
  }

  static boolean isInstalled() {
    return Files.exists(Path.of("target/ballast.jar"));
  }

  /** Seconds by the clock; with the launcher, like a user, if it is installed. */
  double ours(Path memory) throws IOException, InterruptedException {
    List<String> arguments = List.of("tm", "search", query, "--tm", memory.toString());
    ChildJvm.Outcome outcome =
        isInstalled()
            ? ChildJvm.runProgram(folder, joined(List.of(LAUNCHER.toString()), arguments))
            : java(Main.class, arguments);
    assertThat(outcome.status()).as(outcome.output()).isIn(0, 1);
    return outcome.seconds();
  }

  /**
   * Pensieve's seconds by the clock.
   *
   * @param tuned whether Java gets the options of our launcher; Pensieve has no launcher
   */
  double theirs(Path memory, boolean tuned) throws IOException, InterruptedException {
    List<String> options = tuned ? OPTIONS : List.of("-cp", System.getProperty("java.class.path"));
    List<String> lookup = List.of(PensieveMemory.Lookup.class.getName(), memory.toString(), query);
    ChildJvm.Outcome outcome = ChildJvm.run(folder, joined(options, lookup));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return outcome.seconds();
  }

  /** The peak memory of our process, for example {@code 68 MB}. */
  String resident(Path memory) throws IOException, InterruptedException {
    String output = java(Ours.class, List.of(memory.toString(), query)).output();
    Matcher matcher = Pattern.compile("VmHWM:\\s*(\\d+) kB").matcher(output);
    return matcher.find() ? Long.parseLong(matcher.group(1)) / 1000 + " MB" : "unknown";
  }

  private ChildJvm.Outcome java(Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    return ChildJvm.run(folder, joined(joined(OPTIONS, List.of(main.getName())), arguments));
  }

  private static List<String> joined(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** {@code tm search}, and the memory of its process. Arguments: the memory, the text. */
  static final class Ours {
    private Ours() {}

    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(Ours::tell));
      Main.main(new String[] {"tm", "search", args[1], "--tm", args[0]});
    }

    private static void tell() {
      try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
        status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
      } catch (IOException e) {
        System.out.println("not measured: " + e); // not Linux
      }
    }
  }
}

package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the CAT program OmegaT by {@code clients/omegat.sh}, which is with the development sets. */
final class OmegaT {

  private static final long MAX_SECONDS = 300;

  private final Path script;
  private final Path folder;

  private OmegaT(Path script, Path folder) {
    this.script = script;
    this.folder = folder;
  }

  /** The program, working in a folder; skips the test where it has not been set up. */
  static OmegaT in(Path folder) {
    return in(folder, "omegat.sh", "OMEGAT_HOME", "omegat-client");
  }

  static OmegaT newer(Path folder) {
    return in(folder, "omegat5.sh", "OMEGAT5_HOME", "omegat5-client");
  }

  private static OmegaT in(Path folder, String name, String variable, String cache) {
    Path script = Path.of(System.getProperty("eval.dir", "../shared/eval"), "../clients", name);
    assumeTrue(Files.isRegularFile(script), "there is no " + script);
    String home = System.getenv(variable);
    Path parts =
        home == null ? Path.of(System.getProperty("user.home"), ".cache", cache) : Path.of(home);
    assumeTrue(
        Files.exists(parts.resolve("ready")),
        "OmegaT has not been unpacked into "
            + parts
            + "; "
            + script
            + " does it when it first runs");
    return new OmegaT(script.toAbsolutePath().normalize(), folder);
  }

  String run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(args));
    Path out = folder.resolve("omegat.out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    assertThat(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).as("OmegaT ends").isTrue();
    String output = Files.readString(out, UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}

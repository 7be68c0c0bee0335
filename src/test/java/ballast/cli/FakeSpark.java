package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.workflow.corpus.JobMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A folder that looks like Spark's: its program notes how it is called, and says what it is to. */
public final class FakeSpark {

  private final Path home;

  /** Makes it; its program says these messages, and writes them into a log as well. */
  public FakeSpark(Path home, String log, int status, JobMessage... says) throws IOException {
    this.home = home;
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("artefact.jar"), "", UTF_8);
    Files.writeString(
        home.resolve("says"),
        Arrays.stream(says).map(JobMessage::line).collect(Collectors.joining("\n", "", "\n")),
        UTF_8);
    Files.writeString(home.resolve("log"), log, UTF_8);
    String script =
        """
        #!/bin/sh
        here=$(dirname "$0")/..
        printf '%%s\\n' "$@" >"$here/called"
        cat "$here/log" >&2
        cat "$here/says"
        exit %d
        """;
    Path program = bin.resolve("spark-submit");
    Files.writeString(program, script.formatted(status), UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What a command needs to find it. */
  public Map<String, String> environment() {
    return Map.of(
        "USER",
        "mei",
        "SPARK_HOME",
        home.toString(),
        "BALLAST_SPARK_JAR",
        home.resolve("artefact.jar").toString());
  }

  /** The arguments of the last call. */
  public String called() throws IOException {
    return Files.readString(home.resolve("called"), UTF_8);
  }
}

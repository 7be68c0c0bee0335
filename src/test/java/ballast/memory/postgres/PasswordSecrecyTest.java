package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password is in its file and nowhere else: no message, log, list of processes or file. */
@Tag("postgres")
final class PasswordSecrecyTest {

  private static final String PASSWORD = "zwölf-Boxkämpfer-7351";
  private static final String WRONG = "falsch-7351";

  /** Whatever is part of the passwords. */
  private static final String TRACE = "7351";

  @TempDir Path folder;

  @Test
  void noTraceOfThePasswordIsLeft() throws Exception {
    PostgresServer server = PostgresServer.another();
    server.execute(
        "CREATE ROLE " + PostgresServer.KEYED + " LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'");
    PostgresAddress address = server.memory(folder, PostgresServer.KEYED);
    List<String> said = new ArrayList<>();
    assertThat(run(said, Map.of(), "tm", "init", address.toString())).isEqualTo(2);
    assertThat(run(said, pgpass(address, WRONG), "tm", "init", address.toString())).isEqualTo(2);
    assertThat(run(said, pgpass(address, PASSWORD), "tm", "init", address.toString())).isZero();
    assertThat(run(said, pgpass(address, PASSWORD), "tm", "roles", address.toString())).isZero();
    // Refused, and not repeated.
    String inAddress = address.toString().replace("://", "://keyed:" + PASSWORD + "@");
    String asParameter = address + "&password=" + WRONG;
    for (String open : List.of(inAddress, asParameter)) {
      List<String> refusal = new ArrayList<>();
      assertThat(run(refusal, Map.of(), "tm", "init", open)).isEqualTo(2);
      said.addAll(refusal.subList(0, 2)); // the address is in the list of processes, as typed
      assertThat(refusal.get(1)).contains("the address of the memory holds a password");
    }
    assertThat(said).noneMatch(text -> text.contains(TRACE));
    assertThat(Files.readString(server.folder().resolve("log"), UTF_8)).doesNotContain(TRACE);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("pgpass")) {
          assertThat(Files.readString(file, UTF_8)).as(file.toString()).doesNotContain(TRACE);
        }
      }
    }
  }

  private Map<String, String> pgpass(PostgresAddress address, String password) throws IOException {
    Path file = folder.resolve("pgpass");
    Files.writeString(
        file, address.host() + ":" + address.port() + ":*:*:" + password + "\n", UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Map.of("PGPASSFILE", file.toString());
  }

  /** Runs Ballast as a process; adds what it printed, and what the list of processes shows. */
  private int run(List<String> said, Map<String, String> environment, String... words)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("ballast.cli.Main");
    command.addAll(List.of(words));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("PGPASSFILE");
    builder.environment().put("PGPASSWORD", WRONG);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String arguments = process.info().commandLine().orElse("");
    int status = process.waitFor();
    said.add(Files.readString(out, UTF_8));
    said.add(Files.readString(err, UTF_8));
    said.add(arguments);
    return status;
  }
}

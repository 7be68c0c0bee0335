package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command says of a memory on a server what it says of a file. */
@Tag("postgres")
final class EveryCommandOnServerTest {

  private static final String FILE = "tm/memory.db";

  /** Engines need different space. */
  private static final String SIZES =
      "bytes on disk +[0-9,]+|[0-9,]+ bytes before, [0-9,]+ now|\"bytes[a-zA-Z]*\": ?[0-9]+";

  @TempDir Path folder;

  private record Place(Path folder, String memory, CommandRunner runner) {

    String run(String line) {
      String given = line.replace(FILE, memory);
      CommandRunner.Outcome outcome = runner.run(given.split(" "));
      return (outcome.status() + "\n" + outcome.out() + "\n" + outcome.err())
          .replace(folder.resolve(FILE).toString(), "MEMORY")
          .replace(memory, "MEMORY")
          .replace(folder.toString(), "FOLDER")
          .replaceAll(SIZES, "SIZE");
    }
  }

  private Place place(String name, String memory) throws IOException {
    Path at = Files.createDirectory(folder.resolve(name));
    EveryFile.fill(at, "", "", "");
    return new Place(
        at,
        memory,
        new CommandRunner(at, Map.of("USER", "tester", "BALLAST_TM", memory), /* columns= */ 0));
  }

  @Test
  void everyCommandSaysTheSame() throws IOException {
    PostgresServer.get().setClock(CommandRunner.NOW);
    String address = PostgresServer.get().memory(folder).toString();
    Place file = place("file", FILE);
    Place server = place("server", address);
    CommandRunner.Outcome copied = server.runner().run("tm", "copy", FILE, address);
    assertThat(copied.status()).as(copied.err()).isZero();
    Files.delete(server.folder().resolve(FILE));
    long before = PostgresServer.get().statements("unit");
    List<String> different = new ArrayList<>();
    for (String line : EveryCommand.LINES) {
      String wanted = file.run(line);
      String said = server.run(line);
      if (!said.equals(wanted)) {
        different.add(line + "\n--- file\n" + wanted + "\n--- server\n" + said);
      }
    }
    assertThat(different).isEmpty();
    assertThat(PostgresServer.get().statements("unit") - before).isGreaterThan(200);
    assertThat(server.folder().resolve(FILE)).doesNotExist();
  }
}

package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.app.project.TrustedServers;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.app.units.MemoryUpkeep;
import ballast.memory.TeamStore;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import ballast.memory.postgres.PostgresAddress;
import ballast.memory.postgres.PostgresServer;
import ballast.memory.postgres.PostgresStore;
import ballast.workbench.browser.SampleFolder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench shows a memory on a server as it shows a file, and writes to it. */
@Tag("postgres")
final class WorkbenchOnServerTest {

  private static final List<String> ROOMS =
      List.of(
          "/",
          "/memory",
          "/memory?q=压舱石",
          "/terms",
          "/check",
          "/revisions",
          "/overview",
          "/export",
          "/export/file?file=tmx-omegat",
          "/export/downloads");

  @TempDir Path folder;

  /** Its memory is a file. */
  private Path withFile() throws IOException {
    Path at = Files.createDirectories(folder.resolve("file/sample"));
    SampleFolder.fill(at);
    return at;
  }

  /** The same with the memory, which {@code ballast.toml} names, on the server. */
  private Path onServer(Path file) throws IOException {
    Path at = Files.createDirectories(folder.resolve("server/sample"));
    Files.createDirectories(at.resolve("tm"));
    Files.createDirectories(at.resolve("glossary"));
    Files.copy(file.resolve("glossary/terms.csv"), at.resolve("glossary/terms.csv"));
    String address = PostgresServer.get().memory(folder).toString();
    Files.writeString(at.resolve("ballast.toml"), "memory = \"" + address + "\"\n", UTF_8);
    Workplace workplace = WorkbenchClient.workplace(at);
    new TrustedServers(workplace).add(MemoryChoice.serverOfSettings(workplace).orElseThrow());
    new MemoryUpkeep(workplace, Notices.NONE)
        .copy(Memories.at(file.resolve("tm/memory.db")), MemoryChoice.OF_PROJECT.in(workplace));
    return at;
  }

  /** A page, as soon as nothing on it is being worked out any more. */
  private static String shown(WorkbenchClient client, String path) throws Exception {
    client.finished(path);
    return client.get(path).body();
  }

  @Test
  void everyRoomShowsTheSameAsOfAFile() throws Exception {
    Path file = withFile();
    Path server = onServer(file);
    try (WorkbenchClient one = WorkbenchClient.open(server);
        WorkbenchClient other = WorkbenchClient.open(file)) {
      for (String room : ROOMS) {
        assertThat(shown(one, room)).as(room).isEqualTo(shown(other, room));
      }
      assertThat(one.failures()).isEmpty();
      assertThat(other.failures()).isEmpty();
    }
    assertThat(server.resolve("tm/memory.db")).doesNotExist();
  }

  @Test
  void aJudgementIsWrittenAndTakenBack() throws Exception {
    try (WorkbenchClient client = WorkbenchClient.open(onServer(withFile()))) {
      Document memory = client.page("/memory");
      String unit = memory.select("#units .unit").attr("data-unit");
      PostgresServer.get()
          .execute(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE application_name = 'ballast'"); // as a restart does
      String shown = memory.select("#s-" + unit + " [name=shown]").val();
      client.post("/memory/units", "action", "approve", "unit", unit, "shown", shown);
      assertThat(client.page("/memory").select("#units .unit .badge").eachText().get(0))
          .isEqualTo("approved");
      String command = client.undoable();
      client.post("/memory/undo", "command", command);
      assertThat(client.page("/memory").select("#units .unit .badge").eachText().get(0))
          .isEqualTo("draft");
      assertThat(client.failures()).isEmpty();
    }
  }

  @Test
  void whyACommandIsNotTakenBackIsSaid() throws Exception {
    Path at = onServer(withFile());
    PostgresStore store = new PostgresStore(PostgresServer.get().memory(folder));
    store.grant(TeamStore.Role.TRANSLATOR, "bob");
    PostgresStore bobs =
        new PostgresStore(
            PostgresAddress.parse(store.toString().replace("user=tester", "user=bob")));
    try (WorkbenchClient client = WorkbenchClient.open(at)) {
      Document memory = client.page("/memory");
      String id = memory.select("#units .unit").attr("data-unit");
      String shown = memory.select("#s-" + id + " [name=shown]").val();
      client.post("/memory/units", "action", "approve", "unit", id, "shown", shown);
      String command = client.undoable();
      UnitFilter one = UnitFilter.CURRENT.named(Set.of(id));
      new MemoryEdits(Workplace.in(at))
          .edit(EditScope.of(bobs).of(one), UnitAction.REJECT, edit -> {});
      Document buttons = client.page("/memory/undo");
      assertThat(buttons.select("#undo-button").hasAttr("disabled")).isTrue();
      String reason = buttons.select("#undo-reason").text();
      assertThat(reason).contains("bob", "rejected");
      assertThat(buttons.select("#undo-button").attr("title").replace('\n', ' ')).isEqualTo(reason);
      assertThat(buttons.select("#redo-reason")).isEmpty();
      HttpResponse<String> refused = client.post("/memory/undo", "command", command);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("bob");
      assertThat(client.failures()).isEmpty();
    }
  }
}

package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.memory.opening.Memories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Align room answers to requests, good and bad. */
final class AlignRoomTest {

  @TempDir Path folder;
  private WorkbenchClient client;

  @BeforeEach
  void open() throws Exception {
    Files.writeString(folder.resolve("a.zh.txt"), "船走了。\n\n<b>风</b>停了。\n\n人睡了。\n", UTF_8);
    Files.writeString(
        folder.resolve("a.en.txt"),
        "The ship left.\n\nThe <b>wind</b> fell.\n\nThe people slept.\n",
        UTF_8);
    new ArticleAlignment(Workplace.in(folder), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("a.zh.txt", "a.en.txt")
                .recording(Recording.in(Memories.at(folder.resolve("tm/memory.db")))));
    client = WorkbenchClient.open(folder);
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  private Element room() throws Exception {
    Document page = client.page("/align?document=a");
    return Objects.requireNonNull(page.getElementById("align"));
  }

  @Test
  void textsAreNeverMarkup() throws Exception {
    Element room = room();
    assertThat(room.select("#beads b")).isEmpty();
    assertThat(room.select("#d1-2 td.target").text()).contains("The <b>wind</b> fell.");
  }

  @Test
  void withoutAnArticleTheOneThatWasChangedLastIsShown() throws Exception {
    HttpResponse<String> answer = client.get("/align");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/align?document=a");
  }

  @Test
  void aMoveIsAnsweredWithTheRowsThatItChanges() throws Exception {
    String state = room().attr("data-state");
    HttpResponse<String> answer =
        client.post("/align/move", "document", "a", "state", state, "move", "merge", "bead", "0");
    JsonNode change = new ObjectMapper().readTree(answer.body());
    assertThat(change.get("first").asInt()).isZero();
    assertThat(change.get("removed").asInt()).isEqualTo(2);
    assertThat(change.get("added").asInt()).isEqualTo(1);
    assertThat(change.get("map").asText()).hasSize(2);
    assertThat(change.get("rows").asText()).contains("id=\"d1-1\"").doesNotContain("d1-2\"");
  }

  @Test
  void anOldStateIsRefused() throws Exception {
    String state = room().attr("data-state");
    String[] merge = {"document", "a", "state", state, "move", "merge", "bead", "0"};
    assertThat(client.post("/align/move", merge).statusCode()).isEqualTo(200);
    assertThat(client.post("/align/move", merge).statusCode()).isEqualTo(409);
    assertThat(client.get("/align/rows?document=a&from=0&to=1&state=" + state).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aSecondWindowDoesNotStopTheFirst() throws Exception {
    String state = room().attr("data-state");
    assertThat(room().attr("data-state")).isEqualTo(state);
    String[] merge = {"document", "a", "state", state, "move", "merge", "bead", "0"};
    assertThat(client.post("/align/move", merge).statusCode()).isEqualTo(200);
    assertThat(room().attr("data-state")).isNotEqualTo(state);
  }

  @Test
  void formsThatNoPageSendsAreRefused() throws Exception {
    String state = room().attr("data-state");
    String[][] forms = {
      {"move", "merge"},
      {"move", "merge", "bead", "99"},
      {"move", "merge", "bead", "-1"},
      {"move", "merge", "bead", "2"},
      {"move", "explode", "bead", "0"},
      {"move", "link", "bead", "0"},
      {"move", "shift-up", "bead", "0"},
      {"move", "shift-up", "bead", "0", "side", "middle"},
      {"move", "split", "bead", "0", "source", "7", "target", "1"},
      {"move", "split", "bead", "0", "source", "0", "source-offset", "2147483647", "target", "1"},
      {"move", "type", "bead", "0", "type", "code"},
      {"move", "confirm", "bead", "2", "last", "1"},
    };
    for (String[] form : forms) {
      String[] whole = new String[form.length + 4];
      System.arraycopy(new String[] {"document", "a", "state", state}, 0, whole, 0, 4);
      System.arraycopy(form, 0, whole, 4, form.length);
      int status = client.post("/align/move", whole).statusCode();
      assertThat(status).as(String.join(" ", form)).isIn(400, 422);
    }
    assertThat(room().select("tbody.set, tbody.confirmed")).isEmpty();
  }

  @Test
  void anArticleThatCannotBeShownIsExplainedInThePage() throws Exception {
    HttpResponse<String> unknown = client.get("/align?document=none");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("no document", "<nav");
    Files.writeString(folder.resolve("a.en.txt"), "Changed.\n", UTF_8);
    assertThat(client.get("/align?document=a").body()).contains("has changed since it was aligned");
  }
}

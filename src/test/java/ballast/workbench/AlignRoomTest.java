package ballast.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.AlignedText;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Align room answers to requests, good and bad. */
final class AlignRoomTest extends RoomTest {

  @BeforeEach
  void open() throws Exception {
    write("a.zh.txt", "船走了。\n\n<b>风</b>停了。\n\n人睡了。\n");
    write("a.en.txt", "The ship left.\n\nThe <b>wind</b> fell.\n\nThe people slept.\n");
    align(folder, "a");
    client = WorkbenchClient.open(folder);
  }

  /** The room once its article is open. */
  private Element room() throws Exception {
    get(200, "/align/open?document=a");
    Document page = client.page("/align?document=a");
    return Objects.requireNonNull(page.getElementById("align"));
  }

  @Test
  void theFirstAnswerIsFromTheMemoryAlone() throws Exception {
    client.close();
    write("glossary/broken.csv", "no,such\ncolumns,here\n");
    client = WorkbenchClient.open(folder);
    List<String> asked = new ArrayList<>();
    MemoryStore store = counted(MemoryStore.class, memory(), asked);
    Bench bench =
        new Bench(
            WorkbenchClient.workplace(folder), store, Lexicon.bundledWhenNeeded(), Instant.EPOCH);
    AlignedText stored = new Desk(bench).stored("a").orElseThrow().text();
    assertThat(stored.alignment().beads())
        .extracting(stored.alignment()::targetText)
        .containsExactly("The ship left.", "The <b>wind</b> fell.", "The people slept.");
    assertThat(asked).contains("beads", "forEachUnit").doesNotContain("pins", "search");
    Desk desk = new Desk(Bench.of(WorkbenchClient.workplace(folder), memory()));
    assertThat(desk.current("a")).isEmpty();
    assertThat(desk.open("a").article().text().alignment().beads())
        .isEqualTo(stored.alignment().beads());
  }

  /** Notes the names of the methods that are called, of a store also those of its memories. */
  private static <T> T counted(Class<T> type, T object, List<String> names) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> {
              names.add(method.getName());
              Object result = method.invoke(object, values);
              return result instanceof Memory memory
                  ? counted(Memory.class, memory, names)
                  : result;
            }));
  }

  @Test
  void textsAreNeverMarkup() throws Exception {
    Element room = room();
    assertThat(room.select("#beads b")).isEmpty();
    assertThat(room.select("#d1-2 td.target").text()).contains("The <b>wind</b> fell.");
  }

  @Test
  void withoutAnArticleTheOneThatWasChangedLastIsShown() throws Exception {
    HttpResponse<String> answer = get(303, "/align");
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
  void aBlockOfUnmatchedSentencesIsSaidOnce() throws Exception {
    write("b.zh.txt", "船走了。\n\n风停了。\n\n人睡了。\n\n灯灭了。\n\n天亮了。\n\n鸟叫了。\n");
    write("b.en.txt", "The ship left.\n\nThe wind fell.\n\nThe people slept.\n");
    align(folder, "b");
    get(200, "/align/open?document=b");
    Document page = client.page("/align?document=b");

    assertThat(page.select("#beads .block").eachText())
        .containsExactly("from line 7 to the end: 3 sentences not translated");
    String state = page.expectFirst("#align").attr("data-state");
    HttpResponse<String> answer =
        client.post("/align/move", "document", "b", "state", state, "move", "merge", "bead", "3");
    assertThat(new ObjectMapper().readTree(answer.body()).get("first").asInt()).isEqualTo(3);
    assertThat(Words.CHINESE.say("align.block.source", "第 7 行", 3)).contains("3 句没有译文");
  }

  @Test
  void aBlockInOneLineHasNoRange() throws Exception {
    write("b.zh.txt", "船走了。风停了。人睡了。灯灭了。天亮了。鸟叫了。\n");
    write("b.en.txt", "The ship left. The wind fell. The people slept.\n");
    align(folder, "b");
    get(200, "/align/open?document=b");
    assertThat(client.page("/align?document=b").select("#beads .block").eachText())
        .containsExactly("line 1: 3 sentences not translated");
  }

  @Test
  void anOldStateIsRefused() throws Exception {
    String state = room().attr("data-state");
    String[] merge = {"document", "a", "state", state, "move", "merge", "bead", "0"};
    post(200, "/align/move", merge);
    post(409, "/align/move", merge);
    get(204, "/align/rows?document=a&from=0&to=1&state=" + state);
  }

  @Test
  void aSecondWindowDoesNotStopTheFirst() throws Exception {
    String state = room().attr("data-state");
    assertThat(room().attr("data-state")).isEqualTo(state);
    String[] merge = {"document", "a", "state", state, "move", "merge", "bead", "0"};
    post(200, "/align/move", merge);
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
    HttpResponse<String> unknown = get(422, "/align?document=none");
    assertThat(unknown.body()).contains("no document", "<nav");
    write("a.en.txt", "Changed.\n");
    assertThat(client.get("/align?document=a").body())
        .contains("a.en.txt has changed since it was aligned", "Align the pairs in this folder”");
  }
}

package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MemoryRoomTest extends RoomTest {

  @BeforeEach
  void open() throws Exception {
    take(
        """
        桥修好了，两岸的人都来看。\tThe bridge is mended, and people from both banks came to look.
        老人说，桥是小城的压舱石。\tThe old man said that the bridge was the town's ballast stone.
        港口有雾。\tFog lies on the port.
        港口有雾。\tfog lies on the port.
        """);
    client = WorkbenchClient.open(folder);
  }

  private String q(String text) {
    return "/memory?q=" + URLEncoder.encode(text, UTF_8);
  }

  /** What the page shows of a unit. */
  private String shown(String unit) throws Exception {
    for (String path : List.of("/memory", "/memory?status=rejected", "/memory?deleted=1")) {
      String shown = client.page(path).select("#s-" + unit + " [name=shown]").val();
      if (!shown.isEmpty()) {
        return shown;
      }
    }
    throw new AssertionError("no page shows " + unit);
  }

  /** What a button of the page does. */
  private HttpResponse<String> act(String action, String... units) throws Exception {
    List<String> form = new ArrayList<>(List.of("action", action));
    for (String unit : units) {
      form.addAll(List.of("unit", unit, "shown", shown(unit)));
    }
    return client.post("/memory/units", form.toArray(String[]::new));
  }

  @Test
  void aUnitThatThePageDoesNotShowAsItIsIsLeftAlone() throws Exception {
    Unit mended = unit("mended");
    String other = unit("old man").id();
    String[] posted = {
      "action", "", "unit", mended.id(), "shown", shown(mended.id()), "unit", other, "shown", ""
    };
    posted[9] = shown(other);
    correctElsewhere(mended, "Eva's words.");
    for (String action : List.of("approve", "reject", "delete")) {
      posted[1] = action;
      List<CommandInfo> before = commands();
      HttpResponse<String> answer = post(409, "/memory/units", posted);
      Document parts = Jsoup.parse(answer.body());
      assertThat(parts.select("#t-" + mended.id()).attr("hx-swap-oob")).isEqualTo("true");
      assertThat(parts.select("#t-" + mended.id()).text()).contains("Eva's words.", "elsewhere");
      assertThat(parts.select("#t-" + other)).isEmpty();
      assertThat(parts.select(".state .badge").eachText()).containsExactly("draft", "draft");
      assertThat(parts.select("#done").text()).contains("nothing was done");
      assertThat(commands()).isEqualTo(before);
      post(409, "/memory/units", "action", action, "unit", mended.id());
      posted[5] = parts.select("#s-" + mended.id() + " [name=shown]").val();
      post(200, "/memory/units", posted);
      client.post("/memory/undo", "command", client.undoable());
      posted[5] = mended.id() + ":old";
    }
  }

  @Test
  void aJudgementThatThePageDoesNotShowIsNotReplaced() throws Exception {
    Unit unit = unit("mended");
    String shown = shown(unit.id());
    act("reject", unit.id());
    HttpResponse<String> answer =
        post(409, "/memory/units", "action", "approve", "unit", unit.id(), "shown", shown);
    assertThat(Jsoup.parse(answer.body()).select(".badge").text()).isEqualTo("rejected");
    post(200, "/memory/units", "action", "reject", "unit", unit.id());
    act("delete", unit.id());
    post(409, "/memory/units", "action", "restore", "unit", unit.id(), "shown", shown);
    assertThat(act("restore", unit.id()).statusCode()).isEqualTo(200);
  }

  @Test
  void allUnitsAreListedWithoutAQuery() throws Exception {
    Document page = client.page("/memory");
    assertThat(page.select("li.unit")).hasSize(4);
    assertThat(page.select("li.unit .badge").eachText()).containsOnly("draft");
  }

  @Test
  void unitsComeInPagesThatMissNoneAndRepeatNone() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 130; i++) {
      many.append("第").append(i).append("号船。\tShip number ").append(i).append(".\n");
    }
    take(many.toString());
    List<String> seen = new ArrayList<>();
    String path = "/memory";
    int pages = 0;
    while (!path.isEmpty()) {
      Document page = client.page(path);
      assertThat(page.select("li.unit").size()).isLessThanOrEqualTo(100);
      seen.addAll(page.select("li.unit").eachAttr("data-unit"));
      path = page.select("#next").attr("href");
      pages++;
    }
    assertThat(pages).isGreaterThan(1);
    assertThat(seen).doesNotHaveDuplicates().hasSize(134);
    assertThat(seen).isEqualTo(units().stream().map(Unit::id).toList());
  }

  @Test
  void similarUnitsComeFirstWithTheirDifferencesAndWarnings() throws Exception {
    Document page = client.page(q("桥没修好，两岸的人都来看。"));
    assertThat(page.select("li.unit").get(0).text()).contains("The bridge is mended");
    assertThat(page.select(".score").get(0).text()).matches("[7-9][0-9]%");
    assertThat(page.select("li.unit mark.other")).isNotEmpty();
    assertThat(page.select(".match .alert").text()).contains("negation");
  }

  @Test
  void aWordIsFoundInEitherLanguageAndMarked() throws Exception {
    assertThat(client.page(q("压舱石")).select("mark.hit").eachText()).containsExactly("压舱石");
    assertThat(client.page(q("ballast stone")).select("mark.hit").eachText())
        .containsExactly("ballast stone");
  }

  @Test
  void conditionsLimitListAndSearch() throws Exception {
    act("reject", unit("Fog").id());
    assertThat(client.page("/memory?status=rejected").select("li.unit")).hasSize(1);
    assertThat(client.page("/memory?status=rejected&author=Lin").select("li.unit")).hasSize(1);
    assertThat(client.page("/memory?author=Mei").select("li.unit")).isEmpty();
    assertThat(client.page(q("Fog") + "&status=rejected").select("li.unit")).hasSize(1);
    assertThat(client.page(q("Fog") + "&in=source").select("li.unit")).isEmpty();
    assertThat(client.page("/memory?since=soon").select(".alert").text())
        .contains("\"soon\" is not a date");
  }

  @Test
  void textsOfUnitsAreNeverMarkup() throws Exception {
    take("注入。\t<img src=x onerror=alert(1)></textarea><script>alert(2)</script>\n");
    String id = unit("onerror").id();
    for (String path :
        List.of("/memory", "/memory/edit?unit=" + id, "/memory/history?unit=" + id)) {
      Document page = client.page(path);
      assertThat(page.select("img, script:not([src])")).as(path).isEmpty();
    }
    assertThat(client.page("/memory/edit?unit=" + id).select("textarea[name=target]").text())
        .isEqualTo("<img src=x onerror=alert(1)></textarea><script>alert(2)</script>");
  }

  @Test
  void severalUnitsAreApprovedByOneCommandThatUndoTakesBack() throws Exception {
    HttpResponse<String> answer = act("approve", unit("mended").id(), unit("old man").id());
    Document parts = Jsoup.parse(answer.body());
    assertThat(parts.select(".badge.approved")).hasSize(2);
    assertThat(parts.select("#done").text()).isEqualTo("2 units approved");
    assertThat(parts.select("#undo-button").text()).isEqualTo("Undo: approved 2 units");
    assertThat(unit("mended").provenance().author()).isEqualTo("Lin");
    HttpResponse<String> undone = client.post("/memory/undo", "command", client.undoable());
    assertThat(undone.headers().firstValue("HX-Trigger")).contains("memory-changed");
    assertThat(units()).allMatch(unit -> unit.provenance().status() == Unit.Status.DRAFT);
    String redo = WorkbenchClient.sent(Jsoup.parse(undone.body()), "#redo-button");
    client.post("/memory/redo", "command", redo);
    assertThat(unit("old man").provenance().status()).isEqualTo(Unit.Status.APPROVED);
  }

  @Test
  void aCommandThatThePageDoesNotShowIsNotTakenBack() throws Exception {
    act("approve", unit("mended").id());
    String shown = client.undoable();
    act("reject", unit("old man").id());
    HttpResponse<String> answer = post(409, "/memory/undo", "command", shown);
    assertThat(answer.body()).contains("Another command");
    assertThat(unit("old man").provenance().status()).isEqualTo(Unit.Status.REJECTED);
  }

  @Test
  void aDeletedUnitIsShownWithTheButtonThatRestoresIt() throws Exception {
    Unit unit = unit("mended");
    Document parts = Jsoup.parse(act("delete", unit.id()).body());
    assertThat(parts.select("#delete-" + unit.id()).val()).isEqualTo("restore");
    assertThat(client.page("/memory").select("li.unit")).hasSize(3);
    assertThat(client.page("/memory?deleted=1").select("li.unit")).hasSize(1);
    act("restore", unit.id());
    assertThat(client.page("/memory?deleted=1").select("li.unit")).isEmpty();
    assertThat(client.page("/memory/history?unit=" + unit.id()).select("li strong").eachText())
        .containsExactly("added", "deleted", "restored");
  }

  @Test
  void aTranslationIsEditedInPlace() throws Exception {
    Unit unit = unit("mended");
    edit(200, "/memory/edit", unit, unit.target(), "It stands.\r\nAgain.");
    assertThat(unit("stands").target()).isEqualTo("It stands.\nAgain.");
    HttpResponse<String> blank = edit(422, "/memory/edit", unit, "It stands.\nAgain.", " ");
    assertThat(blank.body()).contains("cannot be empty");
  }

  @Test
  void anEditDoesNotOverwriteWhatSomebodyElseHasSaved() throws Exception {
    Unit unit = unit("mended");
    correctElsewhere(unit, "Their version.");
    HttpResponse<String> answer = edit(409, "/memory/edit", unit, unit.target(), "Mine.");
    Document form = Jsoup.parse(answer.body());
    assertThat(form.select(".conflict").text()).contains("Their version.");
    assertThat(form.select("textarea[name=target]").text()).isEqualTo("Mine.");
    assertThat(unit("version").target()).isEqualTo("Their version.");
    edit(200, "/memory/edit", unit, form.select("textarea[name=known]").text(), "Mine.");
    assertThat(unit("Mine").target()).isEqualTo("Mine.");
  }

  @Test
  void aReplacementIsShownBeforeItIsMade() throws Exception {
    String query = "pattern=ballast+stone&with=keystone";
    Document preview = client.page("/memory/replace?" + query);
    assertThat(preview.select("#preview del").eachText()).containsExactly("ballast stone");
    assertThat(preview.select("#preview ins").eachText()).containsExactly("keystone");
    assertThat(units()).noneMatch(unit -> unit.target().contains("keystone"));
    String shown = WorkbenchClient.sent(preview, "#apply");
    post(409, "/memory/replace", "pattern", "stone", "with", "keystone", "shown", shown);
    HttpResponse<String> done =
        client.post(
            "/memory/replace", "pattern", "ballast stone", "with", "keystone", "shown", shown);
    assertThat(Jsoup.parse(done.body()).select("#done").text())
        .isEqualTo("One place replaced in one unit");
    assertThat(unit("keystone").target()).contains("the town's keystone");
  }

  @Test
  void aPatternThatIsWrongIsExplained() throws Exception {
    assertThat(client.page("/memory/replace?pattern=%28&regex=1").select(".alert").text())
        .contains("\"(\" is not a regular expression");
  }

  @Test
  void duplicatesAreShownBeforeTheyAreDeleted() throws Exception {
    assertThat(client.page("/memory/duplicates").select("#apply")).isEmpty();
    Document preview = client.page("/memory/duplicates?ignore=case");
    assertThat(preview.select("#preview li.unit")).hasSize(1);
    assertThat(preview.select("#preview").text()).contains("loses one unit");
    String shown = WorkbenchClient.sent(preview, "#apply");
    assertThat(units()).hasSize(4);
    client.post("/memory/duplicates", "ignore", "case", "shown", shown);
    assertThat(units()).hasSize(3);
  }

  @Test
  void theLastCommandsAreListed() throws Exception {
    act("approve", unit("mended").id());
    Document page = client.page("/memory/commands");
    assertThat(page.select("#commands tbody th").eachText())
        .containsExactly("approved one unit", "imported 4 units");
  }

  @Test
  void aGetWritesNothing() throws Exception {
    String id = unit("mended").id();
    assertOnlyRead(
        List.of(
            "/memory",
            "/memory/unit?unit=" + id,
            "/memory/edit?unit=" + id,
            "/memory/history?unit=" + id,
            "/memory/undo",
            "/memory/commands",
            "/memory/replace?pattern=e&with=x",
            "/memory/duplicates?ignore=case&ignore=punctuation"));
  }

  @Test
  void whatIsUnknownIsRefusedInASentence() throws Exception {
    get(422, "/memory/edit?unit=000000000000");
    get(422, "/memory/history?unit=zzz");
    assertThat(client.page("/memory?after=zzz").select(".alert").text())
        .contains("no unit \"zzz\"");
    assertThat(client.post("/memory/units", "action", "burn", "unit", "x").body())
        .contains("unknown action \"burn\"");
    post(400, "/memory/units", "action", "approve");
  }

  @Test
  void aFolderWithoutAMemorySaysHowToGetOne() throws Exception {
    try (WorkbenchClient other = openEmptyFolder()) {
      assertThat(other.page("/memory").select("main").text()).contains("no translation memory");
      assertThat(other.page("/memory/commands").select("tbody tr")).isEmpty();
      assertThat(other.get("/memory/replace?pattern=a").statusCode()).isEqualTo(200);
    }
  }
}

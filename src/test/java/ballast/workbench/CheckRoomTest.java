package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.UnitFileImport;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckRoomTest {

  private static final int PATIENCE = 300;

  @TempDir Path folder;
  private Path file = Path.of("");
  private WorkbenchClient client;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    file = folder.resolve("tm/memory.db");
    Files.createDirectories(folder.resolve("tm"));
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(
        folder.resolve("glossary/terms.csv"),
        "id,zh,en,status\nballast,压舱石,ballast stone,\nballast,压舱石,cornerstone,forbidden\n",
        UTF_8);
    take(
        """
        桥修好了，两岸的人都来看。\tThe bridge is mended, and people from both banks came to look.
        货轮装着压舱石。\tThe freighter has a cornerstone.
        老人说，桥是小城的压舱石。\tThe old man said that the bridge was the town's cornerstone.
        城里有3座桥。\tThe town has 4 bridges.
        """);
    client = WorkbenchClient.open(folder);
  }

  @AfterEach
  void close() {
    client.close();
    assertThat(client.failures()).isEmpty();
  }

  private void take(String units) throws IOException {
    Files.writeString(folder.resolve("units.tsv"), units, UTF_8);
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(Memories.at(file), "units.tsv"));
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    try (Memory memory = Memories.at(file).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, units::add);
    }
    return units;
  }

  private Unit unit(String part) {
    return units().stream().filter(unit -> unit.target().contains(part)).findFirst().orElseThrow();
  }

  /** The page once the memory has been checked. */
  private Document checked(String path) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      Document page = client.page(path);
      if (page.select("#running").hasAttr("hidden")) {
        return page;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the check does not end");
  }

  private static Element finding(Document page, String part) {
    return page.select(".finding").stream()
        .filter(row -> row.text().contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static String key(Document page, String part) {
    return finding(page, part).attr("data-key");
  }

  @Test
  void aTextThatIsTooLongForSomeRulesIsNamed() throws IOException, InterruptedException {
    take("城里有桥。\tThe town has " + "1-".repeat(2_000) + "\n");
    String part = checked("/check").select("details").text();
    assertThat(part)
        .contains("One pair was checked in part", "number-mismatch", "3,000 characters");
  }

  @Test
  void findingsAreListedWithBothTextsAndTheirPlaces() throws IOException, InterruptedException {
    Document page = checked("/check");
    assertThat(page.select(".finding")).hasSize(3);
    assertThat(page.select("#found").text()).isEqualTo("3 findings");
    Element number = finding(page, "4 bridges");
    assertThat(number.select("summary").text()).isEqualTo("number-mismatch");
    assertThat(number.select(".texts mark").eachText()).contains("4");
    assertThat(finding(page, "freighter").select("[id^=fix-]").text())
        .isEqualTo("Replace with \"ballast stone\"");
  }

  @Test
  void filtersSayHowManyFindingsTheyShow() throws IOException, InterruptedException {
    Document page = checked("/check?rule=term-forbidden");
    assertThat(page.select(".finding")).hasSize(2);
    assertThat(page.select("#choice-rule option").eachText())
        .contains("number-mismatch (1)", "term-forbidden (2)");
    assertThat(page.select("#choice-term option").eachText()).contains("压舱石 · ballast (2)");
    assertThat(page.select("#choice-rule option[selected]").val()).isEqualTo("term-forbidden");
    assertThat(checked("/check?severity=info").select(".finding")).isEmpty();
    assertThat(checked("/check?term=ballast&severity=error").select(".finding")).hasSize(2);
    assertThat(checked("/check?document=none").select(".finding")).isEmpty();
  }

  @Test
  void aSuggestionIsAppliedAndOnlyItsUnitIsCheckedAgain() throws IOException, InterruptedException {
    Document page = checked("/check");
    String key = key(page, "freighter");
    Document answer =
        Jsoup.parse(
            client.post("/check/fix?severity=error", "finding", key, "suggestion", "0").body());
    assertThat(answer.select("#done").text()).isEqualTo("Replaced.");
    assertThat(answer.select(".finding")).hasSize(2);
    assertThat(answer.select("#running").hasAttr("hidden")).isTrue();
    assertThat(unit("freighter").target()).isEqualTo("The freighter has a ballast stone.");
    assertThat(unit("freighter").provenance().author()).isEqualTo("Lin");
    assertThat(client.page("/memory/undo").select("#undo-button").text()).contains("one unit");
    HttpResponse<String> again = client.post("/check/fix", "finding", key, "suggestion", "0");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("is gone");
  }

  @Test
  void aTranslationIsEditedBesideItsFinding() throws IOException, InterruptedException {
    Document page = checked("/check");
    String key = key(page, "4 bridges");
    Unit unit = unit("4 bridges");
    Document form = client.page("/check/edit?finding=" + key + "&rule=number-mismatch");
    String save = form.select("form").attr("hx-post");
    assertThat(save).contains("rule=number-mismatch");
    HttpResponse<String> saved =
        client.post(
            save, "unit", unit.id(), "known", unit.target(), "target", "The town has 3 bridges.");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(Jsoup.parse(saved.body()).select("#found").text()).isEqualTo("Nothing found");
    assertThat(checked("/check").select(".finding")).hasSize(2);
  }

  @Test
  void whatOnlyComparisonFindsIsThereAfterAnEdit() throws IOException, InterruptedException {
    take("城里有9条河。\tThe town has 7 rivers.\n城里有9条河。\tThe town has 8 rivers.\n");
    Document page = checked("/check?rule=inconsistent-translation");
    assertThat(page.select(".finding")).hasSize(1);
    String shown = page.select(".finding .texts p").get(1).text();
    Unit unit = unit(shown);
    String key = key(checked("/check?rule=number-mismatch"), shown);
    HttpResponse<String> saved =
        client.post(
            "/check/edit?finding=" + key,
            "unit",
            unit.id(),
            "known",
            unit.target(),
            "target",
            "The town has 9 rivers.");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(checked("/check?rule=inconsistent-translation").select(".finding")).hasSize(1);
  }

  private void correctElsewhere(Unit unit, String target) {
    new MemoryEdits(Workplace.in(folder))
        .correct(
            EditScope.of(Memories.at(file)),
            unit.id(),
            unit.target(),
            target,
            Lexicon.bundledWhenNeeded());
  }

  @Test
  void anEditDoesNotOverwriteWhatSomebodyElseHasSaved() throws IOException, InterruptedException {
    String key = key(checked("/check"), "4 bridges");
    Unit unit = unit("4 bridges");
    correctElsewhere(unit, "Theirs: 5 bridges.");
    HttpResponse<String> answer =
        client.post(
            "/check/edit?finding=" + key,
            "unit",
            unit.id(),
            "known",
            unit.target(),
            "target",
            "Mine.");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("HX-Retarget")).contains("#t-" + key);
    assertThat(Jsoup.parse(answer.body()).select(".conflict").text()).contains("Theirs");
    HttpResponse<String> second =
        client.post(
            "/check/edit?finding=" + key,
            "unit",
            unit.id(),
            "known",
            "Theirs: 5 bridges.",
            "target",
            "Mine.");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(unit("Mine").target()).isEqualTo("Mine.");
  }

  @Test
  void aFindingIsWaivedWithAReasonThatTheCommandLineKnows()
      throws IOException, InterruptedException {
    String key = key(checked("/check"), "4 bridges");
    assertThat(client.page("/check/waive?finding=" + key).text()).contains("ballast-baseline.tsv");
    HttpResponse<String> blank = client.post("/check/waive", "finding", key, "reason", " ");
    assertThat(blank.statusCode()).isEqualTo(422);
    assertThat(blank.body()).contains("without a reason");
    assertThat(folder.resolve("ballast.toml")).doesNotExist();
    Document answer =
        Jsoup.parse(
            client.post("/check/waive", "finding", key, "reason", "one is being built").body());
    assertThat(answer.select(".finding")).hasSize(2);
    assertThat(answer.text()).contains("One finding is waived.");
    assertThat(folder.resolve("ballast-baseline.tsv"))
        .content(UTF_8)
        .contains("one is being built (Lin)");
    assertThat(folder.resolve("ballast.toml"))
        .content(UTF_8)
        .isEqualTo("[check]\nbaseline = \"ballast-baseline.tsv\"\n");
    try (WorkbenchClient other = WorkbenchClient.open(folder)) {
      WorkbenchClient first = client;
      client = other;
      assertThat(checked("/check").select(".finding")).hasSize(2);
      client = first;
    }
  }

  @Test
  void safeReplacementsAreMadeAsTheyWereShown() throws IOException, InterruptedException {
    Document preview = planned();
    assertThat(preview.select("del").eachText()).containsOnly("cornerstone").hasSize(2);
    assertThat(preview.select("ins").eachText()).containsOnly("ballast stone");
    String shown = preview.select("#apply").attr("hx-vals").replaceAll(".*:\"|\".*", "");
    assertThat(client.post("/check/fixes", "shown", "x").statusCode()).isEqualTo(409);
    assertThat(units()).noneMatch(unit -> unit.target().contains("ballast stone"));
    HttpResponse<String> done = client.post("/check/fixes", "shown", shown);
    assertThat(done.body()).contains("2 places replaced");
    assertThat(checked("/check").select(".finding")).hasSize(1);
  }

  /** The page once the replacements are planned. */
  private Document planned() throws IOException, InterruptedException {
    Document page = client.page("/check/fixes");
    for (int i = 0; i < PATIENCE && !page.select("#planning").isEmpty(); i++) {
      Thread.sleep(100);
      page = client.page("/check/fixes");
    }
    return page;
  }

  @Test
  void replacementsAreNotMadeAfterAChangeElsewhere() throws IOException, InterruptedException {
    String shown = planned().select("#apply").attr("hx-vals").replaceAll(".*:\"|\".*", "");
    correctElsewhere(unit("freighter"), "The freighter is empty.");
    assertThat(client.post("/check/fixes", "shown", shown).statusCode()).isEqualTo(409);
    assertThat(units()).noneMatch(unit -> unit.target().contains("ballast stone"));
    assertThat(planned().select("del")).hasSize(1);
  }

  @Test
  void aWaiverIsListedAndTakenBack() throws IOException, InterruptedException {
    String key = key(checked("/check"), "4 bridges");
    client.post("/check/waive", "finding", key, "reason", "one is being built");
    Document list = checked("/check/waivers");
    assertThat(list.select(".unit")).hasSize(1);
    assertThat(list.select(".reason").text()).isEqualTo("one is being built");
    assertThat(list.select(".author").text()).isEqualTo("Lin");
    String waiver = list.select("[id^=back-]").attr("hx-vals").replaceAll(".*:\"|\".*", "");
    Document answer = Jsoup.parse(client.post("/check/waivers", "finding", waiver).body());
    assertThat(answer.select(".unit")).isEmpty();
    assertThat(answer.text()).contains("No finding is waived.");
    assertThat(checked("/check").select(".finding")).hasSize(3);
    assertThat(client.post("/check/waivers", "finding", waiver).statusCode()).isEqualTo(409);
  }

  @Test
  void aWaiverBesideAUnitIsListedWithItsReason() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("noted.tmx"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
        o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/><body>
        <tu><note>ballast-ok: number-mismatch – a slip of the author</note>
        <tuv xml:lang="zh-CN"><seg>有5条船。</seg></tuv>
        <tuv xml:lang="en-US"><seg>There are 6 boats.</seg></tuv></tu>
        </body></tmx>
        """,
        UTF_8);
    new UnitFileImport(Workplace.in(folder), Notices.NONE)
        .run(UnitFileImport.Request.of(Memories.at(file), "noted.tmx"));
    Document list = checked("/check/waivers");
    assertThat(list.select(".reason").text()).isEqualTo("a slip of the author");
    assertThat(list.select("button[id^=back-]")).isEmpty();
  }

  @Test
  void whatChangesElsewhereIsCheckedAgain() throws IOException, InterruptedException {
    assertThat(checked("/check").select(".finding")).hasSize(3);
    take("船有7条。\tThere are 8 boats.\n");
    assertThat(checked("/check").select(".finding")).hasSize(4);
    Files.writeString(
        folder.resolve("ballast.toml"), "[rules]\nnumber-mismatch = \"off\"\n", UTF_8);
    assertThat(checked("/check").select(".finding")).hasSize(2);
  }

  @Test
  void aRuleIsExplained() throws IOException, InterruptedException {
    assertThat(client.page("/check/rule?rule=number-mismatch").select(".rule-page p").text())
        .contains("number");
    assertThat(client.get("/check/rule?rule=none").statusCode()).isEqualTo(422);
  }

  @Test
  void textsAreNeverMarkup() throws IOException, InterruptedException {
    take("注入3次。\t<img src=x onerror=alert(1)> 4 <script>alert(2)</script>\n");
    Document page = checked("/check");
    assertThat(page.select("img, script:not([src])")).isEmpty();
    assertThat(finding(page, "onerror").text()).contains("<script>alert(2)</script>");
  }

  @Test
  void aGetWritesNothing() throws IOException, InterruptedException {
    String key = key(checked("/check"), "4 bridges");
    List<String> names = names();
    List<CommandInfo> commands = commands();
    for (String path :
        List.of(
            "/check",
            "/check/running",
            "/check/fixes",
            "/check/waivers",
            "/check/rule?rule=number-mismatch",
            "/check/texts?finding=" + key,
            "/check/edit?finding=" + key,
            "/check/waive?finding=" + key)) {
      client.page(path);
    }
    assertThat(commands()).isEqualTo(commands);
    assertThat(names()).isEqualTo(names);
  }

  private List<CommandInfo> commands() {
    try (Memory memory = Memories.at(file).openForReading()) {
      return memory.care().commands(100);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void whatIsUnknownIsRefusedInASentence() throws IOException, InterruptedException {
    checked("/check");
    assertThat(client.post("/check/fix", "finding", "0").statusCode()).isEqualTo(409);
    assertThat(client.post("/check/edit?finding=x%0Ay", "unit", "u").statusCode()).isEqualTo(400);
    assertThat(client.get("/check/waive?finding=0").statusCode()).isEqualTo(409);
    Files.writeString(folder.resolve("ballast.toml"), "nonsense = 1\n", UTF_8);
    HttpResponse<String> page = client.get("/check");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(page.body()).select(".alert").text()).contains("nonsense");
  }

  @Test
  void aFolderWithoutAMemorySaysHowToGetOne() throws IOException, InterruptedException {
    Path empty = folder.resolve("empty");
    Files.createDirectories(empty.resolve("tm"));
    try (WorkbenchClient other = WorkbenchClient.open(empty)) {
      assertThat(other.page("/check").select("main").text()).contains("no translation memory");
    }
  }
}

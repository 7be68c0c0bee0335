package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CheckRoomTest extends RoomTest {

  @BeforeEach
  void open() throws Exception {
    write(
        "glossary/terms.csv",
        "id,zh,en,status\nballast,压舱石,ballast stone,\nballast,压舱石,cornerstone,forbidden\n");
    take(
        """
        桥修好了，两岸的人都来看。\tThe bridge is mended, and people from both banks came to look.
        货轮装着压舱石。\tThe freighter has a cornerstone.
        老人说，桥是小城的压舱石。\tThe old man said that the bridge was the town's cornerstone.
        城里有3座桥。\tThe town has 4 bridges.
        """);
    client = WorkbenchClient.open(folder);
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
  void aTextThatIsTooLongForSomeRulesIsNamed() throws Exception {
    take("城里有桥。\tThe town has " + "1-".repeat(2_000) + "\n");
    String part = client.finished("/check?view=place").select("details").text();
    assertThat(part)
        .contains("One pair was checked in part", "number-mismatch", "3,000 characters");
  }

  @Test
  void findingsAreListedWithBothTextsAndTheirPlaces() throws Exception {
    Document page = client.finished("/check?view=place");
    assertThat(page.select(".finding")).hasSize(3);
    assertThat(page.select("#found").text()).isEqualTo("3 findings");
    Element number = finding(page, "4 bridges");
    assertThat(number.select("summary").text()).isEqualTo("number-mismatch");
    assertThat(number.select(".texts mark").eachText()).contains("4");
    assertThat(finding(page, "freighter").select("[id^=fix-]").text())
        .isEqualTo("Replace with \"ballast stone\"");
  }

  @Test
  void filtersSayHowManyFindingsTheyShow() throws Exception {
    Document page = client.finished("/check?view=place&rule=term-forbidden");
    assertThat(page.select(".finding")).hasSize(2);
    assertThat(page.select("#choice-rule option").eachText())
        .contains("number-mismatch (1)", "term-forbidden (2)");
    assertThat(page.select("#choice-term option").eachText()).contains("压舱石 · ballast (2)");
    assertThat(page.select("#choice-rule option[selected]").val()).isEqualTo("term-forbidden");
    assertThat(client.finished("/check?view=place&severity=info").select(".finding")).isEmpty();
    assertThat(client.finished("/check?view=place&term=ballast&severity=error").select(".finding"))
        .hasSize(2);
    assertThat(client.finished("/check?view=place&document=none").select(".finding")).isEmpty();
  }

  @Test
  void aSuggestionIsAppliedAndOnlyItsUnitIsCheckedAgain() throws Exception {
    Document page = client.finished("/check?view=place");
    String key = key(page, "freighter");
    Document answer =
        parts("/check/fix?view=place&severity=error", "finding", key, "suggestion", "0");
    assertThat(answer.select("#done").text()).isEqualTo("Replaced.");
    assertThat(answer.select(".finding")).hasSize(2);
    assertThat(answer.select("#running").hasAttr("hidden")).isTrue();
    assertThat(unit("freighter").target()).isEqualTo("The freighter has a ballast stone.");
    assertThat(unit("freighter").provenance().author()).isEqualTo("Lin");
    assertThat(client.page("/memory/undo").select("#undo-button").text()).contains("one unit");
    HttpResponse<String> again = post(409, "/check/fix", "finding", key, "suggestion", "0");
    assertThat(again.body()).contains("is gone");
  }

  @Test
  void aTranslationIsEditedBesideItsFinding() throws Exception {
    Document page = client.finished("/check?view=place");
    String key = key(page, "4 bridges");
    Unit unit = unit("4 bridges");
    Document form = client.page("/check/edit?finding=" + key + "&view=place&rule=number-mismatch");
    String save = form.select("form").attr("hx-post");
    assertThat(save).contains("rule=number-mismatch");
    HttpResponse<String> saved = edit(200, save, unit, unit.target(), "The town has 3 bridges.");
    assertThat(Jsoup.parse(saved.body()).select("#found").text()).isEqualTo("Nothing found");
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(2);
  }

  @Test
  void whatOnlyComparisonFindsIsThereAfterAnEdit() throws Exception {
    take("城里有9条河。\tThe town has 7 rivers.\n城里有9条河。\tThe town has 8 rivers.\n");
    Document page = client.finished("/check?view=place&rule=inconsistent-translation");
    assertThat(page.select(".finding")).hasSize(1);
    String shown = page.select(".finding .texts p").get(1).text();
    Unit unit = unit(shown);
    String key = key(client.finished("/check?view=place&rule=number-mismatch"), shown);
    edit(200, "/check/edit?finding=" + key, unit, unit.target(), "The town has 9 rivers.");
    assertThat(
            client.finished("/check?view=place&rule=inconsistent-translation").select(".finding"))
        .hasSize(1);
  }

  @Test
  void anEditDoesNotOverwriteWhatSomebodyElseHasSaved() throws Exception {
    String key = key(client.finished("/check?view=place"), "4 bridges");
    Unit unit = unit("4 bridges");
    correctElsewhere(unit, "Theirs: 5 bridges.");
    HttpResponse<String> answer =
        edit(409, "/check/edit?finding=" + key, unit, unit.target(), "Mine.");
    assertThat(answer.headers().firstValue("HX-Retarget")).contains("#t-" + key);
    assertThat(Jsoup.parse(answer.body()).select(".conflict").text()).contains("Theirs");
    edit(200, "/check/edit?finding=" + key, unit, "Theirs: 5 bridges.", "Mine.");
    assertThat(unit("Mine").target()).isEqualTo("Mine.");
  }

  @Test
  void aFindingIsWaivedWithAReasonThatTheCommandLineKnows() throws Exception {
    String key = key(client.finished("/check?view=place"), "4 bridges");
    assertThat(client.page("/check/waive?finding=" + key).text()).contains("ballast-baseline.tsv");
    HttpResponse<String> blank = post(422, "/check/waive", "finding", key, "reason", " ");
    assertThat(blank.body()).contains("without a reason");
    assertThat(folder.resolve("ballast.toml")).doesNotExist();
    Document answer =
        parts("/check/waive?view=place", "finding", key, "reason", "one is being built");
    assertThat(answer.select(".finding")).hasSize(2);
    assertThat(answer.text()).contains("One finding is waived.");
    assertThat(folder.resolve("ballast-baseline.tsv"))
        .content(UTF_8)
        .contains("one is being built (Lin)");
    assertThat(folder.resolve("ballast.toml"))
        .content(UTF_8)
        .isEqualTo("[check]\nbaseline = \"ballast-baseline.tsv\"\n");
    try (WorkbenchClient other = WorkbenchClient.open(folder)) {
      assertThat(other.finished("/check?view=place").select(".finding")).hasSize(2);
    }
    Document undo = client.page("/check/undo");
    assertThat(undo.select("#undo-button").text()).endsWith(", waived");
    post(200, "/check/undo", "given", PageClient.sent(undo, "#undo-button"));
    assertThat(folder.resolve("ballast-baseline.tsv")).doesNotExist();
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(3);
  }

  @Test
  void safeReplacementsAreMadeAsTheyWereShown() throws Exception {
    Document preview = client.finished("/check/fixes");
    assertThat(preview.select("del").eachText()).containsOnly("cornerstone").hasSize(2);
    assertThat(preview.select("ins").eachText()).containsOnly("ballast stone");
    String shown = WorkbenchClient.sent(preview, "#apply");
    post(409, "/check/fixes", "shown", "x");
    assertThat(units()).noneMatch(unit -> unit.target().contains("ballast stone"));
    HttpResponse<String> done = client.post("/check/fixes", "shown", shown);
    assertThat(done.body()).contains("2 places replaced");
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(1);
  }

  @Test
  void replacementsAreNotMadeAfterAChangeElsewhere() throws Exception {
    String shown = WorkbenchClient.sent(client.finished("/check/fixes"), "#apply");
    correctElsewhere(unit("freighter"), "The freighter is empty.");
    post(409, "/check/fixes", "shown", shown);
    assertThat(units()).noneMatch(unit -> unit.target().contains("ballast stone"));
    assertThat(client.finished("/check/fixes").select("del")).hasSize(1);
  }

  @Test
  void aWaiverIsListedAndTakenBack() throws Exception {
    String key = key(client.finished("/check?view=place"), "4 bridges");
    client.post("/check/waive", "finding", key, "reason", "one is being built");
    Document list = client.finished("/check/waivers");
    assertThat(list.select(".unit")).hasSize(1);
    assertThat(list.select(".reason").text()).isEqualTo("one is being built");
    assertThat(list.select(".author").text()).isEqualTo("Lin");
    String waiver = WorkbenchClient.sent(list, "[id^=back-]");
    Document answer = parts("/check/waivers", "finding", waiver);
    assertThat(answer.select(".unit")).isEmpty();
    assertThat(answer.text()).contains("No finding is waived.");
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(3);
    post(409, "/check/waivers", "finding", waiver);
  }

  @Test
  void aWaiverBesideAUnitIsListedWithItsReason() throws Exception {
    write(
        "noted.tmx",
        """
        <tmx version="1.4"><header o-tmf="x"/><body>
        <tu><note>ballast-ok: number-mismatch – a slip of the author</note>
        <tuv xml:lang="zh-CN"><seg>有5条船。</seg></tuv>
        <tuv xml:lang="en-US"><seg>There are 6 boats.</seg></tuv></tu>
        </body></tmx>
        """);
    take(folder, "noted.tmx");
    Document list = client.finished("/check/waivers");
    assertThat(list.select(".reason").text()).isEqualTo("a slip of the author");
    assertThat(list.select("button[id^=back-]")).isEmpty();
  }

  @Test
  void whatChangesElsewhereIsCheckedAgain() throws Exception {
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(3);
    take("船有7条。\tThere are 8 boats.\n");
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(4);
    write("ballast.toml", "[rules]\nnumber-mismatch = \"off\"\n");
    assertThat(client.finished("/check?view=place").select(".finding")).hasSize(2);
  }

  @Test
  void aRuleIsExplained() throws Exception {
    assertThat(client.page("/check/rule?rule=number-mismatch").select(".rule-page p").text())
        .contains("number");
    get(422, "/check/rule?rule=none");
  }

  @Test
  void textsAreNeverMarkup() throws Exception {
    take("注入3次。\t<img src=x onerror=alert(1)> 4 <script>alert(2)</script>\n");
    Document page = client.finished("/check?view=place");
    assertThat(page.select("img, script:not([src])")).isEmpty();
    assertThat(finding(page, "onerror").text()).contains("<script>alert(2)</script>");
  }

  @Test
  void aGetWritesNothing() throws Exception {
    String key = key(client.finished("/check?view=place"), "4 bridges");
    assertOnlyRead(
        List.of(
            "/check",
            "/check/running",
            "/check/fixes",
            "/check/waivers",
            "/check/rule?rule=number-mismatch",
            "/check/texts?finding=" + key,
            "/check/edit?finding=" + key,
            "/check/waive?finding=" + key));
  }

  @Test
  void whatIsUnknownIsRefusedInASentence() throws Exception {
    client.finished("/check?view=place");
    post(409, "/check/fix", "finding", "0");
    post(400, "/check/edit?finding=x%0Ay", "unit", "u");
    get(409, "/check/waive?finding=0");
    write("ballast.toml", "nonsense = 1\n");
    HttpResponse<String> page = get(422, "/check");
    assertThat(Jsoup.parse(page.body()).select(".alert").text()).contains("nonsense");
  }

  @Test
  void aFolderWithoutAMemorySaysHowToGetOne() throws Exception {
    try (WorkbenchClient other = openEmptyFolder()) {
      assertThat(other.page("/check?view=place").select("main").text())
          .contains("no translation memory");
    }
  }
}

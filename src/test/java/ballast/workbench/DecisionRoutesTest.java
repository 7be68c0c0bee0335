package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.workbench.browser.SampleFolder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DecisionRoutesTest extends RoomTest {

  private Path glossary;

  @BeforeEach
  void open() throws Exception {
    SampleFolder.fillWithDecisions(folder);
    glossary = folder.resolve("glossary/terms.csv");
    client = WorkbenchClient.open(folder);
    client.finished("/check");
  }

  private Element row(String zh) throws Exception {
    return client.finished("/check").select(".decision").stream()
        .filter(row -> row.select("b").text().equals(zh))
        .findFirst()
        .orElseThrow();
  }

  private String key(String zh) throws Exception {
    return row(zh).attr("data-key");
  }

  private List<String> questions() throws Exception {
    return client.finished("/check").select(".decision b").eachText();
  }

  private Document answers(String key, String unit) throws Exception {
    return client.page("/check/decision?decision=" + key + "&unit=" + unit);
  }

  private Document answer(String zh, String answer, String... more) throws Exception {
    String[] fields = new String[4 + more.length];
    System.arraycopy(new String[] {"decision", key(zh), "answer", answer}, 0, fields, 0, 4);
    System.arraycopy(more, 0, fields, 4, more.length);
    return Jsoup.parse("<table>" + post(200, "/check/answer", fields).body() + "</table>");
  }

  private HttpResponse<String> undo(int status) throws Exception {
    return post(
        status, "/check/undo", "given", PageClient.sent(client.page("/check/undo"), "button"));
  }

  @Test
  void aRowSaysWhatStandsInThePlaceOfItsTerm() throws Exception {
    Document page = client.finished("/check");
    assertThat(page.select("#open-decisions").text()).isEqualTo("5 decisions about 11 findings");
    assertThat(page.select(".finding"))
        .singleElement()
        .extracting(Element::text)
        .asString()
        .contains("3 became 4");
    Element row = row("货轮");
    assertThat(row.select(".row > td").eachText())
        .containsExactly("freighter", "cargo ship", "3", "1", "25%", "Examples");
    assertThat(row.select(".examples li")).hasSize(3);
    assertThat(row("压舱石").select(".found").text()).isEqualTo("cornerstone forbidden");
  }

  @Test
  void filtersAndTheListByPlaceStay() throws Exception {
    assertThat(client.finished("/check?rule=term-forbidden").select(".decision b").eachText())
        .containsExactly("压舱石");
    Document list = client.finished("/check?view=place");
    assertThat(list.select(".decision, aside")).isEmpty();
    assertThat(list.select(".finding")).hasSize(12);
    assertThat(list.select("#filters [name=view]").val()).isEqualTo("place");
  }

  @Test
  void eachAnswerShowsTheLinesThatItWrites() throws Exception {
    Document page = answers(key("货轮"), "");
    assertThat(page.select("#choose-allow pre").text())
        .isEqualToNormalizingWhitespace("glossary/terms.csv + 货轮,cargo ship,admitted");
    assertThat(page.select("#choose-not-in pre").text())
        .contains("- zh,en,status", "+ zh,en,status,not_in", "+ 货轮,freighter,,货轮……");
    assertThat(page.select("#choose-waive pre").text())
        .startsWith("ballast-baseline.tsv\n+ term-missing")
        .contains("…… (Lin)");
    assertThat(page.select("#choose-fix").text()).contains("3 places are replaced.");
    assertThat(page.select("#choose-fix del").text()).isEqualTo("cargo ship");
    assertThat(answers(key("船长"), "").select("[name=word]").val()).isEqualTo("船长室");
    assertThat(Files.readString(glossary)).doesNotContain("admitted");
  }

  @Test
  void wordsAreAllowedEverywhereAndTheRowStays() throws Exception {
    String before = Files.readString(glossary);
    Document answered = answer("货轮", "allow");
    assertThat(answered.select(".decision .answer").text())
        .isEqualTo("\"cargo ship\" is right everywhere");
    assertThat(answered.select(".decision").attr("data-answered")).isEqualTo("yes");
    assertThat(Files.readString(glossary)).isEqualTo(before + "货轮,cargo ship,admitted\n");
    assertThat(client.page("/check").select(".decision b").eachText()).doesNotContain("货轮");
    assertThat(questions()).hasSize(4).doesNotContain("货轮");
    undo(200);
    assertThat(Files.readString(glossary)).isEqualTo(before);
    assertThat(questions()).hasSize(5).contains("货轮");
  }

  @Test
  void forbiddenWordsAreAllowedWithAReasonOnly() throws Exception {
    String key = key("压舱石");
    HttpResponse<String> refused = post(422, "/check/answer", "decision", key, "answer", "allow");
    assertThat(refused.body()).contains("forbids");
    assertThat(answers(key, "").select("#choose-allow [name=reason]")).hasSize(1);
    answer("压舱石", "allow", "reason", "as on the monument");
    assertThat(Files.readString(glossary)).contains("压舱石,cornerstone", "as on the monument");
    assertThat(questions()).doesNotContain("压舱石");
  }

  @Test
  void placesAreAcceptedInTheBaselineAndOpenedAgain() throws Exception {
    answer("防波堤", "waive", "reason", "an old name");
    assertThat(folder.resolve("ballast-baseline.tsv")).content(UTF_8).contains("an old name (Lin)");
    assertThat(folder.resolve("ballast.toml")).exists();
    assertThat(questions()).doesNotContain("防波堤");
    Document next = answers(key("码头"), "");
    assertThat(next.select("#choose-waive [name=reason]").val()).isEmpty();
    assertThat(next.select("#reasons option").val()).isEqualTo("an old name");
    undo(200);
    assertThat(folder.resolve("ballast-baseline.tsv")).doesNotExist();
    assertThat(folder.resolve("ballast.toml")).doesNotExist();
    assertThat(questions()).contains("防波堤");
  }

  @Test
  void onePlaceIsAnsweredAlone() throws Exception {
    Document opened =
        Jsoup.parse(
            "<table>" + client.get("/check/places?decision=" + key("码头")).body() + "</table>");
    assertThat(opened.select(".place")).hasSize(2);
    String unit = unit("The wharf is old").id();
    assertThat(answers(key("码头"), unit).select("#choose-fix").text())
        .contains("One place is replaced.");
    Document left = answer("码头", "fix", "unit", unit);
    assertThat(left.select(".place")).hasSize(1);
    assertThat(unit("is old").target()).isEqualTo("The pier is old.");
    assertThat(unit("workers").target()).contains("wharf");
    undo(200);
    assertThat(unit("is old").target()).isEqualTo("The wharf is old.");
  }

  @Test
  void answersAndEditsAreUndoneInTheirOrder() throws Exception {
    answer("船长", "not-in", "word", "船长室");
    assertThat(Files.readString(glossary)).contains("船长,captain,,船长室");
    answer("码头", "fix");
    assertThat(units()).extracting(Unit::target).noneMatch(text -> text.contains("wharf"));
    String finding =
        client.finished("/check?rule=number-mismatch").select(".finding").attr("data-key");
    Unit bridges = unit("4 bridges");
    edit(
        200,
        "/check/edit?finding=" + finding,
        bridges,
        bridges.target(),
        "The town has 3 bridges.");
    Document edit = client.page("/check/undo");
    assertThat(edit.select("#undo-button").attr("hx-post")).isEqualTo("/memory/undo");
    post(409, "/check/undo", "given", "2");
    client.post("/memory/undo", "command", PageClient.sent(edit, "#undo-button"));
    undo(200);
    assertThat(unit("is old").target()).contains("wharf");
    undo(200);
    assertThat(Files.readString(glossary)).doesNotContain("船长室");
    assertThat(questions()).hasSize(5);
    assertThat(client.page("/check/undo").select("#undo-button").attr("hx-post"))
        .isEqualTo("/memory/undo");
  }

  @Test
  void anAnswerIsNotTakenBackOverALaterChange() throws Exception {
    answer("货轮", "allow");
    Files.writeString(glossary, Files.readString(glossary) + "桥,bridge,\n");
    assertThat(undo(409).body()).contains("changed since");
    assertThat(Files.readString(glossary)).contains("cargo ship", "bridge");
  }

  @Test
  void aGlossaryOfAnotherProgramHasAReasonInPlaceOfAButton() throws Exception {
    Files.delete(glossary);
    Files.writeString(
        folder.resolve("glossary/client.tbx"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <martif type="TBX" xml:lang="zh"><text><body><termEntry id="pier">
        <langSet xml:lang="zh"><tig><term>码头</term></tig></langSet>
        <langSet xml:lang="en"><tig><term>pier</term></tig></langSet>
        </termEntry></body></text></martif>
        """);
    Document page = answers(key("码头"), "");
    assertThat(page.select("#choose-not-in button, #choose-not-in input[type=text]")).isEmpty();
    assertThat(page.select("#choose-not-in .reason").text()).contains("client.tbx");
    assertThat(page.select("#choose-allow pre").text()).startsWith("glossary/terms.csv");
  }

  @Test
  void lookingWritesNothing() throws Exception {
    String key = key("货轮");
    assertOnlyRead(
        List.of("/check/decision?decision=" + key, "/check/places?decision=" + key, "/check/undo"));
    get(409, "/check/decision?decision=000000");
    post(409, "/check/answer", "decision", "000000", "answer", "allow");
    post(422, "/check/answer", "decision", key, "answer", "perhaps");
    post(400, "/check/answer", "decision", key, "answer", "reopen");
  }
}

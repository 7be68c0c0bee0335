package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.browser.SampleFolder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TermRoutesTest extends RoomTest {

  private static final String TERMS = "glossary/terms.csv";

  private String before;

  @BeforeEach
  void open() throws Exception {
    SampleFolder.fillWithDecisions(folder);
    before = read(TERMS);
    client = WorkbenchClient.open(folder);
  }

  /** The fields of a form, with some of them changed. */
  private static String[] fields(Element form, String... changed) {
    Map<String, String> values = new TreeMap<>();
    for (Element field : form.select("input, textarea, select")) {
      values.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.val());
    }
    for (Element choice : form.select("select:has(option[selected])")) {
      values.put(choice.attr("name"), choice.expectFirst("option[selected]").val());
    }
    for (int i = 0; i < changed.length; i += 2) {
      values.put(changed[i], changed[i + 1]);
    }
    List<String> fields = new ArrayList<>();
    values.forEach((name, value) -> fields.addAll(List.of(name, value)));
    return fields.toArray(String[]::new);
  }

  private static String form(String... values) {
    List<String> query = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      query.add(values[i] + "=" + URLEncoder.encode(values[i + 1], UTF_8));
    }
    return "/terms/form?" + String.join("&", query);
  }

  private Element opened(String... values) throws Exception {
    return client.page(form(values)).expectFirst("#term form");
  }

  private String id(String zh) throws Exception {
    return entries(zh).select(".concepts [name=id]").val();
  }

  private Document entries(String text) throws Exception {
    return client.page("/terms?q=" + URLEncoder.encode(text, UTF_8));
  }

  private HttpResponse<String> save(int status, Element form, String... changed) throws Exception {
    return post(status, "/terms/save", fields(form, changed));
  }

  private void assertRefused(String reason, String... changed) throws Exception {
    Document refused = Jsoup.parse(save(409, opened(), changed).body());
    assertThat(refused.select("#term [role=alert]").text()).contains(reason);
    assertThat(read(TERMS)).isEqualTo(before);
  }

  private HttpResponse<String> undo(int status) throws Exception {
    return post(
        status, "/check/undo", "given", PageClient.sent(client.page("/check/undo"), "button"));
  }

  private List<String> questions() throws Exception {
    return client.finished("/check").select(".decision b").eachText();
  }

  @Test
  void theOtherLanguageIsProposedFromThePair() throws Exception {
    String zh = "货轮停在港口。";
    String en = "The cargo ship lies in the port.";
    Element form = opened("zh", "港口", "text-zh", zh, "text-en", en);
    assertThat(form.select("[name=en]").val()).isEqualTo("port");
    assertThat(form.select("[name=en]").hasAttr("autofocus")).isTrue();
    assertThat(opened("en", "port", "text-zh", zh, "text-en", en).select("[name=zh]").val())
        .isEqualTo("港口");
    Element known = opened("zh", "货轮", "text-zh", zh, "text-en", en);
    assertThat(known.select("[name=en]").val()).isEqualTo("cargo ship");
    assertThat(known.select("option[selected]").eachAttr("value")).contains("admitted");
    assertThat(known.select("a").attr("href")).isEqualTo("/terms?q=%E8%B4%A7%E8%BD%AE");
    assertThat(opened("zh", "港口").select("[name=en]").val()).isEmpty();
  }

  @Test
  void aSavedTermIsCheckedAndUndone() throws Exception {
    assertThat(questions()).doesNotContain("港口");
    HttpResponse<String> saved = save(200, opened("zh", "港口"), "en", "harbour", "domain", "");
    assertThat(saved.headers().firstValue("HX-Trigger").orElseThrow()).contains("glossary-changed");
    assertThat(read(TERMS)).isEqualTo(before + "港口,harbour,\n");
    assertThat(questions()).contains("港口");
    assertThat(client.page("/check/undo").text()).contains("港口", "harbour");
    undo(200);
    assertThat(read(TERMS)).isEqualTo(before);
    assertThat(questions()).doesNotContain("港口");
  }

  @Test
  void aTermIsEditedAndRemovedInItsRow() throws Exception {
    Element entry = entries("货轮").expectFirst(".concepts form:has([value=freighter])");
    Element form = client.page(entry.select("[hx-get]").attr("hx-get")).expectFirst("form");
    assertThat(form.select("[name=zh]").hasAttr("readonly")).isTrue();
    save(200, form, "en", "cargo vessel", "domain", "sea|trade", "note", "two\nlines");
    String edited = read(TERMS);
    assertThat(edited).contains("货轮,cargo vessel,,sea|trade,\"two\nlines\"").contains("码头,pier,\n");
    Document page = entries("货轮");
    entry = page.expectFirst(".concepts form:has([value='cargo vessel'])");
    String known = page.select("#tables [name=known]").val();
    post(200, "/terms/save", fields(entry, "known", known));
    assertThat(read(TERMS)).doesNotContain("cargo vessel").contains("码头,pier");
    undo(200);
    assertThat(read(TERMS)).isEqualTo(edited);
    undo(200);
    assertThat(read(TERMS)).isEqualTo(before);
  }

  @Test
  void aRefusalSaysWhatToDoInBothLanguages() throws Exception {
    assertRefused("Fill in Chinese and English", "zh", "港口", "en", " ");
    assertRefused("already has 货轮 – Freighter", "zh", "货轮", "en", "Freighter");
    assertRefused(
        "give the reason as a note", "zh", "压舱石", "en", "cornerstone", "status", "admitted");
    assertRefused("is a formula", "zh", "港口", "en", "=HYPERLINK(1)");
    assertRefused("longer than 500", "zh", "港口", "en", "a".repeat(10_000));
    save(
        200,
        opened(),
        "zh",
        "压舱石",
        "en",
        "cornerstone",
        "status",
        "admitted",
        "note",
        "as on the monument");
    assertThat(read(TERMS)).contains("压舱石,cornerstone,admitted,as on the monument");
  }

  @Test
  void aRewordedTermMustBeNewToo() throws Exception {
    Element form = opened("zh", "压舱石", "was", "ballast stone", "id", id("压舱石"));
    assertThat(save(409, form, "en", "Cornerstone").body()).contains("forbids");
    assertThat(read(TERMS)).isEqualTo(before);
  }

  @Test
  void hostileTextStaysOneCellOfOneRow() throws Exception {
    save(
        200,
        opened(),
        "zh",
        "灯\n塔\u200B",
        "en",
        "-HYPER\tLINK \"x\"\u202E",
        "note",
        "\u0000a\r\n@b");
    assertThat(read(TERMS)).contains("灯 塔,\"'-HYPER LINK \"\"x\"\"\"").doesNotContain("\u202E");
    assertThat(entries("HYPER").select(".concepts tbody tr")).hasSize(1);
    undo(200);
    save(200, opened(), "zh", "灯塔", "en", "<script>alert(1)</script>, \"a\"");
    assertThat(entries("灯塔").select("main script")).isEmpty();
  }

  @Test
  void aFileChangedElsewhereIsNotOverwritten() throws Exception {
    Element add = opened("zh", "港口");
    Element edit = opened("zh", "货轮", "was", "freighter", "id", id("货轮"));
    String other = before.replace("压舱石,ballast", "桥,bridge,\n压舱石,ballast");
    write(TERMS, other);
    Document refused = Jsoup.parse(save(409, add, "en", "harbour").body());
    assertThat(refused.select("[role=alert]").text()).contains("changed the glossary");
    assertThat(refused.select("[name=en]").val()).isEqualTo("harbour");
    assertThat(read(TERMS)).isEqualTo(other);
    Document moved = Jsoup.parse(save(409, edit, "en", "cargo vessel").body());
    assertThat(read(TERMS)).isEqualTo(other);
    // The form now shows the present state, so it can be saved.
    save(200, moved.expectFirst("form"));
    save(409, refused.expectFirst("form"));
    assertThat(read(TERMS)).isEqualTo(other.replace("freighter", "cargo vessel"));
    undo(200);
    assertThat(read(TERMS)).isEqualTo(other);
  }

  @Test
  void undoDoesNotOverwriteALaterChange() throws Exception {
    save(200, opened("zh", "港口"), "en", "harbour");
    write(TERMS, read(TERMS) + "桥,bridge,\n");
    assertThat(undo(409).body()).contains("changed since");
    assertThat(read(TERMS)).contains("harbour", "bridge");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws Exception {
    Path glossary = folder.resolve("glossary");
    Element form = opened("zh", "港口");
    Files.delete(glossary.resolve("terms.csv"));
    Files.createDirectories(glossary.resolve("terms.csv/sub"));
    HttpResponse<String> refused = post(409, "/terms/save", fields(form, "en", "harbour"));
    assertThat(refused.body()).contains("terms.csv");
  }

  @Test
  void nothingElseIsWritten() throws Exception {
    Element form = opened("zh", "港口");
    for (String file : List.of("../terms.csv", "/tmp/terms.csv", "new.csv", "tm/memory.db")) {
      save(409, form, "en", "harbour", "file", file, "known", " " + file);
    }
    save(400, form, "en", "harbour", "status", "perhaps");
    save(400, form, "en", "harbour", "known", "");
    assertThat(save(409, form, "en", "harbour", "was", "quay").body()).contains("no longer in");
    assertThat(read(TERMS)).isEqualTo(before);
    assertThat(folder.resolve("new.csv")).doesNotExist();
    assertOnlyRead(List.of("/terms/form", form("zh", "港口"), "/check/undo"));
  }

  @Test
  void theFirstTermMakesAGlossaryThatUndoRemoves() throws Exception {
    try (WorkbenchClient other = openEmptyFolder()) {
      Element form = other.page(form("zh", "船")).expectFirst("form");
      HttpResponse<String> saved = other.post("/terms/save", fields(form, "en", "ship"));
      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
      assertThat(read("empty/" + TERMS)).contains("ship,船,ship");
      String given = PageClient.sent(other.page("/check/undo"), "button");
      assertThat(other.post("/check/undo", "given", given, "notice", "1").body())
          .contains("id=\"term\"");
      assertThat(folder.resolve("empty/" + TERMS)).doesNotExist();
    }
  }

  @Test
  void theFileIsChosenIfThereAreSeveral() throws Exception {
    write("glossary/other.csv", "zh,en\n船,ship\n");
    Element form = opened("zh", "船");
    List<String> fields = new ArrayList<>(List.of(fields(form, "en", "vessel")));
    form.select("[name=known]").forEach(one -> fields.addAll(List.of("known", one.val())));
    post(200, "/terms/save", fields.toArray(String[]::new));
    assertThat(read("glossary/other.csv")).contains("船,vessel");
    undo(200);
    save(200, opened("zh", "船"), "en", "vessel", "file", TERMS);
    assertThat(read(TERMS)).contains("船,vessel");
    assertThat(read("glossary/other.csv")).isEqualTo("zh,en\n船,ship\n");
  }

  @Test
  void candidatesComeFirstWhileTheMemoryIsNewer() throws Exception {
    Path file = folder.resolve(TERMS);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(client.page("/terms").select("#mined ~ #concepts")).hasSize(1);
    assertThat(entries("货轮").select("#concepts ~ #mined")).hasSize(1);
    save(200, opened("zh", "港口"), "en", "harbour");
    assertThat(client.page("/terms").select("#concepts ~ #mined")).hasSize(1);
  }
}

package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.ArticleAlignment;
import ballast.app.align.BatchMemory.Recording;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.Unit;
import ballast.cli.CommandTest;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class MemoryOverviewTest extends CommandTest {

  private static final String CHINESE = "船在六点钟离开了港口。\n\n孩子站在岸上挥手。\n";
  private static final String ENGLISH =
      "The ship left the harbour at six.\n\nA child stood on the shore and waved.\n";

  private Workplace on(String day) {
    Instant noon = Instant.parse(day + "T12:00:00Z");
    return new Workplace(folder, InputStream.nullInputStream(), () -> noon, "");
  }

  private MemoryStore memory() {
    return Memories.at(folder.resolve("tm/memory.db"));
  }

  private void align(String day, String chinese, String english) throws IOException {
    write("sea.zh.txt", chinese);
    write("sea.en.txt", english);
    new ArticleAlignment(on(day), Notices.NONE)
        .align(
            ArticleAlignment.Request.of("sea.zh.txt", "sea.en.txt")
                .recording(Recording.in(memory())));
  }

  private void act(String day, String document, UnitAction action) {
    EditScope scope =
        EditScope.of(memory())
            .of(UnitFilter.CURRENT.inDocuments(Set.of(document)))
            .by(new Origin("Lin", ""));
    new MemoryEdits(on(day)).edit(scope, action, edit -> {});
  }

  private MemoryOverview.Result overview() {
    return new MemoryOverview(Notices.NONE).count(memory(), UnitFilter.CURRENT);
  }

  private static List<String> days(MemoryOverview.Result result) {
    return result.days().stream()
        .map(
            day ->
                "%s %d %d %d"
                    .formatted(
                        day.day(),
                        day.units().count(Unit.Status.DRAFT),
                        day.units().count(Unit.Status.APPROVED),
                        day.units().count(Unit.Status.REJECTED)))
        .toList();
  }

  @Test
  void unitsAreFollowedThroughTheirHistory() throws IOException {
    align("2026-03-01", CHINESE, ENGLISH);
    act("2026-03-03", "sea", UnitAction.APPROVE);
    act("2026-03-04", "sea", UnitAction.REJECT);
    act("2026-03-04", "sea", UnitAction.APPROVE);
    align("2026-03-09", "船在六点钟离开了港口。\n", "The ship left the harbour at six.\n");
    assertThat(days(overview()))
        .containsExactly(
            "2026-03-01 2 0 0", "2026-03-03 0 2 0", "2026-03-04 0 2 0", "2026-03-09 0 1 0");
  }

  @Test
  void unitsWithoutAHistoryCountFromTheirDay() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    write("units.tsv", "船到了。\tThe ship came.\n");
    new UnitFileImport(on("2026-03-02"), Notices.NONE)
        .run(UnitFileImport.Request.of(memory(), "units.tsv"));
    MemoryOverview.Result result = overview();
    assertThat(days(result)).containsExactly("2026-03-02 1 0 0");
    assertThat(result.articles()).hasSize(1);
    assertThat(result.articles().get(0).confidence().values().stream().mapToInt(i -> i).sum())
        .isEqualTo(1);
  }

  @Test
  void theLastDayIsRightAlsoWithoutAPast() throws IOException {
    align("2026-03-01", CHINESE, ENGLISH);
    act("2026-03-05", "sea", UnitAction.APPROVE);
    UnitFilter approved = UnitFilter.CURRENT.withStatuses(Set.of(Unit.Status.APPROVED));
    MemoryOverview.Result result = new MemoryOverview(Notices.NONE).count(memory(), approved);
    assertThat(result.days().get(result.days().size() - 1).units())
        .isEqualTo(result.units().units());
  }

  @Test
  void articlesHaveTheirConfidencesAndWhatIsLeft() throws IOException {
    align(
        "2026-03-01",
        CHINESE,
        """
        The ship left the harbour at six.

        The committee will publish its budget for the next year in March.

        A child stood on the shore and waved.
        """);
    MemoryOverview.Article article = overview().articles().get(0);
    assertThat(article.document()).isEqualTo("sea");
    assertThat(article.unpaired()).isEqualTo(1);
    assertThat(article.units().total())
        .isEqualTo(article.confidence().values().stream().mapToInt(i -> i).sum());
  }

  private Document page(String... more) throws IOException {
    write("glossary/terms.csv", "zh,en\n港口,harbour\n");
    write("sea.zh.txt", "船离开了港口。\n\n港口很冷。\n");
    write("sea.en.txt", "The ship left the harbour.\n\nThe port is cold.\n");
    run(0, "align sea.zh.txt sea.en.txt --tm sea.db");
    run(0, words("tm stats --tm sea.db -o stats.html", more));
    return Jsoup.parse(read("stats.html"));
  }

  @Test
  void thePageStandsAlone() throws IOException {
    Document page = page();
    assertThat(page.select("script, link, img, a, [style]")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'");
    assertThat(page.select("h1").text()).isEqualTo("Overview of sea.db");
    assertThat(page.select("svg")).allMatch(svg -> svg.attr("role").equals("img"));
    assertThat(page.select("svg > title").eachText())
        .contains("sea: approved 0, draft 2, rejected 0")
        .doesNotContain("Units by status over time"); // all on one day
  }

  @Test
  void aSecondDayIsDrawn() throws IOException {
    align("2026-03-01", CHINESE, ENGLISH);
    act("2026-03-03", "sea", UnitAction.APPROVE);
    run(0, "tm stats -o stats.html");
    assertThat(Jsoup.parse(read("stats.html")).select("svg > title").eachText())
        .contains("Units by status over time");
  }

  @Test
  void theTermsOfTheProjectAreCounted() throws IOException {
    assertThat(
            page()
                .expectFirst("#overview-terms ~ table")
                .select("tr:has(th[lang=zh]) .number")
                .eachText())
        .containsExactly("1", "0", "1");
  }

  @Test
  void whatTheCheckFindsIsCountedByRuleAndTerm() throws IOException {
    Document page = page();
    assertThat(page.select("#overview-findings + p").text()).isEqualTo("One finding.");
    assertThat(cells(page, "Findings by rule")).containsExactly("term-missing", "1", "0", "0");
    assertThat(cells(page, "Findings by term")).containsExactly("港口", "1", "0", "0");
    assertThat(page("--force", "--no-findings").select("#overview-findings")).isEmpty();
  }

  private static List<String> cells(Document page, String caption) {
    return page.select("table:has(caption:contains(" + caption + ")) tbody tr")
        .select("th, .number")
        .eachText();
  }

  @Test
  void conditionsHold() throws IOException {
    assertThat(page("--status", "approved").expectFirst(".figures dd").text()).isEqualTo("0");
  }

  @Test
  void bothLanguagesHaveAllWords() throws IOException {
    assertThat(words("overview_zh").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(words("overview").stringPropertyNames());
  }

  private static Properties words(String name) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        OverviewCharts.class.getResourceAsStream("/ballast/report/" + name + ".properties")) {
      words.load(in);
    }
    return words;
  }
}

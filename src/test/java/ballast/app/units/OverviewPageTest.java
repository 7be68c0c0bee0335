package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

final class OverviewPageTest extends CommandTest {

  private Document page(String... more) throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    write("glossary/terms.csv", "zh,en\n港口,harbour\n");
    write("sea.zh.txt", "船离开了港口。\n\n港口很冷。\n");
    write("sea.en.txt", "The ship left the harbour.\n\nThe port is cold.\n");
    run(0, "align sea.zh.txt sea.en.txt --tm sea.db");
    String[] command = {"tm", "stats", "--tm", "sea.db", "-o", "stats.html"};
    String[] all = new String[command.length + more.length];
    System.arraycopy(command, 0, all, 0, command.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    run(0, all);
    return Jsoup.parse(read("stats.html"));
  }

  @Test
  void thePageStandsAlone() throws IOException {
    Document page = page();
    assertThat(page.select("script, link, img, a, [style]")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .contains("default-src 'none'");
    assertThat(page.select("h1").text()).isEqualTo("sea.db");
    assertThat(page.select("svg")).allMatch(svg -> svg.attr("role").equals("img"));
    assertThat(page.select("svg > title").eachText())
        .contains("Units by status over time", "sea: approved 0, draft 2, rejected 0");
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
    assertThat(
            page.select("table:has(caption:contains(Findings by rule)) tbody tr")
                .select("th, .number")
                .eachText())
        .containsExactly("term-missing", "1", "0", "0");
    assertThat(
            page.select("table:has(caption:contains(Findings by term)) tbody tr")
                .select("th, .number")
                .eachText())
        .containsExactly("港口", "1", "0", "0");
    assertThat(page("--force", "--no-findings").select("#overview-findings")).isEmpty();
  }

  @Test
  void aNewTextIsLookedUp() throws IOException {
    assertThat(page().select("#overview-coverage")).isEmpty();
    assertThat(page("--force", "--against", "sea.zh.txt").text())
        .contains("2 of 2 sentences (100 %) have a match");
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
        OverviewHtml.class.getResourceAsStream("/ballast/report/" + name + ".properties")) {
      words.load(in);
    }
    return words;
  }
}

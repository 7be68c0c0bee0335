package ballast.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.format.table.TableFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes for files, some with hostile names, in every form. */
final class QuoteTest extends CommandTest {

  private static final String HOSTILE = "=cmd|<b id=x>.zh.txt";
  private static final String FILES =
      "tm stats --against a.zh.txt --against b.zh.txt --against '" + HOSTILE + "'";

  @BeforeEach
  void write() throws IOException {
    write("old.zh.txt", "码头今天很忙。\n");
    write("old.en.txt", "The pier is busy today.\n");
    write("a.zh.txt", "码头今天很忙。\n\n风停了。\n");
    write("b.zh.txt", "风停了。\n\n雨也停了。\n\n雨也停了。\n");
    write(HOSTILE, "风停了。\n");
    write("rates.toml", "price = 0.125\ncurrency = 'CNY'\nweights.repetitions = 0.1\n");
    run(0, "align old.zh.txt old.en.txt -q");
  }

  /** 码头今天很忙。 has 7 characters, 风停了。 has 4, 雨也停了。 has 5. */
  @Test
  void theTotalIsTheSumOfTheRoundedRows() {
    String out = run(0, FILES).out();
    assertThat(out)
        .contains("repetitions         3          13         10     0.1\n")
        .contains("       2          11          9          11         1.38  a.zh.txt\n")
        .contains("       3          14         11         5.9         0.74  b.zh.txt\n")
        .contains("       1           4          3         0.4         0.05  " + HOSTILE + "\n")
        .contains("       6          29         23        17.3         2.17  total\n")
        .contains("\nprice per character  CNY 0.125  (rates.toml)\n");
    assertThat(new BigDecimal("17.3").multiply(new BigDecimal("0.125")))
        .as("rounded once, it would be another total")
        .isEqualByComparingTo("2.1625");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aCurrencyWithoutCentsIsRoundedHalfUpToWholeOnes() throws IOException {
    write("yen.toml", "price = 4.5\ncurrency = 'JPY'\nper = 'word'\n");
    assertThat(run(0, FILES + " --rates yen.toml").out())
        .contains("          9           41  a.zh.txt\n")
        .contains("         11           50  b.zh.txt\n")
        .contains("          3           14  " + HOSTILE + "\n")
        .contains("         23          105  total\n");
  }

  @Test
  void withoutRatesThereIsNoMoneyAndALineSaysHowToGetAPrice() throws IOException {
    Files.delete(folder.resolve("rates.toml"));
    Outcome one = run(0, "tm stats --against a.zh.txt");
    assertThat(one.err()).contains("counted without a price; put rates.toml");
    assertThat(one.out()).endsWith("total               2          11          9\n");
    assertThat(run(0, FILES).out())
        .contains("\nsegments  characters      words  file\n")
        .contains("\n       2          11          9  a.zh.txt\n");
    run(0, FILES + " -o n.html");
    assertThat(read("n.html")).contains("Analysis of 3 files").doesNotContain("CNY");
  }

  @Test
  void aFileGivenTwiceIsCountedOnceAndACopyOfItIsRepetitions() throws IOException {
    String once = run(0, "tm stats --against a.zh.txt").out();
    assertThat(run(0, "tm stats --against a.zh.txt --against a.zh.txt"))
        .satisfies(
            twice -> {
              assertThat(twice.out()).isEqualTo(once);
              assertThat(twice.err())
                  .isEqualTo("warning: \"a.zh.txt\" is given more than once and is counted once\n");
            });
    Files.createSymbolicLink(folder.resolve("l.zh.txt"), folder.resolve("a.zh.txt"));
    assertThat(run(0, "tm stats --against a.zh.txt --against ./l.zh.txt").err())
        .contains("\"./l.zh.txt\" is the same file as \"a.zh.txt\"");
    write("copy.zh.txt", read("a.zh.txt"));
    assertThat(run(0, "tm stats --against a.zh.txt --against copy.zh.txt").out())
        .contains("repetitions         2          11          9     0.1\n");
  }

  @Test
  void jsonHasTheSameFiguresForEachFile() throws IOException {
    JsonNode json = new ObjectMapper().readTree(run(0, FILES + " --json").out());
    assertThat(json.at("/amount").decimalValue()).isEqualByComparingTo("2.17");
    assertThat(json.at("/files").findValuesAsText("file"))
        .containsExactly("a.zh.txt", "b.zh.txt", HOSTILE);
    assertThat(json.at("/files/1/weighted").decimalValue()).isEqualByComparingTo("5.9");
    assertThat(json.at("/files/1/bands/0/internal/characters").intValue()).isEqualTo(5);
    assertThat(json.at("/rates/weights/repetitions").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(json.at("/rates/weights/no match").intValue()).isEqualTo(1);
  }

  @Test
  void aWorkbookHasNumbersAndNoFormula() throws IOException {
    run(0, FILES + " -o q.xlsx");
    List<List<String>> rows =
        TableFile.read(folder.resolve("q.xlsx"), "q").rows().stream()
            .map(TableFile.Row::cells)
            .toList();
    assertThat(rows).extracting(row -> row.get(0)).contains("a.zh.txt", HOSTILE, "total");
    assertThat(rows.get(0)).startsWith("file", "segments").endsWith("weighted", "CNY");
    assertThat(rows.get(4)).startsWith("total", "6", "29", "23", "13").endsWith("17.3", "2.17");
    assertThat(rows.get(5)).startsWith("weights; CNY 0.125 per character").contains("0.1");
  }

  @Test
  void thePageHasTheFiguresAndNoMarkupOfAName() throws IOException {
    run(0, FILES + " -o q.html");
    Document page = Jsoup.parse(read("q.html"));
    assertThat(page.title()).isEqualTo("Quote for 3 files");
    assertThat(page.select("b, script, [id=x]")).isEmpty();
    assertThat(page.select("bdi").eachText()).containsExactly("a.zh.txt", "b.zh.txt", HOSTILE);
    assertThat(page.select("td[data-label=CNY]").eachText())
        .containsExactly("1.38", "0.74", "0.05", "2.17");
    assertThat(page.select(".figures dd").eachText())
        .containsExactly("2.17", "0.125", "6", "29", "23");
    run(0, "tm stats --against '" + HOSTILE + "' -o one.html");
    assertThat(Jsoup.parse(read("one.html")).select("h1").text()).isEqualTo("Quote for " + HOSTILE);
  }

  @Test
  void ratesAreNeverOverwrittenAndOptionsThatNeedDocumentsSaySo() throws IOException {
    String rates = read("rates.toml");
    assertThat(run(2, "tm stats --against a.zh.txt -o rates.toml --force").err())
        .contains("holds the settings of this project");
    assertThat(read("rates.toml")).isEqualTo(rates);
    assertThat(run(2, "tm stats --rates rates.toml").err()).contains("--rates needs --against");
    assertThat(run(2, "tm stats -o q.xlsx").err()).contains("-o FILE.xlsx needs --against");
    assertThat(run(2, FILES + " --json -o q.xlsx").err())
        .contains("--json and -o FILE.xlsx cannot be used together");
    assertThat(folder.resolve("q.xlsx")).doesNotExist();
  }

  @Test
  void thePageHasChineseWords() throws IOException {
    MatchAnalysis analysis = new MatchAnalysis();
    analysis.startDocument("a.txt");
    analysis.add("风停了。", () -> 0);
    StringWriter page = new StringWriter();
    Rates rates = Rates.read(folder.resolve("rates.toml"), "rates.toml");
    new QuoteOutput(new Quote(analysis, rates))
        .writePage(page, new Imprint(/* isChinese= */ true, LocalDate.of(2026, 3, 1), "李"));
    Document read = Jsoup.parse(page.toString());
    assertThat(read.title()).isEqualTo("a.txt 的报价");
    assertThat(read.body().text().replace("a.txt", "").replace("CNY", ""))
        .contains("无匹配：4")
        .doesNotContainPattern("[A-Za-z]");
  }

  @Test
  void nothingToCountCostsNothing() {
    Quote quote =
        new Quote(
            new MatchAnalysis(),
            new Rates("r", Currency.getInstance("CNY"), BigDecimal.ONE, Rates.Per.WORD, Map.of()));
    assertThat(new QuoteOutput(quote).text(Style.PLAIN))
        .contains("       0           0          0           0         0.00  total\n");
  }
}

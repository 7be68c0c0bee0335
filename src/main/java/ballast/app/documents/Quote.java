package ballast.app.documents;

import ballast.app.documents.MatchAnalysis.Bands;
import ballast.app.documents.MatchAnalysis.Count;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.page.HtmlPage;
import ballast.app.page.Json;
import ballast.app.page.Numbers;
import ballast.app.page.PageLanguage;
import ballast.app.page.PageOutput;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of new documents a memory knows and, with rates, what their translation costs: a row for
 * each document, and the total. The total is the sum of the rounded amounts of the rows, so that
 * whoever adds them up gets the same.
 *
 * @param rates null: the counts alone
 */
public record Quote(MatchAnalysis analysis, @Nullable Rates rates) {

  /**
   * A document, or all of them.
   *
   * @param file its name; empty for all
   * @param weighted text to be paid for in full that costs as much; 0 without rates
   * @param amount its price; 0 without rates
   */
  record Row(String file, Bands bands, BigDecimal weighted, BigDecimal amount) {

    Count total() {
      return bands.total();
    }
  }

  List<Row> rows() {
    return analysis.documents().entrySet().stream()
        .map(one -> row(one.getKey(), one.getValue()))
        .toList();
  }

  private Row row(String file, Bands bands) {
    return rates == null
        ? new Row(file, bands, BigDecimal.ZERO, BigDecimal.ZERO)
        : new Row(file, bands, rates.weighted(bands), rates.amount(bands));
  }

  Row total() {
    Row all = row("", analysis.all());
    BigDecimal sum = rows().stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Row("", all.bands(), all.weighted(), sum.setScale(all.amount().scale()));
  }

  private Rates.Per per() {
    return rates == null ? Rates.Per.CHARACTER : rates.per();
  }

  /** Returns a table of the bands, one of the documents if there are several, and the price. */
  public String text(Style style) {
    StringBuilder text = new StringBuilder(bands(style));
    if (rates != null || analysis.documents().size() > 1) {
      text.append("\n").append(files(style));
    }
    if (rates != null) {
      text.append("\n").append(style.say("price per " + per().label())).append("  ");
      text.append(price(rates)).append("  (").append(TerminalText.plain(rates.file()));
      text.append(")\n");
    }
    return text.toString();
  }

  private static String price(Rates rates) {
    return rates.currency().getCurrencyCode() + " " + rates.price().toPlainString();
  }

  /** Returns one band of all documents per line, and the sum. */
  public String bands(Style style) {
    StringBuilder table = new StringBuilder();
    table.append(style.say("band         segments  characters      words"));
    table.append(rates == null ? "" : style.say("  weight")).append("\n");
    for (MatchBand band : MatchBand.values()) {
      String weight = rates == null ? "" : " %7s".formatted(rates.weight(band).toPlainString());
      table.append(TerminalText.pad(style.say(band.label()), 12));
      table.append(figures(analysis.all().in(band))).append(weight).append("\n");
      if (band == MatchBand.REPETITION) {
        table.append(TerminalText.pad(style.say("  internal"), 12));
        table.append(figures(analysis.all().internal())).append("\n");
      }
    }
    table.append(TerminalText.pad(style.say("total"), 12));
    return table.append(figures(analysis.all().total())).append("\n").toString();
  }

  /** Returns one document per line, the name last because it may be long. */
  private String files(Style style) {
    StringBuilder table = new StringBuilder();
    table.append(style.say("segments  characters      words"));
    if (rates != null) {
      table.append(style.say("    weighted"));
      table.append("%13s".formatted(rates.currency().getCurrencyCode()));
    }
    table.append("  ").append(style.say("file")).append("\n");
    rows().forEach(row -> table.append(line(row, TerminalText.plain(row.file()))));
    return table.append(line(total(), style.say("total"))).toString();
  }

  private String line(Row row, String name) {
    String paid =
        rates == null
            ? ""
            : " %11s %12s".formatted(row.weighted().toPlainString(), row.amount().toPlainString());
    return figures(row.total()).substring(1) + paid + "  " + name + "\n";
  }

  private static String figures(Count count) {
    return String.format(
        Locale.ROOT,
        " %8d %11d %10d",
        count.segments(),
        count.amount().characters(),
        count.amount().words());
  }

  /** {@code tm stats --against --json}. */
  public void writeJson(Writer out) throws IOException {
    try (Json json = Json.line(out)) {
      json.strings("against", analysis.documents().keySet());
      writeFields(json, total());
      json.array("files");
      for (Row row : rows()) {
        writeFields(json.object().put("file", row.file()), row);
        json.end();
      }
      json.end();
      if (rates != null) {
        json.object("rates").put("file", rates.file());
        json.put("currency", rates.currency().getCurrencyCode());
        json.digits("price", rates.price().toPlainString()).put("per", per().label());
        json.object("weights");
        for (MatchBand band : MatchBand.values()) {
          json.digits(band.label(), rates.weight(band).toPlainString());
        }
        json.end();
        json.end();
      }
    }
  }

  private void writeFields(Json json, Row row) throws IOException {
    row.bands().writeFields(json);
    if (rates != null) {
      json.digits("weighted", row.weighted().toPlainString());
      json.digits("amount", row.amount().toPlainString());
    }
  }

  /** Returns a row for each document, the total and, with rates, the weights of the bands. */
  public TableSheet sheet() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("file", 40));
    for (String head : List.of("segments", "characters", "words")) {
      columns.add(Column.ofNumbers(head, 12));
    }
    for (MatchBand band : MatchBand.values()) {
      String head = band.label() + ", " + per().label() + "s";
      columns.add(Column.ofNumbers(head, head.length() + 1));
    }
    List<List<String>> rows = new ArrayList<>();
    rows().forEach(row -> rows.add(cells(row, row.file())));
    rows.add(cells(total(), "total"));
    if (rates != null) {
      columns.add(Column.ofNumbers("weighted", 12));
      columns.add(Column.ofNumbers(rates.currency().getCurrencyCode(), 14));
      List<String> weights = new ArrayList<>();
      weights.add("weights; " + price(rates) + " per " + per().label());
      weights.addAll(List.of("", "", ""));
      for (MatchBand band : MatchBand.values()) {
        weights.add(rates.weight(band).toPlainString());
      }
      weights.addAll(List.of("", ""));
      rows.add(weights);
    }
    return new TableSheet("quote", columns, rows);
  }

  private List<String> cells(Row row, String name) {
    List<String> cells = new ArrayList<>();
    Count total = row.total();
    cells.add(name);
    cells.add(Long.toString(total.segments()));
    cells.add(Long.toString(total.amount().characters()));
    cells.add(Long.toString(total.amount().words()));
    for (MatchBand band : MatchBand.values()) {
      cells.add(Long.toString(per().in(row.bands().in(band))));
    }
    if (rates != null) {
      cells.add(row.weighted().toPlainString());
      cells.add(row.amount().toPlainString());
    }
    return cells;
  }

  /** Writes a self-contained page. */
  public void writePage(Writer out, PageLanguage language) throws IOException {
    HtmlPage.writeHead(out, title(language), "overview.css", "");
    PageOutput.write(out, page -> JteQuotePageGenerated.render(page, null, this, language));
    HtmlPage.writeFoot(out);
  }

  String title(PageLanguage language) {
    List<Row> rows = rows();
    String files = rows.size() == 1 ? rows.get(0).file() : CountedNoun.of(rows.size(), "file");
    return language.say((rates == null ? "Analysis of " : "Quote for ") + files);
  }

  /** Returns the bands of a document that are not empty, in characters or words. */
  String known(Row row, PageLanguage language) {
    return Arrays.stream(MatchBand.values())
        .filter(band -> per().in(row.bands().in(band)) > 0)
        .map(
            band ->
                language.say(band.label())
                    + language.say(": ")
                    + Numbers.count(per().in(row.bands().in(band))))
        .collect(Collectors.joining(" · "));
  }

  /** Returns a sum of money or an amount of text with commas between thousands. */
  static String decimal(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
  }
}

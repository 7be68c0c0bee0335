package ballast.app.documents;

import ballast.app.documents.MatchAnalysis.Count;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.documents.Quote.Row;
import ballast.app.page.HtmlPage;
import ballast.app.page.Imprint;
import ballast.app.page.Json;
import ballast.app.page.PageOutput;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a quote: text for a terminal, JSON, a sheet of a workbook, or a page. */
public final class QuoteOutput {

  private final Quote quote;
  private final @Nullable Rates rates;

  public QuoteOutput(Quote quote) {
    this.quote = quote;
    this.rates = quote.rates();
  }

  /** Returns a table of the bands, one of the documents if there are several, and the price. */
  public String text(Style style) {
    StringBuilder text = new StringBuilder(bands(style));
    if (rates != null || quote.analysis().documents().size() > 1) {
      text.append("\n").append(files(style));
    }
    if (rates != null) {
      text.append("\n").append(style.say("price per " + quote.per().label())).append("  ");
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
      table.append(figures(quote.analysis().all().in(band))).append(weight).append("\n");
      if (band == MatchBand.REPETITION) {
        table.append(TerminalText.pad(style.say("  internal"), 12));
        table.append(figures(quote.analysis().all().internal())).append("\n");
      }
    }
    table.append(TerminalText.pad(style.say("total"), 12));
    return table.append(figures(quote.analysis().all().total())).append("\n").toString();
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
    quote.rows().forEach(row -> table.append(line(row, TerminalText.plain(row.file()))));
    return table.append(line(quote.total(), style.say("total"))).toString();
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
      json.strings("against", quote.analysis().documents().keySet());
      writeFields(json, quote.total());
      json.array("files");
      for (Row row : quote.rows()) {
        writeFields(json.object().put("file", row.file()), row);
        json.end();
      }
      json.end();
      if (rates != null) {
        json.object("rates").put("file", rates.file());
        json.put("currency", rates.currency().getCurrencyCode());
        json.digits("price", rates.price().toPlainString()).put("per", quote.per().label());
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
      String head = band.label() + ", " + quote.per().label() + "s";
      columns.add(Column.ofNumbers(head, head.length() + 1));
    }
    List<List<String>> rows = new ArrayList<>();
    quote.rows().forEach(row -> rows.add(cells(row, row.file())));
    rows.add(cells(quote.total(), "total"));
    if (rates != null) {
      columns.add(Column.ofNumbers("weighted", 12));
      columns.add(Column.ofNumbers(rates.currency().getCurrencyCode(), 14));
      List<String> weights = new ArrayList<>();
      weights.add("weights; " + price(rates) + " per " + quote.per().label());
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
      cells.add(Long.toString(quote.per().in(row.bands().in(band))));
    }
    if (rates != null) {
      cells.add(row.weighted().toPlainString());
      cells.add(row.amount().toPlainString());
    }
    return cells;
  }

  /** Writes a self-contained page. */
  public void writePage(Writer out, Imprint imprint) throws IOException {
    String title = quote.title(imprint.language());
    HtmlPage.writeHead(out, imprint.language(), title, "overview.css", "");
    PageOutput.write(out, page -> JteQuotePageGenerated.render(page, null, quote, imprint, title));
    HtmlPage.writeFoot(out);
  }
}

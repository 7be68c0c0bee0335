package ballast.app.documents;

import ballast.app.documents.MatchAnalysis.Bands;
import ballast.app.documents.MatchAnalysis.Count;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.page.Numbers;
import ballast.app.page.PageLanguage;
import ballast.bitext.CountedNoun;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of new documents a memory knows and, with rates, what their translation costs: a row for
 * each document, and the total. The total is the sum of the rounded amounts of the rows, so a
 * client who adds them up gets the same.
 *
 * @param rates null: the counts alone
 */
public record Quote(MatchAnalysis analysis, @Nullable Rates rates) {

  /**
   * A document, or all of them.
   *
   * @param file its name; empty for all
   * @param weighted text that would cost as much at the full price; 0 without rates
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

  Rates.Per per() {
    return rates == null ? Rates.Per.CHARACTER : rates.per();
  }

  String title(PageLanguage language) {
    List<Row> rows = rows();
    String files = rows.size() == 1 ? rows.get(0).file() : CountedNoun.of(rows.size(), "file");
    return language.say((rates == null ? "Analysis of " : "Quote for ") + files);
  }

  /** Returns the result in parts: the size, and the price if there are rates. */
  List<String> summary() {
    String size =
        CountedNoun.of(per().in(total().total()), per().label())
            + " in "
            + CountedNoun.of(rows().size(), "file");
    return rates == null
        ? List.of(size)
        : List.of(size, rates.currency().getCurrencyCode() + " " + decimal(total().amount()));
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

package ballast.app.documents;

import ballast.app.Workplace;
import ballast.app.documents.MatchAnalysis.Bands;
import ballast.app.documents.MatchAnalysis.Count;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.project.Project;
import ballast.app.project.SettingsFinder;
import ballast.bitext.InputException;
import ballast.bitext.Spelling;
import ballast.format.file.SettingsFile;
import ballast.format.file.SettingsFile.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The price of a character or word, and its share for text that the memory knows, as agreed with a
 * client. They are read from a file such as
 *
 * <pre>
 * currency = "CNY"
 * price = 0.25
 * per = "character"
 *
 * [weights]
 * repetitions = 0.1
 * 95-99 = 0.3
 * </pre>
 *
 * @param file name of the file, for people
 * @param price of one unit that counts in full; above 0
 * @param per unit of text that is paid for
 * @param weights from 0 to 1; a band without a weight counts in full
 */
public record Rates(
    String file, Currency currency, BigDecimal price, Per per, Map<MatchBand, BigDecimal> weights) {

  private static final int MAX_PRICE = 100_000;
  private static final String PRICE_HINT = "write the price of one, for example price = 0.25";
  private static final String CURRENCY_HINT = "write for example currency = \"CNY\"";
  private static final List<String> KEYS = List.of("currency", "price", "per", "weights");

  public Rates {
    weights = Map.copyOf(weights);
  }

  /** Units of text that are paid for. */
  public enum Per {
    CHARACTER("character"),
    WORD("word");

    private final String label;

    Per(String label) {
      this.label = label;
    }

    /** Returns the name used in files and output, for example {@code word}. */
    public String label() {
      return label;
    }

    long in(Count count) {
      return this == WORD ? count.amount().words() : count.amount().characters();
    }
  }

  /**
   * Reads the {@value Project#RATES} of the project: the nearest from the directory upwards.
   *
   * @return empty if there is none
   * @throws InputException if it cannot be read or has a mistake, with its line
   */
  public static Optional<Rates> ofProject(Workplace workplace) {
    return SettingsFinder.find(workplace, Project.RATES, "--rates")
        .map(file -> Rates.read(file, workplace.shown(file)));
  }

  /**
   * Reads a file of rates.
   *
   * @throws InputException if it cannot be read or has a mistake, with its line
   */
  public static Rates read(Path file, String name) {
    Map<String, Setting> settings = SettingsFile.read(file, name).table();
    settings.forEach(
        (key, setting) -> {
          if (!KEYS.contains(key)) {
            throw setting.wrong("is not a known key", Spelling.hint(key, KEYS));
          }
        });
    return new Rates(
        name,
        currency(required(settings, "currency", name, CURRENCY_HINT)),
        price(required(settings, "price", name, PRICE_HINT)),
        Optional.ofNullable(settings.get("per")).map(Rates::per).orElse(Per.CHARACTER),
        Optional.ofNullable(settings.get("weights")).map(Rates::weights).orElse(Map.of()));
  }

  private static Setting required(
      Map<String, Setting> settings, String key, String name, String hint) {
    return Optional.ofNullable(settings.get(key))
        .orElseThrow(() -> new InputException("\"" + name + "\" has no " + key, hint));
  }

  private static Currency currency(Setting setting) {
    if (!(setting.value() instanceof String code) || !code.matches("[A-Z]{3}")) {
      throw setting.wrong("must be three capital letters in quotation marks", CURRENCY_HINT);
    }
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(code) && one.getDefaultFractionDigits() >= 0)
        .findFirst()
        .orElseThrow(() -> setting.wrong("is not a currency of ISO 4217", CURRENCY_HINT));
  }

  private static BigDecimal price(Setting setting) {
    BigDecimal price = setting.decimal(MAX_PRICE, PRICE_HINT);
    if (price.signum() == 0) {
      throw setting.wrong("must be above 0", PRICE_HINT);
    }
    return price;
  }

  private static Per per(Setting setting) {
    return Arrays.stream(Per.values())
        .filter(per -> per.label.equals(setting.value()))
        .findFirst()
        .orElseThrow(
            () ->
                setting.wrong(
                    "must be \"character\" or \"word\"", "write for example per = \"character\""));
  }

  private static Map<MatchBand, BigDecimal> weights(Setting setting) {
    if (!setting.isTable()) {
      throw setting.wrong(
          "must be a table", "write [weights], and below it for example 95-99 = 0.3");
    }
    Map<MatchBand, BigDecimal> weights = new EnumMap<>(MatchBand.class);
    setting
        .table()
        .forEach(
            (label, weight) ->
                weights.put(
                    band(label, weight), weight.decimal(1, "write 0.3 for 30% of the price")));
    return weights;
  }

  private static MatchBand band(String label, Setting setting) {
    List<MatchBand> bands = List.of(MatchBand.values());
    return bands.stream()
        .filter(band -> band.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                setting.wrong(
                    "is not a known band",
                    Spelling.hint(label, bands.stream().map(MatchBand::label).toList())));
  }

  /** Returns the share of the price, from 0 to 1. */
  BigDecimal weight(MatchBand band) {
    return weights.getOrDefault(band, BigDecimal.ONE);
  }

  /** Returns the number of units that would cost as much at the full price. */
  BigDecimal weighted(Bands bands) {
    return Arrays.stream(MatchBand.values())
        .map(band -> weight(band).multiply(BigDecimal.valueOf(per.in(bands.in(band)))))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }

  /** Returns the price, rounded half up to the smallest unit of the currency. */
  BigDecimal amount(Bands bands) {
    return weighted(bands)
        .multiply(price)
        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
  }
}

package ballast.app.documents;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.Workplace;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.bitext.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of rates, good, wrong and hostile, and where they are found. */
final class RatesTest extends FolderTest {

  private Rates rates(String text) throws IOException {
    write("r.toml", text);
    return Rates.read(folder.resolve("r.toml"), "r.toml");
  }

  @Test
  void numbersAreWhatIsWritten() throws IOException {
    Rates rates =
        rates(
            """
            price = 0.1
            currency = "EUR"
            per = "word"
            [weights]
            repetitions = 0.07
            102 = 0
            "no match" = 1.0
            """);
    assertThat(rates.price()).isEqualTo(new BigDecimal("0.1"));
    assertThat(rates.weight(MatchBand.REPETITION)).isEqualTo(new BigDecimal("0.07"));
    assertThat(rates.weight(MatchBand.BOTH_NEIGHBOURS)).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(rates.weight(MatchBand.EXACT)).as("not agreed").isEqualTo(BigDecimal.ONE);
    assertThat(rates.per()).isEqualTo(Rates.Per.WORD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price = nan                          | 2:1: price must be a number from 0 to 100000
          price = inf                          | 2:1: price must be a number from 0 to 100000
          price = -0.1                         | 2:1: price must be a number from 0 to 100000
          price = 1e9                          | 2:1: price must be a number from 0 to 100000
          price = 9223372036854775807          | 2:1: price must be a number from 0 to 100000
          price = 0.1234567                    | 2:1: price must be a number from 0 to 100000
          price = '0.1'                        | 2:1: price must be a number from 0 to 100000
          price = 0.0                          | 2:1: price must be above 0
          prices = 1                           | 2:1: prices is not a known key
          per = 'page'                         | 2:1: per must be "character" or "word"
          weights = 0.5                        | 2:1: weights must be a table
          weights.95-100 = 0.5                 | 2:1: weights.95-100 is not a known band
          weights.95-99 = 30                   | 2:1: weights.95-99 must be a number from 0 to 1
          weights.95-99 = '30%'                | 2:1: weights.95-99 must be a number from 0 to 1
          weights.copied = {a = 1}             | 2:1: weights.copied must be a number from 0 to 1
          """)
  void aWrongValueIsRefusedWithItsLine(String line, String message) {
    String price = line.startsWith("price =") ? "" : "price = 1\n";
    assertRefused(() -> rates("currency = 'CNY'\n" + line + "\n" + price), "r.toml:" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"cny\"',must be three capital letters",
    "'\"￥\"',must be three capital letters",
    "7,must be three capital letters",
    "'\"ABC\"',is not a currency of ISO 4217",
    "'\"XAU\"',is not a currency of ISO 4217"
  })
  void aCurrencyIsACodeWithMoneyOfItsOwn(String code, String message) {
    assertRefused(
        () -> rates("price = 1\ncurrency = " + code + "\n"), "r.toml:2:1: currency " + message);
  }

  @Test
  void priceAndCurrencyAreNeeded() {
    assertRefused(() -> rates("")).hasMessage("\"r.toml\" has no currency");
    assertRefused(() -> rates("currency = 'CNY'")).hasMessage("\"r.toml\" has no price");
  }

  private Optional<String> found(String from) {
    return Rates.ofProject(Workplace.in(folder.resolve(from))).map(Rates::file);
  }

  @Test
  void theNearestFileOfTheProjectIsFound() throws IOException {
    write("rates.toml", "price = 1\ncurrency = 'CNY'\n");
    write("client/tm/articles/a.txt", "");
    assertThat(found("client/tm")).as("that of another project").isEmpty();
    write("client/rates.toml", "price = 2\ncurrency = 'CNY'\n");
    assertThat(found("client/tm/articles")).contains("../../rates.toml");
    Files.delete(folder.resolve("client/rates.toml"));
    Files.createDirectory(folder.resolve("client/rates.toml"));
    assertRefused(() -> found("client"), "cannot read \"rates.toml\": it is a folder");
  }

  @Test
  void aLinkOutOfTheWorkTreeIsNotFollowed() throws IOException {
    write("secret", "password");
    Files.createDirectories(folder.resolve("tree/.git"));
    Files.createSymbolicLink(folder.resolve("tree/rates.toml"), folder.resolve("secret"));
    assertRefused(() -> found("tree"), "leads out of the git work tree")
        .extracting(e -> ((InputException) e).hint())
        .asString()
        .contains("--rates");
  }
}

package ballast.app.units;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionKindTest {

  @TempDir Path directory;

  private ConversionKind kind(String from, String to) {
    return ConversionKind.of(Workplace.in(directory), from, to);
  }

  @ParameterizedTest
  @CsvSource({
    "a.tmx, b.xlf, UNITS",
    "a.tsv, b.tmx.gz, UNITS",
    "a.tmx, b.tsv, UNITS",
    "a.tbx, b.xlsx, TERMS",
    "a.csv, b.tsv, TERMS",
    "a.tsv, b.tbx, TERMS"
  })
  void theExtensionsTell(String from, String to, ConversionKind kind) {
    assertThat(kind(from, to)).isEqualTo(kind);
  }

  @Test
  void theFirstBytesTellOfAFileWithAnotherName() throws IOException {
    Files.writeString(directory.resolve("a.xml"), "<tmx version=\"1.4\"/>", UTF_8);
    assertThat(kind("a.xml", "b.tsv")).isEqualTo(ConversionKind.UNITS);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> kind("a.tsv", "b.tsv"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("both are tables");
    assertThatThrownBy(() -> kind("a.tmx", "b.tbx"))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot convert \"a.tmx\" to \"b.tbx\"");
  }
}

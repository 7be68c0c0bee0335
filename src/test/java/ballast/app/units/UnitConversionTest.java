package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitConversionTest {

  @TempDir Path folder;
  @TempDir Path directory;

  @Test
  void traditionalChineseStaysSo() throws IOException {
    Files.writeString(
        folder.resolve("a.tmx"),
        "<tmx version=\"1.4\"><header o-tmf=\"t\"/><body>"
            + "<tu><tuv xml:lang=\"zh-TW\"><seg>他來了。</seg></tuv>"
            + "<tuv xml:lang=\"en-US\"><seg>He came.</seg></tuv></tu></body></tmx>",
        UTF_8);
    UnitConversion conversion = new UnitConversion(Workplace.in(folder), Notices.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitForm form = UnitForm.ofName("a.tsv");
    UnitConversion.Result result = conversion.convert("a.tmx", form, PairChoice.DEFAULT, out);
    assertThat(result.written()).isEqualTo(1);
    assertThat(result.mapped()).containsExactly(entry("zh-TW", 1L));
    assertThat(out.toString(UTF_8)).startsWith("他來了。\tHe came.\t").endsWith("\tzh-TW\ten-US\n");
    PairChoice simplified = new PairChoice(Lang.ZH_CN, Lang.EN_US, /* acceptVariant= */ false);
    assertRefused(
        () -> conversion.convert("a.tmx", form, simplified, out), "no pair in zh-CN and en-US");
  }

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
    assertRefused(() -> kind("a.tsv", "b.tsv"), "both are tables");
    assertThatThrownBy(() -> kind("a.tmx", "b.tbx"))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot convert \"a.tmx\" to \"b.tbx\"");
  }
}

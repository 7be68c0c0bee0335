package ballast.app.units;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ballast.FolderTest;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.UnitConversion.ConversionKind;
import ballast.bitext.Lang;
import ballast.cli.TestRepository;
import ballast.format.unit.UnitForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitConversionTest extends FolderTest {

  @Test
  void traditionalChineseStaysSo() throws IOException {
    write("a.tmx", TestRepository.tmx("他來了。", "He came.").replace("zh-CN", "zh-TW"));
    UnitConversion conversion = new UnitConversion(Workplace.in(folder), Notices.NONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    UnitForm form = UnitForm.ofName("a.tsv");
    UnitConversion.Result result = conversion.convert("a.tmx", form, PairChoice.DEFAULT, out);
    assertThat(result.written()).isEqualTo(1);
    assertThat(result.mapped()).containsExactly(entry("zh-TW", 1L));
    assertThat(out.toString(UTF_8)).startsWith("他來了。\tHe came.\t").endsWith("\tzh-TW\ten-US\n");
    PairChoice simplified =
        new PairChoice(Lang.ZH_CN, Lang.EN_US, /* acceptVariant= */ false, true, true);
    assertRefused(
        () -> conversion.convert("a.tmx", form, simplified, out), "no pair in zh-CN and en-US");
  }

  private ConversionKind kind(String from, String to) {
    return ConversionKind.of(Workplace.in(folder), from, to);
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
    write("a.xml", "<tmx version=\"1.4\"/>");
    assertThat(kind("a.xml", "b.tsv")).isEqualTo(ConversionKind.UNITS);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused(() -> kind("a.tsv", "b.tsv"), "both are tables");
    assertRefused(() -> kind("a.tmx", "b.tbx")).hasMessage("cannot convert \"a.tmx\" to \"b.tbx\"");
  }
}

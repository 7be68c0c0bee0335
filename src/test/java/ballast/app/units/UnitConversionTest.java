package ballast.app.units;

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

final class UnitConversionTest {

  @TempDir Path folder;

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
    assertThatThrownBy(() -> conversion.convert("a.tmx", form, simplified, out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no pair in zh-CN and en-US");
  }
}

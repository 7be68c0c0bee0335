package ballast.format.file;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.Location;
import ballast.format.file.SettingsFile.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings files, good, wrong and hostile. */
final class SettingsFileTest {

  @TempDir Path directory;

  private static Setting child(Setting table, String key) {
    return Objects.requireNonNull(table.table().get(key));
  }

  @Test
  void eachValueKnowsItsKeyAndPlace() {
    Setting file = SettingsFile.parse("# 注释\n[check]\n  max = 3\nglossary = ['a', 'b']\n", "x");
    Setting check = child(file, "check");
    Setting max = child(check, "max");
    assertThat(max.number(10)).isEqualTo(3);
    assertThat(max.path()).isEqualTo("check.max");
    assertThat(max.where()).isEqualTo(new Location("x", 3, 3));
    assertThat(child(check, "glossary").texts())
        .extracting(Setting::text)
        .containsExactly("a", "b");
  }

  @Test
  void aValueOfAnotherKindIsNamedWithItsPlace() {
    Setting max = child(SettingsFile.parse("max = 'many'", "x"), "max");
    assertRefused(() -> max.number(10))
        .hasMessage("x:1:1: max must be a whole number from 0 to 10");
    Setting big = child(SettingsFile.parse("max = 99999999999", "x"), "max");
    assertRefused(() -> big.number(10));
    Setting list = child(SettingsFile.parse("a = ['b', 1]", "x"), "a");
    assertThatThrownBy(list::texts).hasMessage("x:1:11: a must be a text in quotation marks");
  }

  /** Each decimal of at most six places comes back from the double that the parser makes of it. */
  @Test
  void aDecimalIsExactlyAsItIsWritten() {
    for (String written :
        List.of("0.1", "0.07", "0.3", "2.675", "99999.999999", "12345.678901", "1", "0", "1e-3")) {
      Setting price = child(SettingsFile.parse("price = " + written, "x"), "price");
      assertThat(price.decimal(100_000, "")).isEqualByComparingTo(new BigDecimal(written));
    }
    for (String wrong : List.of("0.1234567", "1e-7", "nan", "inf", "-0.5", "100000.1", "true")) {
      Setting price = child(SettingsFile.parse("price = " + wrong, "x"), "price");
      assertRefused(
          () -> price.decimal(100_000, ""),
          "x:1:1: price must be a number from 0 to 100000 with at most 6 decimals");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = ",
        "a = 1\na = 2",
        "[a\n",
        "= 1",
        "a = 'x",
        "a = \"\\q\"",
        "\u0000",
        "[a# x\u001f\n]",
        "[a# x\ry]\r\n",
        "[a]\n[a]",
        "a = 08"
      })
  void aFileThatIsNotTomlIsRefusedWithItsLine(String text) {
    assertRefused(() -> SettingsFile.parse(text, "x.toml"))
        .hasMessageMatching("(?s)x\\.toml:\\d+:\\d+: not TOML: [^\\p{Cntrl}]*");
  }

  @Test
  void aFileOnWhichTheParserItselfFailsIsRefused() {
    assertRefused(() -> SettingsFile.parse("a = {b = {= ,0\n\n[c]\n", "x.toml"))
        .hasMessageStartingWith("x.toml: not TOML: it cannot be read");
  }

  /**
   * Each would take a parser that recurses out of its stack; the library bounds it at 128 levels.
   */
  @Test
  void tooDeeplyNestedElementsAreRefused() {
    for (String text :
        new String[] {
          "a = " + "[".repeat(30_000),
          "a = " + "[ #]\n".repeat(10_000),
          "a = " + "{a=".repeat(20_000),
          "a" + ".a".repeat(30_000) + " = 1",
          "[" + "a.".repeat(30_000) + "a]"
        }) {
      assertRefused(() -> SettingsFile.parse(text, "x"), "Nesting is too deep");
    }
  }

  @Test
  void deepNestingWithinTheBoundIsParsed() {
    assertThat(SettingsFile.parse("a = " + "[".repeat(120) + "]".repeat(120), "x").table())
        .hasSize(1);
    assertThat(SettingsFile.parse("a" + ".a".repeat(120) + " = 1", "x").table()).hasSize(1);
  }

  @Test
  void controlCharactersNeverReachAMessage() {
    Setting file = SettingsFile.parse("\"\\u001b[31mx\" = 1", "x");
    Setting odd = file.table().values().iterator().next();
    assertThat(odd.wrong("is odd", "").getMessage()).doesNotContain("\u001b");
  }

  @Test
  void largeFilesAndOtherEncodingsAreRefused() throws IOException {
    Path file = directory.resolve("ballast.toml");
    Files.writeString(file, "#".repeat(70_000));
    assertRefused(() -> SettingsFile.read(file, "ballast.toml"), "larger than 64 KiB");
    Files.writeString(file, "a = 'caf\u00e9'", ISO_8859_1);
    assertRefused(() -> SettingsFile.read(file, "ballast.toml"), "not UTF-8");
    assertRefused(() -> SettingsFile.read(directory, "folder"), "it is a folder");
    assertRefused(
        () -> SettingsFile.read(directory.resolve("no"), "no"), "the file does not exist");
    Files.writeString(file, "\uFEFFa = 1");
    assertThat(SettingsFile.read(file, "x").table()).containsKey("a");
  }
}

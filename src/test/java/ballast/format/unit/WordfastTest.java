package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The text memory of Wordfast, in and out. */
final class WordfastTest {

  private static final String HEADER =
      "%20240501~101500\t%User ID,LI,LI Li\t%TU=00000002\t%ZH-CN\t%Wordfast TM v.546/00"
          + "\t%EN-US\t%---\r\n";

  private static final String PORT =
      "20240502~083000\tLI\t3\tZH-CN\t港口很大。\tEN-US\tThe port is large.\r\n";

  @Test
  void readsALineAUnitWithDateUserAndUses() {
    Unit unit = read(HEADER + PORT).units().get(0);
    assertThat(unit.source()).isEqualTo("港口很大。");
    assertThat(unit.target()).isEqualTo("The port is large.");
    assertThat(unit.provenance().author()).isEqualTo("LI");
    assertThat(unit.provenance().created()).isEqualTo(Instant.parse("2024-05-02T08:30:00Z"));
    assertThat(FoundUnits.properties(unit)).containsExactly("usagecount=3");
  }

  @Test
  void utf16OfEitherOrderIsReadByItsMark() {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE, UTF_8)) {
      FoundUnits found = read(("\uFEFF" + HEADER + PORT).getBytes(charset));
      assertThat(found.texts()).as(charset.name()).containsExactly("港口很大。 | The port is large.");
    }
  }

  @Test
  void languagesOfAnotherHeaderAreRefusedWithTheirCodes() {
    FoundUnits found =
        read(
            """
            %20240501~101500\t%+A!\t%TU=00000308\t%EN-US\t%Wordfast v.5\t%FR-FR
            20240502~083000\tYC\t0\tEN-US\tItem 1\tFR-FR\tArticle 1
            \tYC\t0\t\tItem 2\t\tArticle 2
            """);
    assertThat(found.units()).isEmpty();
    assertThat(found.refused)
        .containsExactly(
            "2: it has no text in zh-CN (it has en-US, fr-FR)",
            "3: it has no text in zh-CN (it has en-US, fr-FR)");
  }

  @Test
  void directionIsOfNoAccountAndEmptyLanguagesAreThoseOfTheHeader() {
    FoundUnits found =
        read(
            """
            %20240501~101500\t%+A!\t%TU=00000308\t%EN-US\t%Wordfast v.5\t%ZH-CN
            \t\t\t\tThe port is large.\t\t港口很大。
            """);
    assertThat(found.texts()).containsExactly("港口很大。 | The port is large.");
    assertThat(found.mapped).isEmpty();
    assertThat(found.pairs.get(0).dated()).isFalse();
  }

  @Test
  void badLinesAreNamedAndLeftOut() {
    FoundUnits found =
        read(
            HEADER
                + "20240502~083000\tLI\t3\tZH-CN\t港口很大。\r\n"
                + "\r\n"
                + "20241399~083000\tLI\t0\tZH-CN\t桥很长。\tEN-US\tThe bridge is long.\r\n"
                + "20240502~083000\tLI\t0\tZH-CN\t铁路\u0007很新。\tEN-US\t \r\n"
                + PORT);
    assertThat(found.texts())
        .containsExactly("桥很长。 | The bridge is long.", "港口很大。 | The port is large.");
    assertThat(found.refused)
        .containsExactly("2: it has 5 of the 7 fields of a unit", "5: its en-US text is blank");
    assertThat(found.corrected)
        .containsExactly(
            "4: creationdate \"20241399T083000Z\" is not a date",
            "5: control characters were replaced by spaces or left out");
  }

  @Test
  void aFileWithoutAHeaderIsNotOne() {
    assertRefused(() -> read("\r\n<html>\r\n"))
        .hasMessage(
            "cannot read \"a.wf.txt\": line 2: not a Wordfast memory: it begins with \"<html>\"");
  }

  @Test
  void aByteOfAnotherEncodingIsAnErrorWithItsLine() {
    byte[] bytes = (HEADER + PORT).getBytes(Charset.forName("GBK"));
    assertThatThrownBy(() -> read(bytes))
        .hasMessage("cannot read \"a.wf.txt\": line 2: a byte that is not UTF-8");
  }

  @Test
  void aLineOfAnyLengthAndOfPlaceholdersOnlyIsRefused() {
    FoundUnits found =
        read(
            HEADER
                + "x".repeat(InlineText.MAX_LENGTH + 5)
                + "\n20240502~083000\tLI\t0\tZH-CN\t港"
                + "&tA;".repeat(20_000)
                + "\tEN-US\tPort\n"
                + PORT);
    assertThat(found.refused)
        .containsExactly(
            "2: it is longer than 1000000 characters", "3: it is longer than 1000000 characters");
    assertThat(found.units()).hasSize(1);
  }

  @Test
  void placeholdersAreInlineCodesTabsAndLineFeeds() {
    FoundUnits found =
        read(
            HEADER
                + "\t\t0\tZH-CN\t&tA;港口&tB;很&'26;大&t9;。\tEN-US"
                + "\tA &tA;port&tB; & R&D&t#;&t=<b\\;>;&'9C; &tx &'zz; &\n");
    Unit unit = found.units().get(0);
    assertThat(unit.source()).isEqualTo("港口很&大\t。");
    assertThat(unit.target()).isEqualTo("A port & R&D\nœ &tx &'zz; &");
    assertThat(unit.codes())
        .extracting(code -> code.side() + " " + code.offset() + " " + code.content())
        .containsExactly(
            "source 0 &tA;",
            "source 2 &tB;",
            "target 2 &tA;",
            "target 6 &tB;",
            "target 13 &t=<b\\;>;");
  }

  @Test
  void writtenUnitsCanBeReadAgain() throws IOException {
    FoundUnits found =
        read(
            HEADER
                + "20240502~083000\tLI\t12345\tZH-CN\t&tA;港口&tB;很&'26;tA;大&t9;。\tEN-US"
                + "\tA &tA;port&tB; & R&D &'26;'41;&t#;&t=<b\\;>;\tEL\t\tLS\n"
                + PORT);
    byte[] written = write(found.units());
    FoundUnits again = read(written);
    assertThat(again.units()).hasSize(2);
    for (Function<Unit, Object> part :
        List.<Function<Unit, Object>>of(
            Unit::source, Unit::target, Unit::codes, Unit::provenance)) {
      assertThat(again.units())
          .extracting(part)
          .isEqualTo(found.units().stream().map(part).toList());
    }
    assertThat(FoundUnits.properties(again.units().get(0)))
        .containsExactly(
            "usagecount=9999", "x-wordfast-attribute-2=EL", "x-wordfast-attribute-4=LS");
    assertThat(write(again.units())).isEqualTo(written);
  }

  @Test
  void writesUtf16WithAHeaderOfFieldsAsWordfastDoes() throws IOException {
    String written = new String(write(read(HEADER + PORT).units()), UTF_16LE);
    assertThat(written)
        .isEqualTo(
            "\uFEFF%20240502~083000\t%User ID,\t%TU=00000000\t%ZH-CN\t%Wordfast TM v.546/00"
                + "\t%EN-US\t%---\r\n"
                + PORT);
  }

  @Test
  void codesOfOtherProgramsBecomePlaceholdersThatBothSidesShare() throws IOException {
    Unit plain = read(HEADER + PORT).units().get(0);
    List<InlineCode> codes =
        List.of(
            new InlineCode(Side.SOURCE, 0, "<g", "id=\"1\"", ""),
            new InlineCode(Side.SOURCE, 2, "/g", "", ""),
            new InlineCode(Side.TARGET, 4, "<g", "id=\"1\"", ""),
            new InlineCode(Side.TARGET, 4, "ph", "x=\"65\"", "&tA;"),
            new InlineCode(Side.TARGET, 8, "/g", "", ""));
    assertThat(new String(write(List.of(unit(plain.source(), plain.target(), codes))), UTF_16LE))
        .contains("\t&tB;港口&tC;很大。\t")
        .contains("\tThe &tB;&tA;port&tC; is large.\r\n");
  }

  @Test
  void anEmptyMemoryHasItsHeader() throws IOException {
    assertThat(read(write(List.of())).units()).isEmpty();
  }

  @Test
  void unitsOfOtherLanguagesAndLongOnesAreNamed() throws IOException {
    Unit plain = read(HEADER + PORT).units().get(0);
    Unit other = new Unit("", Lang.EN_US, Lang.ZH_CN, "Port", "港口", plain.provenance(), List.of());
    Unit longer = unit("港".repeat(8_001), "Port", List.of());
    assertThat(write(List.of(other, longer, plain), new ByteArrayOutputStream()))
        .containsExactly(
            "left out 1 unit that is not from zh-CN into en-US: a Wordfast memory has one pair of"
                + " languages; choose another with --from and --to",
            "1 unit is longer than the 8,000 characters that Wordfast allows in a segment");
  }

  private static Unit unit(String source, String target, List<InlineCode> codes) {
    Provenance provenance = read(HEADER + PORT).units().get(0).provenance();
    return new Unit("", Lang.ZH_CN, Lang.EN_US, source, target, provenance, codes);
  }

  private static byte[] write(List<Unit> units) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(write(units, out)).isEmpty();
    return out.toByteArray();
  }

  private static List<String> write(List<Unit> units, OutputStream out) throws IOException {
    UnitSink sink = UnitForm.of(UnitFormat.WORDFAST).begin(out, null, Lang.ZH_CN, Lang.EN_US);
    for (Unit unit : units) {
      sink.write(unit);
    }
    return sink.finish();
  }

  private static FoundUnits read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static FoundUnits read(byte[] bytes) {
    return new FoundUnits().read(WordfastReader::read, "a.wf.txt", bytes);
  }
}

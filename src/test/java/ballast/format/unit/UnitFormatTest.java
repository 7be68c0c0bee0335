package ballast.format.unit;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.Refusal;
import ballast.bitext.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which format a file is of, by its name and by its first bytes. */
final class UnitFormatTest {

  private static final String TMX =
      "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"zh-CN\"><seg>港口</seg></tuv>"
          + "<tuv xml:lang=\"en-US\"><seg>port</seg></tuv></tu></body></tmx>";

  @TempDir Path directory;

  @Test
  void theFirstBytesDecideTheFormatUnderAnyName() throws IOException {
    String declared = "<?xml version=\"1.0\"?>\n<!-- < > -->\n<!DOCTYPE tmx [<!ELEMENT a ANY>]>\n";
    assertThat(format("a.txt", declared + TMX)).contains(UnitFormat.TMX);
    assertThat(format("a.xml", "\uFEFF <xlf:xliff version='1.2'>")).contains(UnitFormat.XLIFF);
    assertThat(format("a.txt", "%20240501~101500\t%User ID,")).contains(UnitFormat.WORDFAST);
    assertThat(format("a.txt", "<html><tmx>")).isEmpty();
    assertThat(format("a.txt", "<!-- never closed")).isEmpty();
    assertThat(format("a.txt", "")).isEmpty();
    Files.write(directory.resolve("wide"), "\uFEFF%20240501~101500\t%".getBytes(UTF_16LE));
    assertThat(UnitFile.format(directory.resolve("wide"))).contains(UnitFormat.WORDFAST);
    assertThat(UnitFile.format(directory)).isEmpty();
  }

  @Test
  void aPackedFileIsLookedInto() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(TMX.getBytes(UTF_8));
    }
    Path file = Files.write(directory.resolve("memory"), packed.toByteArray());
    assertThat(FoundUnits.in(file).texts()).containsExactly("港口 | port");
  }

  @Test
  void aTmxFileNamedXliffIsReadAsTmx() throws IOException {
    assertThat(read("a.xlf", TMX).texts()).containsExactly("港口 | port");
  }

  @Test
  void aFileWithoutUnitsIsNamedByItsBeginning() throws IOException {
    assertThatThrownBy(() -> read("a.tmx", "<html><body/></html>"))
        .hasMessage(
            "cannot read \"a.tmx\": line 1, column 7: not a TMX file: it begins with <html>");
    assertRefused("a.xml", "<?xml version='1.0'?><html/>", "it begins with <html>");
    assertRefused("a.txt", "\n\nDear Sir,\nthank you", "it begins with \"Dear Sir,\"");
    assertRefused("a.bin", "%PDF-1.4\n", "it is a PDF file");
    assertRefused("a", "", "it is empty");
  }

  private void assertRefused(String name, String text, String why) {
    Refusal.assertRefused(() -> read(name, text))
        .hasMessage("cannot read units from \"" + name + "\": not a file of units: " + why)
        .extracting(e -> ((InputException) e).hint())
        .isEqualTo(
            "give a file of TMX, XLIFF, TSV, Wordfast, SDLTM, TXML or TTX, named .tmx, .xlf, .tsv,"
                + " .wf.txt, .sdltm, .txml or .ttx, perhaps with .gz");
  }

  @Test
  void namesAreReadWithoutRegardToCaseAndPacking() {
    assertThat(UnitFormat.named("A.TMX.gz")).contains(UnitFormat.TMX);
    assertThat(UnitFormat.named("a.sdlxliff")).contains(UnitFormat.XLIFF);
    assertThat(UnitFormat.named("a.wf.txt")).contains(UnitFormat.WORDFAST);
    assertThat(UnitFormat.named("a.txt")).isEmpty();
    assertThat(UnitFormat.isOne("a.sdlxliff")).isFalse();
    assertThat(UnitFormat.of("b.xliff")).isEqualTo(UnitFormat.XLIFF);
    assertThatThrownBy(() -> UnitFormat.of("a.txt"))
        .hasMessage("cannot export to a file whose name ends in \"txt\"");
  }

  private Optional<UnitFormat> format(String name, String text) throws IOException {
    return UnitFile.format(Files.writeString(directory.resolve(name), text));
  }

  private FoundUnits read(String name, String text) throws IOException {
    return FoundUnits.in(Files.writeString(directory.resolve(name), text));
  }
}

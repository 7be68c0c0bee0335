package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.glossary.GlossaryFiles;
import ballast.format.term.GlossaryFormat;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Glossaries of any content. One that is read is written as our own table, and that table is read
 * and written again without a change.
 */
@Timeout(20)
final class GlossaryFuzzTest {

  private static final String WORKBOOK =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
          + "<sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

  private static final String RELATIONS =
      "<Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
          + " Id=\"r1\" Target=\"worksheets/sheet1.xml\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>"
          + "</Relationships>";

  @TempDir Path folder;

  @FuzzTest
  void table(byte[] content) throws IOException {
    convert("in.csv", content);
  }

  @FuzzTest
  void tbx(byte[] content) throws IOException {
    convert("in.tbx", content);
  }

  @FuzzTest
  void multiTerm(byte[] content) throws IOException {
    convert("in.mtf.xml", content);
  }

  /** The whole packed file. */
  @FuzzTest
  void workbook(byte[] content) throws IOException {
    convert("in.xlsx", content);
  }

  /** The sheet of a workbook that is sound otherwise. */
  @FuzzTest
  void sheet(byte[] content) throws IOException {
    convert("in.xlsx", packed(content));
  }

  private void convert(String name, byte[] content) throws IOException {
    Optional<byte[]> written = asTable(name, content);
    if (written.isPresent()) {
      Optional<byte[]> again = asTable("again.csv", written.get());
      assertThat(again).as("our own table is read").isPresent();
      assertThat(new String(again.get(), StandardCharsets.UTF_8))
          .isEqualTo(new String(written.get(), StandardCharsets.UTF_8));
    }
  }

  private Optional<byte[]> asTable(String name, byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    file.write(name, content);
    GlossaryFiles files = new GlossaryFiles(file.workplace(), file.notices());
    return file.read(out -> files.convert(name, GlossaryFormat.CSV, out));
  }

  private static byte[] packed(byte[] sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "xl/workbook.xml", WORKBOOK.getBytes(StandardCharsets.UTF_8));
      put(zip, "xl/_rels/workbook.xml.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
      put(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}

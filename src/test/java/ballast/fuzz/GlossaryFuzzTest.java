package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.glossary.GlossaryFiles;
import ballast.format.term.GlossaryFormat;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Glossaries of any content. One that is read is written as our own table, and that table is read
 * and written again without a change.
 */
@Timeout(20)
final class GlossaryFuzzTest {

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
    convert(
        "in.xlsx", SoundDocument.WORKBOOK.make().part("xl/worksheets/sheet1.xml", content).bytes());
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
}

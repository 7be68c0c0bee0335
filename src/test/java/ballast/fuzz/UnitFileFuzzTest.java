package ballast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.units.PairChoice;
import ballast.app.units.UnitConversion;
import ballast.format.unit.UnitForm;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of units of any content. One that is read is written as TMX; that TMX is read and written
 * again with the same segments, and from then on without any change. (At first a property that is
 * named like one of ours, which no program of ours writes, moves to its place.)
 */
@Timeout(20)
final class UnitFileFuzzTest {

  @TempDir Path folder;

  @FuzzTest
  void tmx(byte[] content) throws IOException {
    convert("in.tmx", content);
  }

  @FuzzTest
  void xliff1(byte[] content) throws IOException {
    convert("in.xlf", content);
  }

  @FuzzTest
  void xliffOfCatTools(byte[] content) throws IOException {
    convert("in.sdlxliff", content);
  }

  @FuzzTest
  void xliff2(byte[] content) throws IOException {
    convert("in.xliff", content);
  }

  @FuzzTest
  void tsv(byte[] content) throws IOException {
    convert("in.tsv", content);
  }

  @FuzzTest
  void wordfast(byte[] content) throws IOException {
    convert("in.wf.txt", content);
  }

  @FuzzTest
  void sdltm(byte[] content) throws IOException {
    convert("in.sdltm", content);
  }

  @FuzzTest
  void txml(byte[] content) throws IOException {
    convert("in.txml", content);
  }

  @FuzzTest
  void ttx(byte[] content) throws IOException {
    convert("in.ttx", content);
  }

  /** The whole packed file. */
  @FuzzTest
  void mqxlz(byte[] content) throws IOException {
    convert("in.mqxlz", content);
  }

  private void convert(String name, byte[] content) throws IOException {
    Optional<byte[]> written = asTmx(name, content);
    if (written.isPresent()) {
      String first = text(written.get());
      byte[] again = ours(written.get());
      assertThat(segments(text(again))).isEqualTo(segments(first));
      assertThat(text(ours(again))).isEqualTo(text(again));
    }
  }

  /** What is read in our own TMX, as TMX. */
  private byte[] ours(byte[] tmx) throws IOException {
    Optional<byte[]> read = asTmx("again.tmx", tmx);
    assertThat(read).as("our own TMX is read").isPresent();
    return read.orElseThrow();
  }

  private static String text(byte[] tmx) {
    return new String(tmx, StandardCharsets.UTF_8);
  }

  private static List<String> segments(String tmx) {
    return tmx.lines().filter(line -> line.contains("<seg>")).toList();
  }

  private Optional<byte[]> asTmx(String name, byte[] content) throws IOException {
    AnyFile file = new AnyFile(folder);
    file.write(name, content);
    UnitConversion conversion = new UnitConversion(file.workplace(), file.notices());
    UnitForm form = UnitForm.ofName("out.tmx");
    return file.read(out -> conversion.convert(name, form, PairChoice.DEFAULT, out));
  }
}

package ballast.format.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.format.article.FoundBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class HostilePdfTest {

  private static final String HELLO = "BT /F 12 Tf 72 700 Td (Hello there.) Tj ET";

  @Test
  void aStreamThatUnpacksToGigabytesIsRefused() throws IOException {
    String bomb = bomb();
    assertRefused(pdf("", stream(bomb, "/Filter /FlateDecode")), "larger than 48 MiB");
    assertRefused(pdf("", stream(bomb, "/Filter /Fl#61teDecode")), "larger than 48 MiB");
    assertRefused(
        pdf("", stream(bomb, "/Filter [/FlateDecode /FlateDecode]")), "packed several times");
  }

  @Test
  void aStreamThatPretendsToBeAPictureIsNotUnpacked() throws IOException {
    String picture = "/Filter /FlateDecode /Subtype /Image";
    assertThat(new PdfReader().read(pdf("", stream(bomb(), picture)), "x.pdf").blocks()).isEmpty();
  }

  @Test
  void formsWithinFormsAreCounted() {
    List<String> forms = new ArrayList<>(List.of(stream("/X Do ".repeat(10), "")));
    for (int i = 6; i < 30; i++) {
      forms.add(
          stream(
              "/X Do ".repeat(10),
              "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X "
                  + (i + 1)
                  + " 0 R >> >>"));
    }
    byte[] pdf = pdf("/XObject << /X 6 0 R >>", forms.toArray(String[]::new));
    assertRefused(pdf, "too many parts within parts");
  }

  @Test
  void nestingAndFalseCountsEndSoon() {
    assertThat(texts(pdf("", stream("[".repeat(100_000) + "]".repeat(100_000), "")))).isEmpty();
    byte[] honest = pdf("", stream(HELLO, ""));
    String many = new String(honest, ISO_8859_1).replace("/Count 1", "/Count 1999999999");
    assertThat(texts(many.getBytes(ISO_8859_1))).containsExactly("Hello there.");
  }

  @Test
  void scriptsAreNotRead() {
    String pdf = new String(pdf("", stream(HELLO, "")), ISO_8859_1);
    String script = "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert) >>";
    byte[] changed = pdf.replace("/Type /Catalog", script).getBytes(ISO_8859_1);
    assertThat(texts(changed)).containsExactly("Hello there.");
  }

  private static List<String> texts(byte[] pdf) {
    return new PdfReader().read(pdf, "x.pdf").blocks().stream().map(FoundBlock::text).toList();
  }

  private static void assertRefused(byte[] pdf, String why) {
    assertThatThrownBy(() -> new PdfReader().read(pdf, "x.pdf"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(why);
  }

  private static String bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater)) {
      byte[] blanks = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        packed.write(blanks);
      }
    }
    return out.toString(ISO_8859_1);
  }

  private static String stream(String data, String entries) {
    return "<< /Length " + data.length() + " " + entries + " >>\nstream\n" + data + "\nendstream";
  }

  /** One page; its content is the first of the streams, which are objects 4, 6, 7 and so on. */
  private static byte[] pdf(String resources, String... streams) {
    List<String> objects =
        new ArrayList<>(
            List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                    + " /Resources << /Font << /F 5 0 R >> "
                    + resources
                    + " >> >>",
                streams[0],
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    objects.addAll(List.of(streams).subList(1, streams.length));
    StringBuilder out = new StringBuilder("%PDF-1.7\n");
    for (int i = 0; i < objects.size(); i++) {
      out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    out.append("trailer\n<< /Root 1 0 R /Size ").append(objects.size() + 1).append(" >>\n%%EOF\n");
    return out.toString().getBytes(ISO_8859_1);
  }
}

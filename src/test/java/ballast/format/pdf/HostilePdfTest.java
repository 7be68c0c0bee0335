package ballast.format.pdf;

import static ballast.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ballast.Refusal;
import ballast.format.article.FoundBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("hostile")
final class HostilePdfTest {

  private static final String HELLO = "BT /F 12 Tf 72 700 Td (Hello there.) Tj ET";

  @Test
  void aStreamThatUnpacksToGigabytesIsRefused() throws IOException {
    String bomb = bomb(0);
    assertRefused(pdf("", stream(bomb, "/Filter /FlateDecode")), "more than 200 times its size");
    assertRefused(pdf("", stream(bomb, "/Filter /Fl#61teDecode")), "more than 200 times its size");
    assertRefused(
        pdf("", stream(bomb, "/Filter [/FlateDecode /FlateDecode]")), "packed several times");
  }

  @Test
  void aStreamThatPretendsToBeAPictureIsNotUnpacked() throws IOException {
    String picture = "/Filter /FlateDecode /Subtype /Image";
    assertThat(new PdfReader().read(pdf("", stream(bomb(0), picture)), "x.pdf").blocks()).isEmpty();
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
  void aStreamThatUnpacksToMuchIsRefusedThoughItDoesNotRepeatItself() throws IOException {
    assertRefused(pdf("", stream(bomb(50), "/Filter /FlateDecode")), "larger than 48 MiB");
  }

  @Test
  void textThatIsShownTooManyTimesIsRefused() {
    byte[] pages = pdf("", stream("BT /F 12 Tf (" + "ab".repeat(2000) + ") Tj ET", ""));
    String many =
        new String(pages, ISO_8859_1)
            .replace("[3 0 R] /Count 1", "[" + "3 0 R ".repeat(99) + "] /Count 99");
    assertRefused(many.getBytes(ISO_8859_1), "the same text too many times");
  }

  @Test
  void objectsAndDictionariesAreCounted() {
    String empty = "%PDF-1.7\n" + "1 0 obj null endobj\n".repeat(250_001);
    assertRefused(empty.getBytes(ISO_8859_1), "more than 250000 objects");
    String streams = "%PDF-1.7\n" + ">>stream\n".repeat(59_000);
    assertRefused(streams.getBytes(ISO_8859_1), "longer than 12 MiB");
  }

  @Test
  void aPageOfHyphensTakesNoLongerThanOneOfWords() {
    String word = "BT /F 12 Tf 72 700 Td (" + "-a".repeat(45_000) + ") Tj ET";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(texts(pdf("", stream(word, "")))).hasSize(1));
  }

  @Test
  void aListThatIsCutOffIsDamage() {
    String font =
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W2 [1 2 -500 250] /CIDSystemInfo"
            + " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
    String pdf =
        new String(pdf("", stream("BT /F 12 Tf 72 700 Td <0001> Tj ET", ""), font), ISO_8859_1)
            .replace(
                "/Subtype /Type1 /BaseFont /Helvetica",
                "/Subtype /Type0 /BaseFont /A /Encoding /Identity-V /DescendantFonts [6 0 R]");
    assertRefused(pdf.getBytes(ISO_8859_1), "an object is not what its place asks for");
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
    Refusal.assertRefused(() -> new PdfReader().read(pdf, "x.pdf"), why);
  }

  /** 64 MiB, packed; in each MiB some thousands of bytes that cannot be packed. */
  private static String bomb(int thousands) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    Random random = new Random(1);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater)) {
      byte[] noise = new byte[thousands * 1000];
      for (int i = 0; i < 64; i++) {
        random.nextBytes(noise);
        packed.write(noise);
        packed.write(new byte[(1 << 20) - noise.length]);
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

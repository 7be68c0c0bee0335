package ballast.format.document;

import static ballast.Refusal.assertRefused;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.odt;
import static ballast.format.document.Packages.p;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.format.article.ReaderOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile, damaged and protected documents are refused before a filter sees them. */
final class PackageFileTest {

  private static final String OPEN =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

  private static Packages withBody(String xml) {
    return docx("").part("word/document.xml", xml);
  }

  private static String text(byte[] bytes, String name) {
    return new DocumentReader(ReaderOptions.DEFAULT).read(bytes, name).document().text();
  }

  /** Asserts that a Word file is refused with this reason. */
  private static void isRefused(Packages file, String why) {
    isRefused(file.bytes(), "a.docx", why);
  }

  private static void isRefused(byte[] bytes, String name, String why) {
    assertRefused(() -> text(bytes, name), why)
        .satisfies(e -> assertThat(((InputException) e).hint()).isNotEmpty());
  }

  @Test
  void partsThatUnpackToTooMuchAreRefused() {
    isRefused(docx(p("好。")).part("a.bin", new byte[9 << 20]), "150 times its size");
    Packages file = docx(p("好。"));
    for (int i = 0; i < 3; i++) {
      file.part("a" + i + ".bin", new byte[8 << 20]);
    }
    isRefused(file, "150 times its size");
  }

  @Tag("hostile")
  @Test
  void textThatUnpacksToTooMuchIsRefused() {
    Random random = new Random(1);
    StringBuilder body = new StringBuilder(OPEN);
    while (body.length() < 50 << 20) {
      body.append("<w:p w:rsid=\"").append(random.nextLong()).append("\"/>");
    }
    isRefused(withBody(body + "</w:document>"), "more than 48 MiB");
  }

  @Tag("hostile")
  @Test
  void aParagraphOfMegabytesIsRefused() {
    Random random = new Random(1);
    StringBuilder body = new StringBuilder(OPEN + "<w:p>");
    while (body.length() < 6_000_000) {
      String words = (random.nextLong() + " ").repeat(20);
      body.append("<w:r><w:t>").append(words).append("</w:t></w:r>");
    }
    while (body.length() < 11_000_000) {
      body.append(random.nextLong());
    }
    String xml = body + "</w:p></w:document>";
    isRefused(withBody(xml), "a paragraph of more than 5 MB");
  }

  @Test
  void aParagraphOfTooManyRunsIsRefused() {
    String runs = "<w:r><w:t>好</w:t></w:r>".repeat(20_001);
    isRefused(docx("<w:p>" + runs + "</w:p>"), "a paragraph of more than 20,000 runs");
  }

  @Test
  void spacesThatOneAttributeCountsAreCounted() {
    String spaces = "<text:s text:c=\"%s\"/>";
    String many = "<text:p>好" + spaces.formatted("2000000000") + "。</text:p>";
    isRefused(odt(many, "").bytes(), "a.odt", "a paragraph of more than 5 MB");
    for (String count : new String[] {"+2000000000", "&#50;000000000", "２００００００００００"}) {
      String other = "<text:p>好" + spaces.formatted(count) + "。</text:p>";
      isRefused(odt(other, "").bytes(), "a.odt", "something that is not a number");
    }
    String written = "<text:p>好<text:s text:c =\n'4900000'/>。</text:p>";
    isRefused(odt(written.repeat(11), "").bytes(), "a.odt", "48 MiB");
    byte[] few = odt("<text:p>好" + spaces.formatted("3") + "。</text:p>", "").bytes();
    assertThat(text(few, "a.odt")).isEqualTo("好   。");
  }

  @Test
  void moreElementsThanTheSizeOfTheFileExplainsAreRefused() {
    String why = "more than 50,000 elements and one more for each of its bytes";
    isRefused(docx(p("好。") + "<w:p/>".repeat(60_000)), why);
    String tabs = "<w:t>好。</w:t>" + "<w:tab/>".repeat(60_000);
    isRefused(docx("<w:p><w:r>" + tabs + "</w:r></w:p>"), why);
    isRefused(odt("<text:p>好。</text:p>" + "<text:p/>".repeat(60_000), "").bytes(), "a.odt", why);
    String cells = "<c/>".repeat(60_000);
    isRefused(Packages.xlsx("a", "", "<row>" + cells + "</row>").bytes(), "a.xlsx", why);
  }

  @Test
  void aPartWithAWrongChecksumIsRefused() {
    byte[] bytes = docx(p("好。")).bytes();
    int directory = lastIndexOf(bytes, "word/document.xml") - 46;
    bytes[directory + 16] ^= 1;
    isRefused(bytes, "a.docx", "the checksum of the part word/document.xml is wrong");
  }

  @Test
  void aPartWithAnotherNameInItsOwnHeaderIsRefused() {
    byte[] bytes = docx(p("好。")).bytes();
    bytes[lastIndexOf(bytes, "word/document.xml") + 12] = 'X';
    isRefused(
        bytes, "a.docx", "names a part word/documenX.xml that calls itself word/document.xml");
  }

  /** Where the last of equal names begins: in the directory at the end. */
  private static int lastIndexOf(byte[] bytes, String name) {
    return new String(bytes, ISO_8859_1).lastIndexOf(name);
  }

  @Test
  void elementsNestedTooDeepAreRefused() {
    String xml = OPEN + "<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000) + "</w:document>";
    isRefused(withBody(xml), "more than 1,000 deep");
  }

  @Test
  void entitiesAndOtherFilesAreRefused() {
    String rest = OPEN + "<w:body>" + p("&x;") + "</w:body></w:document>";
    for (String doctype :
        new String[] {
          "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE d [<!ENTITY a \"aa\"><!ENTITY x \"&a;&a;\">]>",
          "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\">",
          "<?x y?><!-- > --><!doctype d [<!ENTITY x \"y\">]>"
        }) {
      isRefused(withBody(doctype + rest), "DOCTYPE");
    }
    byte[] wide = ("\uFEFF<!DOCTYPE d [<!ENTITY x \"y\">]>" + rest).getBytes(UTF_16LE);
    isRefused(docx("").part("word/document.xml", wide), "DOCTYPE");
  }

  @Test
  void aPageOfABookMayNameItsTypeButDeclareNothing() {
    String page = "<!DOCTYPE html [<!ENTITY x \"y\">]><html><body><p>&x;</p></body></html>";
    byte[] book = BookPackage.epub("<p>一</p>", "<p>二</p>").part("OEBPS/a.xhtml", page).bytes();
    isRefused(book, "a.epub", "declares entities");
  }

  @Test
  void namesThatLeadOutAreRefused() {
    for (String name : new String[] {"../a.xml", "x/../../a.xml", "/a.xml", "..\\a.xml", "C:a"}) {
      isRefused(docx(p("好。")).part(name, "<a/>"), "leads out of it");
    }
  }

  @Test
  void aPartThatIsThereTwiceIsRefused() {
    byte[] bytes = docx(p("好。")).part("word/documenT.xml", "<a/>").bytes();
    isRefused(bytes, "a.docx", "twice");
    assertThat(new String(bytes, UTF_8)).contains("documenT"); // told apart by their names only
  }

  @Test
  void tooManyPartsAreRefused() {
    Packages file = docx(p("好。"));
    for (int i = 0; i < 10_001; i++) {
      file.part("x/" + i, "");
    }
    isRefused(file, "at most 10,000");
  }

  @Test
  void anArchiveInsideIsNotFollowed() {
    byte[] bomb = docx(p("好。")).part("a.bin", new byte[9 << 20]).bytes();
    byte[] outer = docx(p("好。")).part("word/embeddings/in.docx", bomb).bytes();
    assertThat(text(outer, "a.docx")).isEqualTo("好。");
  }

  @Test
  void protectedDocumentsAreNamed() throws IOException {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    old.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    old.write(new byte[600]);
    isRefused(old.toByteArray(), "a.doc", "an old Office file");
    old.write("EncryptedPackage".getBytes(UTF_16LE));
    isRefused(old.toByteArray(), "a.docx", "protected by a password");
    byte[] locked =
        odt("<text:p>好。</text:p>", "")
            .part("META-INF/manifest.xml", "<m:m xmlns:m=\"m\"><m:encryption-data/></m:m>")
            .bytes();
    isRefused(locked, "a.odt", "protected by a password");
  }

  @Test
  void damagedAndRenamedArchivesAreNamed() {
    byte[] whole = docx(p("好。")).bytes();
    isRefused(Arrays.copyOf(whole, whole.length / 2), "a.docx", "cut off");
    byte[] text = odt("<text:p>好。</text:p>", "").bytes();
    isRefused(Arrays.copyOf(text, text.length / 2), "a.odt", "cut off or damaged");
    isRefused(new Packages().part("a.txt", "好"), "without the parts");
    isRefused(new Packages().part("Index/Document.iwa", "x").bytes(), "a.pages", "Pages");
    isRefused(docx(""), "no text");
    isRefused(withBody(OPEN + "<w:body>"), "cannot read");
  }

  /** In a process with a folder of its own: other tests have temporary files too. */
  @Tag("hostile")
  @Test
  void nothingIsLeftBehind(@TempDir Path temporary) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                PackagesRead.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }
}

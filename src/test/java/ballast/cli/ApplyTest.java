package ballast.cli;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.odt;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.pptx;
import static ballast.format.document.Packages.r;
import static ballast.format.document.Packages.scriptedXlsx;
import static ballast.format.document.Packages.shape;
import static ballast.format.document.Packages.xlsx;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was changed in the memory comes into the translated document, and nothing else does. */
final class ApplyTest extends CommandTest {

  private static final String CHINESE = "船在清晨离开港口，没有人送行。\n\n船长一夜没有睡。\n\n海鸥都不见了。\n";
  private static final String SHIP = "The ship left the harbour at dawn, and nobody waved.";
  private static final String CAPTAIN = "The captain had not slept all night.";
  private static final String GULLS = "The gulls were gone.";
  private static final String BETTER = "The vessel left the harbour at dawn, and not a soul waved.";
  private static final String NOTE =
      "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + "<w:r><w:t>.</w:t></w:r>";

  private static Stream<Arguments> documents() {
    String cells =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            + "<c r=\"C1\" t=\"s\"><v>2</v></c></row>";
    return Stream.of(
        Arguments.of("a.en.docx", docx(ship(SHIP) + p(CAPTAIN) + p(GULLS)).bytes()),
        Arguments.of(
            "a.en.pptx",
            pptx(shape("title", SHIP) + "\n" + shape("body", CAPTAIN), shape("title", GULLS))
                .bytes()),
        Arguments.of("a.en.xlsx", xlsx("Ship", si(SHIP) + si(CAPTAIN) + si(GULLS), cells).bytes()),
        Arguments.of(
            "a.en.odt",
            odt(
                    "<text:p>The ship left the <text:span text:style-name=\"b\">harbour</text:span>"
                        + " at dawn, and nobody waved.</text:p><text:p>"
                        + CAPTAIN
                        + "</text:p><text:p>"
                        + GULLS
                        + "</text:p>",
                    "")
                .bytes()),
        Arguments.of("a.en.md", bytes("# *" + CAPTAIN + "*\n", marked("**"))),
        Arguments.of("a.en.txt", bytes(SHIP.replace("dawn, ", "dawn,\n"), "\n\n", CAPTAIN)),
        Arguments.of("a.en.html", bytes("<p>", marked("<b>"), "</p><p>", CAPTAIN, "</p>")),
        Arguments.of(
            "a.en.srt",
            bytes(
                "1\n00:00:01,000 --> 00:00:02,000\nThe ship left the <i>harbour</i> at dawn,\n\n",
                "2\n00:00:02,000 --> 00:00:03,000\nand nobody waved.\n\n",
                "3\n00:00:04,000 --> 00:00:05,000\n" + CAPTAIN + "\n")));
  }

  private static String ship(String sentence) {
    String[] halves = sentence.split("harbour", 2);
    return "<w:p>" + r(halves[0]) + bold("harbour") + r(halves[1]) + "</w:p>";
  }

  private static String marked(String sign) {
    String end = sign.replace("<", "</");
    return SHIP.replace("harbour", sign + "harbour" + end) + "\n";
  }

  private static String si(String text) {
    return "<si><t>" + text + "</t></si>";
  }

  private static byte[] bytes(String... text) {
    return String.join("", text).getBytes(UTF_8);
  }

  private byte[] bytesOf(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  /** Aligns a translation with the Chinese text, as far as it goes. */
  private void align(String name, byte[] translation) throws IOException {
    Files.write(folder.resolve(name), translation);
    boolean isShort = !run(0, "split", "--lang", "en", name).out().contains(GULLS);
    String chinese = isShort ? CHINESE.replace("海鸥都不见了。", "") : CHINESE;
    if (name.endsWith(".md")) {
      chinese = "船长一夜没有睡。\n\n船在清晨离开港口，没有人送行。\n";
    }
    write("a.zh.txt", chinese);
    run(0, "align", "a.zh.txt", name, "--tm", "tm.db", "--force");
  }

  private void edit(String old, String now) {
    String id =
        units("tm.db").stream()
            .filter(unit -> unit.target().equals(old))
            .findFirst()
            .orElseThrow()
            .id();
    run(0, "tm", "edit", id, "--target", now, "--tm", "tm.db", "--by", "Anna");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void onlyTheChangedWordsChangeAndTheNextAlignmentHasNothingToDo(String name, byte[] content)
      throws IOException {
    align(name, content);
    String before = run(0, "split", "--lang", "en", name).out();
    edit(SHIP, BETTER);

    assertThat(run(0, "apply", name, "--tm", "tm.db", "--dry-run").err())
        .contains("\"ship\" -> \"vessel\", \"nobody\" -> \"not a soul\"")
        .contains("would apply 1 translation to " + name);
    assertThat(bytesOf(name)).isEqualTo(content);

    assertThat(run(0, "apply", name, "--tm", "tm.db").err())
        .contains("applied  1 translation to " + name, "kept     " + name + ".bak");
    assertThat(run(0, "split", "--lang", "en", name).out())
        .isEqualTo(before.replace("ship", "vessel").replace("nobody", "not a soul"));
    assertThat(bytesOf(name + ".bak")).isEqualTo(content);
    assertThat(run(0, "align", "a.zh.txt", name, "--tm", "tm.db", "--force").err())
        .containsPattern("units: \\d unchanged\n");
    assertThat(run(0, "apply", name, "--tm", "tm.db").err()).contains("nothing to apply");
  }

  /** The bytes of a text file, the parts of a package. */
  @Test
  void everythingElseStaysAsItIs() throws IOException {
    byte[] text = bytes(SHIP.replace("dawn, ", "dawn,\r\n  "), "\r\n\r\n", CAPTAIN);
    align("a.en.txt", text);
    edit(SHIP, BETTER);
    run(0, "apply", "a.en.txt", "--tm", "tm.db");
    assertThat(read("a.en.txt"))
        .isEqualTo(
            new String(text, UTF_8).replace("ship", "vessel").replace("nobody", "not a soul"));

    String body =
        "<w:p w:rsidR=\"00A1\"><w:r><w:t>The ship left</w:t></w:r><w:r w:rsidRPr=\"00B2\"><w:t> the"
            + " harbour at dawn, and nobody waved</w:t></w:r>"
            + NOTE
            + "</w:p>"
            + p(CAPTAIN)
            + p(GULLS);
    byte[] word =
        docx(body)
            .word("footnotes", "footnotes", "<w:footnote w:id=\"2\">" + p("Log.") + "</w:footnote>")
            .bytes();
    write("b.zh.txt", CHINESE + "\n日志。\n");
    Files.write(folder.resolve("b.en.docx"), word);
    run(0, "align", "b.zh.txt", "b.en.docx", "--tm", "b.db", "--force");
    String id = units("b.db").get(0).id();
    run(0, "tm", "edit", id, "--target", BETTER, "--tm", "b.db");
    run(0, "apply", "b.en.docx", "--tm", "b.db", "-o", "c.en.docx");
    assertThat(partOf(bytesOf("c.en.docx"), "word/document.xml"))
        .isEqualTo(
            partOf(word, "word/document.xml")
                .replace("<w:t>The ship", "<w:t xml:space=\"preserve\">The vessel")
                .replace("<w:t> the", "<w:t xml:space=\"preserve\"> the")
                .replace("nobody", "not a soul"));
    assertThat(bytesOf("b.en.docx")).isEqualTo(word);
    assertThat(folder.resolve("b.en.docx.bak")).doesNotExist();
  }

  @Test
  void aCellWithItsOwnTextIsChangedInItsSheet() throws IOException {
    String cell = "<:row><:c t=\"inlineStr\"><:is><:t>%s</:t></:is></:c></:row>";
    byte[] book = scriptedXlsx("x", cell.formatted(SHIP) + cell.formatted(CAPTAIN)).bytes();
    align("a.en.xlsx", book);
    edit(SHIP, BETTER);
    run(0, "apply", "a.en.xlsx", "--tm", "tm.db");
    String sheet = "xl/worksheets/sheet1.xml";
    assertThat(partOf(bytesOf("a.en.xlsx"), sheet))
        .isEqualTo(
            partOf(book, sheet)
                .replace("<x:t>The ship", "<x:t xml:space=\"preserve\">The vessel")
                .replace("nobody", "not a soul"));
  }

  @Test
  void wordShowsTheChangesAsRevisions() throws IOException {
    byte[] word = docx(ship(SHIP) + p(CAPTAIN) + p(GULLS)).bytes();
    align("a.en.docx", word);
    edit(SHIP, BETTER);
    edit(GULLS, "All gulls were gone.");
    run(0, "apply", "a.en.docx", "--tm", "tm.db", "-o", "plain.en.docx");
    run(0, "apply", "a.en.docx", "--tm", "tm.db", "--tracked", "-o", "revised.en.docx");
    run(0, "apply", "a.en.docx", "--tm=tm.db", "--tracked", "--author=B & C", "-o", "o.en.docx");

    String revised = partOf(bytesOf("revised.en.docx"), "word/document.xml");
    assertThat(revised)
        .containsPattern(
            "<w:del w:id=\"\\d+\" w:author=\"Anna\""
                + " w:date=\"\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}Z\"><w:r><w:delText"
                + " xml:space=\"preserve\">ship</w:delText></w:r></w:del>")
        .containsPattern("<w:ins [^>]*><w:r><w:t xml:space=\"preserve\">vessel</w:t></w:r></w:ins>")
        .doesNotContain("<w:t xml:space=\"preserve\"></w:t>");
    assertThat(accepted(revised))
        .isEqualTo(text(partOf(bytesOf("plain.en.docx"), "word/document.xml")));
    assertThat(rejected(revised)).isEqualTo(text(partOf(word, "word/document.xml")));
    assertThat(partOf(bytesOf("o.en.docx"), "word/document.xml"))
        .contains("w:author=\"B &amp; C\"")
        .doesNotContain("Anna");
    assertThat(run(0, "split", "--lang", "en", "revised.en.docx").out())
        .isEqualTo(run(0, "split", "--lang", "en", "plain.en.docx").out());
  }

  private static String text(String xml) {
    return xml.replaceAll("</w:p>", "\n").replaceAll("<[^>]*>", "");
  }

  private static String accepted(String xml) {
    return text(xml.replaceAll("<w:del .*?</w:del>", ""));
  }

  private static String rejected(String xml) {
    return text(xml.replaceAll("<w:ins .*?</w:ins>", ""));
  }

  @Test
  void onlyWordHasRevisions() throws IOException {
    align("a.en.txt", bytes(SHIP, "\n\n", CAPTAIN));
    assertThat(run(2, "apply", "a.en.txt", "--tm", "tm.db", "--tracked").err())
        .contains("cannot write revisions", "leave out --tracked");
  }

  @Test
  void aSentenceThatWasChangedInTheDocumentTooIsLeftAndNamed() throws IOException {
    align("a.en.txt", bytes(SHIP, "\n\n", CAPTAIN, "\n\n", GULLS));
    edit(SHIP, BETTER);
    edit(GULLS, "All gulls were gone.");
    write("a.en.txt", String.join("\n\n", "New!", "A ship left at dawn.", CAPTAIN, GULLS));

    assertThat(run(1, "apply", "a.en.txt", "--tm", "tm.db").err())
        .contains("a.en.txt:1:1: skipped: the document has other words here since it was aligned")
        .contains("\"" + BETTER + "\"")
        .contains("applied  1 translation to a.en.txt, skipped 1\ntry:     correct the skipped");
    assertThat(read("a.en.txt"))
        .isEqualTo(
            String.join("\n\n", "New!", "A ship left at dawn.", CAPTAIN, "All gulls were gone."));
  }

  @Test
  void aSecondChangeFindsTheFirstInTheDocument() throws IOException {
    align("a.en.txt", bytes(GULLS, "\n\n", CAPTAIN, "\n\n", GULLS));
    write("a.zh.txt", "海鸥都不见了。\n\n船长一夜没有睡。\n\n海鸥都不见了。\n");
    run(0, "align", "a.zh.txt", "a.en.txt", "--tm", "tm.db", "--force");
    String last = units("tm.db").get(2).id();
    for (String now : new String[] {"All gulls were gone.", "All the gulls had left."}) {
      run(0, "tm", "edit", last, "--target", now, "--tm", "tm.db");
      run(0, "apply", "a.en.txt", "--tm", "tm.db");
      assertThat(read("a.en.txt")).isEqualTo(String.join("\n\n", GULLS, CAPTAIN, now));
    }
    assertThat(folder.resolve("a.en.txt.bak2")).exists();
    run(0, "tm", "edit", last, "--source", "海鸥飞走了。", "--target", "Gone.", "--tm", "tm.db");
    assertThat(run(1, "apply", "a.en.txt", "--tm", "tm.db").err())
        .contains("its source has been edited in the memory too");
  }

  @Test
  void aSentenceThatBecomesTwoStaysWithItsSource() throws IOException {
    align("a.en.md", bytes(CAPTAIN + "\n\n" + SHIP + "\n"));
    edit(SHIP, "The vessel left the harbour at dawn. It was quiet. Not a soul waved.");
    run(0, "apply", "a.en.md", "--tm", "tm.db");
    assertThat(run(0, "align", "a.zh.txt", "a.en.md", "--tm", "tm.db", "--force").err())
        .contains("1 1-1, 1 1-3", "units: 2 unchanged");
  }

  @Test
  void checkCorrectsAWordDocumentToo() throws IOException {
    write("a.zh.txt", CHINESE);
    write("terms.csv", "zh,en,forbidden\n船长,captain,skipper\n");
    byte[] word = docx(ship(SHIP) + p("The skipper had not slept all night.") + p(GULLS)).bytes();
    Files.write(folder.resolve("a.en.docx"), word);
    run("check a.zh.txt a.en.docx --glossary terms.csv --rule term-forbidden --fix --apply");
    assertThat(partOf(bytesOf("a.en.docx"), "word/document.xml"))
        .isEqualTo(partOf(word, "word/document.xml").replace("skipper", "captain"));
  }

  @Test
  void anImportedFileIsCorrected() throws IOException {
    write("units.tsv", "海鸥都不见了。\t" + GULLS + "\n船长一夜没有睡。\t" + CAPTAIN + "\n");
    run(0, "convert", "units.tsv", "units.tmx");
    run(0, "convert", "units.tsv", "units.xlf");
    run(0, "tm", "import", "units.tsv", "--tm", "tm.db");
    edit(GULLS, "The gulls were gone & silent.");
    for (String name : new String[] {"units.tsv", "units.tmx", "units.xlf"}) {
      String before = read(name);
      String now = name.endsWith("tsv") ? "gone & silent." : "gone &amp; silent.";
      run(0, "apply", name, "--tm", "tm.db");
      assertThat(read(name)).isEqualTo(before.replace("gone.", now));
    }
  }

  @Test
  void whatCannotBeCorrectedIsRefused() throws IOException {
    align("a.en.txt", bytes(SHIP, "\n\n", CAPTAIN));
    Files.copy(folder.resolve("a.en.txt"), folder.resolve("copy.txt"));
    assertThat(run(2, "apply", "copy.txt", "--tm", "tm.db").err())
        .contains("no article of the memory was aligned from \"copy.txt\"", "--document");
    assertThat(run(2, "apply", "a.zh.txt", "--tm", "tm.db").err())
        .contains("is an original, not a translation", "a.en.txt");
    edit(SHIP, BETTER);
    run(0, "apply", "copy.txt", "--document", "a", "--tm", "tm.db");
    assertThat(read("copy.txt")).startsWith(BETTER);
    byte[] broken = Arrays.copyOf(docx(p(SHIP)).bytes(), 300);
    Files.write(folder.resolve("a.en.docx"), broken);
    run(2, "apply", "a.en.docx", "--document", "a", "--tm", "tm.db");
    assertThat(bytesOf("a.en.docx")).isEqualTo(broken);
  }
}

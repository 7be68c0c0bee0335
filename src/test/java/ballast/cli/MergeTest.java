package ballast.cli;

import static ballast.format.document.Packages.bold;
import static ballast.format.document.Packages.docx;
import static ballast.format.document.Packages.odt;
import static ballast.format.document.Packages.p;
import static ballast.format.document.Packages.partOf;
import static ballast.format.document.Packages.pptx;
import static ballast.format.document.Packages.r;
import static ballast.format.document.Packages.shape;
import static ballast.format.document.Packages.xlsx;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents go out as XLIFF, are translated there and come back as documents. */
final class MergeTest extends CommandTest {

  static final String SHIP = "船在清晨离开港口。";
  static final String CAPTAIN = "船长一夜没有睡。";
  static final String GULLS = "海鸥都不见了。";

  /** A bold word, bold text over the end of a sentence, a sentence twice. */
  static final byte[] REPORT =
      docx("<w:p>"
              + r("货舱里装着")
              + bold("茶叶")
              + r("和瓷器。")
              + "</w:p><w:p>"
              + r("船在清晨")
              + bold("离开港口。船长")
              + r("一夜没有睡。")
              + "</w:p>"
              + p(GULLS)
              + p(GULLS))
          .bytes();

  private static Stream<Arguments> documents() {
    String runs = "<text:span text:style-name=\"b\">";
    String cells =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";
    return Stream.of(
        Arguments.of("报告.zh.docx", docx(marked(SHIP, "离开") + p(CAPTAIN)).bytes()),
        Arguments.of("a.pptx", pptx(shape("title", SHIP) + "\n" + shape("body", CAPTAIN)).bytes()),
        Arguments.of("a.xlsx", xlsx("船", si(SHIP) + si(CAPTAIN), cells).bytes()),
        Arguments.of(
            "a.odt",
            odt("<text:p>船在清晨" + runs + "离开</text:span>港口。" + CAPTAIN + "</text:p>", "").bytes()),
        Arguments.of("a.md", bytes("- 船在清晨**离开**港口。[船长](http://x.cn/a)一夜没有睡。\n")),
        Arguments.of(
            "a.srt",
            bytes(
                """
                1
                00:00:01,000 --> 00:00:02,000
                船在清晨<i>离开</i>港口。

                2
                00:00:03,000 --> 00:00:04,000
                船长一夜没有睡。
                """)),
        Arguments.of(
            "a.po",
            bytes(
                """
                msgid ""
                msgstr "Content-Type: text/plain; charset=UTF-8\\n"

                msgid "船在清晨离开港口。"
                msgstr ""

                msgid "船长一夜没有睡。"
                msgstr ""
                """)));
  }

  private static String marked(String sentence, String marked) {
    String[] halves = sentence.split(marked, 2);
    return "<w:p>" + r(halves[0]) + bold(marked) + r(halves[1]) + "</w:p>";
  }

  private static String si(String text) {
    return "<si><t>" + text + "</t></si>";
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentComesBackTranslated(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    String extension = name.substring(name.lastIndexOf('.'));
    for (String version : List.of("1.2", "2.1")) {
      String xliff = "译文 " + version + ".xlf";
      String out = "译文 " + version + extension;
      run(0, "translate", name, "--xliff", version, "-o", xliff);
      assertThat(run(0, "merge", name, xliff, "-o", out).err())
          .contains("merged   2 sentences into en-US, 0 not translated", "wrote    ");
      assertThat(run(0, "split", "--lang", "en", out).out())
          .isEqualTo("The ship left the harbour at dawn.\nThe captain had not slept all night.\n");
      run(0, "merge", name, xliff, "-o", "again" + extension, "--force");
      assertThat(bytesOf("again" + extension)).as("the same again").isEqualTo(bytesOf(out));
      run(0, "translate", name, "-o", "direct" + extension, "--force");
      assertThat(bytesOf("direct" + extension)).as("at once").isEqualTo(bytesOf(out));
      assertThat(bytesOf(name)).as("the original").isEqualTo(content);
    }
  }

  @Test
  void codesStandAtTheirWords() throws IOException {
    write("a.docx", REPORT);
    for (String version : List.of("1.2", "2.1")) {
      run(0, "translate", "a.docx", "--xliff", version, "-o", "a.xlf", "--force");
      run(1, "merge a.docx a.xlf -o b.docx --force");
      assertThat(bodyOf("b.docx"))
          .containsSubsequence("The hold was full of ", "<w:b/>", ">tea<", "> and porcelain.<")
          .containsSubsequence("The ship ", "<w:b/>", "left the harbour at dawn. The captain<")
          .contains("> had not slept all night.<");
    }
    write("a.md", "船在清晨**离开港口。船长**一夜没有睡。\n");
    run(0, "translate a.md -o b.md");
    assertThat(read("b.md"))
        .isEqualTo(
            "The ship **left the harbour at dawn. The captain** had not slept all" + " night.\n");
  }

  @Test
  void whatIsNotTranslatedStaysAndIsListed() throws IOException {
    write("a.docx", REPORT);
    run(0, "translate a.docx -o a.xlf");
    assertThat(run(1, "merge a.docx a.xlf -o b.docx").err())
        .contains("a.docx (paragraph 3): not translated: \"" + GULLS + "\"")
        .contains("a.docx (paragraph 4): not translated: \"" + GULLS + "\"")
        .contains("merged   3 sentences into en-US, 2 not translated");
    assertThat(bodyOf("b.docx").split(GULLS, -1)).hasSize(3);
  }

  @Test
  void ofASentenceThatIsThereTwiceOnlyTheTranslatedOneChanges() throws IOException {
    write("a.docx", REPORT);
    run(0, "translate a.docx -o a.xlf");
    CatFile cat = new CatFile(folder.resolve("a.xlf")).translate(GULLS, "First.");
    cat.translate(GULLS, "The gulls were gone.").replace("<target>First.</target>", "").save();
    run(1, "merge a.docx a.xlf -o b.docx");
    assertThat(bodyOf("b.docx")).containsSubsequence(GULLS, "The gulls were gone.");
  }

  @Test
  void theFileComesBackFromOkapi() throws IOException {
    write("a.docx", REPORT);
    run(0, "translate a.docx -o a.xlf");
    run(1, "merge a.docx a.xlf -o b.docx");
    LocaleId english = LocaleId.fromString("en-US");
    try (XLIFFFilter filter = new XLIFFFilter();
        IFilterWriter writer = filter.createFilterWriter();
        RawDocument xliff =
            new RawDocument(
                folder.resolve("a.xlf").toUri(), "UTF-8", LocaleId.fromString("zh-CN"), english)) {
      filter.open(xliff);
      writer.setOptions(english, "UTF-8");
      writer.setOutput(folder.resolve("okapi.xlf").toString());
      while (filter.hasNext()) {
        writer.handleEvent(filter.next());
      }
    }
    run(1, "merge a.docx okapi.xlf -o c.docx");
    assertThat(bytesOf("c.docx")).isEqualTo(bytesOf("b.docx"));
  }

  @Test
  void theMemoryLearnsWhatTheToolHasDone() throws IOException {
    write("a.md", "海鸥**都**不见了。船员也走了。他们没有回来。\n");
    run(1, "translate a.md -o a.xlf");
    String gulls = "海鸥<g id=\"1\" ctype=\"bold\">都</g>不见了。";
    new CatFile(folder.resolve("a.xlf"))
        .translate(gulls, "<g id=\"1\" ctype=\"bold\">All</g> the gulls were gone.")
        .translate("船员也走了。", "The crew left too.")
        .replace("<target>The crew", "<target state=\"final\">The crew")
        .replace("<target><g", "<target state=\"translated\"><g")
        .save();
    assertThat(run(0, "tm import a.xlf").err()).contains("2 added");
    String units = run(0, "tm export --format tmx").out();
    assertThat(units)
        .contains("The crew left too.", "x-status\">approved")
        .contains("<bpt i=\"1\">&lt;g id=\"1\" ctype=\"bold\"&gt;</bpt>All<ept");
    assertThat(units.split("x-status\">approved", -1)).hasSize(2);
    write("b.md", "海鸥**都**不见了。\n");
    run(0, "translate b.md -o b.en.md");
    assertThat(read("b.en.md")).isEqualTo("**All** the gulls were gone.\n");
  }

  @Test
  void eachDocumentOfAnXliffFileIsMerged() throws IOException {
    Files.createDirectories(folder.resolve("docs"));
    write("docs/a.md", SHIP + "\n");
    write("b.md", SHIP + CAPTAIN + "\n");
    run(0, "translate docs/a.md b.md -o both.xlf");
    run(0, "merge docs/a.md both.xlf -o a.en.md");
    run(0, "merge b.md both.xlf -o b.en.md");
    String ship = "The ship left the harbour at dawn.";
    assertThat(read("a.en.md")).isEqualTo(ship + "\n");
    assertThat(read("b.en.md")).isEqualTo(ship + " The captain had not slept all night.\n");
    write("c.md", SHIP + "\n");
    refused("\"both.xlf\" holds 2 documents", "merge c.md both.xlf -o c.en.md");
    refused("cannot write 2 documents into one", "translate docs/a.md b.md -o c.en.md");
  }

  /** The parts keep their times, which are the same in every time zone. */
  @Test
  void theDatesInTheArchiveAreThoseOfTheOriginal() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes);
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(REPORT))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(LocalDateTime.of(2024, 5, 6, 7, 8, 10));
        out.putNextEntry(copy);
        in.transferTo(out);
      }
    }
    write("a.docx", bytes.toByteArray());
    run(1, "translate a.docx -o b.docx --fill 100");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytesOf("b.docx")))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        assertThat(part.getTimeLocal()).isEqualTo(LocalDateTime.of(2024, 5, 6, 7, 8, 10));
      }
    }
  }

  @Test
  void aCopyOfTheSourceForOlderProgramsIsNotATranslation() throws IOException {
    write("a.md", "# 灯\n\n他吃了*两只**大**鱼*和`tea`。\n");
    run(1, "translate a.md --copy-source -o a.xlf");
    String copy = "<target state=\"new\">他吃了<g id=\"1\" ctype=\"italic\">两只<g id=\"2\"";
    assertThat(read("a.xlf")).contains(copy);
    assertThat(run(1, "merge a.md a.xlf -o b.md").err()).contains("2 not translated");
    assertThat(bytesOf("b.md")).isEqualTo(bytesOf("a.md"));
    assertThat(run(0, "tm import a.xlf --tm copies.db").err()).contains(" 0 added");
  }

  @Test
  void theMemoryKeepsTheCodesOfAlignedDocuments() throws IOException {
    write("k.zh.md", "灯是*红*的，门是**黑**的。\n");
    write("k.en.md", "The door is **black** and the lamp is *red*.\n");
    run(0, "align k.zh.md k.en.md --tm k.db");
    run(0, "tm export --tm k.db -o k.tmx");
    String exported = read("k.tmx");
    assertThat(exported).containsSubsequence("灯是<bpt i=\"1\">", "红<ept i=\"1\">", "<bpt i=\"2\">");
    assertThat(exported).containsSubsequence("is <bpt i=\"2\">", "black", "<bpt i=\"1\">", "red");
    // Also by way of the exported file each code goes to its own word.
    run(0, "tm import k.tmx --tm copy.db");
    run(0, "translate k.zh.md --tm copy.db -o back.md");
    assertThat(bytesOf("back.md")).isEqualTo(bytesOf("k.en.md"));
  }

  @Test
  void aLostCodeIsRefusedAndNamed() throws IOException {
    outOfTool("<target>The hold was full of tea and porcelain.</target>");
    refused(
        "cannot merge: a.docx (paragraph 1): the code <run1> is lost in \"货舱里装着茶叶和瓷器。\"",
        "merge a.docx a.xlf -o b.docx");
    assertThat(run(1, "merge a.docx a.xlf -o b.docx --lenient").err())
        .contains("a.docx (paragraph 1): the code <run1> is lost");
    assertThat(bodyOf("b.docx")).contains("The hold was full of tea and porcelain.");
  }

  @Test
  void aDoubledOrForeignCodeIsRefusedAndNamed() throws IOException {
    outOfTool("<target>A <g id=\"1\">hold</g> of <g id=\"1\">tea</g>.</target>");
    refused(
        "a.docx (paragraph 1): the code <run1> is there twice in", "merge a.docx a.xlf -o b.docx");
    run(1, "merge a.docx a.xlf -o b.docx --lenient");
    assertThat(bodyOf("b.docx")).containsSubsequence("A ", "<w:b/>", ">hold<", "> of tea.<");
    outOfTool("<target>A <g id=\"1\">hold</g> of <x id=\"7\"/>tea.</target>");
    refused("is not in the source", "merge a.docx a.xlf -o c.docx");
  }

  /** The bold word of the first sentence comes back from a tool in this target. */
  private void outOfTool(String target) throws IOException {
    write("a.docx", REPORT);
    run(1, "translate a.docx --tm none.db -o a.xlf --force");
    CatFile cat = new CatFile(folder.resolve("a.xlf"));
    String source = "货舱里装着<g id=\"1\" ctype=\"bold\">茶叶</g>和瓷器。";
    cat.translate(source, "?").replace("<target>?</target>", target).save();
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() throws IOException {
    write("a.md", SHIP + "\n");
    write("b.md", CAPTAIN + "\n");
    run(0, "translate a.md -o a.xlf");
    String other = "\"b.md\" is not the document from which \"a.xlf\" was made";
    refused(other, "merge b.md a.xlf -o c.md");
    write("a.md", SHIP + CAPTAIN + "\n");
    refused("or has changed since", "merge a.md a.xlf -o c.md");
    refused("\"old.tsv\" is not an XLIFF file: it begins with", "merge a.md old.tsv -o c.md");
    refused("\"a.md\" is not an XLIFF file: it begins with", "merge a.xlf a.md -o c.md");
    refused("the file does not exist", "merge a.md none.xlf -o c.md");
    write("a.md", SHIP + "\n");
    refused("the original is a Markdown text", "merge a.md a.xlf -o c.docx");
    refused("the original is a Markdown text", "translate a.md -o c.docx");
    write("a.pdf", "%PDF-1.4\n");
    String why = "cannot write a translation of \"a.pdf\": it is a PDF file";
    refused(why, "merge a.pdf a.xlf -o b.pdf");
  }

  @Test
  void nothingIsLeftBehindWhereNothingCanBeWritten() throws IOException {
    write("a.docx", REPORT);
    run(0, "translate a.docx -o a.xlf");
    write("there.docx", "mine");
    refused("exists", "merge a.docx a.xlf -o there.docx");
    assertThat(bytesOf("there.docx")).isEqualTo(bytes("mine"));
    refused("cannot write", "merge a.docx a.xlf -o nowhere/b.docx");
    if (Files.exists(Path.of("/dev/full"))) {
      refused("the disk is full", "merge a.docx a.xlf -o /dev/full --force");
    }
    refused("a document", "merge a.docx a.xlf");
    refused("it is read by this command", "merge a.docx a.xlf -o a.docx --force");
  }

  @BeforeEach
  void fillMemory() throws IOException {
    write(
        "old.tsv",
        """
        zh-CN\ten-US
        船在清晨离开港口。\tThe ship left the harbour at dawn.
        船长一夜没有睡。\tThe captain had not slept all night.
        货舱里装着茶叶和瓷器。\tThe hold was full of tea and porcelain.
        """);
    run(0, "tm", "import", "old.tsv", "-q");
    write("none.tsv", "zh-CN\ten-US\n很久以前的事。\tThat was long ago.\n");
    run(0, "tm", "import", "none.tsv", "--tm", "none.db", "-q");
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  String bodyOf(String docx) throws IOException {
    return partOf(bytesOf(docx), "word/document.xml");
  }

  byte[] bytesOf(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /** The command ends in an error that says this, and leaves the folder as it was. */
  void refused(String why, String command) throws IOException {
    List<Path> before = files();
    assertThat(run(2, command).err()).contains(why);
    assertThat(files()).isEqualTo(before);
  }

  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.toString().contains(".db")).sorted().toList();
    }
  }
}

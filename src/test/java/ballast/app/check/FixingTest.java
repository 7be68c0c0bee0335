package ballast.app.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.Notices;
import ballast.app.check.CheckSettings.FailOn;
import ballast.app.project.Glossaries;
import ballast.bitext.Severity;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.LocatedFinding;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.TestRepository;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections in files and in the memory: what is named changes, and no other byte. */
final class FixingTest extends CommandTest {

  private static final Origin MEI = new Origin("mei", "");
  private static final String WRONG = "their cornerstone ";
  private static final String RIGHT = "their ballast stone ";

  @BeforeEach
  void writeTheGlossary() throws IOException {
    write(
        "terms.csv",
        """
        id,zh,en,status,pos
        stone,压舱石,ballast stone,preferred,noun
        stone,压舱石,cornerstone,forbidden,noun
        ally,盟友,ally,preferred,noun
        ally,盟友,confederate,forbidden,noun
        """);
  }

  private Outcome fix(String... more) {
    return run(words("check --glossary terms.csv --fix", more));
  }

  private TranslationCheck.Request request(PairSource pairs) {
    CheckedFolder checked = new CheckedFolder(folder);
    Glossaries terms = Glossaries.of(List.of("terms.csv"));
    return TranslationCheck.Request.of(pairs)
        .against(ReadGlossaries.read(terms, checked.workplace(), checked));
  }

  private Fixing.Result plan(String... files) {
    return fixing("").fix(Fixing.Request.plan(request(PairSource.ofFiles(files))));
  }

  private Fixing.Result apply(String... files) {
    return fixing("").fix(Fixing.Request.apply(request(PairSource.ofFiles(files)), MEI));
  }

  private Fixing fixing(String input) {
    return new Fixing(new CheckedFolder(folder).workplace(input), Notices.NONE, Lexicon.bundled());
  }

  /** Writes a file, corrects it and compares all of its bytes. */
  private void corrects(String name, Charset charset, String before, String... replaced)
      throws IOException {
    Path file = Files.write(folder.resolve(name), before.getBytes(charset));
    Fixing.Result preview = plan(name);
    assertThat(preview.applied()).isFalse();
    assertThat(preview.files()).containsExactly(name);
    assertThat(fix(name).err()).contains("nothing was written");
    assertThat(Files.readAllBytes(file)).isEqualTo(before.getBytes(charset));
    Fixing.Result done = apply(name);
    assertThat(done.corrected()).hasSameSizeAs(preview.corrected());
    String expected = before;
    for (int i = 0; i < replaced.length; i += 2) {
      assertThat(expected).contains(replaced[i]);
      expected = expected.replace(replaced[i], replaced[i + 1]);
    }
    assertThat(file).content(charset).isEqualTo(expected);
    assertThat(Files.readAllBytes(file)).isEqualTo(expected.getBytes(charset));
    assertThat(done.remaining()).noneMatch(one -> FailOn.WARNING.isReachedBy(severity(one)));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(one -> one.getFileName().toString()))
          .noneMatch(n -> n.contains(".part"));
    }
  }

  private static Severity severity(LocatedFinding one) {
    return one.finding().severity();
  }

  private static List<String> reasons(Fixing.Result result) {
    return result.left().stream().map(FixPlan::reason).toList();
  }

  @Test
  void linesKeepTheirMarkEndsAndEscapes() throws IOException {
    corrects(
        "单元.tsv",
        UTF_8,
        "\uFEFF压舱石。\tA cornerstone\\n of \\\\ trade.\tnote: cornerstone\r\n\r\n\t\r\n"
            + "好。\tGood.\rbad line\n盟友们。\tThe confederates & cornerstone.",
        "\tA cornerstone\\n",
        "\tA ballast stone\\n",
        "The confederates &",
        "The allies &");
  }

  @Test
  void sixteenBitLinesStaySo() throws IOException {
    corrects("u.tsv", UTF_16LE, "\uFEFF盟友。\tA confederate 🚢.\n", "A confederate", "An ally");
  }

  @Test
  void tmxKeepsItsMarkup() throws IOException {
    corrects(
        "u.tmx",
        UTF_8,
        """
        <?xml version='1.0' encoding="UTF-8"?>\r
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <!-- cornerstone --><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
          segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype='plaintext' ><note>cornerstone</note></header><body>
        <tu tuid='a>b'><note>A cornerstone.</note><tuv xml:lang="en-US"><seg>A <bpt i="1">&lt;b></bpt>cornerstone<ept i="1">&lt;/b></ept> &amp; more&#33;</seg></tuv
          ><tuv xml:lang="zh-CN"><seg><bpt i="1">&lt;b></bpt>压舱石<ept i="1">&lt;/b></ept>。</seg></tuv></tu>
        <tu><tuv xml:lang="zh-CN"><seg>盟友。</seg></tuv><tuv xml:lang="en-US"><seg>A confederate.</seg></tuv></tu>
        <tu><tuv xml:lang="zh-CN"><seg>盟友。</seg></tuv><tuv xml:lang="en-US"><seg>A confederate.</seg></tuv></tu>
        </body></tmx>
        """,
        "</bpt>cornerstone<ept",
        "</bpt>ballast stone<ept",
        ">A confederate.<",
        ">An ally.<");
  }

  @Test
  void xliffKeepsItsProposals() throws IOException {
    corrects(
        "u.xlf",
        UTF_8,
        """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"
         source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
        <trans-unit id="1"><source>压舱石<g id="1">很好</g>。</source>
        <target>The cornerstone <g id="1">is good</g>.</target><alt-trans><target>The cornerstone is good.</target></alt-trans>
        <note>The cornerstone</note></trans-unit>
        </body></file></xliff>
        """,
        "<target>The cornerstone <g",
        "<target>The ballast stone <g");
  }

  @Test
  void anArticleKeepsItsEncodingAndLines() throws IOException {
    write("a.zh.txt", "盟友来了。\n\n贸易是压舱石。\n");
    String before = "  The café's confederate came.\r\n\r\nTrade is a cornerstone.";
    Path file = Files.write(folder.resolve("a.en.txt"), before.getBytes(ISO_8859_1));
    Outcome done = fix("a.zh.txt", "a.en.txt", "--apply");
    assertThat(file)
        .content(ISO_8859_1)
        .as(done.out() + done.err())
        .isEqualTo("  The café's ally came.\r\n\r\nTrade is a ballast stone.");
    assertThat(done.out()).contains("a.en.txt:1:14: replaced \"confederate\"");
  }

  @Test
  void unsafeFixesAreNamedAndLeft() throws IOException {
    String before = "压舱石。\tA \"cornerstone\".\n";
    write("u.tsv", before);
    Fixing.Result result = apply("u.tsv");
    assertThat(reasons(result)).anyMatch(reason -> reason.contains("quotation marks"));
    assertThat(result.remaining()).anyMatch(one -> severity(one) == Severity.ERROR);
    assertThat(read("u.tsv")).isEqualTo(before);
    Outcome done = fix("u.tsv", "--apply");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.out()).contains("left as it is").contains("quotation marks");
  }

  @Test
  void aMatchWithACodeInsideIsNotReplaced() throws IOException {
    String before =
        TestRepository.tmx(
            "压舱石。", "A corner<ph/>stone, a cornerstone.", "压舱石。", "The corner<ph/>stone.");
    write("u.tmx", before);
    assertThat(reasons(apply("u.tmx")))
        .contains("the words to replace contain an inline code or other markup");
    assertThat(read("u.tmx")).isEqualTo(before);
  }

  @Test
  void aLinkStaysALinkAndAFileKeepsItsPermissions() throws IOException {
    assumeTrue(File.separatorChar == '/', "links and permissions of Unix");
    write("real/u.tsv", "压舱石。\tA cornerstone.\n");
    Path file = folder.resolve("real/u.tsv");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    Path link = Files.createSymbolicLink(folder.resolve("u.tsv"), Path.of("real/u.tsv"));
    assertThat(apply("u.tsv").remaining()).isEmpty();
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("压舱石。\tA ballast stone.\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void packedFilesAndStandardInputAreLeft() throws IOException {
    Path packed = folder.resolve("u.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("压舱石。\tA cornerstone.\n".getBytes(UTF_8));
    }
    byte[] before = Files.readAllBytes(packed);
    assertThat(reasons(apply("u.tsv.gz"))).contains("the file is packed: unpack it first");
    assertThat(packed).hasBinaryContent(before);
    write("a.zh.txt", "贸易是压舱石。\n");
    Fixing.Result result =
        fixing("Trade is a cornerstone.\n")
            .fix(Fixing.Request.apply(request(PairSource.ofFiles("a.zh.txt", "-")), MEI));
    assertThat(reasons(result)).contains("it was not read from a file");
  }

  @Test
  void theMemoryIsCorrectedWithHistoryAndCanBeTakenBack() throws IOException {
    write("u.tsv", "压舱石。\tA cornerstone.\n好。\tGood.\n");
    run(0, "tm import u.tsv --tm m.db");
    assertThat(fix("--tm", "m.db").err()).contains("would replace 1 rendering in the memory");
    assertThat(run("tm export --tm m.db").out()).contains("A cornerstone.");
    run(0, "check --glossary terms.csv --fix --tm m.db --apply --by 'Li Hua'");
    assertThat(run("tm export --tm m.db").out()).contains("A ballast stone.");
    assertThat(run("tm history --tm m.db").out()).contains("Li Hua", "--fix");
    run(0, "tm undo --tm m.db");
    assertThat(run("tm export --tm m.db").out()).contains("A cornerstone.");
  }

  /** Random units with entities, codes and repeats: every replacement is made at its place. */
  @Test
  void noOtherByteOfARandomFileChanges() throws IOException {
    Random random = new Random(5);
    String[] pieces = {
      "the",
      "&amp;",
      "&#x1F6A2;",
      "<ph x='1'>cornerstone &lt;</ph>",
      "<hi>good</hi>",
      "\r\n",
      "🚢",
      "é"
    };
    for (int round = 0; round < 25; round++) {
      StringBuilder before = new StringBuilder();
      for (int unit = 0; unit < 12; unit++) {
        String zh = random.nextInt(4) == 0 ? "我的压舱石" : "压舱石" + unit;
        before
            .append("<tu><tuv xml:lang=\"zh-CN\"><seg>" + zh + "</seg></tuv>\r\n")
            .append("<tuv xml:lang=\"en-US\"><seg>" + random(random, pieces))
            .append(random.nextInt(3) == 0 ? WRONG : RIGHT)
            .append(random(random, pieces) + "</seg></tuv></tu>");
      }
      String tmx = "<tmx version=\"1.4\"><header srclang=\"zh-CN\"/><body>\n%s</body></tmx>";
      write("r.tmx", tmx.formatted(before));
      TranslationCheck.Request check =
          CheckedFolder.only(
              request(PairSource.ofFiles("r.tmx")),
              new RuleChoice(List.of("term-forbidden"), List.of()));
      Fixing.Result done = fixing("").fix(Fixing.Request.apply(check, MEI));
      String now = read("r.tmx");
      // Pairs that would disagree are left: what changed must still be nothing but the term.
      assertThat(done.left().isEmpty() ? now : now.replace(WRONG, RIGHT))
          .as("round " + round + done.left())
          .isEqualTo(tmx.formatted(before).replace(WRONG, RIGHT));
    }
  }

  private static String random(Random random, String[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]).append(' ');
    }
    return text.toString();
  }

  @Test
  void unitsThatTheFileProtectsAreLeftWithTheReason() throws IOException {
    String file =
        """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
        <file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
        <trans-unit id="1" mq:locked="locked"><source>盟友来了。</source><target>The confederate came.</target></trans-unit>
        <trans-unit id="2" translate="no"><source>盟友走了。</source><target>The confederate went.</target></trans-unit>
        <trans-unit id="3" approved="yes"><source>盟友哭了。</source><target>The confederate wept.</target></trans-unit>
        <trans-unit id="4"><source>盟友笑了。</source><target state="final">The confederate laughed.</target></trans-unit>
        <group id="g" translate="no">
        <trans-unit id="5"><source>盟友睡了。</source><target>The confederate slept.</target></trans-unit>
        <trans-unit id="6" translate="yes"><source>盟友醒了。</source><target>The confederate woke.</target></trans-unit>
        </group>
        <trans-unit id="7"><source>盟友说了。</source><target>The confederate spoke.</target></trans-unit>
        </body></file></xliff>
        """;
    write("a.xlf", file);
    assertThat(reasons(apply("a.xlf")))
        .containsExactly(
            "it is locked in the file",
            "the file says that it is not to be translated",
            "it is approved in the file",
            "it is approved in the file",
            "the file says that it is not to be translated");
    assertThat(read("a.xlf"))
        .isEqualTo(
            file.replace("confederate woke", "ally woke")
                .replace("confederate spoke", "ally spoke"));
  }

  @Test
  void aSegmentThatTradosHasLockedIsLeft() throws IOException {
    String file =
        """
        <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
        <file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
        <trans-unit id="1"><source>盟友来了。盟友走了。</source>
        <seg-source><mrk mtype="seg" mid="1">盟友来了。</mrk><mrk mtype="seg" mid="2">盟友走了。</mrk></seg-source>
        <target><mrk mtype="seg" mid="1">The confederate came.</mrk><mrk mtype="seg" mid="2">The confederate went.</mrk></target>
        <sdl:seg-defs><sdl:seg id="1" locked="true"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit>
        </body></file></xliff>
        """;
    write("a.sdlxliff", file);
    assertThat(reasons(apply("a.sdlxliff"))).containsExactly("it is locked in the file");
    assertThat(read("a.sdlxliff")).isEqualTo(file.replace("confederate went", "ally went"));
  }
}

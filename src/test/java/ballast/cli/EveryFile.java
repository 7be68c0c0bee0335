package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with a file of every kind, for the lines of {@link EveryCommand}. */
final class EveryFile {

  private EveryFile() {}

  /**
   * Fills a folder and its memory. In the files below {@code WORD}, {@code XML} and {@code TOML}
   * are the three forms of the word.
   *
   * @param word is in every text and in every name that a file can give
   * @param inXml the same for XML and HTML
   * @param inToml the same for TOML
   */
  static void fill(Path folder, String word, String inXml, String inToml) throws IOException {
    Texts texts = new Texts(folder, word, inXml, inToml);
    Files.createDirectories(folder.resolve("tm"));
    Files.createDirectories(folder.resolve("glossary"));
    texts.write("a.zh.txt", "船WORD到了。没有人下来。\n\n他们付了5元WORD。\n");
    CommandRunner runner = new CommandRunner(folder);
    texts.write("a.en.txt", "The ship came. Nobody got off.\n\nThey paid 6 yuan.\n");
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", "a");
    texts.write("a.en.txt", "The shipWORD came in. Nobody got off.\n\nThey paid 6 yuanWORD.\n");
    String document = word.isEmpty() ? "a" : "a" + word;
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", "a");
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", document);
    texts.write("b.en.txt", "The vesselWORD came. Nobody got off.\n\nThey paid.\n");
    texts.write("c" + word.replace("/", "") + ".zh.txt", "船。\n");
    texts.write("pairs.tsv", "a.zh.txt\ta.en.txt\tpWORD\nnoWORD\tno\n");
    texts.write("parallel.tsv", "船到了\tthe ship came\n".repeat(50) + "船WORD\n");
    texts.write("queries.txt", "船到了WORD。\n");
    texts.write(
        "terms.csv",
        """
        id,zh,en,status,note
        1,船,vesselWORD,preferred,"nWORD"
        2,,x,"sWORD",
        3,人,peopleWORD,forbidden,
        3,人,peopleWORD,,
        """);
    texts.write("languages.csv", "\"zhWORD\",\"qWORD\",en\n船,x,ship\n");
    texts.write("glossary/g.csv", "zh,en\n船,vessel\n人,\"peopleWORD\"\n");
    texts.write(
        "page.html",
        """
        <html><head><title>tXML</title></head><body><p>TheyXML paid.</p></body></html>\
        """);
    texts.write("settings.toml", "[rules]\n\"noTOML\" = \"error\"\n");
    texts.write("broken.toml", "glossaries = [\"goneTOML\"]\n[rules]\nx = \"TOML\"\n");
    texts.write("baseline.tsv", "number-mismatch\txWORD\ty\n");
    texts.write("rules.srx", SRX);
    texts.write("units.tmx", TMX);
    texts.write("other.tmx", TMX.replace("paid", "spent"));
    texts.write("guide.zh.md", "# 船WORD\n\n**船**WORD到了。\n");
    runner.run("translate", "guide.zh.md", "-o", "guide.xlf", "--from", "zh");
    texts.write("encoding.tmx", "<?xml version=\"1.0\" encoding=\"eWORD\"?><tmx/>");
    texts.write("units.xlf", XLIFF);
    texts.write(
        "units.tsv", "source\ttarget\tdocument\tstatus\n船到了\tThe shipWORD\tdWORD\tsWORD\nx\n");
    texts.write("terms.tbx", TBX);
    workbook(folder.resolve("terms.xlsx"), inXml);
    CommandRunner.Outcome review = runner.run("review", "export", "a", "--format", "csv");
    texts.write("answers.csv", review.out().replace("They paid 6 yuan", "They paid 5WORD"));
  }

  /** Writes texts of the folder with the word in its three forms. */
  private record Texts(Path folder, String word, String inXml, String inToml) {
    void write(String name, String text) throws IOException {
      String said = text.replace("WORD", word).replace("TOML", inToml).replace("XML", inXml);
      Files.writeString(folder.resolve(name), said, UTF_8);
    }
  }

  private static final String SRX =
      """
      <srx version="2.0"><body>\
      <languagerules><languagerule languagerulename="rXML">\
      <rule break="yes"><beforebreak>[XML</beforebreak><afterbreak/></rule>\
      </languagerule></languagerules>\
      <maprules><languagemap languagepattern=".*" languagerulename="rXML"/></maprules>\
      </body></srx>\
      """;

  private static final String XLIFF =
      """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\
      <file original="oXML" source-language="zh-CN" target-language="en-US" datatype="xXML">\
      <body><trans-unit id="iXML"><source>船XML</source><target state="sXML">shipXML</target>\
      <note>nXML</note></trans-unit></body></file></xliff>\
      """;

  private static final String TBX =
      """
      <martif type="TBX" xml:lang="en"><text><body><termEntry id="tXML">\
      <langSet xml:lang="zhXML"><tig><term>船XML</term></tig></langSet>\
      <langSet xml:lang="en"><tig><term>shipXML|x</term></tig></langSet>\
      </termEntry></body></text></martif>\
      """;

  private static final String TMX =
      """
      <?xml version="1.0"?><tmx version="1.4"><header creationtool="cXML" creationtoolversion="v"\
       segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="d">\
      <note>nXML</note></header><body>\
      <tu tuid="uXML" creationid="pXML" creationdate="dXML"><prop type="tXML">vXML</prop>\
      <prop type="x-document">docXML</prop><note>nXML</note>\
      <tuv xml:lang="zh-CN"><seg>他们付了5元XML。</seg></tuv>\
      <tuv xml:lang="en-US"><seg>They paid 6 yuanXML.</seg></tuv></tu>\
      <tu tuid="w"><tuv xml:lang="xXML"><seg>a</seg></tuv>\
      <tuv xml:lang="en-US"><seg>bXML</seg></tuv></tu>\
      <tu tuid="qXML"><tuv xml:lang="zh-CN"><seg></seg></tuv></tu></body></tmx>\
      """;

  private static void workbook(Path file, String text) throws IOException {
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String sheet =
        """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
        <row r="1">%s%s</row><row r="2">%s%s</row><row r="3">%s%s</row></sheetData></worksheet>\
        """
            .formatted(
                cell("A1", "zh"),
                cell("B1", "en"),
                cell("A2", "船" + text),
                cell("B2", "ship" + text),
                cell("A3", ""),
                cell("B3", "b" + text));
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>\
            """,
            "xl/workbook.xml",
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="RELATIONS"><sheets><sheet name="oneTEXT" sheetId="1" r:id="r1"/>\
            <sheet name="twoTEXT" sheetId="2" r:id="r2"/></sheets></workbook>\
            """,
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r1" Type="RELATIONS/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="r2" Type="RELATIONS/worksheet" Target="worksheets/sheet2.xml"/>\
            </Relationships>\
            """,
            "xl/worksheets/sheet1.xml",
            sheet,
            "xl/worksheets/sheet2.xml",
            sheet);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        String content = part.getValue().replace("RELATIONS", relations).replace("TEXT", text);
        zip.write(content.getBytes(UTF_8));
      }
    }
  }

  private static String cell(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}

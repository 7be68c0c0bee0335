package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with a file of every kind, for the lines of {@link EveryCommand}. */
final class EveryFile {

  private EveryFile() {}

  /**
   * Fills a folder and its memory.
   *
   * @param word stands in every text and in every name that a file can give
   * @param inXml the same for XML and HTML
   * @param inToml the same for TOML
   */
  static void fill(Path folder, String word, String inXml, String inToml) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    Files.createDirectories(folder.resolve("glossary"));
    write(folder, "a.zh.txt", "船" + word + "到了。没有人下来。\n\n他们付了5元" + word + "。\n");
    CommandRunner runner = new CommandRunner(folder);
    write(folder, "a.en.txt", "The ship came. Nobody got off.\n\nThey paid 6 yuan.\n");
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", "a");
    write(
        folder,
        "a.en.txt",
        "The ship" + word + " came in. Nobody got off.\n\nThey paid 6 yuan" + word + ".\n");
    String document = word.isEmpty() ? "a" : "a" + word;
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", "a");
    runner.run("align", "a.zh.txt", "a.en.txt", "-q", "--document", document);
    write(folder, "b.en.txt", "The vessel" + word + " came. Nobody got off.\n\nThey paid.\n");
    write(folder, "c" + word.replace("/", "") + ".zh.txt", "船。\n");
    write(folder, "pairs.tsv", "a.zh.txt\ta.en.txt\tp" + word + "\nno" + word + "\tno\n");
    write(folder, "parallel.tsv", "船到了\tthe ship came\n".repeat(50) + "船" + word + "\n");
    write(folder, "queries.txt", "船到了" + word + "。\n");
    write(
        folder,
        "terms.csv",
        "id,zh,en,status,note\n1,船,vessel"
            + word
            + ",preferred,\"n"
            + word
            + "\"\n2,,x,\"s"
            + word
            + "\",\n3,人,people"
            + word
            + ",forbidden,\n3,人,people"
            + word
            + ",,\n");
    write(folder, "languages.csv", "\"zh" + word + "\",\"q" + word + "\",en\n船,x,ship\n");
    write(folder, "glossary/g.csv", "zh,en\n船,vessel\n人,\"people" + word + "\"\n");
    write(
        folder,
        "page.html",
        "<html><head><title>t"
            + inXml
            + "</title></head><body><p>They"
            + inXml
            + " paid.</p></body></html>");
    write(folder, "settings.toml", "[rules]\n\"no" + inToml + "\" = \"error\"\n");
    write(
        folder,
        "broken.toml",
        "glossaries = [\"gone" + inToml + "\"]\n[rules]\nx = \"" + inToml + "\"\n");
    write(folder, "baseline.tsv", "number-mismatch\tx" + word + "\ty\n");
    write(
        folder,
        "rules.srx",
        "<srx version=\"2.0\"><body><languagerules><languagerule "
            + "languagerulename=\"r"
            + inXml
            + "\"><rule break=\"yes\"><beforebreak>["
            + inXml
            + "</beforebreak><afterbreak/></rule></languagerule></languagerules><maprules>"
            + "<languagemap languagepattern=\".*\" languagerulename=\"r"
            + inXml
            + "\"/></maprules></body></srx>");
    write(folder, "units.tmx", tmx(inXml));
    write(folder, "other.tmx", tmx(inXml).replace("paid", "spent"));
    write(folder, "guide.zh.md", "# 船" + word + "\n\n**船**" + word + "到了。\n");
    runner.run("translate", "guide.zh.md", "-o", "guide.xlf", "--from", "zh");
    write(folder, "encoding.tmx", "<?xml version=\"1.0\" encoding=\"e" + word + "\"?><tmx/>");
    write(
        folder,
        "units.xlf",
        "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"o"
            + inXml
            + "\" source-language=\"zh-CN\" target-language=\"en-US\" datatype=\"x"
            + inXml
            + "\"><body><trans-unit id=\"i"
            + inXml
            + "\"><source>船"
            + inXml
            + "</source><target state=\"s"
            + inXml
            + "\">ship"
            + inXml
            + "</target><note>n"
            + inXml
            + "</note></trans-unit></body></file></xliff>");
    write(
        folder,
        "units.tsv",
        "source\ttarget\tdocument\tstatus\n船到了\tThe ship"
            + word
            + "\td"
            + word
            + "\ts"
            + word
            + "\nx\n");
    write(
        folder,
        "terms.tbx",
        "<martif type=\"TBX\" xml:lang=\"en\"><text><body><termEntry id=\"t"
            + inXml
            + "\"><langSet xml:lang=\"zh"
            + inXml
            + "\"><tig><term>船"
            + inXml
            + "</term></tig></langSet><langSet xml:lang=\"en\"><tig><term>ship"
            + inXml
            + "|x</term></tig></langSet></termEntry></body></text></martif>");
    workbook(folder.resolve("terms.xlsx"), inXml);
    CommandRunner.Outcome review = runner.run("review", "export", "a", "--format", "csv");
    write(folder, "answers.csv", review.out().replace("They paid 6 yuan", "They paid 5" + word));
  }

  private static String tmx(String text) {
    return "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header creationtool=\"c"
        + text
        + "\" creationtoolversion=\"v\" segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\""
        + " srclang=\"zh-CN\" datatype=\"d\"><note>n"
        + text
        + "</note></header><body><tu tuid=\"u"
        + text
        + "\" creationid=\"p"
        + text
        + "\" creationdate=\"d"
        + text
        + "\"><prop type=\"t"
        + text
        + "\">v"
        + text
        + "</prop><prop type=\"x-document\">doc"
        + text
        + "</prop><note>n"
        + text
        + "</note><tuv xml:lang=\"zh-CN\"><seg>他们付了5元"
        + text
        + "。</seg></tuv><tuv xml:lang=\"en-US\"><seg>They paid 6 yuan"
        + text
        + ".</seg></tuv></tu><tu tuid=\"w\"><tuv xml:lang=\"x"
        + text
        + "\"><seg>a</seg></tuv><tuv xml:lang=\"en-US\"><seg>b"
        + text
        + "</seg></tuv></tu><tu tuid=\"q"
        + text
        + "\"><tuv xml:lang=\"zh-CN\"><seg></seg></tuv></tu></body></tmx>";
  }

  private static void workbook(Path file, String text) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
      String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      String sheet =
          "<worksheet xmlns=\""
              + main
              + "\"><sheetData><row r=\"1\">"
              + cell("A1", "zh")
              + cell("B1", "en")
              + "</row><row r=\"2\">"
              + cell("A2", "船" + text)
              + cell("B2", "ship" + text)
              + "</row><row r=\"3\">"
              + cell("A3", "")
              + cell("B3", "b" + text)
              + "</row></sheetData></worksheet>";
      for (Map.Entry<String, String> part :
          Map.of(
                  "[Content_Types].xml",
                  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                  "xl/workbook.xml",
                  "<workbook xmlns=\""
                      + main
                      + "\" xmlns:r=\""
                      + relations
                      + "\"><sheets><sheet name=\"one"
                      + text
                      + "\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"two"
                      + text
                      + "\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>",
                  "xl/_rels/workbook.xml.rels",
                  "<Relationships"
                      + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                      + " Id=\"r1\" Type=\""
                      + relations
                      + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\""
                      + " Type=\""
                      + relations
                      + "/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>",
                  "xl/worksheets/sheet1.xml",
                  sheet,
                  "xl/worksheets/sheet2.xml",
                  sheet)
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
  }

  private static String cell(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

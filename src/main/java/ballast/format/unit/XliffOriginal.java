package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.FileInput;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The original of the sentences in an XLIFF file: its skeleton, by name.
 *
 * @param name as in the XLIFF file
 * @param sourceLang language of the sentences, as written; empty if the file names none
 * @param targetLang language of the translations, as written; empty if the file names none
 * @param sha256 hash of its bytes, 64 lower-case hexadecimal digits; empty if the file has none
 */
public record XliffOriginal(String name, String sourceLang, String targetLang, String sha256) {

  private static final String PREFIX = "sha256:";
  private static final String CATEGORY = "sha256";

  /**
   * @throws InputException if it cannot be read or is not XLIFF
   */
  public static List<XliffOriginal> of(Path file, String name) {
    try (InputStream in = FileInput.unpacked(Files.newInputStream(file));
        XmlEvents xml = new XmlEvents(in, name, (line, what) -> {})) {
      return read(xml);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  static boolean isOurs(XmlEvents xml) {
    return xml.attribute("uid").startsWith(PREFIX) || xml.attribute("category").equals(CATEGORY);
  }

  static void writeFirst(XmlOutput xml, String name, String sha256) throws IOException {
    if (sha256.isEmpty()) {
      return;
    }
    xml.start(2, "header");
    xml.start("skl");
    xml.empty("external-file", "href", name, "uid", PREFIX + sha256);
    xml.end();
    xml.end();
  }

  static void writeSecond(XmlOutput xml, String name, String sha256) throws IOException {
    if (sha256.isEmpty()) {
      return;
    }
    xml.line(2);
    xml.empty("skeleton", "href", name);
    xml.start(2, "notes");
    xml.start("note", "category", CATEGORY);
    xml.text(sha256);
    xml.end();
    xml.end();
  }

  private static List<XliffOriginal> read(XmlEvents xml) {
    xml.root("an XLIFF file", "check that it is the file you mean", "xliff");
    String sourceLang = xml.attribute("srcLang");
    String targetLang = xml.attribute("trgLang");
    List<XliffOriginal> originals = new ArrayList<>();
    while (xml.nextInside(0)) {
      switch (xml.name()) {
        case "file" ->
            originals.add(
                new XliffOriginal(
                    xml.attribute("original"),
                    sourceLang.isEmpty() ? xml.attribute("source-language") : sourceLang,
                    targetLang.isEmpty() ? xml.attribute("target-language") : targetLang,
                    ""));
        case "external-file" -> addHash(xml.attribute("uid").replace(PREFIX, ""), originals);
        case "note" -> {
          if (xml.attribute("category").equals(CATEGORY)) {
            addHash(xml.allText(PREFIX.length() + 64), originals);
          }
        }
        case "header", "skl", "notes" -> {
          // Descend into it.
        }
        default -> xml.skip();
      }
    }
    return originals;
  }

  private static void addHash(String value, List<XliffOriginal> originals) {
    int last = originals.size() - 1;
    if (last >= 0 && value.matches("[0-9a-f]{64}")) {
      XliffOriginal one = originals.get(last);
      originals.set(last, new XliffOriginal(one.name, one.sourceLang, one.targetLang, value));
    }
  }
}

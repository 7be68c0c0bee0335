package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TranslatedBlock;
import ballast.format.document.DocumentReader;
import ballast.format.document.DocumentWriter;
import ballast.format.document.DocumentWriter.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real documents of other projects' test folders: read or refused with a reason, nothing lost that
 * LibreOffice shows, and the same when they are written back.
 */
@Tag("accuracy")
final class OfficeFilesTest {

  /** Documents whose text is only in pictures, or that have none. */
  private static final int WITHOUT_TEXT = 2;

  /** How many letters of what LibreOffice shows, and does not compute, are read at least. */
  private static final double RECALL = 0.999;

  private final DocumentReader reader = new DocumentReader(ReaderOptions.DEFAULT);

  private static List<Path> files(String pattern) throws IOException {
    Path folder = AccuracyTable.evalDirectory("documents").resolve("files");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @Test
  void everyFileIsReadAndWrittenBackTheSame() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    Map<String, String> changed = new TreeMap<>();
    List<Path> files = files(".*\\.(docx|pptx|xlsx|odt|epub|idml)");
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      try {
        Document before = reader.read(bytes, name(file)).document();
        // In another language the hints for Chinese fonts go, and runs become one.
        Written same = DocumentWriter.write(Lang.ZH_CN, bytes, name(file), own(before));
        Written untouched = DocumentWriter.write(Lang.ZH_CN, bytes, name(file), Map.of());
        for (Written written : List.of(same, untouched)) {
          Document after = reader.read(written.bytes(), name(file)).document();
          if (!written.problems().isEmpty() || !described(after).equals(described(before))) {
            changed.put(name(file), written.problems().toString());
          }
        }
      } catch (InputException e) {
        refused.put(name(file), e.getMessage());
      }
    }
    System.out.println(files.size() + " files, refused " + refused + ", changed " + changed);
    assertThat(refused).hasSizeLessThanOrEqualTo(WITHOUT_TEXT);
    assertThat(changed).isEmpty();
  }

  private static Map<Integer, TranslatedBlock> own(Document document) {
    Map<Integer, TranslatedBlock> own = new HashMap<>();
    List<InlineCode> codes = document.markup().codes();
    int at = 0;
    for (Block block : document.blocks()) {
      List<InlineCode> inside = new ArrayList<>();
      while (at < codes.size() && codes.get(at).offset() <= block.span().end()) {
        InlineCode code = codes.get(at++);
        int offset = code.offset() - block.span().start();
        inside.add(
            new InlineCode(Side.SOURCE, offset, code.element(), code.attributes(), code.content()));
      }
      own.put(own.size(), new TranslatedBlock(document.text(block), inside));
    }
    return own;
  }

  private static List<String> described(Document document) {
    List<String> lines = new ArrayList<>();
    for (Block block : document.blocks()) {
      lines.add(block.type() + " " + block.level() + " " + block.place());
    }
    lines.add(document.text());
    document.markup().codes().forEach(code -> lines.add(code.offset() + " " + code.element()));
    return lines;
  }

  @Test
  void libreOfficeShowsTheSameOfWhatIsWritten(@TempDir Path folder) throws IOException {
    List<Path> originals = new ArrayList<>();
    List<Path> results = new ArrayList<>();
    Path written = Files.createDirectory(folder.resolve("written"));
    for (Path file : files(".*\\.(docx|pptx|xlsx|odt)")) {
      byte[] bytes = Files.readAllBytes(file);
      try {
        Document document = reader.read(bytes, name(file)).document();
        Written same = DocumentWriter.write(Lang.ZH_CN, bytes, name(file), own(document));
        if (hasDeletions(file)) {
          continue; // they are accepted in what is written, and LibreOffice shows them
        }
        originals.add(file);
        results.add(Files.write(written.resolve(name(file)), same.bytes()));
      } catch (InputException e) {
        // Named by the test above.
      }
    }
    LibreOffice office = new LibreOffice(folder.resolve("p"));
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    office.convert(originals, "pdf", before);
    office.convert(results, "pdf", after);
    Map<String, String> other = new TreeMap<>();
    int pages = 0;
    for (Path file : originals) {
      String pdf = name(file).replaceFirst("\\.[a-z]+$", ".pdf");
      if (Files.exists(before.resolve(pdf))) {
        String shown = LibreOffice.shownIn(before.resolve(pdf));
        pages += shown.split("\f", -1).length;
        if (!Files.exists(after.resolve(pdf))) {
          other.put(name(file), "not opened");
        } else if (!LibreOffice.shownIn(after.resolve(pdf)).equals(shown)) {
          other.put(name(file), "another look");
        }
      }
    }
    System.out.println(results.size() + " files written, " + pages + " pages, changed " + other);
    assertThat(other.values()).doesNotContain("not opened");
    // A merged run has the font hint of one of its parts. With some fonts and versions of
    // LibreOffice a line then no longer fits into a row of exact height.
    assertThat(other).hasSizeLessThanOrEqualTo(originals.size() / 100);
  }

  private static boolean hasDeletions(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry body = zip.getEntry("word/document.xml");
      return body != null
          && new String(zip.getInputStream(body).readAllBytes(), UTF_8).contains("<w:del ");
    }
  }

  @Test
  void whatLibreOfficeShowsIsRead(@TempDir Path folder) throws IOException {
    List<Path> files = files(".*\\.(docx|odt)");
    List<Path> copies = new ArrayList<>();
    for (Path file : files) {
      Path copy = Files.createDirectories(folder.resolve("copies")).resolve(name(file));
      StoredText.copy(file, copy);
      copies.add(copy);
    }
    Path shown = folder.resolve("shown");
    Path stored = folder.resolve("stored");
    LibreOffice office = new LibreOffice(folder.resolve("p"));
    office.convert(files, "txt:Text", shown);
    office.convert(copies, "txt:Text", stored);
    Recall ofShown = new Recall();
    Recall ofStored = new Recall();
    for (Path file : files) {
      String text = textOf(file);
      ofShown.add(file, text, shown, "shown, not read");
      ofStored.add(file, text, stored, "in the file, not read");
    }
    System.out.println("text recall of what LibreOffice shows " + ofShown.share());
    System.out.println("text recall without what it computes " + ofStored.share());
    assertThat(ofStored.found()).isGreaterThan(RECALL);
  }

  /** How much of what LibreOffice exports is read. */
  private static final class Recall {
    private long all;
    private long lost;

    /** Looks for the paragraphs of the export of a file, each at a place of its own. */
    void add(Path file, String text, Path exports, String label) throws IOException {
      Path export = exports.resolve(name(file).replaceFirst("\\.[a-z]+$", ".txt"));
      if (!Files.exists(export)) {
        return;
      }
      StringBuilder ours = new StringBuilder(key(text));
      List<String> others = new ArrayList<>();
      for (String paragraph : Files.readString(export, UTF_8).split("[\n\t]", -1)) {
        String theirs = key(paragraph);
        all += theirs.length();
        if (!take(theirs, ours)) {
          others.add(paragraph);
        }
      }
      for (String paragraph : others) {
        int missing = missing(key(paragraph), ours);
        lost += missing;
        if (missing > 0) {
          System.out.println(
              name(file) + ": " + missing + " " + label + ": \"" + paragraph.strip() + "\"");
        }
      }
    }

    private static boolean take(String piece, StringBuilder ours) {
      int at = ours.indexOf(piece);
      if (at >= 0) {
        ours.replace(at, at + piece.length(), "\n");
      }
      return at >= 0;
    }

    /** Letters of a text that are in no piece of eight or more that ours has, too. */
    private static int missing(String theirs, StringBuilder ours) {
      int missing = 0;
      int at = 0;
      while (at < theirs.length()) {
        int end = Math.min(theirs.length(), at + 8);
        if (ours.indexOf(theirs.substring(at, end)) < 0) {
          missing++;
          at++;
          continue;
        }
        while (end < theirs.length() && ours.indexOf(theirs.substring(at, end + 1)) >= 0) {
          end++;
        }
        take(theirs.substring(at, end), ours);
        at = end;
      }
      return missing;
    }

    double found() {
      return 1 - (double) lost / all;
    }

    String share() {
      return found() + " of " + all + " letters";
    }
  }

  private String textOf(Path file) throws IOException {
    try {
      return reader.read(Files.readAllBytes(file), name(file)).document().text();
    } catch (InputException e) {
      return "";
    }
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }
}

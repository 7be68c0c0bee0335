package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

  /** What a program computes: numbers of notes and pages, labels of lists, index, fields. */
  private static final double COMPUTED = 0.005;

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
        DocumentWriter writer = new DocumentWriter(Lang.ZH_CN);
        Written same = writer.write(bytes, name(file), own(before));
        Written untouched = writer.write(bytes, name(file), Map.of());
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
  void whatLibreOfficeShowsIsRead(@TempDir Path folder) throws IOException, InterruptedException {
    List<Path> files = files(".*\\.(docx|odt)");
    List<String> line =
        new ArrayList<>(
            List.of("soffice", "--headless", "-env:UserInstallation=" + folder.toUri() + "p"));
    line.addAll(List.of("--convert-to", "txt:Text", "--outdir", folder.toString()));
    files.forEach(file -> line.add(file.toString()));
    try {
      new ProcessBuilder(line).redirectErrorStream(true).start().getInputStream().readAllBytes();
    } catch (IOException e) {
      assumeThat(e).as("LibreOffice is not installed").isNull();
    }
    long all = 0;
    long lost = 0;
    for (Path file : files) {
      Path shown = folder.resolve(name(file).replaceFirst("\\.[a-z]+$", ".txt"));
      if (!Files.exists(shown) || hides(file)) {
        continue;
      }
      String ours = key(textOf(file));
      for (String paragraph : Files.readString(shown, UTF_8).split("[\n\t]", -1)) {
        String theirs = key(paragraph);
        String unlabelled = key(paragraph.replaceFirst("^\\s*[^\\s]{1,8}\\s+", ""));
        all += theirs.length();
        if (!ours.contains(theirs) && !ours.contains(unlabelled)) {
          int missing = missing(theirs, ours);
          lost += missing;
          System.out.println(name(file) + ": " + missing + " of \"" + paragraph.strip() + "\"");
        }
      }
    }
    System.out.println("text recall " + (1 - (double) lost / all) + " of " + all + " letters");
    assertThat((double) lost / all).isLessThan(COMPUTED);
  }

  /** Whether it has hidden or deleted text, which LibreOffice exports as well. */
  private static boolean hides(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry text = zip.getEntry("word/document.xml");
      if (text == null) {
        return false;
      }
      String xml = new String(zip.getInputStream(text).readAllBytes(), UTF_8);
      return xml.contains("<w:vanish") || xml.contains("<w:del ");
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

  /** Letters of one text that are in no piece of eight or more that the other has, too. */
  private static int missing(String theirs, String ours) {
    int missing = 0;
    int at = 0;
    while (at < theirs.length()) {
      int end = Math.min(theirs.length(), at + 8);
      if (!ours.contains(theirs.substring(at, end))) {
        missing++;
        at++;
        continue;
      }
      while (end < theirs.length() && ours.contains(theirs.substring(at, end + 1))) {
        end++;
      }
      at = end;
    }
    return missing;
  }
}

package ballast.lexicon.train;

import ballast.bitext.InputException;
import ballast.language.Han;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads CC-CEDICT as packaged in Debian's dict-cc-cedict: a gzipped dictd text. An entry has a line
 * with the headword (traditional and simplified, separated by a bar if they differ), a line with
 * its pinyin in brackets, and lines with the senses; a second reading begins with its pinyin line.
 */
final class Cedict {

  /**
   * One headword with one reading.
   *
   * @param pinyin syllables with tone marks, separated by spaces
   * @param senses the lines of the senses, as wrapped in the file
   */
  record Entry(String traditional, String simplified, String pinyin, List<String> senses) {}

  private final List<Entry> entries = new ArrayList<>();
  private String headword = "";
  private String pinyin = "";
  private List<String> senses = new ArrayList<>();

  private Cedict() {}

  /**
   * All entries in order.
   *
   * @throws InputException if the file cannot be read or has no entries
   */
  static List<Entry> read(Path file) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      InputStream text = zipped ? new GZIPInputStream(raw) : raw;
      List<Entry> entries =
          new Cedict().read(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
      if (entries.isEmpty()) {
        throw unusable(file, null);
      }
      return entries;
    } catch (IOException | UncheckedIOException e) {
      throw unusable(file, e);
    }
  }

  private static InputException unusable(Path file, @Nullable Exception e) {
    String message = "cannot read the dictionary \"" + file + "\"";
    String hint =
        "give cc-cedict.dict.dz of Debian's dict-cc-cedict (apt-get install dict-cc-cedict)";
    return e == null ? new InputException(message, hint) : new InputException(message, hint, e);
  }

  private List<Entry> read(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      String next = i + 1 < lines.length ? lines[i + 1] : "";
      if (isPinyin(next) && isHeadword(line)) {
        finish();
        headword = line;
        pinyin = "";
      } else if (isPinyin(line) && (pinyin.isEmpty() || !senses.isEmpty())) {
        finish();
        pinyin = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty()) {
        senses.add(line);
      }
    }
    finish();
    return entries;
  }

  private void finish() {
    if (!headword.isEmpty() && !pinyin.isEmpty() && !senses.isEmpty()) {
      int bar = headword.indexOf('|');
      String traditional = bar < 0 ? headword : headword.substring(0, bar);
      String simplified = headword.substring(bar + 1);
      entries.add(new Entry(traditional, simplified, pinyin, List.copyOf(senses)));
    }
    senses = new ArrayList<>();
  }

  private static boolean isHeadword(String line) {
    return !line.isEmpty() && line.indexOf(' ') < 0 && Han.occursIn(line);
  }

  /** Whether the whole line is in brackets and without Han; long pinyin lines are not wrapped. */
  private static boolean isPinyin(String line) {
    String text = line.strip();
    return text.startsWith("[")
        && text.indexOf(']') == text.length() - 1
        && text.codePoints().noneMatch(Han::isHan);
  }
}

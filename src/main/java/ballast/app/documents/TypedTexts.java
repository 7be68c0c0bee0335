package ballast.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a translator has typed into a document and not confirmed yet. It is in a file of this
 * machine, {@code tm/.drafts}, to which each change adds a line; so a program that is killed loses
 * nothing that was typed before. The last line of a sentence counts. Thread-safe.
 */
final class TypedTexts {

  /** Lines that no longer count, at which the file is written anew. */
  private static final int MAX_STALE = 2_000;

  private static final int FIELDS = 7;

  /** How a text came into its row. */
  enum Origin {
    TYPED('t'),
    /** From the memory, as it was; nobody has looked at it. */
    FILLED('f'),
    /** The translation of a sentence that the author has changed since. */
    CHANGED('c');

    private final char letter;

    Origin(char letter) {
      this.letter = letter;
    }

    static Origin of(char letter) {
      for (Origin one : values()) {
        if (one.letter == letter) {
          return one;
        }
      }
      throw new IllegalArgumentException("no origin " + letter);
    }
  }

  /**
   * A sentence of a document.
   *
   * @param occurrence its number among equal sentences, from 0
   */
  record TypedRow(String source, int occurrence) {}

  /**
   * The text of a row.
   *
   * @param row number of its row at that time
   * @param base the confirmed translation over which it was typed; empty if there was none
   * @param was the sentence before the author changed it; empty if it was not changed
   */
  record Typed(Wording wording, Origin origin, int row, String base, String was) {}

  private final Path file;
  private final Map<TypedRow, Typed> texts = new LinkedHashMap<>();
  private long size = -1;

  /** Number of bytes to the end of the last whole line. */
  private long whole;

  private int unreadable;

  private TypedTexts(Path file) {
    this.file = file;
  }

  /**
   * @param root the folder of the project
   */
  static TypedTexts of(Path root, String document) {
    String name = Sha256.hex(document.getBytes(UTF_8)).substring(0, 16) + ".txt";
    return new TypedTexts(root.resolve("tm/.drafts").resolve(name));
  }

  /** Returns the texts; another program may have typed, too. */
  synchronized Map<TypedRow, Typed> current() {
    try {
      if (Files.exists(file) ? Files.size(file) != size : size > 0) {
        read();
      }
      return Map.copyOf(texts);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(file, e);
    }
  }

  /** Returns the number of lines that cannot be read: something else has written to the file. */
  synchronized int unreadable() {
    return unreadable;
  }

  private void read() throws IOException {
    texts.clear();
    unreadable = 0;
    String all = Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
    int lines = 0;
    // A last line without an end was cut off when a program was killed.
    for (int at = 0, end = all.indexOf('\n'); end >= 0; at = end + 1, end = all.indexOf('\n', at)) {
      lines++;
      read(all.substring(at, end));
    }
    size = all.getBytes(UTF_8).length;
    whole = all.substring(0, all.lastIndexOf('\n') + 1).getBytes(UTF_8).length;
    if (lines - texts.size() > MAX_STALE && unreadable == 0) {
      writeAnew();
    }
  }

  private void read(String line) {
    try {
      List<String> fields = Stream.of(line.split("\t", -1)).map(TypedTexts::plain).toList();
      if (fields.size() != FIELDS) {
        throw new IllegalArgumentException(line);
      }
      TypedRow key = new TypedRow(fields.get(0), Integer.parseInt(fields.get(1)));
      if (fields.get(2).isEmpty()) {
        texts.remove(key);
        return;
      }
      int row = Integer.parseInt(fields.get(3));
      Wording wording = Wording.of(fields.get(6), fields.get(2).substring(1));
      Origin origin = Origin.of(fields.get(2).charAt(0));
      texts.put(key, new Typed(wording, origin, row, fields.get(4), fields.get(5)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      unreadable++;
    }
  }

  /** Keeps texts, or removes those that are empty. All are in the file when this returns. */
  synchronized void put(Map<TypedRow, Optional<Typed>> changed) {
    current();
    if (changed.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    changed.forEach(
        (key, text) -> {
          text.ifPresentOrElse(typed -> texts.put(key, typed), () -> texts.remove(key));
          lines.append(line(key, text));
        });
    try {
      Files.createDirectories(file.getParent());
      append(lines.toString());
    } catch (IOException e) {
      size = -1; // so that the file is read again
      throw OutputFile.cannotWrite(file, e);
    }
  }

  private void append(String lines) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(Math.max(whole, out.size() == size ? 0 : out.size()));
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(UTF_8));
      long at = out.size();
      while (bytes.hasRemaining()) {
        at += out.write(bytes, at);
      }
      size = at;
      whole = at;
    }
  }

  private void writeAnew() throws IOException {
    String lines =
        texts.entrySet().stream()
            .map(one -> line(one.getKey(), Optional.of(one.getValue())))
            .collect(Collectors.joining());
    byte[] bytes = lines.getBytes(UTF_8);
    try (OutputFile out = OutputFile.create(file, /* replace= */ true)) {
      out.stream().write(bytes);
      out.finish();
      out.publish();
    }
    size = bytes.length;
    whole = size;
  }

  private static String line(TypedRow key, Optional<Typed> text) {
    String place = escaped(key.source()) + '\t' + key.occurrence() + '\t';
    return text.map(
                typed ->
                    place
                        + typed.origin().letter
                        + typed.wording().codes()
                        + '\t'
                        + typed.row()
                        + '\t'
                        + escaped(typed.base())
                        + '\t'
                        + escaped(typed.was())
                        + '\t'
                        + escaped(typed.wording().text()))
            .orElse(place + "\t\t\t\t")
        + '\n';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String field) {
    return field.indexOf('\\') < 0 ? field : field.translateEscapes();
  }
}

package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import ballast.format.file.FileInput;
import ballast.format.file.FileStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of translation units in the format shown by its first bytes or else its name. */
public final class UnitFile {

  private UnitFile() {}

  public static boolean isOne(String name) {
    return UnitFormat.named(name).isPresent();
  }

  /** Whether a file is a file of units, by its name or its first bytes. */
  public static boolean isOne(Path file, String name) {
    return isOne(name) || format(file).isPresent();
  }

  /**
   * Returns the format shown by the first bytes; empty if there is none, or they are unreadable.
   */
  public static Optional<UnitFormat> format(Path file) {
    return FileStart.ofReadable(file).flatMap(UnitFormat::of);
  }

  /** Does not report the position. */
  public static void read(Path file, String name, PairOptions options, UnitEvents events) {
    read(file, name, options, events, position -> {});
  }

  /**
   * Reads a file of any {@link UnitFormat}, plain or gzip-compressed. Its first bytes, or else its
   * name, determine the format.
   *
   * @param position receives from time to time the number of bytes read so far
   * @throws InputException if it cannot be read, or is broken; all earlier units have been passed
   *     on
   */
  public static void read(
      Path file, String name, PairOptions options, UnitEvents events, LongConsumer position) {
    if (!Files.isRegularFile(file)) {
      String why = Files.exists(file) ? "it is not a file" : "the file does not exist";
      throw new InputException("cannot read \"" + name + "\": " + why, "check the name");
    }
    try {
      UnitFormat format = format(file, name);
      if (format == UnitFormat.SDLTM) {
        SdltmReader.read(file, name, options, events, position);
        return;
      }
      try (InputStream in = new CountedInput(Files.newInputStream(file), position)) {
        read(in, format, name, options, events);
      }
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  /** Reads a file of any format but {@link UnitFormat#SDLTM}, which is not read in order. */
  static void read(
      InputStream in, UnitFormat format, String name, PairOptions options, UnitEvents events)
      throws IOException {
    switch (format) {
      case TMX -> TmxReader.read(in, name, options, events);
      case XLIFF -> XliffReader.read(MqxlzFile.bilingual(in, name), name, options, events);
      case TSV -> TsvUnitReader.read(in, name, options, events);
      case WORDFAST -> WordfastReader.read(in, name, options, events);
      case TXML -> ToolFileReader.readTxml(in, name, options, events);
      case TTX -> ToolFileReader.readTtx(in, name, options, events);
      case SDLTM -> throw new IllegalArgumentException("a database");
    }
  }

  static UnitFormat format(Path file, String name) {
    Optional<FileStart> start = FileStart.ofReadable(file);
    return start
        .flatMap(UnitFormat::of)
        .or(() -> UnitFormat.named(name))
        .orElseThrow(
            () ->
                new InputException(
                    "cannot read units from \"%s\": not a file of units%s"
                        .formatted(name, start.map(found -> ": " + found).orElse("")),
                    "give a file of %s, named %s, perhaps with .gz"
                        .formatted(UnitFormat.titles(), UnitFormat.readExtensions())));
  }

  /** Returns the unit that positions in the file are counted in; see {@link UnitFormat#place}. */
  public static String place(Path file, String name) {
    return format(file).or(() -> UnitFormat.named(name)).map(UnitFormat::place).orElse("line");
  }

  /**
   * The bilingual file in memoQ's {@code .mqxlz}, a ZIP file that also holds the skeleton of the
   * document. Nothing is unpacked to disk. Implausibly compressed files are rejected.
   */
  private static final class MqxlzFile {

    private static final String PART = ".mqxliff";

    /** Maximum number of parts; memoQ writes two. */
    private static final int MAX_PARTS = 100;

    private static final long MAX_BYTES = 2L << 30;

    /** Unpacked size in bytes below which any compression ratio is accepted. */
    private static final long SMALL = 16L << 20;

    /** Maximum compression ratio; real files reach 10 to 40. */
    private static final long MAX_TIMES = 200;

    private final String name;
    private long packed;
    private long unpacked;

    private MqxlzFile(String name) {
      this.name = name;
    }

    static InputStream bilingual(InputStream in, String name) throws IOException {
      InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
      marked.mark(4);
      boolean isZip =
          marked.read() == 'P' && marked.read() == 'K' && marked.read() == 3 && marked.read() == 4;
      marked.reset();
      return isZip ? new MqxlzFile(name).find(marked) : marked;
    }

    private InputStream find(InputStream in) throws IOException {
      ZipInputStream zip = new ZipInputStream(new CountedInput(in, read -> packed = read));
      for (int i = 0; i < MAX_PARTS; i++) {
        ZipEntry entry = next(zip);
        if (entry == null) {
          break;
        }
        long before = unpacked;
        InputStream part = new CountedInput(zip, read -> check(before + read));
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(PART)) {
          return part;
        }
        part.transferTo(OutputStream.nullOutputStream());
      }
      throw new InputException(
          "cannot read \"" + name + "\": a ZIP file without a part that ends in " + PART,
          "give memoQ's .mqxlz, or unpack the file first");
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
      try {
        return zip.getNextEntry();
      } catch (IllegalArgumentException e) { // thrown by Java for a name in another encoding
        throw (IOException) new ZipException("a part has no readable name").initCause(e);
      }
    }

    private void check(long bytes) {
      unpacked = bytes;
      if (bytes > MAX_BYTES || (bytes > SMALL && bytes / MAX_TIMES > packed)) {
        String limit =
            bytes > MAX_BYTES ? (MAX_BYTES >> 30) + " GiB" : MAX_TIMES + " times its size";
        throw new InputException(
            "cannot read \"" + name + "\": it unpacks to more than " + limit,
            "no bilingual file does; give another file");
      }
    }
  }
}

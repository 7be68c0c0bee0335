package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.FileInput;
import ballast.format.file.FileStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

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
      format(file, name).read(new UnitFormat.Source(file, name, position), options, events);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
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
}

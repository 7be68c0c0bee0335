package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import ballast.format.file.FileInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/** A file of translation units, read by the format that its name says. */
public final class UnitFile {

  private static final Set<String> EXTENSIONS =
      Set.of("tmx", "tsv", "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff");

  private UnitFile() {}

  /** Whether a file of that name is read as one of units. */
  public static boolean isOne(String name) {
    return EXTENSIONS.contains(extension(name));
  }

  /** As {@link #read(Path, String, PairOptions, UnitEvents, LongConsumer)}, telling nobody. */
  public static void read(Path file, String name, PairOptions options, UnitEvents events) {
    read(file, name, options, events, position -> {});
  }

  /**
   * Reads a file: {@code .tmx}, {@code .tsv}, {@code .xlf}, {@code .xliff}, {@code .sdlxliff},
   * {@code .mqxliff}, {@code .mxliff}, each also with {@code .gz}.
   *
   * @param name what the user calls it, for messages
   * @param events takes what is found, while it is read
   * @param position is told from time to time how many bytes of the file have been read
   * @throws InputException if it cannot be read, or is broken; what came before has been handed
   *     over
   */
  public static void read(
      Path file, String name, PairOptions options, UnitEvents events, LongConsumer position) {
    if (!isOne(name)) {
      throw new InputException(
          "cannot read units from \"" + name + "\": its name does not say what it is",
          "end it in .tmx, .tsv, .xlf or .xliff, or in one of them and .gz");
    }
    if (!Files.isRegularFile(file)) {
      String why = Files.exists(file) ? "it is no file" : "there is no such file";
      throw new InputException("cannot read \"" + name + "\": " + why, "check the name");
    }
    try (InputStream in = new CountedInput(Files.newInputStream(file), position)) {
      read(in, name, options, events);
    } catch (IOException e) {
      throw FileInput.unreadable(name, e);
    }
  }

  /** The same for bytes that are at hand; the name says the format. */
  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    switch (extension(name)) {
      case "tmx" -> TmxReader.read(in, name, options, events);
      case "tsv" -> TsvUnitReader.read(in, name, options, events);
      default -> XliffReader.read(in, name, options, events);
    }
  }

  /** The extension in lower case without the dot, that of the packed file for {@code .gz}. */
  public static String extension(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }
}

package ballast.app.project;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.unit.UnitFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Units from standard input, saved in a temporary file while they are read, because some formats
 * must be read twice.
 *
 * @param name for messages, with the extension of the format
 */
public record SavedInput(String name, Path file) implements AutoCloseable {

  /**
   * @throws InputException if it cannot be read or saved
   */
  public static SavedInput of(Workplace workplace, UnitFormat format) {
    String extension = "." + format.name().toLowerCase(Locale.ROOT);
    try {
      Path file = Files.createTempFile("ballast", extension); // readable only by its owner
      Files.write(file, workplace.standardInput());
      return new SavedInput("stdin" + extension, file);
    } catch (IOException e) {
      throw new InputException(
          "cannot keep standard input in a temporary file: " + e.getMessage(), "give a file", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}

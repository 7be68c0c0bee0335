package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes a small text file that other programs also change. If one of them writes between reading
 * and writing, its version is not overwritten; the change is applied to it instead.
 */
public final class FileChange {

  private static final int MAX_TRIES = 10;

  private FileChange() {}

  /**
   * Changes a file, or creates it if there is none. It is written in UTF-8, regardless of its
   * previous encoding.
   *
   * @param change maps the text of the file, empty if there is no file, to its new text; may be
   *     called several times
   * @throws InputException if {@code change} throws it, or other programs keep changing the file
   * @throws IOException if it cannot be read or written
   */
  public static void make(Path file, Function<Optional<String>, String> change) throws IOException {
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<String> known = read(file);
      String next = change.apply(known);
      if (known.isPresent() && known.get().equals(next)) {
        return;
      }
      try (OutputFile out = OutputFile.createPage(file, /* replace= */ true)) {
        out.stream().write(next.getBytes(UTF_8));
        out.finish();
        if (read(file).equals(known)) {
          out.publish();
          return;
        }
      }
    }
    throw new InputException(
        "\"" + file + "\" is being changed by another program; nothing was written", "try again");
  }

  private static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(TermEncoding.text(Files.readAllBytes(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}

package ballast.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the lists of words that are files next to the classes. */
final class WordList {

  private WordList() {}

  /** The lines of a list, including comments, which begin with {@code #}. */
  static List<String> lines(String file) {
    try (InputStream in = WordList.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<List<String>> entries(String file) {
    return lines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" ")))
        .toList();
  }
}

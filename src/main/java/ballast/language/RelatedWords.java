package ballast.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * English words of one meaning in different parts of speech that no ending tells: society and
 * social, law and legal, China and Chinese. They stand in {@code families.txt}, a family a line.
 */
final class RelatedWords {

  private static final String COMMENT = "#";

  /** Of each word the keys of its families. */
  private static final Map<String, List<String>> FAMILIES = read("families.txt");

  private RelatedWords() {}

  /** The keys of the families to which a word belongs; empty if it belongs to none. */
  static List<String> families(String word) {
    return FAMILIES.getOrDefault(word, List.of());
  }

  private static Map<String, List<String>> read(String resource) {
    List<String> lines;
    try (InputStream in = RelatedWords.class.getResourceAsStream(resource)) {
      lines =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> families = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(COMMENT)) {
        List<String> key = List.of(COMMENT + i);
        for (String word : lines.get(i).split(" ")) {
          families.merge(Inflection.spelling(word), key, RelatedWords::joined);
        }
      }
    }
    return Map.copyOf(families);
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}

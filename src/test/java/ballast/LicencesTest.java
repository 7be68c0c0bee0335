package ballast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each library that is delivered has its licence beside it, in the jar as well. */
final class LicencesTest {

  private static final Path TABLE = Path.of("src/main/licences/libraries.tsv");
  private static final Path TEXTS = Path.of("src/main/licences/texts");

  /** Maven makes a folder here for each library of the class path, empty if its jar has no text. */
  private static final Path LIBRARIES = Path.of("target/licences/libraries");

  private static final String IN_ITS_JAR = "-";

  @Test
  void everyLibraryHasATextOfItsLicence() throws IOException {
    assertThat(LIBRARIES).as("made by Maven, generate-resources").isDirectory();
    Map<String, List<String>> table = table();

    assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(namesIn(LIBRARIES));
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, List<String>> row : table.entrySet()) {
      if (row.getValue().contains(IN_ITS_JAR) && !hasLicence(LIBRARIES.resolve(row.getKey()))) {
        without.add(row.getKey());
      }
    }
    assertThat(without).as("libraries that carry no licence and have none in the table").isEmpty();
  }

  @Test
  void everyTextOfTheTableIsThereAndNeeded() throws IOException {
    List<String> named =
        table().values().stream()
            .flatMap(List::stream)
            .filter(text -> !text.equals(IN_ITS_JAR))
            .distinct()
            .toList();

    assertThat(namesIn(TEXTS)).containsExactlyInAnyOrderElementsOf(named);
  }

  /** The names of texts, by library. */
  private static Map<String, List<String>> table() throws IOException {
    Map<String, List<String>> table = new TreeMap<>();
    List<String> rows = Files.readAllLines(TABLE, UTF_8);
    for (String row : rows.subList(1, rows.size())) {
      List<String> columns = List.of(row.split("\t", -1));
      assertThat(columns).as(row).hasSize(3).doesNotContain("");
      table.put(columns.get(0), List.of(columns.get(2).split(",", -1)));
    }
    return table;
  }

  private static boolean hasLicence(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .anyMatch(file -> file.getFileName().toString().contains("LICENSE"));
    }
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}

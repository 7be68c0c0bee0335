package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * A measured table within a page of the manual, between two comments; the words around it are
 * written by hand.
 *
 * @param page the Markdown file
 * @param name the section's, as in its first comment
 * @param property set to true, the run rewrites the table; otherwise the page stays as it is, and
 *     each of its lines must be among those measured (floors guard the values)
 */
record PageSection(Path page, String name, String property) {

  private static final String END = "<!-- end -->";

  /** A section of the accuracy page. */
  static PageSection accuracy(String name) {
    return new PageSection(Path.of("src/site/markdown/accuracy.md"), name, "accuracy.update");
  }

  /** A section with values that depend on this machine. */
  static PageSection bench(Path page, String name) {
    return new PageSection(page, name, "bench.update");
  }

  /**
   * @param lines of Markdown; those of a table begin with a bar
   */
  void publish(List<String> lines) {
    try {
      List<String> all = Files.readAllLines(page, UTF_8);
      int start = all.indexOf("<!-- measured: " + name + " -->") + 1;
      int size = start == 0 ? -1 : all.subList(start, all.size()).indexOf(END);
      Assertions.assertThat(size).as("end of section %s of %s", name, page).isNotNegative();
      List<String> section = all.subList(start, start + size);
      if (Boolean.getBoolean(property)) {
        section.clear();
        section.addAll(lines);
        Files.writeString(page, String.join("\n", all) + "\n", UTF_8);
      } else {
        Assertions.assertThat(rows(lines))
            .as("%s, %s: not measured any more; rewrite with -D%s=true", page, name, property)
            .containsAll(rows(section));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of each line of the table, including its head. */
  private static List<String> rows(List<String> lines) {
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("|")) {
        rows.add(line.split("\\|", -1)[1].strip());
      }
    }
    return rows;
  }
}

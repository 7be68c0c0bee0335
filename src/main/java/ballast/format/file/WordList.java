package ballast.format.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A list of words from a resource of this package: UTF-8, one entry per line. {@code #} at the
 * start of a line is a comment, {@code [name]} begins a section; entries before the first section
 * are in the section with the empty name.
 */
public final class WordList {

  private final Map<String, List<String>> sections;

  private WordList(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  public static WordList load(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream("/ballast/format/" + resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WordList parse(String text) {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> current = new ArrayList<>();
    sections.put("", current);
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        current =
            sections.computeIfAbsent(line.substring(1, line.length() - 1), k -> new ArrayList<>());
      } else {
        current.add(line);
      }
    }
    return new WordList(sections);
  }

  /**
   * Returns the entries of a section, in the order of the file.
   *
   * @throws IllegalArgumentException if there is no such section
   */
  public List<String> section(String name) {
    List<String> entries = sections.get(name);
    if (entries == null) {
      throw new IllegalArgumentException("no section [" + name + "] in this word list");
    }
    return List.copyOf(entries);
  }
}

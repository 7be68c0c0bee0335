package ballast.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of words in a resource: UTF-8, an entry per line. {@code #} at the start of a line is a
 * comment, {@code [name]} begins a section.
 */
public final class WordList {

  private final Map<String, List<String>> sections = new HashMap<>();

  private WordList(String text) {
    List<String> current = new ArrayList<>();
    sections.put("", current);
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1);
        current = sections.computeIfAbsent(name, first -> new ArrayList<>());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        current.add(line);
      }
    }
  }

  /**
   * Reads a list.
   *
   * @param resource its path below the package {@code ballast}
   */
  public static WordList load(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream("/ballast/" + resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new WordList(new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the entries before the first section. */
  public List<String> entries() {
    return section("");
  }

  /** Returns the entries before the first section, each divided at its blanks. */
  List<List<String>> rows() {
    return entries().stream().map(entry -> List.of(entry.split(" "))).toList();
  }

  /**
   * Returns the entries of a section.
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

  /** Returns a pattern for the words of a section; see {@link #anyOf}. */
  public Pattern pattern(String name) {
    return anyOf(words(name));
  }

  /** Returns the words of a section, divided at blanks. */
  public List<String> words(String name) {
    return section(name).stream().flatMap(line -> Stream.of(line.split(" "))).toList();
  }

  /**
   * Returns a pattern that finds the longest of these words: Chinese, or English in any case with *
   * for any ending and _ for a blank. It tests first letters first, which is several times as fast.
   */
  public static Pattern anyOf(List<String> words) {
    String first = words.stream().map(word -> word.substring(0, 1)).distinct().collect(joining());
    boolean english = first.charAt(0) < 0x80;
    String begin = (english ? "(?i)" : "") + "(?=[" + first + "])" + (english ? "\\b(?:" : "(?:");
    return Pattern.compile(
        words.stream()
            .map(word -> word.replace("*", "[a-z]*").replace('_', ' '))
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(joining("|", begin, english ? ")\\b" : ")")));
  }
}

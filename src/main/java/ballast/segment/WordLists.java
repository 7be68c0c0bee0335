package ballast.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the word lists that come with Ballast: one entry a line, {@code #} starts a comment. In the
 * list of abbreviations a line {@code [kind] title} starts a group.
 */
final class WordLists {

  private WordLists() {}

  /** The entries of a resource of this package, without comments and blank lines. */
  static List<String> entries(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(WordLists::withoutComment)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The groups of a list of abbreviations, in order. */
  static List<AbbreviationGroup> abbreviations(String resource) {
    List<AbbreviationGroup> groups = new ArrayList<>();
    String header = "";
    List<String> members = new ArrayList<>();
    for (String line : entries(resource)) {
      if (line.startsWith("[")) {
        addGroup(groups, header, members);
        header = line;
        members = new ArrayList<>();
      } else {
        members.add(line);
      }
    }
    addGroup(groups, header, members);
    return groups;
  }

  static InputStream open(String resource) {
    InputStream in = WordLists.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalArgumentException("no resource \"" + resource + "\" in ballast.segment");
    }
    return in;
  }

  private static void addGroup(
      List<AbbreviationGroup> groups, String header, List<String> members) {
    if (members.isEmpty()) {
      return;
    }
    int close = header.indexOf(']');
    if (close < 0) {
      throw new IllegalArgumentException(
          "\"" + members.get(0) + "\" comes before the first [kind]");
    }
    groups.add(
        new AbbreviationGroup(
            AbbreviationGroup.Kind.valueOf(header.substring(1, close).toUpperCase(Locale.ROOT)),
            header.substring(close + 1).strip(),
            members));
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }
}

package ballast.format.document;

import ballast.bitext.CountedNoun;
import ballast.format.article.HiddenText.LeftOutText;
import java.util.List;
import java.util.Set;

/** Counts the content of a document that is not part of its text. */
final class LeftOut {

  /** Properties in words; the others are dates and names. */
  private static final Set<String> PROPERTIES =
      Set.of("title", "subject", "description", "keywords", "keyword", "category");

  private LeftOut() {}

  /**
   * @param parts pattern of the names of the parts with comments
   */
  static void comments(PackageFile file, String parts, String element, List<String> notes) {
    add(
        file.parts().stream()
            .filter(part -> part.matches(parts))
            .mapToInt(part -> Relations.count(file, part, xml -> xml.name().equals(element)))
            .sum(),
        notes);
  }

  static void add(int comments, List<String> notes) {
    if (comments > 0) {
      notes.add(CountedNoun.of(comments, "comment") + " left out");
    }
  }

  static void properties(PackageFile file, String part, List<String> notes) {
    int count =
        Relations.count(
            file, part, xml -> PROPERTIES.contains(xml.name()) && !xml.allText(10).isBlank());
    if (count > 0) {
      notes.add(CountedNoun.of(count, "property", "properties") + " of the document left out");
    }
  }

  /** Returns a warning if much text is hidden; {@code shown} is the length of the other text. */
  static List<String> hidden(String file, List<String> texts, long shown) {
    int left = texts.stream().mapToInt(String::length).sum();
    return LeftOutText.warning(file, texts, left, (double) left + shown);
  }
}

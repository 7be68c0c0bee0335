package ballast.format.document;

import ballast.bitext.CountedNoun;
import java.util.List;
import java.util.Set;

/** Counts the content of a document that is not part of its text. */
final class LeftOut {

  /** Properties in words; the others are dates and names. */
  private static final Set<String> PROPERTIES =
      Set.of("title", "subject", "description", "keywords", "keyword", "category");

  private LeftOut() {}

  static void comments(PackageFile file, String part, String element, List<String> notes) {
    int[] count = new int[1];
    Relations.elements(file, part, xml -> count[0] += xml.name().equals(element) ? 1 : 0);
    add(count[0], notes);
  }

  static void add(int comments, List<String> notes) {
    if (comments > 0) {
      notes.add(CountedNoun.of(comments, "comment") + " left out");
    }
  }

  static void properties(PackageFile file, String part, List<String> notes) {
    int[] count = new int[1];
    Relations.elements(
        file,
        part,
        xml -> {
          if (PROPERTIES.contains(xml.name()) && !xml.allText(10).isBlank()) {
            count[0]++;
          }
        });
    if (count[0] > 0) {
      notes.add(CountedNoun.of(count[0], "property", "properties") + " of the document left out");
    }
  }
}

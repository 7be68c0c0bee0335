package ballast.format.document;

import ballast.bitext.CountedNoun;
import ballast.format.article.HiddenText;
import java.util.List;
import java.util.Set;
import net.sf.okapi.common.resource.Code;
import org.jspecify.annotations.Nullable;

/** The structure of a document, which its filter does not give. */
abstract class Structure {

  /**
   * A paragraph from a filter.
   *
   * @param part part of the archive that contains it
   * @param type the filter's type; empty if it gives none
   * @param name such as {@code Sheet1!B7}; empty if it has none
   */
  record Unit(String part, String type, String name, String text) {}

  /** Properties in words; the others are dates and names. */
  private static final Set<String> PROPERTIES =
      Set.of("title", "subject", "description", "keywords", "keyword", "category");

  final PackageFile file;

  Structure(PackageFile file) {
    this.file = file;
  }

  /** Null if it is not part of the text. Called once for each paragraph, in order. */
  abstract @Nullable Paragraph of(Unit unit);

  /** Whether the code begins a run that looks like the text around it. */
  boolean isPlain(Code code) {
    return false;
  }

  /** Called after all paragraphs are read; each note is without a full stop. */
  void addNotes(List<String> notes) {}

  /** Called after all paragraphs are read. */
  List<String> warnings() {
    return List.of();
  }

  /** Notes things that are not part of the text, if there are any. */
  static void leftOut(long count, String singular, String plural, List<String> notes) {
    if (count > 0) {
      notes.add(CountedNoun.of(count, singular, plural) + " left out");
    }
  }

  /**
   * @param parts pattern of the names of the parts with comments
   */
  final void comments(String parts, String element, List<String> notes) {
    int comments =
        file.parts().stream()
            .filter(part -> part.matches(parts))
            .mapToInt(part -> file.count(part, xml -> xml.name().equals(element)))
            .sum();
    leftOut(comments, "comment", "comments", notes);
  }

  final void properties(String part, List<String> notes) {
    int count =
        file.count(part, xml -> PROPERTIES.contains(xml.name()) && !xml.allText(10).isBlank());
    leftOut(count, "property of the document", "properties of the document", notes);
  }

  /** Returns a warning if much text is hidden; {@code shown} is the length of the other text. */
  static List<String> hidden(String file, List<String> texts, long shown) {
    int left = texts.stream().mapToInt(String::length).sum();
    return HiddenText.warning(file, texts, left, (double) left + shown);
  }
}

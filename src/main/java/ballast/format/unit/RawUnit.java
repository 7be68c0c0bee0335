package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Unit.Property;
import java.util.List;

/**
 * A unit as a file has it, before languages are chosen.
 *
 * @param line where it begins, counted from 1
 * @param sourceLang language that the file calls the source, as written; empty or {@code *all*} if
 *     it names none
 * @param properties what the file says about the whole unit
 * @param variants its texts, in the order of the file
 * @param writer who wrote it
 */
public record RawUnit(
    int line, String sourceLang, List<Property> properties, List<Variant> variants, Writer writer) {

  /** Who wrote a unit. */
  public enum Writer {
    /** Another program: an id in its file means nothing to a memory. */
    OTHER,
    /** Perhaps a person: an id is one that Ballast gave. */
    PERSON,
    /** Ballast, from a memory: the source comes first, and both languages are as they were. */
    BALLAST
  }

  /**
   * The text of one language.
   *
   * @param line where it begins, counted from 1
   * @param lang language code as written; empty when there is none
   * @param hasText whether the file has an element for the text, even an empty one
   * @param text as written
   * @param codes inline codes, whose side has no meaning yet
   * @param properties what the file says about this text; their scope has no meaning yet
   */
  public record Variant(
      int line,
      String lang,
      boolean hasText,
      String text,
      List<InlineCode> codes,
      List<Property> properties) {

    public Variant {
      codes = List.copyOf(codes);
      properties = List.copyOf(properties);
    }
  }

  public RawUnit {
    properties = List.copyOf(properties);
    variants = List.copyOf(variants);
  }

  /** How much it says besides its texts: attributes, properties and notes, in UTF-16 units. */
  long said() {
    long said = sourceLang.length() + said(properties);
    for (Variant variant : variants) {
      said += variant.lang().length() + said(variant.properties());
    }
    return said;
  }

  private static long said(List<Property> properties) {
    long said = 0;
    for (Property property : properties) {
      said += property.name().length() + property.value().length() + property.lang().length();
    }
    return said;
  }
}

package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Unit.Property;
import java.util.List;

/**
 * A unit as it is in a file, before languages are chosen.
 *
 * @param line first line, counted from 1
 * @param sourceLang source language according to the file, as written; empty or {@code *all*} if it
 *     names none
 * @param properties properties of the whole unit
 * @param variants its texts, in the order of the file
 */
public record RawUnit(
    int line, String sourceLang, List<Property> properties, List<Variant> variants, Writer writer) {

  /** The author of a unit. */
  public enum Writer {
    /** Another program: an id in its file means nothing to a memory. */
    OTHER,
    /** Possibly a person: an id is one that Ballast assigned. */
    PERSON,
    /** Ballast, from a memory: the source comes first, and both languages are unchanged. */
    BALLAST
  }

  /**
   * The text of one language.
   *
   * @param lang language code as written; empty if there is none
   * @param hasText whether the file has an element for the text, even an empty one
   * @param codes inline codes; their side has no meaning yet
   * @param properties properties of this text; their scope has no meaning yet
   */
  public record Variant(
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

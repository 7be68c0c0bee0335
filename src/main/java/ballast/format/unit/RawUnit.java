package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Property;
import java.util.List;

/**
 * A unit as a file has it, before languages are chosen.
 *
 * @param line where it begins, counted from 1
 * @param sourceLang language that the file calls the source, as written; empty or {@code *all*}
 *     when it calls none so
 * @param properties what the file says of the whole unit
 * @param variants its texts, in the order of the file
 * @param foreign whether another program wrote it; else its name is an id of ours
 */
public record RawUnit(
    int line,
    String sourceLang,
    List<Property> properties,
    List<Variant> variants,
    boolean foreign) {

  /**
   * The text of one language.
   *
   * @param line where it begins, counted from 1
   * @param lang language code as written; empty when there is none
   * @param hasText whether the file has an element for the text, be it empty
   * @param text as written
   * @param codes inline codes; their side means nothing yet
   * @param properties what the file says of this text; their scope means nothing yet
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
}

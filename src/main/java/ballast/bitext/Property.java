package ballast.bitext;

/**
 * An attribute, property or note of a unit in a file.
 *
 * @param scope the part of the unit that it describes
 * @param kind its form in the file
 * @param name name of the attribute, type of the property, author of the note; empty for a note
 *     without author
 * @param value as written, unescaped; may be empty
 * @param lang language of the value as the file gives it; empty if it gives none
 */
public record Property(Scope scope, Kind kind, String name, String value, String lang) {

  /** The part of a unit that a property describes. */
  public enum Scope {
    UNIT,
    SOURCE,
    TARGET
  }

  /** The form of a property in a file. */
  public enum Kind {
    /** An attribute of the unit's element: TMX {@code usagecount}, {@code lastusagedate}. */
    ATTRIBUTE,
    /** A property with a freely chosen type: TMX {@code prop}. */
    PROP,
    /** A remark for people: TMX and XLIFF {@code note}. */
    NOTE
  }

  public Property {
    if (name.isEmpty() && kind == Kind.ATTRIBUTE) {
      throw new IllegalArgumentException("an attribute needs a name");
    }
  }

  /** A property of the whole unit. */
  public static Property ofUnit(String name, String value) {
    return new Property(Scope.UNIT, Kind.PROP, name, value, "");
  }
}

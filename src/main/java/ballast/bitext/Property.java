package ballast.bitext;

/**
 * One thing that a file says of a unit beyond its texts.
 *
 * @param scope what it is said of
 * @param kind how the file says it
 * @param name name of the attribute, type of the property; empty for a note that names nobody
 * @param value as written, unescaped; may be empty
 * @param lang language that the file names for the value, as written; empty when it names none
 */
public record Property(Scope scope, Kind kind, String name, String value, String lang) {

  /** What a property is said of. */
  public enum Scope {
    UNIT,
    SOURCE,
    TARGET
  }

  /** How a file says it. */
  public enum Kind {
    /** An attribute of the unit's element: TMX {@code usagecount}, {@code lastusagedate}. */
    ATTRIBUTE,
    /** A property with a type of somebody's choice: TMX {@code prop}. */
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

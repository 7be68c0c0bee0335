package ballast.likeness;

import java.util.List;

/**
 * A difference that turns the meaning, however small it is.
 *
 * @param kind what kind of thing differs
 * @param onlyInQuery what stands in the query and not in the unit
 * @param onlyInUnit what stands in the unit and not in the query
 */
public record Warning(Kind kind, List<String> onlyInQuery, List<String> onlyInUnit) {

  /** What may differ. */
  public enum Kind {
    /** 不, 没, not, never ... has come or gone. */
    NEGATION,
    /** A number is worth something else. */
    NUMBER,
    /** A name or other word in Latin letters is another. */
    NAME
  }

  public Warning {
    onlyInQuery = List.copyOf(onlyInQuery);
    onlyInUnit = List.copyOf(onlyInUnit);
  }
}

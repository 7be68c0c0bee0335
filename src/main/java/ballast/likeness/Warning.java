package ballast.likeness;

import java.util.List;

/**
 * A difference that changes the meaning, however small it is.
 *
 * @param kind the kind of difference
 * @param onlyInQuery the text that is in the query and not in the unit
 * @param onlyInUnit the text that is in the unit and not in the query
 */
public record Warning(Kind kind, List<String> onlyInQuery, List<String> onlyInUnit) {

  /** The kinds of differences. */
  public enum Kind {
    /** A negation such as 不, 没, not or never was added or removed. */
    NEGATION,
    /** A number has another value. */
    NUMBER,
    /** A name or other word in Latin letters differs. */
    NAME
  }

  public Warning {
    onlyInQuery = List.copyOf(onlyInQuery);
    onlyInUnit = List.copyOf(onlyInUnit);
  }
}

package ballast.bitext;

import java.util.Locale;

/** How far a translation unit has been looked at by a person. */
public enum Status {
  /** Made by the aligner or an import; nobody has looked at it. */
  DRAFT,
  /** A person has said that it is right. */
  APPROVED,
  /** A person has said that it is wrong; kept, never offered. */
  REJECTED;

  /** The name used in files, the database and messages: {@code draft}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status of that label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Status ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}

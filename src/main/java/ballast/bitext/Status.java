package ballast.bitext;

import java.util.Locale;

/** Whether a person has reviewed a translation unit, and with what result. */
public enum Status {
  /** Made by the aligner or an import, and not reviewed. */
  DRAFT,
  /** Reviewed and right. */
  APPROVED,
  /** Reviewed and wrong; kept, but never offered. */
  REJECTED;

  /** The name used in files, the database and messages: {@code draft}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Status ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}

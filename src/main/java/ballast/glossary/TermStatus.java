package ballast.glossary;

import java.util.Locale;
import java.util.Optional;

/** Whether a term may be used (the administrative status of TBX). */
public enum TermStatus {
  /** The term to use. */
  PREFERRED,
  /** Allowed as well as the preferred term. */
  ADMITTED,
  /**
   * Found by a program or suggested by a person, but not decided on: texts are not checked against
   * it.
   */
  PROPOSED,
  /** It must not be used for this concept. */
  FORBIDDEN;

  /** The name used in files, for example {@code preferred}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status with this label, ignoring case and surrounding white space; empty if there is none.
   */
  public static Optional<TermStatus> ofLabel(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    for (TermStatus status : values()) {
      if (status.label().equals(wanted)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}

package ballast.glossary;

import java.util.Locale;
import java.util.Optional;

/** Whether a term may be used (the administrative status of TBX). */
public enum TermStatus {
  /** The one to use. */
  PREFERRED,
  /** Allowed beside the preferred one. */
  ADMITTED,
  /**
   * Found by a program or put forward by someone; not decided on, so that nothing is held to it.
   */
  PROPOSED,
  /** Not to be used for this concept. */
  FORBIDDEN;

  /** The name used in files: {@code preferred}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that label, case and white space around it apart; empty when there is none. */
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

package ballast.cli;

import java.util.Locale;

/** The forms of {@code ballast check}. */
enum CheckFormat {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

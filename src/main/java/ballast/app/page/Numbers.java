package ballast.app.page;

import java.util.Locale;

/** Numbers as pages show them. */
public final class Numbers {

  private Numbers() {}

  /** Formats a number with commas between thousands. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

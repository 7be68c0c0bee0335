package ballast.bitext;

import java.util.Locale;

/** A count and its noun, as messages write them. */
public final class CountedNoun {

  private CountedNoun() {}

  /** Formats {@code 1 unit}, {@code 2,000 units}: for nouns with a plural in s. */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  public static String of(long count, String singular, String plural) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : plural);
  }
}

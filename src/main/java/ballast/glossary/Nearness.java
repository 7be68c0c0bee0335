package ballast.glossary;

import java.util.Locale;

/** How closely the words of a text match a term, the closest first. */
public enum Nearness {
  /** Word for word. */
  EXACT,
  /** In inflected forms, side by side. */
  INFLECTED,
  /** In another part of speech: "socialist" for "socialism". */
  DERIVED,
  /** With words between them. */
  APART,
  /** In another order. */
  REORDERED;

  /** The name used in files, for example {@code inflected}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

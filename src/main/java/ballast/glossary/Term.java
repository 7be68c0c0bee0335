package ballast.glossary;

import ballast.bitext.Location;
import java.util.Locale;
import java.util.Optional;

/**
 * A word or phrase for a concept, Chinese or English.
 *
 * @param text never blank
 * @param status by default, the main Chinese form is preferred and its variants are admitted
 * @param remarks note and source of this term, not of the whole concept
 * @param where its row or element; {@link Location#UNKNOWN} if it does not come from a file
 */
public record Term(String text, TermStatus status, TermUse use, Remarks remarks, Location where) {

  public Term {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a term is blank");
    }
  }

  public Term(String text, TermStatus status) {
    this(text, status, TermUse.DEFAULT, Remarks.NONE, Location.UNKNOWN);
  }

  /** Uses the text alone: terms are looked up often, and their texts differ. */
  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Whether it is admitted with a note, which is a reason even if another row forbids it. */
  public boolean isException() {
    return status == TermStatus.ADMITTED && !remarks.note().isBlank();
  }

  public boolean isAllowed() {
    return status == TermStatus.PREFERRED || status == TermStatus.ADMITTED;
  }

  /** A proposed term is neither allowed nor forbidden. */
  public boolean isForbidden() {
    return status == TermStatus.FORBIDDEN;
  }

  /** Whether a term may be used (the administrative status of TBX). */
  public enum TermStatus {
    PREFERRED,
    /** Allowed as well as the preferred term. */
    ADMITTED,
    /**
     * Found by a program or suggested by a user, but not decided on; texts are not checked for it.
     */
    PROPOSED,
    /** Must not be used for this concept. */
    FORBIDDEN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

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

  /**
   * @param caseSensitive whether upper and lower case must be as written
   * @param partOfSpeech as the glossary writes it ("noun", "proper noun"); may be empty
   */
  public record TermUse(Match match, boolean caseSensitive, String partOfSpeech) {

    public static final TermUse DEFAULT = new TermUse(Match.AUTO, false, "");
  }

  /**
   * Remarks in a glossary for its readers.
   *
   * @param note may have several lines; empty if there is none
   * @param source the term's authority or document; empty if unknown
   */
  public record Remarks(String note, String source) {

    public static final Remarks NONE = new Remarks("", "");

    public Remarks withNote(String other) {
      return new Remarks(other, source);
    }
  }

  /** How closely the words of a text must match a term. */
  public enum Match {
    /** Adjacent words for a short term; a longer one allows gaps and another order. The default. */
    AUTO,
    /** Word for word; only hyphens, spaces, kinds of quotation marks and capitals may differ. */
    EXACT,
    /** Every word in any of its inflected forms, side by side; articles may be added or omitted. */
    INFLECTED,
    /** Inflected, in order, with a few words between them. */
    GAP,
    /** Inflected, in any order, near each other. */
    LOOSE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Match> ofLabel(String label) {
      String wanted = label.strip().toLowerCase(Locale.ROOT);
      for (Match match : values()) {
        if (match.label().equals(wanted)) {
          return Optional.of(match);
        }
      }
      return Optional.empty();
    }
  }
}

package ballast.revise;

import java.util.List;
import java.util.Locale;

/**
 * A change between two versions: the old sentences, the new ones and the edits inside them.
 *
 * @param kind the kind of change
 * @param old the old sentences; none when added
 * @param revised the new sentences; none when removed
 * @param sources the source sentences that they translate; none when unknown
 * @param rate how much was changed; everything if a side is empty
 * @param edits from {@link Side#text} of {@code old} to that of {@code revised}, in order; none
 *     when a side is empty
 * @param terms its effects on terms, including open problems of unchanged sentences
 */
public record Change(
    Kind kind,
    Side old,
    Side revised,
    List<SourceText> sources,
    EditRate rate,
    List<Edit> edits,
    List<TermEffect> terms) {

  /**
   * Sentences of one version.
   *
   * @param position position of the first sentence, counted from 0
   * @param line of its file where it begins, counted from 1; 0 when unknown
   * @param place where a person finds it in a file without lines; empty for other files
   * @param inParagraph place of the first among the sentences of its paragraph, counted from 1; 0
   *     when unknown
   * @param sentences in order
   * @param text all of them as one text, to which the spans of edits refer
   */
  public record Side(
      int position, int line, String place, int inParagraph, List<String> sentences, String text) {

    public Side {
      sentences = List.copyOf(sentences);
    }

    /** No sentences, at a position. */
    static Side none(int position) {
      return new Side(position, 0, "", 0, List.of(), "");
    }

    /** {@code line 3}, or the place in a file without lines. */
    public String lineOrPlace() {
      return place.isEmpty() ? "line " + line : place;
    }
  }

  public Change {
    sources = List.copyOf(sources);
    edits = List.copyOf(edits);
    terms = List.copyOf(terms);
  }

  /** Whether the texts differ in format only. */
  public boolean isFormatOnly() {
    return !edits.isEmpty()
        && edits.stream().allMatch(edit -> edit.editClass() == Edit.Kind.FORMAT);
  }

  public boolean has(Edit.Kind kind) {
    return edits.stream().anyMatch(edit -> edit.editClass() == kind);
  }

  public boolean has(TermEffect.Kind effect) {
    return terms.stream().anyMatch(term -> term.kind() == effect);
  }

  /** Whether both versions have it, and little of the old wording is left. */
  public boolean isRewritten() {
    return !old.text().isEmpty()
        && !revised.text().isEmpty()
        && EditRate.Band.of(rate.rate()) == EditRate.Band.MOST;
  }

  /** The new sentences, or the old ones if there are none; what nobody has changed. */
  public Side present() {
    return revised.text().isEmpty() ? old : revised;
  }

  /** Whether neither version has a translation, as of a source that was added. */
  boolean hasNoText() {
    return old.text().isEmpty() && revised.text().isEmpty();
  }

  /**
   * The same sentences of files that have not changed: there are no edits, and a problem with a
   * term was there before.
   */
  Change alignedAnew() {
    return new Change(
        Kind.ALIGNED_ANEW,
        old,
        revised,
        sources.stream().map(SourceText::unchanged).toList(),
        rate.withoutEdits(),
        List.of(),
        terms.stream()
            .filter(term -> term.kind() != TermEffect.Kind.FIXED)
            .map(term -> new TermEffect(TermEffect.Kind.OPEN, term.problem()))
            .toList());
  }

  /** Whether the source has changed. */
  public boolean isSourceChanged() {
    return sources.stream().anyMatch(source -> !source.old().equals(source.current()));
  }

  /** The kind of a change to sentences. */
  public enum Kind {
    /** The same characters in the same place. */
    UNCHANGED,
    /**
     * Different characters in the same place; also several sentences divided differently into as
     * many.
     */
    EDITED,
    /** One sentence became several. */
    SPLIT,
    /** Several sentences became one. */
    MERGED,
    /** In another place; perhaps edited too. */
    MOVED,
    /** Only in the new version. */
    ADDED,
    /** Only in the old version. */
    REMOVED,
    /**
     * The source has changed, and its translation is missing or unchanged except for its format.
     */
    STALE,
    /** The same text, aligned with its source in another way; not an edit. */
    ALIGNED_ANEW;

    /** The name used in output: {@code edited}, {@code aligned-anew}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in running text: {@code aligned anew}. */
    public String inWords() {
      return label().replace('-', ' ');
    }

    /** Whether somebody has changed the translation, or the source that it no longer follows. */
    public boolean isChange() {
      return this != UNCHANGED && this != ALIGNED_ANEW;
    }
  }
}

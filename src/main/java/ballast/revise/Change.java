package ballast.revise;

import java.util.List;
import java.util.Locale;

/**
 * A change between two versions: the old sentences, the new ones and the edits inside them.
 *
 * @param old empty if the sentences were added
 * @param revised empty if the sentences were removed
 * @param sources the source sentences that they translate; empty when unknown
 * @param rate complete if a side is empty
 * @param edits from {@link Side#text} of {@code old} to that of {@code revised}, in order; empty
 *     when a side is empty
 * @param terms effects on terms, including open problems of unchanged sentences
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
   * @param line line of the first sentence, counted from 1; 0 when unknown
   * @param place the place in a file without lines; empty for other files
   * @param inParagraph index of the first sentence in its paragraph, counted from 1; 0 when unknown
   * @param text the joined sentences, to which the spans of edits refer
   */
  public record Side(
      int position, int line, String place, int inParagraph, List<String> sentences, String text) {

    public Side {
      sentences = List.copyOf(sentences);
    }

    static Side none(int position) {
      return new Side(position, 0, "", 0, List.of(), "");
    }

    /** Returns {@code line 3}, or the place in a file without lines. */
    public String lineOrPlace() {
      return place.isEmpty() ? "line " + line : place;
    }
  }

  public Change {
    sources = List.copyOf(sources);
    edits = List.copyOf(edits);
    terms = List.copyOf(terms);
  }

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

  /** Returns whether both versions have these sentences with little of the old wording left. */
  public boolean isRewritten() {
    return !old.text().isEmpty()
        && !revised.text().isEmpty()
        && EditRate.Band.of(rate.rate()) == EditRate.Band.MOST;
  }

  /** Returns the new sentences, or the old ones if there are none. */
  public Side present() {
    return revised.text().isEmpty() ? old : revised;
  }

  /** Returns whether neither version has a translation, as for an added source. */
  boolean hasNoText() {
    return old.text().isEmpty() && revised.text().isEmpty();
  }

  /**
   * Returns this change for files that have not changed: without edits, and with every term problem
   * open.
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

  public boolean isSourceChanged() {
    return sources.stream().anyMatch(source -> !source.old().equals(source.current()));
  }

  public enum Kind {
    /** The same characters in the same place. */
    UNCHANGED,
    /**
     * Different characters in the same place; also several sentences divided differently into as
     * many.
     */
    EDITED,
    SPLIT,
    MERGED,
    /** In another place; perhaps edited too. */
    MOVED,
    ADDED,
    REMOVED,
    /**
     * The source has changed, but its translation is missing or unchanged except for its format.
     */
    STALE,
    /** The same text, aligned with its source in another way; not an edit. */
    ALIGNED_ANEW;

    /** Returns the name used in output: {@code edited}, {@code aligned-anew}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String inWords() {
      return label().replace('-', ' ');
    }

    /** Returns whether the translation was edited, or its source changed without it. */
    public boolean isChange() {
      return this != UNCHANGED && this != ALIGNED_ANEW;
    }
  }
}

package ballast.revise;

import java.util.List;

/**
 * Sentences of the old version, what became of them, and what was changed inside.
 *
 * @param kind what became of them
 * @param old the old sentences; none when added
 * @param revised the new sentences; none when removed
 * @param sources what they translate; none when unknown
 * @param rate how much was changed; everything, when a side is empty
 * @param edits from {@link Side#text} of {@code old} to that of {@code revised}, in order; none
 *     when a side is empty
 * @param terms what it did to terms, open ones of unchanged sentences too
 */
public record Change(
    ChangeKind kind,
    Side old,
    Side revised,
    List<SourceText> sources,
    EditRate rate,
    List<Edit> edits,
    List<TermEffect> terms) {

  /**
   * Sentences of one version.
   *
   * @param position of the first, counted from 0
   * @param line of its file where it begins, counted from 1; 0 when unknown
   * @param inParagraph place of the first among the sentences of its paragraph, counted from 1; 0
   *     when unknown
   * @param sentences in order
   * @param text all of them as one text; edits are of this one
   */
  public record Side(int position, int line, int inParagraph, List<String> sentences, String text) {
    public Side {
      sentences = List.copyOf(sentences);
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
        && edits.stream().allMatch(edit -> edit.editClass() == EditClass.FORMAT);
  }

  public boolean has(EditClass kind) {
    return edits.stream().anyMatch(edit -> edit.editClass() == kind);
  }

  public boolean has(TermEffect.Kind effect) {
    return terms.stream().anyMatch(term -> term.kind() == effect);
  }

  /** Whether the source is not what it was. */
  public boolean isSourceChanged() {
    return sources.stream().anyMatch(source -> !source.old().equals(source.current()));
  }
}

package ballast.revise;

import java.util.List;

/**
 * Tells whether two versions of aligned units were made from the same files. If both files are the
 * same, units differ only because their sentences were aligned in another way, not because of
 * edits.
 */
public record SameFiles(boolean source, boolean target) {

  /** Two versions made from unknown files. */
  public static final SameFiles NONE = new SameFiles(false, false);

  /** Returns the sources to compare: those from the same file have not changed. */
  List<SourceText> sources(List<SourceText> sources) {
    return source && !target ? sources.stream().map(SourceText::unchanged).toList() : sources;
  }

  /**
   * Returns the changes to report. In an unchanged translation, a difference is one of alignment.
   * If the source has changed, the translation is stale.
   */
  List<Change> changes(List<Change> changes) {
    return target
        ? changes.stream()
            .filter(change -> !(source && change.hasNoText()))
            .map(change -> isKept(change) ? change : change.alignedAnew())
            .toList()
        : changes;
  }

  private boolean isKept(Change change) {
    return change.kind() == Change.Kind.UNCHANGED
        || (!source && change.kind() == Change.Kind.STALE);
  }
}

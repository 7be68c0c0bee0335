package ballast.revise;

import java.util.List;

/**
 * Which of the files that two versions of aligned units were made from are the same. If both are,
 * units differ only because their sentences were aligned in another way; nobody has edited them.
 *
 * @param source whether both versions have the same source file
 * @param target whether both versions have the same translation
 */
public record SameFiles(boolean source, boolean target) {

  /** Two versions of which nothing is known. */
  public static final SameFiles NONE = new SameFiles(false, false);

  /** The sources as they are to be compared: a source from the same file has not changed. */
  List<SourceText> sources(List<SourceText> sources) {
    return source && !target ? sources.stream().map(SourceText::unchanged).toList() : sources;
  }

  /**
   * The changes as they are to be reported. In a translation that has not changed, a difference is
   * one of alignment, unless the source has changed: then the translation is stale.
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

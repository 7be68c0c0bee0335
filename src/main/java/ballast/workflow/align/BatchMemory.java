package ballast.workflow.align;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.RevisionInfo;
import ballast.memory.RevisionSummary;
import ballast.memory.UnitFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The memory as a run over many documents uses it: each is recorded in a transaction of its own.
 * For one thread.
 */
public final class BatchMemory {

  /** How the memory is used. */
  public enum Use {
    /** Documents that are finished are passed over, the others recorded. */
    RESUME,
    /** All documents are recorded. */
    AGAIN,
    /** Documents that are finished are passed over, nothing is recorded. */
    LOOK,
    /** All documents are aligned, nothing is recorded. */
    LOOK_AGAIN
  }

  private final @Nullable Memory memory;
  private final Use use;
  private final String author;
  private final String settings;
  private final Set<String> documents = new HashSet<>();

  /**
   * @param memory null: there is none to look into or write to
   * @param author who aligns
   * @param settings see {@link ballast.memory.NewRevision#settings}
   */
  public BatchMemory(@Nullable Memory memory, Use use, String author, String settings) {
    this.memory = memory;
    this.use = use;
    this.author = author;
    this.settings = settings;
  }

  /** Whether documents are recorded. */
  public boolean records() {
    return memory != null && (use == Use.RESUME || use == Use.AGAIN);
  }

  /** The settings of this run. */
  String settings() {
    return settings;
  }

  /** The revision of a document that may make aligning it unnecessary. */
  Optional<RevisionInfo> latest(String document) {
    return memory == null || use == Use.AGAIN || use == Use.LOOK_AGAIN
        ? Optional.empty()
        : memory.latestRevision(document);
  }

  /** Notes that a document is in the memory as it should be. */
  void finished(String document) {
    documents.add(document);
  }

  /** Records a document; empty when nothing is recorded. */
  Optional<RevisionSummary> record(ArticleAligner.Aligned aligned) {
    if (memory == null || !records()) {
      return Optional.empty();
    }
    RevisionSummary summary = memory.addRevision(Revisions.of(aligned, author, settings));
    documents.add(aligned.text().document());
    return Optional.of(summary);
  }

  /** The source language of this run's documents; null where there are several. */
  public @Nullable Lang sourceLang() {
    if (memory == null) {
      return null;
    }
    List<Lang> languages =
        memory.documents().stream()
            .filter(document -> documents.contains(document.name()))
            .map(DocumentSummary::sourceLang)
            .distinct()
            .toList();
    return languages.size() == 1 ? languages.get(0) : null;
  }

  /** Gives the units of this run's documents to {@code action}, in export order. */
  public void forEachUnit(Consumer<Unit> action) {
    if (memory != null && !documents.isEmpty()) {
      memory.forEachUnit(UnitFilter.OFFERED.inDocuments(documents), action);
    }
  }
}

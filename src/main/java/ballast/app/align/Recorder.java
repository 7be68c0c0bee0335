package ballast.app.align;

import ballast.app.Workplace;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.bitext.Alignment;
import ballast.bitext.Unit;
import ballast.bitext.Version;
import ballast.format.article.ReadText;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Passes aligned articles to the memory and to the sink, one after the other.
 *
 * <p>A single article goes into both or into neither: when the memory commits, the sink has written
 * everything but not yet published it. With several articles, each is recorded separately, so that
 * an interrupted run can continue. The sink receives the units when all are done.
 */
final class Recorder {

  private final BatchMemory memory;
  private final AlignmentSink sink;
  private final String author;
  private final Instant now;
  private final String settings;
  private final boolean isOne;
  private int documents;
  private boolean finished;

  /**
   * @param settings see {@link ballast.memory.AlignmentRun#settings}
   * @param isOne whether the request is for one article, not for a list
   */
  Recorder(
      Workplace workplace, BatchMemory memory, AlignmentSink sink, String settings, boolean isOne) {
    this.memory = memory;
    this.sink = sink;
    this.author = workplace.author();
    this.now = workplace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    this.settings = settings;
    this.isOne = isOne;
  }

  boolean isOne() {
    return isOne;
  }

  String settings() {
    return settings;
  }

  /** Records an article; empty if nothing is recorded. Call {@link #write} next. */
  Optional<Revision.Summary> record(ArticleAligner.Aligned aligned) {
    if (!memory.writes()) {
      return Optional.empty();
    }
    Revision.New revision = Revisions.of(aligned, author, settings).restoring(memory.restores());
    return Optional.of(
        memory.record(
            revision,
            units -> {
              if (isOne) {
                sink.add(aligned.text(), List.of());
                sink.finish(RecordedUnits.of(revision.sourceLang(), units));
                finished = true;
              }
            }));
  }

  /** Passes an article to the sink, after recording it if articles are recorded. */
  void write(AlignedText text) {
    documents++;
    if (!finished) {
      sink.add(text, memory.writes() ? List.of() : unnamed(text));
    }
  }

  void passOver() {
    documents++;
  }

  /** Whether the sink needs articles that are already in the memory. */
  boolean needsAlignment() {
    return switch (sink.needs()) {
      case NOTHING -> false;
      case UNITS -> !memory.writes();
      case BEADS -> true;
    };
  }

  void finish() {
    if (documents == 0) {
      return;
    }
    if (!finished) {
      sink.finish(memory);
    }
    sink.publish();
  }

  private List<Unit> unnamed(AlignedText text) {
    return text.alignment().units(text.document(), author, now);
  }

  private static final class Revisions {

    private Revisions() {}

    static Revision.New of(ArticleAligner.Aligned aligned, String author, String settings) {
      String document = aligned.text().document();
      Alignment alignment = aligned.text().alignment();
      return new Revision.New(
          document,
          aligned.source().document().lang(),
          aligned.target().document().lang(),
          new Revision.Run(
              author,
              new Revision.Files(file(aligned.source()), file(aligned.target())),
              Revision.Counts.of(alignment),
              Version.current().toString(),
              settings),
          // The memory sets the time of the units when it records them.
          alignment.units(document, author, Instant.EPOCH),
          new Revision.New.Beads(aligned.pins(), alignment.beads()));
    }

    private static AlignedFile file(ReadText reading) {
      return new AlignedFile(reading.document().name(), reading.sha256());
    }
  }
}

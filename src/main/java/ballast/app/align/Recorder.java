package ballast.app.align;

import ballast.app.Workplace;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.bitext.Alignment;
import ballast.bitext.Unit;
import ballast.bitext.Version;
import ballast.format.article.ReadText;
import ballast.memory.DocumentChange;
import ballast.memory.Revision;
import ballast.memory.Revision.AlignedFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private AlignmentSink.@Nullable Written written;

  /**
   * @param settings see {@link Revision.Run}
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

  /** Records an article; null if nothing is recorded. Call {@link #write} next. */
  Revision.@Nullable Summary record(ArticleAligner.Aligned aligned) {
    if (!memory.writes()) {
      return null;
    }
    DocumentChange revision = revision(aligned);
    return memory.record(
        revision,
        units -> {
          if (isOne) {
            sink.add(aligned.text(), List.of());
            written = sink.finish(RecordedUnits.of(revision.sourceLang(), units));
          }
        });
  }

  /** Passes an article to the sink, after recording it if articles are recorded. */
  void write(AlignedText text) {
    documents++;
    if (written == null) {
      sink.add(text, memory.writes() ? List.of() : unnamed(text));
    }
  }

  void passOver() {
    documents++;
  }

  boolean needsAlignment() {
    return switch (sink.needs()) {
      case NOTHING -> false;
      case UNITS -> !memory.writes();
      case BEADS -> true;
    };
  }

  /** Completes the sink. Returns the number of articles accepted or already in the memory. */
  int finish(AlignEvents events) {
    if (documents > 0) {
      AlignmentSink.Written all = written == null ? sink.finish(memory) : written;
      sink.publish();
      events.wrote(all);
    }
    return documents;
  }

  private List<Unit> unnamed(AlignedText text) {
    return text.alignment().units(text.document(), author, now);
  }

  private DocumentChange revision(ArticleAligner.Aligned aligned) {
    String document = aligned.text().document();
    Alignment alignment = aligned.text().alignment();
    return new DocumentChange(
        document,
        aligned.files().source().document().lang(),
        aligned.files().target().document().lang(),
        new Revision.Run(
            author,
            new Revision.Files(file(aligned.files().source()), file(aligned.files().target())),
            Revision.Counts.of(alignment),
            Version.current().toString(),
            settings),
        // The memory sets the time of the units when it records them.
        alignment.units(document, author, Instant.EPOCH),
        aligned.pins(),
        alignment.beads(),
        aligned.text().looseTexts(aligned.files().source(), aligned.files().target()),
        DocumentChange.ALIGNED,
        memory.again());
  }

  private static AlignedFile file(ReadText reading) {
    return new AlignedFile(reading.document().name(), reading.sha256());
  }
}

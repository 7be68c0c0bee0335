package ballast.spark.align;

import ballast.app.align.PairAligner;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.spark.job.Tally;
import ballast.spark.list.Waiting;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/** The work of a task on its documents: turns {@link Waiting} into {@link PackedRows}. */
final class AlignDocuments implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<byte[]> snapshot;
  private final String settings;
  private final long maxBytes;
  private final long maxMillis;
  private final LongAccumulator done;
  private final LongAccumulator rejected;

  AlignDocuments(Broadcast<byte[]> snapshot, String settings, DocumentLimits limits, Tally tally) {
    this.snapshot = snapshot;
    this.settings = settings;
    this.maxBytes = limits.bytes();
    this.maxMillis = limits.time().toMillis();
    this.done = tally.done();
    this.rejected = tally.rejected();
  }

  @Override
  public Iterator<Row> call(Iterator<Row> documents) {
    DocumentLimits limits = new DocumentLimits(maxBytes, Duration.ofMillis(maxMillis));
    PairAligner aligner = Engine.forTask(snapshot.value(), limits);
    TaskContext.get()
        .addTaskCompletionListener((TaskCompletionListener) context -> aligner.close());
    DocumentRows rows = new DocumentRows(aligner, settings, limits);
    return new Rows(documents, rows);
  }

  private final class Rows implements Iterator<Row> {

    private final Iterator<Row> documents;
    private final DocumentRows rows;
    private @Nullable Row ready;

    Rows(Iterator<Row> documents, DocumentRows rows) {
      this.documents = documents;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready == null && documents.hasNext()) {
        ready = rows.of(documents.next());
        done.add(1);
        rejected.add(ready != null && PackedRows.isReject(ready) ? 1 : 0);
      }
      return ready != null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row next = Objects.requireNonNull(ready);
      ready = null;
      return next;
    }
  }
}

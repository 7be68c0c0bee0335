package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.store.CodesColumn;
import ballast.report.alignment.AlignmentReport;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.Article;
import ballast.workflow.align.DocumentLimits;
import ballast.workflow.align.Outcome;
import ballast.workflow.align.PairAligner;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Aligns documents and makes rows of what comes of them. For one thread. */
final class DocumentRows {

  private static final int WIDTH = Columns.EITHER.length();
  private static final int BEAD = Columns.DOCUMENT.length();
  private static final int REJECT = BEAD + Columns.BEAD.length();

  private final PairAligner aligner;
  private final String settings;
  private final DocumentLimits limits;

  DocumentRows(PairAligner aligner, String settings, DocumentLimits limits) {
    this.aligner = aligner;
    this.settings = settings;
    this.limits = limits;
  }

  /**
   * Aligns a document and adds its rows; none if the corpus has it from the same files.
   *
   * @return whether it is in the corpus now
   */
  boolean add(Row row, Collection<Row> into) {
    Waiting waiting = Waiting.of(row);
    PairBytes bytes = new PairBytes(waiting, row, limits);
    if (waiting.refusal() != null) {
      Waiting.Refusal refusal = waiting.refusal();
      into.add(failed(waiting, bytes, refusal.reason(), refusal.hint(), null));
      return false;
    }
    try {
      bytes.read();
    } catch (InputException e) {
      into.add(rejected(waiting, bytes, Outcome.Failed.of(waiting.pair(), e)));
      return false;
    }
    if (!waiting.before().isEmpty()) {
      boolean same = waiting.before().equals(bytes.sourceSha256() + " " + bytes.targetSha256());
      if (!same) {
        into.add(changed(waiting, bytes));
      }
      return same;
    }
    PairAligner.Result result = aligner.align(waiting.pair(), bytes.source(), bytes.target());
    AlignedText text = result.text();
    if (text == null || !(result.outcome() instanceof Outcome.Aligned)) {
      into.add(rejected(waiting, bytes, result.outcome()));
      return false;
    }
    addBeads(waiting, bytes, text, into);
    return true;
  }

  private Row changed(Waiting waiting, PairBytes bytes) {
    return failed(
        waiting,
        bytes,
        "the corpus has \"" + waiting.pair().article().document() + "\" from other files",
        "name a new folder with -o, or give the document another name",
        null);
  }

  private void addBeads(Waiting waiting, PairBytes bytes, AlignedText text, Collection<Row> into) {
    Alignment alignment = text.alignment();
    Map<Integer, List<InlineCode>> codes = new HashMap<>();
    for (Unit unit : alignment.units(text.document(), "", Instant.EPOCH)) {
      codes.put(unit.provenance().position(), unit.codes());
    }
    String lines = lines(text);
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      @Nullable Object[] cells = cells(waiting, bytes);
      int at = BEAD;
      cells[at++] = text.source().language();
      cells[at++] = text.target().language();
      cells[at++] = i + 1;
      cells[at++] = bead.toIndexLists();
      cells[at++] = text.type(bead).label();
      cells[at++] = alignment.isUnit(bead);
      cells[at++] = bead.moved();
      cells[at++] = Status.DRAFT.label();
      cells[at++] = bead.confidence();
      cells[at++] = alignment.sourceText(bead);
      cells[at++] = alignment.targetText(bead);
      cells[at++] = CodesColumn.write(codes.getOrDefault(i + 1, List.of()));
      cells[at] = String.join("; ", bead.reasons());
      cells[WIDTH - 1] = i == 0 && !lines.isEmpty() ? lines : null;
      into.add(RowFactory.create(cells));
    }
  }

  /** The lines of {@code ballast align -o FILE.tsv}, without the last line break. */
  private static String lines(AlignedText text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new AlignmentReport(Form.TSV, Style.PLAIN, /* review= */ false, bytes).add(text, List.of());
    String lines = bytes.toString(UTF_8);
    return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  private Row rejected(Waiting waiting, PairBytes bytes, Outcome outcome) {
    if (outcome instanceof Outcome.Unrelated unrelated) {
      return reject(
          waiting,
          bytes,
          "unrelated",
          unrelated.reason(),
          "if they are, take them with --force",
          null);
    }
    Outcome.Failed failed = (Outcome.Failed) outcome;
    return failed(waiting, bytes, failed.reason(), failed.hint(), failed.mistake());
  }

  private Row failed(
      Waiting waiting, PairBytes bytes, String reason, String hint, @Nullable Throwable mistake) {
    return reject(waiting, bytes, "failed", reason, hint, mistake);
  }

  private Row reject(
      Waiting waiting,
      PairBytes bytes,
      String kind,
      String reason,
      String hint,
      @Nullable Throwable mistake) {
    @Nullable Object[] cells = cells(waiting, bytes);
    int at = REJECT;
    cells[at++] = kind;
    cells[at++] = reason;
    cells[at++] = hint;
    cells[at++] = mistake != null;
    cells[at] = mistake == null ? "" : trace(mistake);
    return RowFactory.create(cells);
  }

  private @Nullable Object[] cells(Waiting waiting, PairBytes bytes) {
    Article article = waiting.pair().article();
    @Nullable Object[] cells = new @Nullable Object[WIDTH];
    int at = 0;
    cells[at++] = article.document();
    cells[at++] = waiting.seq();
    cells[at++] = article.source();
    cells[at++] = article.target();
    cells[at++] = bytes.sourceSha256();
    cells[at++] = bytes.targetSha256();
    cells[at] = settings;
    return cells;
  }

  private static String trace(Throwable mistake) {
    StringWriter trace = new StringWriter();
    mistake.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}

package ballast.spark.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.align.AlignEvents;
import ballast.app.align.AlignedText;
import ballast.app.align.AlignmentReport;
import ballast.app.align.Article;
import ballast.app.align.PairAligner;
import ballast.app.align.PairAligner.DocumentLimits;
import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Revision;
import ballast.memory.store.CodesColumn;
import ballast.spark.list.PairBytes;
import ballast.spark.list.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Aligns documents and converts the results to rows. For one thread. */
final class DocumentRows {

  private final PairAligner aligner;
  private final String settings;
  private final DocumentLimits limits;

  DocumentRows(PairAligner aligner, String settings, DocumentLimits limits) {
    this.aligner = aligner;
    this.settings = settings;
    this.limits = limits;
  }

  /**
   * Aligns a document.
   *
   * @return its {@link PackedRows}; null if the corpus has it from the same files
   */
  @Nullable Row of(Row row) {
    Waiting waiting = Waiting.of(row);
    PairBytes bytes = new PairBytes(waiting, row, limits);
    Result result = new Result(waiting, bytes);
    Waiting.Refusal refusal = waiting.refusal();
    if (refusal != null) {
      result.failed(refusal.reason(), refusal.hint());
      return result.row;
    }
    try {
      bytes.read();
    } catch (InputException e) {
      result.failed(AlignEvents.Failure.of(waiting.pair(), e));
      return result.row;
    }
    if (waiting.before().isEmpty()) {
      aligner.align(waiting.pair(), bytes.source(), bytes.target(), result);
    } else if (!waiting.before().equals(bytes.sourceSha256() + " " + bytes.targetSha256())) {
      result.failed(
          "the corpus has another text of \""
              + waiting.pair().article().document()
              + "\": its files have changed since it was aligned, or another document has its name",
          "the corpus keeps the text that it has; align the list into a new folder with -o, or give"
              + " another document another name");
    }
    return result.row;
  }

  /** Converts the event of a document to its row. */
  private final class Result implements AlignEvents {

    private final Waiting waiting;
    private final PairBytes bytes;
    private @Nullable Row row;

    Result(Waiting waiting, PairBytes bytes) {
      this.waiting = waiting;
      this.bytes = bytes;
    }

    @Override
    public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
      Alignment alignment = text.alignment();
      Map<Integer, List<InlineCode>> codes = new HashMap<>();
      for (Unit unit : alignment.units(text.document(), "", Instant.EPOCH)) {
        codes.put(unit.provenance().position(), unit.codes());
      }
      List<Object[]> beads = new ArrayList<>();
      for (Bead bead : alignment.beads()) {
        int number = beads.size() + 1;
        beads.add(
            new Object[] {
              text.source().language(),
              text.target().language(),
              number,
              bead.toIndexLists(),
              text.type(bead).label(),
              alignment.isUnit(bead),
              bead.moved(),
              Unit.Status.DRAFT.label(),
              bead.confidence(),
              alignment.sourceText(bead),
              alignment.targetText(bead),
              CodesColumn.write(codes.getOrDefault(number, List.of())),
              String.join("; ", bead.reasons())
            });
      }
      row = PackedRows.ofBeads(waiting.seq(), cells(), beads, lines(text));
    }

    @Override
    public void unrelated(Article article, AlignedText text) {
      reject("unrelated", text.unrelatedReason(), "if they are, take them with --force", null);
    }

    @Override
    public void failed(Failure failure) {
      reject("failed", failure.reason(), failure.hint(), failure.mistake());
    }

    void failed(String reason, String hint) {
      reject("failed", reason, hint, null);
    }

    private void reject(String kind, String reason, String hint, @Nullable Throwable mistake) {
      Object[] reject = {
        kind, reason, hint, mistake != null, mistake == null ? "" : trace(mistake)
      };
      row = PackedRows.ofReject(waiting.seq(), cells(), reject);
    }

    private Object[] cells() {
      Article article = waiting.pair().article();
      return new Object[] {
        article.document(),
        waiting.seq(),
        article.source(),
        article.target(),
        bytes.sourceSha256(),
        bytes.targetSha256(),
        settings
      };
    }
  }

  /** The lines of {@code ballast align -o FILE.tsv}, without the last line break. */
  private static String lines(AlignedText text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new AlignmentReport(Form.TSV, Style.PLAIN, /* review= */ false, Imprint.NONE, bytes)
        .add(text, List.of());
    String lines = bytes.toString(UTF_8);
    return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  private static String trace(Throwable mistake) {
    StringWriter trace = new StringWriter();
    mistake.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}

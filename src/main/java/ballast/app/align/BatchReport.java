package ballast.app.align;

import ballast.bitext.CountedNoun;
import ballast.format.table.TsvLine;
import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports the events of a batch as text or a table. */
public class BatchReport implements AlignEvents {

  private static final List<String> HEAD =
      List.of(
          "status",
          "document",
          "source",
          "target",
          "source sentences",
          "target sentences",
          "beads",
          "doubtful",
          "one-sided",
          "revision",
          "units",
          "added",
          "changed",
          "unchanged",
          "moved",
          "came back",
          "retired",
          "reason");

  /** Hint for sentences that were listed by an earlier run. */
  public static final String REVIEW = "         (--review shows the sentences without a partner)";

  private final List<String> lines = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private int pairs;
  private int aligned;
  private int recorded;
  private int skipped;
  private int failed;
  private int unrelated;
  private int alone;
  private boolean hasOneSided;
  private boolean hasSkippedOneSided;
  private boolean hasAbsent;
  private boolean hasOldTexts;

  @Override
  public void begins(int number) {
    pairs = number;
  }

  @Override
  public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
    AlignedText.Statistics statistics = text.statistics();
    aligned++;
    hasOneSided |= statistics.oneSided() > 0;
    String line = "aligned  " + article.document() + ": " + numbers(statistics) + "; ";
    List<Object> cells = cells("aligned", article, statistics);
    if (summary == null) {
      lines.add(line + statistics.units() + " units");
      cells.addAll(List.of("", statistics.units()));
      row(cells, "");
      return;
    }
    recorded++;
    hasOldTexts |= summary.isNewText();
    lines.add(line + AlignmentTotals.ofRevision(summary));
    UnitTally units = summary.units();
    cells.addAll(List.of(summary.revision(), units.total(), units.added(), units.changed()));
    cells.addAll(List.of(units.unchanged(), units.moved(), units.revived(), summary.retired()));
    row(cells, removed(summary.absent()));
  }

  @Override
  public void skipped(Article article, Revision revision) {
    skipped++;
    hasSkippedOneSided |= hasOneSided(revision);
    AbsentUnits absent = revision.absent();
    lines.add(
        "done     %s: already aligned, revision %d, %s"
            .formatted(
                article.document(),
                revision.number(),
                absent.count() == 0
                    ? revision.units() + " units"
                    : "but " + AlignmentTotals.lacking(revision.units(), absent)));
    List<Object> cells = cells("already aligned", article, revision.run().counts());
    cells.addAll(List.of("", "", revision.number(), revision.units()));
    row(cells, removed(absent));
  }

  /** Whether a revision has unmatched sentences, that is, beads that are not units. */
  public static boolean hasOneSided(Revision revision) {
    return revision.run().counts().beads() > revision.units();
  }

  @Override
  public void unrelated(Article article, AlignedText text) {
    unrelated++;
    lines.add("refused  " + article.document() + ": " + text.unrelatedReason());
    row(cells("not translations", article, text.statistics()), text.unrelatedReason());
  }

  @Override
  public void failed(Failure failure) {
    failed++;
    String name = failure.reason().startsWith(failure.name() + ":") ? "" : failure.name() + ": ";
    lines.add("failed   " + name + failure.reason());
    row(List.of("failed", failure.name(), failure.source(), failure.target()), failure.reason());
  }

  @Override
  public void alone(String file, String reason) {
    alone++;
    row(List.of("alone", "", file), reason);
  }

  public int failures() {
    return failed;
  }

  public int unrelated() {
    return unrelated;
  }

  private String removed(AbsentUnits absent) {
    hasAbsent |= absent.count() > 0;
    return absent.count() == 0 ? "" : "removed: " + absent;
  }

  private static List<Object> cells(
      String status, Article article, AlignedText.Statistics statistics) {
    List<Object> cells = cells(status, article, statistics.counts());
    cells.addAll(List.of(statistics.doubtful(), statistics.oneSided()));
    return cells;
  }

  private static List<Object> cells(String status, Article article, Revision.Counts counts) {
    return new ArrayList<>(
        List.of(
            status,
            article.document(),
            article.source(),
            article.target(),
            counts.sourceSentences(),
            counts.targetSentences(),
            counts.beads()));
  }

  private void row(List<Object> cells, String reason) {
    String[] row = new String[HEAD.size()];
    Arrays.fill(row, "");
    for (int i = 0; i < cells.size(); i++) {
      row[i] = cells.get(i).toString();
    }
    row[row.length - 1] = reason;
    rows.add(TsvLine.of(row));
  }

  /**
   * Prints the totals and one line per entry, without skipped files.
   *
   * @param named whether unmatched sentences were listed during alignment
   * @param reviewed whether whole alignments are shown, including those of an earlier run
   */
  public void print(boolean named, boolean reviewed, Consumer<String> out) {
    lines.forEach(out);
    if (!reviewed && hasSkippedOneSided) {
      out.accept(REVIEW);
    } else if (!named && !reviewed && hasOneSided) {
      out.accept("         (-v names the sentences without a partner)");
    }
    if (hasOldTexts) {
      out.accept("         (" + AlignmentTotals.oldTexts("NAME") + ")");
    }
    if (hasAbsent) {
      out.accept("         (" + AlignmentTotals.wayBack("NAME") + ")");
    }
    out.accept(totals());
  }

  private String totals() {
    List<String> parts = new ArrayList<>();
    AlignmentTotals.count(parts, aligned, "aligned");
    AlignmentTotals.count(parts, skipped, "already aligned");
    AlignmentTotals.count(parts, failed, "failed");
    AlignmentTotals.count(parts, unrelated, "not translations of each other");
    AlignmentTotals.count(parts, pairs - aligned - skipped - failed - unrelated, "not done");
    return "total    %s: %s%s%s"
        .formatted(
            CountedNoun.of(pairs, "pair"),
            String.join(", ", parts),
            failed > 0 && recorded > 0 ? "; what was aligned is in the memory" : "",
            alone > 0 ? "; " + CountedNoun.of(alone, "text") + " left out" : "");
  }

  private static String numbers(AlignedText.Statistics statistics) {
    List<String> parts = new ArrayList<>();
    Revision.Counts counts = statistics.counts();
    parts.add(counts.sourceSentences() + " + " + counts.targetSentences() + " sentences");
    parts.add(counts.beads() + " beads");
    AlignmentTotals.count(parts, statistics.doubtful(), "doubtful");
    AlignmentTotals.count(parts, statistics.oneSided(), "one-sided");
    return String.join(", ", parts);
  }

  /** Writes a header and one line per entry. Cells without a meaning are empty. */
  public void write(Writer out) throws IOException {
    out.write(TsvLine.of(HEAD.toArray(String[]::new)) + "\n");
    for (String row : rows) {
      out.write(row + "\n");
    }
  }
}

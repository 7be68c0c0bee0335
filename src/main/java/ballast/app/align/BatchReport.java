package ballast.app.align;

import ballast.bitext.CountedNoun;
import ballast.format.table.TsvLine;
import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reports the outcomes of the pairs of a batch as text or a table. */
public final class BatchReport {

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

  private final List<Outcome> outcomes = new ArrayList<>();
  private final int pairs;

  public BatchReport(int pairs) {
    this.pairs = pairs;
  }

  public void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** Returns the outcomes of one kind. */
  public <T extends Outcome> List<T> all(Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private int count(Class<? extends Outcome> kind) {
    return all(kind).size();
  }

  /**
   * Prints the totals and one line per entry, without skipped files.
   *
   * @param named whether unmatched sentences were listed during alignment
   * @param reviewed whether whole alignments are shown, including those of an earlier run
   */
  public void print(boolean named, boolean reviewed, Consumer<String> out) {
    outcomes.stream()
        .filter(outcome -> !(outcome instanceof Outcome.Alone))
        .forEach(outcome -> out.accept(line(outcome)));
    if (!reviewed && all(Outcome.Finished.class).stream().anyMatch(BatchReport::hasOneSided)) {
      out.accept(REVIEW);
    } else if (!named && !reviewed && outcomes.stream().anyMatch(BatchReport::hasOneSided)) {
      out.accept("         (-v names the sentences without a partner)");
    }
    if (outcomes.stream().anyMatch(outcome -> absent(outcome).count() > 0)) {
      out.accept("         (" + AlignmentTotals.wayBack("NAME") + ")");
    }
    out.accept(totals());
  }

  private static AbsentUnits absent(Outcome outcome) {
    if (outcome instanceof Outcome.Finished done) {
      return done.absent();
    }
    return outcome instanceof Outcome.Recorded done ? done.summary().absent() : AbsentUnits.NONE;
  }

  /** Returns for example {@code total 5 pairs: 2 aligned, 1 already aligned, 2 failed}. */
  private String totals() {
    List<String> parts = new ArrayList<>();
    int aligned = count(Outcome.Recorded.class) + count(Outcome.Aligned.class);
    int finished = count(Outcome.Finished.class);
    int failed = count(Outcome.Failed.class);
    AlignmentTotals.count(parts, aligned, "aligned");
    AlignmentTotals.count(parts, finished, "already aligned");
    AlignmentTotals.count(parts, failed, "failed");
    int unrelated = count(Outcome.Unrelated.class);
    AlignmentTotals.count(parts, unrelated, "not translations of each other");
    AlignmentTotals.count(parts, pairs - aligned - finished - failed - unrelated, "not done");
    String recorded =
        failed > 0 && count(Outcome.Recorded.class) > 0
            ? "; what was aligned is in the memory"
            : "";
    String alone =
        count(Outcome.Alone.class) > 0
            ? "; " + CountedNoun.of(count(Outcome.Alone.class), "text") + " left out"
            : "";
    return "total    "
        + CountedNoun.of(pairs, "pair")
        + ": "
        + String.join(", ", parts)
        + recorded
        + alone;
  }

  /** Whether the alignment has unmatched sentences, that is, beads that are not units. */
  public static boolean hasOneSided(Outcome.Finished done) {
    return done.counts().beads() > done.units();
  }

  private static boolean hasOneSided(Outcome outcome) {
    return (outcome instanceof Outcome.Recorded recorded && recorded.statistics().oneSided() > 0)
        || (outcome instanceof Outcome.Aligned aligned && aligned.statistics().oneSided() > 0);
  }

  private static String line(Outcome outcome) {
    if (outcome instanceof Outcome.Recorded done) {
      return "aligned  "
          + done.article().document()
          + ": "
          + numbers(done.statistics())
          + "; "
          + AlignmentTotals.ofRevision(done.summary());
    }
    if (outcome instanceof Outcome.Aligned done) {
      return "aligned  "
          + done.article().document()
          + ": "
          + numbers(done.statistics())
          + "; "
          + done.statistics().units()
          + " units";
    }
    if (outcome instanceof Outcome.Finished done) {
      return "done     %s: already aligned, revision %d, %s"
          .formatted(
              done.article().document(),
              done.revision(),
              done.absent().count() == 0
                  ? done.units() + " units"
                  : "but " + AlignmentTotals.lacking(done.units(), done.absent()));
    }
    if (outcome instanceof Outcome.Unrelated refused) {
      return "refused  " + refused.article().document() + ": " + refused.reason();
    }
    if (outcome instanceof Outcome.Failed failed) {
      return failed.reason().startsWith(failed.name() + ":")
          ? "failed   " + failed.reason()
          : "failed   " + failed.name() + ": " + failed.reason();
    }
    throw new IllegalStateException("no line for " + outcome);
  }

  private static String numbers(Outcome.Statistics statistics) {
    List<String> parts = new ArrayList<>();
    parts.add(
        statistics.counts().sourceSentences()
            + " + "
            + statistics.counts().targetSentences()
            + " sentences");
    parts.add(statistics.counts().beads() + " beads");
    AlignmentTotals.count(parts, statistics.doubtful(), "doubtful");
    AlignmentTotals.count(parts, statistics.oneSided(), "one-sided");
    return String.join(", ", parts);
  }

  /** Writes a header and one line per entry. Cells without a meaning are empty. */
  public void write(Writer out) throws IOException {
    out.write(TsvLine.of(HEAD.toArray(String[]::new)) + "\n");
    for (Outcome outcome : outcomes) {
      List<String> cells = new ArrayList<>(cells(outcome));
      String reason = cells.remove(cells.size() - 1);
      while (cells.size() < HEAD.size() - 1) {
        cells.add("");
      }
      cells.add(reason);
      out.write(TsvLine.of(cells.toArray(String[]::new)) + "\n");
    }
  }

  private static List<String> cells(Outcome outcome) {
    List<String> cells = new ArrayList<>();
    AbsentUnits absent = absent(outcome);
    String reason = absent.count() == 0 ? "" : "removed: " + absent;
    if (outcome instanceof Outcome.Recorded done) {
      start(cells, "aligned", done.article(), done.statistics().counts());
      add(cells, done.statistics().doubtful(), done.statistics().oneSided());
      revision(cells, done.summary());
    } else if (outcome instanceof Outcome.Aligned done) {
      start(cells, "aligned", done.article(), done.statistics().counts());
      add(cells, done.statistics().doubtful(), done.statistics().oneSided());
      cells.add("");
      add(cells, done.statistics().units());
    } else if (outcome instanceof Outcome.Finished done) {
      start(cells, "already aligned", done.article(), done.counts());
      cells.addAll(List.of("", ""));
      add(cells, done.revision(), done.units());
    } else if (outcome instanceof Outcome.Unrelated refused) {
      start(cells, "not translations", refused.article(), refused.statistics().counts());
      add(cells, refused.statistics().doubtful(), refused.statistics().oneSided());
      reason = refused.reason();
    } else if (outcome instanceof Outcome.Failed failed) {
      cells.addAll(List.of("failed", failed.name(), failed.source(), failed.target()));
      reason = failed.reason();
    } else if (outcome instanceof Outcome.Alone alone) {
      cells.addAll(List.of("alone", "", alone.file()));
      reason = alone.reason();
    }
    cells.add(reason);
    return cells;
  }

  private static void start(
      List<String> cells, String status, Article article, Revision.Counts counts) {
    cells.addAll(List.of(status, article.document(), article.source(), article.target()));
    add(cells, counts.sourceSentences(), counts.targetSentences(), counts.beads());
  }

  private static void revision(List<String> cells, Revision.Summary made) {
    UnitTally units = made.units();
    add(cells, made.revision(), units.total(), units.added(), units.changed(), units.unchanged());
    add(cells, units.moved(), units.revived(), made.retired());
  }

  private static void add(List<String> cells, int... numbers) {
    for (int number : numbers) {
      cells.add(Integer.toString(number));
    }
  }
}

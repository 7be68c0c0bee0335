package ballast.workflow.revise;

import ballast.bitext.CountedNoun;
import ballast.format.table.TableFile;
import ballast.memory.EditSummary;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore;
import ballast.memory.Origin;
import ballast.memory.UnitEdit;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewRow;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.memory.EditedMemory;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a table that a reviewer has filled in back into the memory. A row that no longer fits its
 * unit is a problem and is not taken; the others are.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * ReviewImport.Request request =
 *     ReviewImport.Request.of(
 *         memory, "review.csv", new Origin("Wang", "first review"));
 * ReviewImport.Result result =
 *     new ReviewImport(Workplace.in(folder), Notices.NONE)
 *         .take(
 *             request,
 *             edit -> System.out.println(edit.before().id() + ": " + edit.after().target()));
 * System.out.println(result.read() + " rows, not taken: " + result.problems());
 * }</pre>
 */
public final class ReviewImport {

  private final Workplace workplace;
  private final Notices notices;

  public ReviewImport(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A request for the import of a review.
   *
   * @param memory must exist
   * @param file the table, .xlsx or CSV
   * @param origin in whose name it is taken, and why
   * @param strict whether nothing is taken if a row cannot be
   * @param dryRun whether nothing is written
   */
  public record Request(
      MemoryStore memory, String file, Origin origin, boolean strict, boolean dryRun) {

    /** Takes what can be taken. */
    public static Request of(MemoryStore memory, String file, Origin origin) {
      return new Request(memory, file, origin, /* strict= */ false, /* dryRun= */ false);
    }
  }

  /**
   * Answers that were given one by one, and not in a table.
   *
   * @param memory must exist
   * @param document whose units they are about, for messages
   * @param rows the answers, each as a row of the table would have it
   * @param origin in whose name they are taken, and why
   */
  public record Answers(MemoryStore memory, String document, List<ReviewRow> rows, Origin origin) {
    public Answers {
      rows = List.copyOf(rows);
    }
  }

  /**
   * The result of an import.
   *
   * @param read rows that are not blank, without the heads
   * @param units what became of the units
   * @param undecided rows that say nothing
   * @param repeated rows that say again what another one says
   * @param problems rows that were not taken, by number
   */
  public record Result(
      int read,
      ReviewCounts units,
      int undecided,
      int repeated,
      List<ReviewAnswers.Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Takes the answers, all in one step that can be undone.
   *
   * @param to gets each unit that changes or gets a comment
   * @throws ballast.bitext.InputException if the memory cannot be opened, the table cannot be read,
   *     no row belongs to a unit of the memory, or {@code strict} forbids it
   */
  public Result take(Request request, Consumer<UnitEdit> to) {
    return EditedMemory.with(
        request.memory(), workplace.clock(), request.dryRun(), care -> take(request, care, to));
  }

  /**
   * Takes answers without a table, all in one step that can be undone.
   *
   * @param to gets each unit that changes or gets a comment
   * @throws ballast.bitext.InputException if the memory cannot be opened, or no answer belongs to a
   *     unit of the memory
   */
  public Result take(Answers given, Consumer<UnitEdit> to) {
    ReviewTable.Rows rows = new ReviewTable.Rows(given.rows(), List.of(), List.of());
    return EditedMemory.with(
        given.memory(),
        workplace.clock(),
        /* dryRun= */ false,
        care -> take(given.document(), rows, /* strict= */ false, given.origin(), care, to));
  }

  private Result take(Request request, MemoryCare care, Consumer<UnitEdit> to) {
    String file = request.file();
    TableFile.Contents table = TableFile.read(workplace.resolve(file), file);
    table.notes().forEach(note -> notices.warn(file + ": " + note));
    ReviewTable.Rows rows = ReviewTable.read(table, file);
    rows.unused().forEach(column -> notices.warn(file + ": " + column));
    return take(file, rows, request.strict(), request.origin(), care, to);
  }

  private Result take(
      String name,
      ReviewTable.Rows rows,
      boolean strict,
      Origin origin,
      MemoryCare care,
      Consumer<UnitEdit> to) {
    ReviewAnswers answers = ReviewAnswers.of(rows.rows());
    ReviewIntake intake = new ReviewIntake(name, rows.broken(), answers, strict);
    EditSummary summary =
        care.review(
            answers.units(),
            intake,
            origin,
            edit -> {
              intake.count(edit);
              to.accept(edit);
            });
    long looked = summary.matched();
    notices.detail(CountedNoun.of(looked, "unit") + " looked at");
    return new Result(
        rows.rows().size() + rows.broken().size(),
        intake.counts(),
        answers.undecided(),
        answers.repeated(),
        intake.problems());
  }
}

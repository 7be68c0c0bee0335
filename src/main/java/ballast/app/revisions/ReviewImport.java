package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.MemoryEdits;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.format.article.ArticleFormat;
import ballast.format.table.TableFile;
import ballast.lexicon.Lexicon;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments;
import ballast.memory.Comments.New;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.UnitEdit;
import ballast.memory.UnitEdit.UnitReview;
import ballast.memory.UnitEdit.UnitReviewer;
import ballast.memory.UnitFilter;
import ballast.revise.MovedCodes;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewAnswers.Problem;
import ballast.revise.ReviewAnswers.Verdict;
import ballast.revise.WordDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Imports a table filled in by a reviewer into the memory. A row that no longer fits its unit is
 * reported and skipped; the others are applied.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * ReviewImport.Request request =
 *     ReviewImport.Request.of(
 *         memory, "review.csv", new CommandInfo.Origin("Wang", "first review"));
 * ReviewImport.Result result =
 *     new ReviewImport(Workplace.in(folder), Notices.NONE)
 *         .take(
 *             request,
 *             edit -> System.out.println(edit.before().id() + ": " + edit.after().target()));
 * System.out.println(result.read() + " rows, not taken: " + result.problems());
 * }</pre>
 */
public record ReviewImport(Workplace workplace, Notices notices) {

  /**
   * A request for the import of a review.
   *
   * @param memory must exist
   * @param file the table, .xlsx or CSV, or the translated Word document
   * @param document the article of a Word document in the memory; empty to find it by its sentences
   * @param origin author and note to record
   * @param isAuthor whether {@code origin} names the author of tracked changes too
   * @param strict whether to apply nothing if a row cannot be applied
   * @param dryRun whether to write nothing
   */
  public record Request(
      MemoryStore memory,
      String file,
      String document,
      Origin origin,
      boolean isAuthor,
      boolean strict,
      boolean dryRun) {

    /** Applies all rows that can be applied. */
    public static Request of(MemoryStore memory, String file, Origin origin) {
      return new Request(
          memory,
          file,
          "",
          origin,
          /* isAuthor= */ false,
          /* strict= */ false,
          /* dryRun= */ false);
    }
  }

  /**
   * The result of an import.
   *
   * @param noun {@code row} of a table, or {@code sentence} of a document
   * @param read number of rows that are not blank, without headings
   * @param accepted accepted units; a unit may be counted as edited and commented too
   * @param already units that already agreed with their row
   * @param undecided rows without an answer
   * @param repeated rows that repeat another one
   * @param remarks new comments and replies
   * @param problems rows that were not applied, by number
   * @param documents documents of the units that changed
   */
  public record Result(
      String noun,
      int read,
      int accepted,
      int rejected,
      int edited,
      int commented,
      int already,
      int undecided,
      int repeated,
      List<New> remarks,
      List<ReviewAnswers.Problem> problems,
      Set<String> documents) {
    public Result {
      remarks = List.copyOf(remarks);
      problems = List.copyOf(problems);
      documents = Collections.unmodifiableSet(new TreeSet<>(documents));
    }
  }

  /** Whether answers come as a translated document, not as a table. */
  public static boolean isDocument(String file) {
    return ArticleFormat.named(file).equals(Optional.of(ArticleFormat.DOCX));
  }

  /**
   * Applies the answers of a table in one step that can be undone.
   *
   * @param to receives each unit that changes
   * @throws ballast.bitext.InputException if the memory cannot be opened, the table cannot be read,
   *     no row belongs to a unit of the memory, or {@code strict} forbids it
   */
  public Result take(Request request, Consumer<UnitEdit> to) {
    return MemoryEdits.with(
        request.memory(), workplace.clock(), request.dryRun(), memory -> take(request, memory, to));
  }

  /**
   * Applies answers that are given one by one instead of in a table, in one step that can be
   * undone.
   *
   * @param memory must exist
   * @param document their document, for messages
   * @param rows the answers, each as a row of the table
   * @param origin author and note to record
   * @throws ballast.bitext.InputException if the memory cannot be opened, or no answer belongs to a
   *     unit of the memory
   */
  public Result take(
      MemoryStore memory, String document, List<ReviewAnswers.Row> rows, Origin origin) {
    ReviewSheet.Rows all = new ReviewSheet.Rows(rows, List.of(), List.of());
    return MemoryEdits.with(
        memory,
        workplace.clock(),
        /* dryRun= */ false,
        opened -> take(document, all, /* strict= */ false, origin, opened, edit -> {}));
  }

  private Result take(Request request, Memory memory, Consumer<UnitEdit> to) {
    String file = request.file();
    if (isDocument(file)) {
      ReviewSheet.Rows rows = ReturnedDocument.read(workplace, memory, file, request.document());
      rows = request.isAuthor() ? rows.byOne() : rows;
      return take(file, rows, request.strict(), request.origin(), memory, to);
    }
    TableFile.Contents table = TableFile.read(workplace.resolve(file), file);
    table.notes().forEach(note -> notices.warn("%s: %s", file, note));
    ReviewSheet.Rows rows = ReviewSheet.read(table, file);
    rows.unused().forEach(column -> notices.warn("%s: %s", file, column));
    return take(file, rows, request.strict(), request.origin(), memory, to);
  }

  private Result take(
      String name,
      ReviewSheet.Rows rows,
      boolean strict,
      Origin origin,
      Memory memory,
      Consumer<UnitEdit> to) {
    ReviewAnswers answers = ReviewAnswers.of(rows.rows());
    ReviewIntake intake = new ReviewIntake(name, rows, answers, strict, memory);
    EditSummary summary =
        memory
            .care()
            .review(
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
        isDocument(name) ? "sentence" : "row",
        rows.rows().size() + rows.broken().size(),
        intake.accepted,
        intake.rejected,
        intake.edited,
        (int) intake.said.stream().map(New::unit).distinct().count(),
        intake.already,
        answers.undecided(),
        answers.repeated(),
        intake.said,
        intake.problems,
        intake.documents);
  }

  private static final class ReviewIntake implements UnitReviewer {

    private static final int MAX_QUOTE = 60;

    private final String file;
    private final ReviewAnswers review;
    private final boolean strict;
    private final Set<New> remarks = new LinkedHashSet<>();
    private final Map<String, ReviewAnswers.Answer> answers = new HashMap<>();
    private final Map<String, String> authors;
    private final Set<String> documents = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> present = new HashSet<>();
    private final MovedCodes moved = new MovedCodes(new WordDiff(Lexicon.bundledWhenNeeded()));
    private int accepted;
    private int rejected;
    private int edited;
    private int already;
    private List<New> said = List.of();

    ReviewIntake(
        String file, ReviewSheet.Rows rows, ReviewAnswers review, boolean strict, Memory memory) {
      this.file = file;
      this.review = review;
      this.strict = strict;
      this.authors = rows.authors();
      this.remarks.addAll(rows.remarks());
      this.problems.addAll(rows.broken());
      this.problems.addAll(review.problems());
      review.answers().forEach(answer -> answers.put(answer.key().unit(), answer));
      readComments(rows.rows(), memory);
    }

    /** Comments count whatever becomes of the answer, on removed sentences too. */
    private void readComments(List<ReviewAnswers.Row> rows, Memory memory) {
      Comments comments = memory.comments();
      Set<String> known = new HashSet<>();
      Set<String> named = rows.stream().map(ReviewAnswers.Row::unit).collect(Collectors.toSet());
      memory.forEachUnit(
          UnitFilter.CURRENT.withRetired().named(named), unit -> known.add(unit.id()));
      for (ReviewAnswers.Row row : rows) {
        List<Comments.Comment> there = comments.on(row.unit());
        String added = CommentCell.added(row.comment(), there);
        if (known.contains(row.unit())) {
          remarks.addAll(CommentCell.read(row.unit(), added, there));
        } else if (!added.isEmpty()) {
          String reason = "its comment is on no unit of this memory: \"" + added + '"';
          problems.add(new Problem(row.number(), row.unit(), reason));
        }
      }
    }

    @Override
    public List<New> remarks() {
      return List.copyOf(remarks);
    }

    @Override
    public Optional<UnitReview> review(Unit unit) {
      present.add(unit.id());
      ReviewAnswers.Answer answer = answers.get(unit.id());
      if (answer == null) {
        return Optional.empty();
      }
      ReviewAnswers.Answer.Outcome outcome = answer.on(unit);
      if (outcome.fate() == ReviewAnswers.Answer.Fate.CHANGED_SINCE) {
        problem(answer, "the unit has changed since the export; it is " + state(unit) + " now");
        return Optional.empty();
      }
      Optional<List<InlineCode>> codes = moved.in(unit, Side.TARGET, outcome.target());
      if (codes.isEmpty()) {
        problem(
            answer,
            "the edit covers a markup code that the table does not show; edit the unit in a"
                + " CAT tool");
        return Optional.empty();
      }
      boolean asksForMore = answer.verdict() != Verdict.UNDECIDED || answer.isEdited();
      if (outcome.fate() == ReviewAnswers.Answer.Fate.ALREADY && asksForMore) {
        already++;
      }
      String author = authors.getOrDefault(unit.id(), "");
      return Optional.of(new UnitReview(outcome.target(), codes.get(), outcome.status(), author));
    }

    private static String state(Unit unit) {
      return "%s, \"%s\""
          .formatted(unit.provenance().status().label(), Excerpt.of(unit.target(), MAX_QUOTE));
    }

    @Override
    public void finish(List<New> fresh) {
      said = fresh;
      if (present.isEmpty() && !review.units().isEmpty()) {
        throw new InputException(
            "no row of \"" + file + "\" belongs to a unit of this memory",
            "--tm names the memory; a table made by ballast review export names units that it has");
      }
      answers.values().stream()
          .filter(answer -> !present.contains(answer.key().unit()))
          .forEach(
              answer ->
                  problem(
                      answer,
                      "the memory has no such unit: it has been deleted or is no longer in its"
                          + " document, or the row comes from another memory"));
      problems.sort(Comparator.comparingInt(Problem::row));
      if (strict && !problems.isEmpty()) {
        Problem first = problems.get(0);
        throw new InputException(
            "%s of \"%s\" cannot be taken, so nothing was: row %s: %s"
                .formatted(
                    CountedNoun.of(problems.size(), "row"),
                    file,
                    first.row(),
                    first.reason().replaceAll("\\p{Cntrl}", " ")),
            "--dry-run names all of them; without --strict the others are taken");
      }
    }

    private void problem(ReviewAnswers.Answer answer, String reason) {
      problems.add(new Problem(answer.row(), answer.key().unit(), reason));
    }

    void count(UnitEdit edit) {
      ReviewAnswers.Answer answer = answers.get(edit.before().id());
      if (answer == null) {
        throw new IllegalArgumentException("nobody answered for " + edit.before().id());
      }
      if (edit.changesStatus() || edit.changesTexts()) {
        accepted += answer.verdict() == Verdict.ACCEPT ? 1 : 0;
        rejected += answer.verdict() == Verdict.REJECT ? 1 : 0;
      }
      edited += edit.changesTexts() ? 1 : 0;
      documents.add(edit.after().provenance().document());
    }
  }
}

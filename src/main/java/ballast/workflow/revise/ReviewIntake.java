package ballast.workflow.revise;

import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.UnitEdit;
import ballast.memory.UnitReview;
import ballast.memory.UnitReviewer;
import ballast.revise.MovedCodes;
import ballast.revise.ReviewAnswer;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewAnswers.Problem;
import ballast.revise.Verdict;
import ballast.revise.WordDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the answers of a review with the units of the memory, and counts the outcomes. */
final class ReviewIntake implements UnitReviewer {

  private static final int MAX_QUOTE = 60;

  private final String file;
  private final ReviewAnswers review;
  private final boolean strict;
  private final Map<String, ReviewAnswer> answers = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> present = new HashSet<>();
  private final MovedCodes moved = new MovedCodes(new WordDiff(Lexicon.bundledWhenNeeded()));
  private int accepted;
  private int rejected;
  private int edited;
  private int commented;
  private int already;

  /**
   * @param broken rows that cannot be read
   * @param strict whether nothing is to be taken when a row cannot be
   */
  ReviewIntake(String file, List<Problem> broken, ReviewAnswers review, boolean strict) {
    this.file = file;
    this.review = review;
    this.strict = strict;
    this.problems.addAll(broken);
    this.problems.addAll(review.problems());
    review.removals().forEach(answer -> answers.put(answer.key().unit(), answer));
    review.answers().forEach(answer -> answers.put(answer.key().unit(), answer));
  }

  @Override
  public Set<String> retired() {
    return review.removals().stream()
        .map(answer -> answer.key().unit())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<UnitReview> review(Unit unit) {
    present.add(unit.id());
    ReviewAnswer answer = answers.get(unit.id());
    if (answer == null) {
      return Optional.empty();
    }
    if (review.removals().contains(answer)) {
      Status status = unit.provenance().status();
      return Optional.of(new UnitReview(unit.target(), unit.codes(), status, answer.comment()));
    }
    ReviewAnswer.Outcome outcome = answer.on(unit);
    if (outcome.fate() == ReviewAnswer.Fate.CHANGED_SINCE) {
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
    if (outcome.fate() == ReviewAnswer.Fate.ALREADY && asksForMore) {
      already++;
    }
    return Optional.of(
        new UnitReview(outcome.target(), codes.get(), outcome.status(), answer.comment()));
  }

  private static String state(Unit unit) {
    return unit.provenance().status().label()
        + ", \""
        + Excerpt.of(unit.target(), MAX_QUOTE)
        + "\"";
  }

  @Override
  public void finish() {
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
          CountedNoun.of(problems.size(), "row")
              + " of \""
              + file
              + "\" cannot be taken, so nothing was: row "
              + first.row()
              + ": "
              + first.reason().replaceAll("\\p{Cntrl}", " "),
          "--dry-run names all of them; without --strict the others are taken");
    }
  }

  private void problem(ReviewAnswer answer, String reason) {
    problems.add(Problem.of(answer.row(), answer.key().unit(), reason, answer.comment()));
  }

  /** Counts a unit that changes. */
  void count(UnitEdit edit) {
    ReviewAnswer answer = answers.get(edit.before().id());
    if (answer == null) {
      throw new IllegalArgumentException("nobody answered for " + edit.before().id());
    }
    if (edit.changesStatus() || edit.changesTexts()) {
      accepted += answer.verdict() == Verdict.ACCEPT ? 1 : 0;
      rejected += answer.verdict() == Verdict.REJECT ? 1 : 0;
    }
    edited += edit.changesTexts() ? 1 : 0;
    commented += edit.note().isEmpty() ? 0 : 1;
  }

  /** The result of the edits. */
  ReviewCounts counts() {
    return new ReviewCounts(accepted, rejected, edited, commented, already);
  }

  /** Rows that were not taken, by number; call it after {@link #finish}. */
  List<Problem> problems() {
    return problems;
  }
}

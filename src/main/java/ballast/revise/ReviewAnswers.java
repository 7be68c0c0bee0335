package ballast.revise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers in the rows of a review, which may be reordered or incomplete. An unclear row is a
 * problem and never guessed at; rows without an answer are counted.
 *
 * @param answers one for each unit with an answer
 * @param removals comments on sentences that have been removed, one for each unit
 * @param units the ids of all units in the rows
 * @param problems rows that cannot be used, by number
 * @param undecided number of rows without an answer
 * @param repeated number of rows that repeat another one
 */
public record ReviewAnswers(
    List<ReviewAnswer> answers,
    List<ReviewAnswer> removals,
    Set<String> units,
    List<Problem> problems,
    int undecided,
    int repeated) {

  /**
   * A row that cannot be used.
   *
   * @param row its number
   * @param unit the id of its unit; empty when it has none
   * @param reason why, in words
   */
  public record Problem(int row, String unit, String reason) {

    /** A row whose comment is lost with it: names that. */
    public static Problem of(int row, String unit, String reason, String comment) {
      String lost = comment.isBlank() ? "" : "; its comment: \"" + comment.strip() + '"';
      return new Problem(row, unit, reason + lost);
    }
  }

  public ReviewAnswers {
    answers = List.copyOf(answers);
    removals = List.copyOf(removals);
    units = Set.copyOf(units);
    problems = List.copyOf(problems);
  }

  /** Reads rows. */
  public static ReviewAnswers of(List<ReviewRow> rows) {
    Reading reading = new Reading();
    rows.forEach(reading::take);
    return reading.answers();
  }

  private static final String REMOVED =
      "the sentence has been removed from the document, so that there is nothing to change; align a"
          + " translation that has it to bring it back";

  private static final class Reading {

    private final Map<String, List<ReviewAnswer>> byUnit = new LinkedHashMap<>();
    private final Map<String, ReviewAnswer> removals = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int undecided;
    private int repeated;

    private void take(ReviewRow row) {
      Optional<ReviewKey> key = ReviewKey.parse(row.key());
      if (key.isEmpty()) {
        String what = row.key().isBlank() ? "it has no key" : "its key is damaged";
        problem(row, "", what + ": its unit cannot be determined");
        return;
      }
      if (!key.get().isRemoved()) {
        byUnit.computeIfAbsent(key.get().unit(), unit -> new ArrayList<>());
      }
      if (key.get().isRemoved() && !row.target().isBlank()) {
        problem(row, key.get().unit(), REMOVED);
        return;
      }
      Optional<String> problem = problem(row, key.get());
      if (problem.isPresent()) {
        problem(row, key.get().unit(), problem.get());
        return;
      }
      ReviewAnswer answer = answer(row, key.get());
      if (answer.saysNothing()) {
        undecided++;
      } else if (key.get().isRemoved()) {
        takeRemoved(row, answer);
      } else {
        List<ReviewAnswer> earlier = byUnit.getOrDefault(key.get().unit(), List.of());
        if (earlier.stream().anyMatch(answer::says)) {
          repeated++;
        } else {
          earlier.add(answer);
        }
      }
    }

    /** A removal may be accepted and commented on; it cannot be refused. */
    private void takeRemoved(ReviewRow row, ReviewAnswer answer) {
      if (answer.verdict() == Verdict.REJECT) {
        problem(row, answer.key().unit(), REMOVED);
      } else if (answer.comment().isEmpty()) {
        undecided++;
      } else if (removals.putIfAbsent(answer.key().unit(), answer) != null) {
        problem(row, answer.key().unit(), "another row has a comment on the same removed sentence");
      }
    }

    private static Optional<String> problem(ReviewRow row, ReviewKey key) {
      Optional<Verdict> verdict = Verdict.of(row.answer());
      if (verdict.isEmpty()) {
        return Optional.of("\"" + row.answer().strip() + "\" is neither yes nor no");
      }
      if (!key.isSource(row.source())) {
        return Optional.of("its source is not the one it was exported with; it cannot be edited");
      }
      if (key.isRemoved()) {
        return Optional.empty();
      }
      if (row.target().isBlank()) {
        return Optional.of("its translation is empty; say no to reject it");
      }
      if (verdict.get() == Verdict.REJECT && !key.isTarget(row.target())) {
        return Optional.of(
            "it says no, but its translation was edited; say yes to take the edited one");
      }
      return Optional.empty();
    }

    private static ReviewAnswer answer(ReviewRow row, ReviewKey key) {
      return new ReviewAnswer(
          row.number(),
          key,
          Verdict.of(row.answer()).orElseThrow(),
          key.isRemoved() || key.isTarget(row.target()) ? "" : ReviewKey.cell(row.target()),
          ReviewKey.cell(row.comment()).strip());
    }

    private void problem(ReviewRow row, String unit, String reason) {
      problems.add(Problem.of(row.number(), unit, reason, row.comment()));
    }

    private ReviewAnswers answers() {
      List<ReviewAnswer> answers = new ArrayList<>();
      byUnit.forEach(
          (unit, list) -> {
            if (list.size() == 1) {
              answers.add(list.get(0));
              return;
            }
            list.forEach(answer -> problems.add(contradiction(answer, list)));
          });
      problems.sort(Comparator.comparingInt(Problem::row));
      return new ReviewAnswers(
          answers, List.copyOf(removals.values()), byUnit.keySet(), problems, undecided, repeated);
    }

    private static Problem contradiction(ReviewAnswer answer, List<ReviewAnswer> all) {
      String earlier =
          all.stream()
              .filter(other -> other.row() != answer.row())
              .map(other -> Integer.toString(other.row()))
              .collect(Collectors.joining(", "));
      return Problem.of(
          answer.row(),
          answer.key().unit(),
          "row " + earlier + " has a different answer for the same unit; keep only one of them",
          answer.comment());
    }
  }
}

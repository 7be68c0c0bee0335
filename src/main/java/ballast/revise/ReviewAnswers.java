package ballast.revise;

import ballast.bitext.Unit;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers in the rows of a review, which may be reordered or incomplete. An unclear row is a
 * problem, never a guess. Rows without an answer are counted.
 *
 * @param answers one for each unit with an answer
 * @param units the ids of all units in the rows
 * @param problems rows that cannot be used, by number
 * @param undecided number of rows without an answer
 * @param repeated number of rows that repeat another one
 */
public record ReviewAnswers(
    List<Answer> answers, Set<String> units, List<Problem> problems, int undecided, int repeated) {

  /**
   * A row that cannot be used.
   *
   * @param unit empty when the row has none
   */
  public record Problem(int row, String unit, String reason) {}

  public ReviewAnswers {
    answers = List.copyOf(answers);
    units = Set.copyOf(units);
    problems = List.copyOf(problems);
  }

  public static ReviewAnswers of(List<Row> rows) {
    Reading reading = new Reading();
    rows.forEach(reading::take);
    return reading.answers();
  }

  private static final String REMOVED =
      "the sentence has been removed from the document, so that there is nothing to change; align a"
          + " translation that has it to bring it back";

  private static final class Reading {

    private final Map<String, List<Answer>> byUnit = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int undecided;
    private int repeated;

    private void take(Row row) {
      Optional<ReviewKey> key = ReviewKey.parse(row.key());
      if (key.isEmpty()) {
        String what = row.key().isBlank() ? "it has no key" : "its key is damaged";
        problem(row, "", what + ": its unit cannot be determined");
        return;
      }
      if (!key.get().isRemoved()) {
        byUnit.computeIfAbsent(key.get().unit(), unit -> new ArrayList<>());
      }
      Optional<String> problem = problem(row, key.get());
      if (problem.isPresent()) {
        problem(row, key.get().unit(), problem.get());
        return;
      }
      Answer answer = answer(row, key.get());
      if (key.get().isRemoved() || answer.saysNothing()) {
        undecided++;
      } else {
        List<Answer> earlier = byUnit.getOrDefault(key.get().unit(), List.of());
        if (earlier.stream().anyMatch(answer::says)) {
          repeated++;
        } else {
          earlier.add(answer);
        }
      }
    }

    private static Optional<String> problem(Row row, ReviewKey key) {
      Optional<Verdict> verdict = Verdict.of(row.answer());
      if (verdict.isEmpty()) {
        return Optional.of("\"" + row.answer().strip() + "\" is neither yes nor no");
      }
      if (!key.isSource(row.source())) {
        return Optional.of("its source is not the one it was exported with; it cannot be edited");
      }
      if (key.isRemoved()) {
        boolean keeps = verdict.get() != Verdict.REJECT && row.target().isBlank();
        return keeps ? Optional.empty() : Optional.of(REMOVED);
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

    private static Answer answer(Row row, ReviewKey key) {
      return new Answer(
          row.number(),
          key,
          Verdict.of(row.answer()).orElseThrow(),
          key.isRemoved() || key.isTarget(row.target()) ? "" : ReviewKey.cell(row.target()));
    }

    private void problem(Row row, String unit, String reason) {
      problems.add(new Problem(row.number(), unit, reason));
    }

    private ReviewAnswers answers() {
      List<Answer> answers = new ArrayList<>();
      byUnit.forEach(
          (unit, list) -> {
            if (list.size() == 1) {
              answers.add(list.get(0));
              return;
            }
            list.forEach(answer -> problems.add(contradiction(answer, list)));
          });
      problems.sort(Comparator.comparingInt(Problem::row));
      return new ReviewAnswers(answers, byUnit.keySet(), problems, undecided, repeated);
    }

    private static Problem contradiction(Answer answer, List<Answer> all) {
      String earlier =
          all.stream()
              .filter(other -> other.row() != answer.row())
              .map(other -> Integer.toString(other.row()))
              .collect(Collectors.joining(", "));
      return new Problem(
          answer.row(),
          answer.key().unit(),
          "row " + earlier + " has a different answer for the same unit; keep only one of them");
    }
  }

  /**
   * A reviewer's answer about one unit.
   *
   * @param key the unit and its state at export
   * @param target the translation that the reviewer wrote; empty when it was not edited
   */
  public record Answer(int row, ReviewKey key, Verdict verdict, String target) {

    public enum Fate {
      /** The unit gets the text and the status. */
      TAKEN,
      /** The unit already has them, for example from the same review. */
      ALREADY,
      /** The unit has changed since the reviewer saw it. */
      CHANGED_SINCE
    }

    public record Outcome(Fate fate, String target, Unit.Status status) {}

    public boolean isEdited() {
      return !target.isEmpty();
    }

    boolean saysNothing() {
      return verdict == Verdict.UNDECIDED && !isEdited();
    }

    boolean says(Answer other) {
      return key.equals(other.key)
          && verdict == other.verdict
          && ReviewKey.isOneCell(target, other.target);
    }

    /**
     * Applies the answer to the unit. A translation that was edited but neither accepted nor
     * rejected becomes a draft.
     *
     * @throws IllegalArgumentException if the answer is about another unit
     */
    public Outcome on(Unit unit) {
      if (!unit.id().equals(key.unit())) {
        throw new IllegalArgumentException("unit " + unit.id() + " is not " + key.unit());
      }
      Unit.Status is = unit.provenance().status();
      Unit.Status wanted =
          switch (verdict) {
            case ACCEPT -> Unit.Status.APPROVED;
            case REJECT -> Unit.Status.REJECTED;
            case UNDECIDED -> isEdited() ? Unit.Status.DRAFT : is;
          };
      if (key.equals(ReviewKey.of(unit))) {
        String text = isEdited() ? inItsSpace(unit.target()) : unit.target();
        boolean same = text.equals(unit.target()) && wanted == is;
        return new Outcome(same ? Fate.ALREADY : Fate.TAKEN, text, wanted);
      }
      boolean textIsThere =
          isEdited() ? ReviewKey.isOneCell(target, unit.target()) : key.isTarget(unit.target());
      boolean statusIsThere = verdict == Verdict.UNDECIDED || wanted == is;
      boolean isThere = key.isSource(unit.source()) && textIsThere && statusIsThere;
      return new Outcome(isThere ? Fate.ALREADY : Fate.CHANGED_SINCE, unit.target(), is);
    }

    /** Puts the new text between the old one's surrounding white space, which a table may lose. */
    private String inItsSpace(String old) {
      String core = old.strip();
      int start = old.indexOf(core);
      return old.substring(0, start) + target.strip() + old.substring(start + core.length());
    }
  }

  /**
   * A row of a returned review.
   *
   * @param number of the row in its table, from 1
   * @param key the cell that should hold a {@link ReviewKey}
   * @param target perhaps edited
   * @param comment the exported comments and what the reviewer added; may be empty
   * @param answer the cell that should hold a {@link Verdict}
   */
  public record Row(
      int number, String key, String source, String target, String comment, String answer) {

    /** Returns the id of the unit that the key names, or "". */
    public String unit() {
      return ReviewKey.parse(key).map(ReviewKey::unit).orElse("");
    }
  }

  public enum Verdict {
    ACCEPT("yes y accept accepted approve approved ok true 1 x ✓ ✔ √ 是 对 好 接受 同意 通过"),
    REJECT("no n reject rejected false 0 ✗ ✘ 否 不 拒绝 驳回 不同意 不接受"),
    UNDECIDED("");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    List<String> words() {
      return List.of(words.split(" ", -1));
    }

    /**
     * Reads the verdict in a cell, ignoring case, width and surrounding white space. Empty if the
     * cell contains none of the words.
     */
    static Optional<Verdict> of(String cell) {
      String word =
          Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
      for (Verdict verdict : values()) {
        if (verdict.words().contains(word)) {
          return Optional.of(verdict);
        }
      }
      return Optional.empty();
    }
  }
}

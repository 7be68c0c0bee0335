package ballast.app.units;

import ballast.app.units.ImportReport.LeftOutTexts;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.UnitEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The problems of the units in a file, grouped by reason, so that thousands of one kind give one
 * sentence.
 */
public final class UnitProblems {

  /** Maximum lines listed per reason. */
  private static final int NAMED = 3;

  /** Maximum lines per reason if all are wanted. */
  private static final int MAX_NAMED = 1_000;

  /** Maximum reasons, because a hostile file may give a different one in every line. */
  private static final int MAX_REASONS = 20;

  /**
   * @param refused whether the unit was skipped; otherwise it was corrected
   */
  private record Reason(boolean refused, String text) {}

  private static final class Lines {
    private final List<Integer> first = new ArrayList<>();
    private int count;

    void add(int line) {
      count++;
      if (first.size() < MAX_NAMED) {
        first.add(line);
      }
    }
  }

  private final Map<Reason, Lines> byReason = new LinkedHashMap<>();
  private final LeftOutTexts leftOut = new LeftOutTexts();
  private int unlisted;
  private int skipped;

  void refused(int line, String reason) {
    skipped++;
    add(new Reason(true, reason), line);
  }

  void corrected(int line, String what) {
    add(new Reason(false, what), line);
  }

  void leftOut(RawUnit unit, List<Variant> texts) {
    leftOut.add(unit, texts);
  }

  private void add(Reason reason, int line) {
    if (byReason.size() >= MAX_REASONS && !byReason.containsKey(reason)) {
      unlisted++;
    } else {
      byReason.computeIfAbsent(reason, r -> new Lines()).add(line);
    }
  }

  boolean isEmpty() {
    return byReason.isEmpty();
  }

  /** Returns the first reason with its lines; there must be one. */
  String first() {
    return sentences(false).get(0);
  }

  public int skipped() {
    return skipped;
  }

  /**
   * Returns the problems by line, at most 1,000 for each of the first 20 reasons. {@link #more}
   * counts the rest.
   */
  public List<ImportReport.Problem> listed() {
    List<ImportReport.Problem> listed = new ArrayList<>();
    byReason.forEach(
        (reason, lines) ->
            lines.first.forEach(
                line ->
                    listed.add(new ImportReport.Problem(line, reason.refused(), reason.text()))));
    if (!leftOut.isEmpty()) {
      listed.add(new ImportReport.Problem(leftOut.firstLine(), false, leftOut.sentence()));
    }
    listed.sort(Comparator.comparingInt(ImportReport.Problem::line));
    return listed;
  }

  /** Returns the number of problems missing from {@link #listed}. */
  public int more() {
    int more = unlisted;
    for (Lines lines : byReason.values()) {
      more += lines.count - lines.first.size();
    }
    return more;
  }

  /**
   * Returns a sentence for each reason, and one for the texts in other languages.
   *
   * @param all whether to list all lines instead of the first few
   */
  public List<String> sentences(boolean all) {
    List<String> sentences = new ArrayList<>();
    byReason.forEach((reason, lines) -> sentences.add(sentence(reason, lines, all)));
    if (unlisted > 0) {
      sentences.add(String.format(Locale.ROOT, "%,d more, for other reasons", unlisted));
    }
    if (!leftOut.isEmpty()) {
      sentences.add(leftOut.sentence());
    }
    return sentences;
  }

  private static String sentence(Reason reason, Lines lines, boolean all) {
    if (lines.count == 1) {
      String left = reason.refused() ? ", left out: " : ": ";
      return "line " + lines.first.get(0) + left + reason.text();
    }
    int named = Math.min(all ? MAX_NAMED : NAMED, lines.first.size());
    String places =
        lines.first.subList(0, named).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String more = named < lines.count ? " and more" : "";
    String left =
        reason.refused() ? "%,d units left out (lines %s%s): %s" : "%,d units (lines %s%s): %s";
    return String.format(Locale.ROOT, left, lines.count, places, more, reason.text());
  }

  public abstract static class NotingProblems implements UnitEvents {

    private final UnitProblems problems = new UnitProblems();

    public UnitProblems problems() {
      return problems;
    }

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {
      problems.refused(unit.line(), reason);
    }

    @Override
    public void leftOut(RawUnit unit, List<Variant> texts) {
      problems.leftOut(unit, texts);
    }

    @Override
    public void corrected(int line, String what) {
      problems.corrected(line, what);
    }
  }
}

package ballast.workbench;

import ballast.app.units.FindingCounts;
import ballast.app.units.MemoryOverview;
import ballast.app.units.MemoryOverview.ConfidenceBand;
import ballast.app.units.OverviewCharts;
import ballast.app.units.OverviewCharts.OverviewLinks;
import ballast.app.units.OverviewCharts.OverviewWords;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.check.TermStatistics.TermCounts;
import ballast.workbench.KeptCheck.Checked;
import ballast.workbench.Room.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of the Overview room, for its templates.
 *
 * @param findings null if they cannot be determined
 * @param problem the reason for that; may be ""
 * @param comments number of open comments
 */
record OverviewPage(
    KeptResult.State<Optional<MemoryOverview.Result>> units,
    KeptResult.State<List<TermCounts>> terms,
    KeptResult.@Nullable State<Checked> findings,
    String problem,
    int comments) {

  /**
   * Something to do.
   *
   * @param word name of the words that say it with the count
   * @param href the page about it
   */
  record Task(String word, long count, String href) {}

  /** Returns what calls for action, as far as it is known, the most urgent first. */
  List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    if (findings != null && findings.value().isDone()) {
      long errors =
          findings.value().rows().stream()
              .filter(row -> row.finding().severity() == Severity.ERROR)
              .count();
      tasks.add(new Task("overview.errors", errors, Room.CHECK.path() + "?severity=error"));
    }
    MemoryOverview.Result memory = units.value().orElse(null);
    if (memory != null) {
      long looks = memory.articles().stream().mapToLong(MemoryOverview.Article::looks).sum();
      tasks.add(new Task("overview.looks", looks, Room.ARTICLES.path() + "?only=looks"));
    }
    tasks.add(new Task("overview.comments", comments, Room.ARTICLES.path() + "?only=comments"));
    if (memory != null) {
      long drafts = memory.units().units().count(Unit.Status.DRAFT);
      tasks.add(new Task("overview.drafts", drafts, Room.MEMORY.path() + "?status=draft"));
    }
    tasks.removeIf(task -> task.count() == 0);
    return tasks;
  }

  boolean isCounting() {
    return units.running() || terms.running();
  }

  /** Whether counts or findings are still being determined. */
  boolean isRunning() {
    return isCounting() || (findings != null && findings.running());
  }

  static OverviewCharts charts(Words words) {
    return new OverviewCharts(
        words == Words.CHINESE ? OverviewWords.CHINESE : OverviewWords.ENGLISH, new RoomLinks());
  }

  static FindingCounts counts(Checked checked) {
    return FindingCounts.of(
        checked.rows().stream().map(KeptCheck.Row::finding).toList(),
        checked.agreed().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, term -> term.getValue().zh())));
  }

  private static final class RoomLinks implements OverviewLinks {

    /** Confidences are stored in ten-thousandths. */
    private static final double STEP = 0.0001;

    @Override
    public String units(String document, Unit.Status status) {
      return memory(document) + "status=" + status.label();
    }

    @Override
    public String units(String document, ConfidenceBand band) {
      double max = band.end() == 1 ? 1 : band.end() - STEP;
      return String.format(
          Locale.ROOT, "%smin=%.0f&max=%.2f", memory(document), 100 * band.min(), 100 * max);
    }

    private static String memory(String document) {
      return document.isEmpty() ? Room.MEMORY.path() + "?" : Links.to(Room.MEMORY, document) + "&";
    }

    @Override
    public String article(String document) {
      return Links.to(Room.ALIGN, document);
    }

    @Override
    public String term(String zh) {
      return Room.MEMORY.path() + "?in=source&q=" + Links.encoded(zh);
    }

    @Override
    public String findings(String rule, @Nullable Severity severity) {
      return check("rule", rule, severity);
    }

    @Override
    public String findingsAbout(String term, @Nullable Severity severity) {
      return check("term", term, severity);
    }

    private static String check(String field, String value, @Nullable Severity severity) {
      String address = Room.CHECK.path() + "?" + field + "=" + Links.encoded(value);
      return severity == null ? address : address + "&severity=" + severity.label();
    }
  }
}

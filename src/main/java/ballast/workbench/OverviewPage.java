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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of the Overview room, for its templates.
 *
 * @param findings null if they cannot be determined
 * @param problem the reason for that; may be ""
 */
record OverviewPage(
    KeptResult.State<Counted> counts,
    KeptResult.@Nullable State<Checked> findings,
    String problem) {

  /**
   * The present counts.
   *
   * @param memory null until it is counted, or if there is none
   * @param terms translations of the glossary terms; empty until they are known
   */
  record Counted(MemoryOverview.@Nullable Result memory, List<TermCounts> terms) {

    static final Counted NOTHING = new Counted(null, List.of());

    Counted {
      terms = List.copyOf(terms);
    }
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
      return String.format(Locale.ROOT, "%smin=%.2f&max=%.4f", memory(document), band.min(), max);
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

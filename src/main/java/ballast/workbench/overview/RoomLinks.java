package ballast.workbench.overview;

import ballast.bitext.Severity;
import ballast.bitext.Status;
import ballast.report.memory.OverviewLinks;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workflow.memory.ConfidenceBand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Leads from what is counted to the rooms that show it. */
final class RoomLinks implements OverviewLinks {

  /** Confidences are kept in ten-thousandths. */
  private static final double STEP = 0.0001;

  @Override
  public String units(String document, Status status) {
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

package ballast.workbench.overview;

import ballast.bitext.Status;
import ballast.report.memory.OverviewLinks;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workflow.memory.ConfidenceBand;
import java.util.Locale;

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
}

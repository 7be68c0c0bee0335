package ballast.workbench;

import ballast.app.units.ConditionText;
import ballast.app.units.UnitExport;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.DocumentSummary;
import ballast.memory.UnitFilter;
import ballast.server.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of the Export room, for its templates.
 *
 * @param documents the articles of the memory
 * @param count number of units in a file of units; null if there is no memory
 */
record ExportPage(
    ExportQuery query, List<DocumentSummary> documents, UnitExport.@Nullable Result count) {

  /**
   * A group of downloads.
   *
   * @param hint shown above; may be ""
   */
  record Group(Download.Content content, boolean enabled, String hint) {

    String name() {
      return content.name().toLowerCase(Locale.ROOT);
    }
  }

  List<Group> groups(Words words) {
    List<Group> groups = new ArrayList<>();
    if (count != null) {
      boolean chosen = !query.document().isEmpty();
      groups.add(new Group(Download.Content.UNITS, count.written() > 0, ""));
      groups.add(
          new Group(Download.Content.ARTICLE, chosen, chosen ? "" : words.say("export.choose")));
      groups.add(new Group(Download.Content.PAGE, true, ""));
    }
    groups.add(new Group(Download.Content.TERMS, true, words.say("export.terms.all")));
    return groups;
  }

  static final class ExportQuery {

    private final Parameters given;

    ExportQuery(Parameters given) {
      this.given = given;
    }

    /** The chosen article; "" for all units. */
    String document() {
      return given.text("document");
    }

    /** Returns the wanted statuses: all but rejected, until the user has chosen. */
    Set<Unit.Status> statuses() {
      return given.has("chosen") || given.has("status")
          ? given.all("status").stream()
              .filter(value -> !value.isEmpty())
              .map(ConditionText::status)
              .collect(Collectors.toSet())
          : UnitFilter.OFFERED.statuses();
    }

    /** Whether doubtful units that are not approved are included. */
    boolean withDoubtful() {
      return given.has("doubtful");
    }

    /**
     * Returns the filter for units that meet the conditions.
     *
     * @throws ballast.bitext.InputException if a status is unknown, or none is chosen
     */
    UnitFilter filter() {
      if (statuses().isEmpty()) {
        throw new InputException("no status is chosen", "choose the units to export by status");
      }
      UnitFilter units = UnitFilter.CURRENT.withStatuses(statuses());
      return document().isEmpty() ? units : units.inDocuments(Set.of(document()));
    }
  }
}

package ballast.workbench;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.ConditionText;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.server.Parameters;
import ballast.workbench.Room.Links;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A search text and conditions on units. All parts may be empty. */
final class MemoryQuery {

  static final String TEXT = "q";
  static final String IN = "in";
  static final String DOCUMENT = "document";
  static final String STATUS = "status";
  static final String AUTHOR = "author";
  static final String SINCE = "since";
  static final String MIN = "min";
  static final String MAX = "max";
  static final String DELETED = "deleted";
  static final String AFTER = "after";

  private static final List<String> CONDITIONS =
      List.of(IN, DOCUMENT, STATUS, AUTHOR, SINCE, MIN, MAX, DELETED);

  private final Parameters given;

  MemoryQuery(Parameters given) {
    this.given = given;
  }

  String text() {
    return given.text(TEXT).strip();
  }

  SearchSide in() {
    return switch (given.text(IN)) {
      case "source" -> SearchSide.SOURCE;
      case "target" -> SearchSide.TARGET;
      default -> SearchSide.BOTH;
    };
  }

  boolean isDeleted() {
    return given.has(DELETED);
  }

  /** The id of the unit before the page; "" for the first page. */
  String after() {
    return given.text(AFTER);
  }

  String field(String name) {
    return given.text(name);
  }

  boolean has(String name, String value) {
    return given.all(name).contains(value);
  }

  boolean hasConditions() {
    return CONDITIONS.stream().anyMatch(this::isGiven);
  }

  /** Whether there are conditions that the chips do not show. */
  boolean hasOtherThanStatus() {
    return CONDITIONS.stream().anyMatch(name -> !name.equals(STATUS) && isGiven(name));
  }

  private boolean isGiven(String name) {
    return given.all(name).stream().anyMatch(value -> !value.isBlank());
  }

  /**
   * Returns the filter for units that meet the conditions.
   *
   * @param contained a text that units contain on the chosen sides; may be ""
   * @throws InputException if a condition is malformed
   */
  UnitFilter filter(String contained) {
    Set<Side> sides = in() == SearchSide.BOTH ? Set.of() : in().sides();
    UnitFilter units =
        UnitFilter.CURRENT
            .inDocuments(values(DOCUMENT))
            .withStatuses(statuses())
            .where(
                new UnitConditions(
                    confidence(MIN, 0),
                    confidence(MAX, 1),
                    field(SINCE).isBlank() ? Instant.MIN : ConditionText.time(field(SINCE).strip()),
                    values(AUTHOR),
                    contained,
                    contained.isEmpty() ? Set.of() : sides));
    return isDeleted() ? units.onlyDeleted() : units;
  }

  /** Empty means any. */
  Set<Unit.Status> statuses() {
    return values(STATUS).stream().map(ConditionText::status).collect(Collectors.toSet());
  }

  private double confidence(String name, double otherwise) {
    return field(name).isBlank() ? otherwise : ConditionText.percent(name, field(name));
  }

  private Set<String> values(String name) {
    return given.all(name).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The query string for the first page of the same search. */
  String address() {
    StringBuilder query = new StringBuilder();
    append(query, TEXT);
    CONDITIONS.forEach(name -> append(query, name));
    return query.toString();
  }

  /** The query string for the first page of the same search among units of another status. */
  String address(String status) {
    StringBuilder query = new StringBuilder();
    append(query, TEXT);
    CONDITIONS.stream()
        .filter(name -> !name.equals(STATUS) && !name.equals(DELETED))
        .forEach(name -> append(query, name));
    return status.isEmpty() ? query.toString() : query + "&status=" + status;
  }

  /** The query string for the conditions without the text. */
  String conditions() {
    StringBuilder query = new StringBuilder();
    CONDITIONS.forEach(name -> append(query, name));
    return query.toString();
  }

  /** The conditions, without the text, as the fields of a form. */
  List<Map.Entry<String, String>> conditionFields() {
    return CONDITIONS.stream()
        .flatMap(name -> given.all(name).stream().map(value -> Map.entry(name, value)))
        .filter(field -> !field.getValue().isBlank())
        .toList();
  }

  private void append(StringBuilder query, String name) {
    for (String value : given.all(name)) {
      if (!value.isBlank()) {
        query.append(query.isEmpty() ? "" : "&").append(name).append('=');
        query.append(Links.encoded(value));
      }
    }
  }
}

package ballast.workbench;

import ballast.server.Parameters;
import ballast.workbench.Room.Links;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The filter of findings: by severity, rule, term and document. */
final class CheckQuery {

  static final String SEVERITY = "severity";
  static final String RULE = "rule";
  static final String TERM = "term";
  static final String DOCUMENT = "document";
  static final String FROM = "from";

  /** The value of {@code view} for the list by place. */
  static final String BY_PLACE = "place";

  private static final Map<String, Function<KeptCheck.Row, String>> FACETS = facets();

  private final Parameters given;

  CheckQuery(Parameters given) {
    this.given = given;
  }

  private static Map<String, Function<KeptCheck.Row, String>> facets() {
    Map<String, Function<KeptCheck.Row, String>> facets = new LinkedHashMap<>();
    facets.put(SEVERITY, row -> row.severity().label());
    facets.put(RULE, row -> row.finding().rule());
    facets.put(TERM, row -> row.finding().term());
    facets.put(DOCUMENT, KeptCheck.Row::document);
    return facets;
  }

  /** Whether all findings are listed by place, without decisions. */
  boolean isByPlace() {
    return given.text("view").equals(BY_PLACE);
  }

  /** The index of the page's first finding, from 0. */
  int from() {
    return given.number(FROM, 0, Integer.MAX_VALUE, 0);
  }

  boolean has(String field, String value) {
    return given.all(field).contains(value);
  }

  boolean hasConditions() {
    return FACETS.keySet().stream().anyMatch(field -> !chosen(field).isEmpty());
  }

  private List<String> chosen(String field) {
    return given.all(field).stream().filter(value -> !value.isEmpty()).toList();
  }

  List<KeptCheck.Row> select(List<KeptCheck.Row> rows) {
    return rows.stream().filter(row -> admits(row, "")).toList();
  }

  /**
   * Counts the rows per value of a field among those that meet the other conditions. The values are
   * in ascending order, without the empty value.
   */
  Map<String, Integer> counts(String field, List<KeptCheck.Row> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    chosen(field).forEach(value -> counts.put(value, 0));
    Function<KeptCheck.Row, String> value = FACETS.getOrDefault(field, row -> "");
    for (KeptCheck.Row row : rows) {
      if (admits(row, field) && !value.apply(row).isEmpty()) {
        counts.merge(value.apply(row), 1, Integer::sum);
      }
    }
    return counts;
  }

  private boolean admits(KeptCheck.Row row, String ignored) {
    return FACETS.entrySet().stream()
        .allMatch(
            facet -> {
              List<String> chosen = chosen(facet.getKey());
              return chosen.isEmpty()
                  || facet.getKey().equals(ignored)
                  || chosen.contains(facet.getValue().apply(row));
            });
  }

  /** The query string for the first page with the same conditions; may be "". */
  String conditions() {
    StringBuilder query = new StringBuilder(isByPlace() ? "view=" + BY_PLACE : "");
    for (String field : FACETS.keySet()) {
      for (String value : chosen(field)) {
        query.append(query.isEmpty() ? "" : "&").append(field).append('=');
        query.append(Links.encoded(value));
      }
    }
    return query.toString();
  }

  String address() {
    return at(from());
  }

  String at(int from) {
    String conditions = conditions();
    return from == 0 ? conditions : conditions + (conditions.isEmpty() ? "" : "&") + "from=" + from;
  }
}

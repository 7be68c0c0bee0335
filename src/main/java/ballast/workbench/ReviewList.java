package ballast.workbench;

import ballast.app.revisions.ReviewExport.Line;
import ballast.app.revisions.ReviewPage;
import ballast.server.Parameters;
import ballast.workbench.Room.Links;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes to review, and which of them are listed, for the templates of the room Revisions.
 *
 * @param since number of the revision to compare with; 0 for the last but one
 * @param given the conditions: {@code kind} of change, {@code author}, {@code comments=open}
 */
record ReviewList(String document, int since, ReviewPage page, Parameters given) {

  private static final List<String> CONDITIONS = List.of("kind", "author", "comments");

  private static final String OPEN = "open";

  /** Returns the values of a condition, with the number of changes that meet it alone. */
  Map<String, Long> choices(String condition) {
    return page.lines().stream()
        .flatMap(line -> values(condition, line))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** Returns the changes that meet all conditions. */
  List<Line> lines() {
    return page.lines().stream().filter(this::isListed).toList();
  }

  private boolean isListed(Line line) {
    return CONDITIONS.stream()
        .allMatch(
            condition ->
                given.text(condition).isEmpty()
                    || values(condition, line).anyMatch(given.text(condition)::equals));
  }

  private static Stream<String> values(String condition, Line line) {
    return switch (condition) {
      case "kind" -> line.changes().stream().map(change -> change.kind().inWords()).distinct();
      case "author" -> Stream.of(line.unit().provenance().author()).filter(one -> !one.isEmpty());
      default ->
          line.comments().stream().filter(one -> !one.isResolved()).map(one -> OPEN).limit(1);
    };
  }

  boolean isChosen(String condition, String value) {
    return given.text(condition).equals(value);
  }

  /** Returns the address of the list with another value of a condition; "" for any value. */
  String address(String condition, String value) {
    StringBuilder address = new StringBuilder("/revisions/review?document=");
    address.append(Links.encoded(document)).append("&since=").append(since);
    for (String one : CONDITIONS) {
      String wanted = one.equals(condition) ? value : given.text(one);
      if (!wanted.isEmpty()) {
        address.append('&').append(one).append('=').append(Links.encoded(wanted));
      }
    }
    return address.toString();
  }

  /** Returns the address of the list as it is. */
  String here() {
    return address("", "");
  }
}

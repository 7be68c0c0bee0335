package ballast.app.revisions;

import ballast.app.page.MarkedText;
import ballast.app.page.Style;
import ballast.revise.Change;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

final class DiffTable {

  static final List<String> COLUMNS =
      List.of(
          "no",
          "kind",
          "rate",
          "source",
          "old",
          "new",
          "change",
          "classes",
          "terms",
          "old line",
          "new line");

  private DiffTable() {}

  static List<List<String>> rows(ComparedVersions compared) {
    List<List<String>> rows = new ArrayList<>();
    for (Change change : compared.shownOf(0)) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              change.kind().label(),
              String.format(Locale.ROOT, "%.3f", change.rate().rate()),
              source(change),
              change.old().text(),
              change.revised().text(),
              marked(change),
              DiffText.classes(change),
              terms(change),
              line(change.old()),
              line(change.revised())));
    }
    return rows;
  }

  /** Returns old and new text in one: {@code [-old-]}, {@code {+new+}}. */
  static String marked(Change change) {
    return String.join("", MarkedText.inline(change, Style.PLAIN).lines(0));
  }

  private static String source(Change change) {
    return change.sources().stream()
        .map(SourceText::current)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String terms(Change change) {
    return change.terms().stream().map(DiffTable::term).collect(Collectors.joining("; "));
  }

  private static String term(TermEffect effect) {
    return effect.kind().label() + ": " + effect.problem().term();
  }

  private static String line(Change.Side side) {
    return side.line() == 0 ? "" : Integer.toString(side.line());
  }
}

package ballast.report.revision;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Cells of a table as an attribute of a page, from which its script reads them back unchanged: a
 * JSON array in which every character that a page would make visible is escaped.
 */
final class AnswerData {

  private AnswerData() {}

  static String of(List<String> cells) {
    return cells.stream().map(AnswerData::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String cell) {
    StringBuilder quoted = new StringBuilder(cell.length() + 16).append('"');
    cell.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || isEscaped(c)) {
                for (char unit : Character.toChars(c)) {
                  quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isEscaped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}

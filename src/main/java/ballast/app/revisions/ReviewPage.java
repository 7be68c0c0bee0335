package ballast.app.revisions;

import ballast.app.revisions.ReviewExport.Line;
import ballast.bitext.Sha256;
import ballast.format.table.TableSheet;
import ballast.revise.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The content of a page to review, for its templates.
 *
 * @param olds whether there is a column for old texts
 */
public record ReviewPage(ComparedVersions compared, List<Line> lines, boolean olds) {

  private static final int DIGITS = 16;

  private static final Pattern ESCAPED = Pattern.compile("[\"\\\\\\p{C}\\p{Zl}\\p{Zp}]");

  public static ReviewPage of(ReviewExport.Result review) {
    return new ReviewPage(review.compared(), review.lines(), !ReviewSheet.isAllNew(review.lines()));
  }

  public static String classes(Line line) {
    return DiffPage.classes(line.change());
  }

  /** Returns the sources of a line, without marks for new ones if everything is new. */
  List<SourceText> sources(Line line) {
    return line.changes().stream()
        .flatMap(change -> change.sources().stream())
        .map(source -> olds ? source : SourceText.same(source.current()))
        .distinct()
        .toList();
  }

  TableSheet sheet() {
    return ReviewSheet.of(lines.stream().filter(ReviewSheet::fits).toList());
  }

  /**
   * A line to answer.
   *
   * @param cells cells of its table row; empty if no table can hold it
   */
  record AnswerRow(Line line, String id, String cells) {

    boolean isAnswerable() {
      return !line.isRemoved() && !cells.isEmpty();
    }
  }

  List<AnswerRow> rows(TableSheet sheet) {
    List<AnswerRow> rows = new ArrayList<>();
    int row = 0;
    for (Line line : lines) {
      String id = line.isRemoved() ? "r" + (rows.size() + 1) : "c" + line.number();
      String cells = ReviewSheet.fits(line) ? encoded(sheet.rows().get(row++)) : "";
      rows.add(new AnswerRow(line, id, cells));
    }
    return rows;
  }

  static String heads(TableSheet sheet) {
    return encoded(sheet.columns().stream().map(TableSheet.Column::head).toList());
  }

  /** Returns the name of the answer file, without characters that file systems might refuse. */
  String file() {
    String name = compared.revised().name();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-") + ".review.csv";
  }

  /** Identifies this table, so that the browser can store unsaved answers under the digest. */
  static String digest(TableSheet sheet) {
    String keys = sheet.rows().stream().map(row -> row.get(row.size() - 1)).toList().toString();
    return Sha256.hex(keys).substring(0, DIGITS);
  }

  /**
   * Encodes cells of a table as an attribute of a page, so that its script reads them back
   * unchanged: a JSON array with every character escaped that the page would make visible.
   */
  private static String encoded(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + quoted(cell) + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String cell) {
    // Two backslashes in a replacement are one in the text.
    return ESCAPED
        .matcher(cell)
        .replaceAll(
            found ->
                found
                    .group()
                    .chars()
                    .mapToObj(c -> String.format(Locale.ROOT, "\\\\u%04x", c))
                    .collect(Collectors.joining()));
  }
}

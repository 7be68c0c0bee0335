package ballast.app.revisions;

import ballast.app.page.Html;
import ballast.revise.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the first cells of a line to review: the kind of change, the source, the old text if any
 * line has one, and the new text.
 */
public final class ReviewLineHtml {

  private final Html html;
  private final ComparedVersions compared;
  private final boolean olds;
  private final SideHtml sides;
  private final ChangeHtml facts;

  public ReviewLineHtml(Html html, ReviewExport.Result review) {
    this.html = html;
    this.compared = review.compared();
    this.olds = !ReviewSheet.isAllNew(review.lines());
    this.sides = new SideHtml(html);
    this.facts = new ChangeHtml(html, compared, true);
  }

  /** Whether there is a column for old texts. */
  public boolean hasOlds() {
    return olds;
  }

  /** Returns the CSS classes of a line. */
  public static String classes(ReviewLine line) {
    return ChangeHtml.classes(line.change());
  }

  /**
   * Writes the cells.
   *
   * @param id of the element that contains them
   */
  public void write(ReviewLine line, String id) throws IOException {
    html.add("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#{}\">", id);
    html.add("{}</a> <span class=\"kind\">{}</span>", line.number(), kinds(line));
    facts.writeFacts(line.change());
    html.add("</th>");
    sides.writeSources(sources(line), compared.sourceLanguage());
    if (olds) {
      sides.writeOld(line.changes(), compared.old());
      sides.writeNew(line.change(), compared.revised());
    } else {
      sides.writeNewPlain(line.change().revised(), compared.revised());
    }
  }

  /** Returns the sources of a line, without marks for new ones if everything is new. */
  private List<SourceText> sources(ReviewLine line) {
    return line.changes().stream()
        .flatMap(change -> change.sources().stream())
        .map(source -> olds ? source : SourceText.same(source.current()))
        .distinct()
        .toList();
  }

  private static String kinds(ReviewLine line) {
    return line.changes().stream()
        .map(change -> change.kind().inWords())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}

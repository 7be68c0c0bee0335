package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Form;
import ballast.app.page.HtmlPage;
import ballast.app.page.Json;
import ballast.app.page.PageLanguage;
import ballast.app.page.PageOutput;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.revisions.ReviewExport.Line;
import ballast.bitext.CountedNoun;
import ballast.bitext.Unit;
import ballast.format.table.TableFile;
import ballast.format.table.XlsxWriter;
import ballast.memory.Comments;
import ballast.memory.Comments.Comment;
import ballast.memory.Comments.New;
import ballast.memory.Comments.Remark;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.revise.ReviewAnswers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports the results of {@code ballast review}. */
public final class ReviewOutput {

  private ReviewOutput() {}

  /**
   * Returns the lines that fit the form. The cells of a table have a limit. A page shows longer
   * lines too, but accepts no answer to them.
   */
  public static List<Line> fitting(ReviewExport.Result review, Form form) {
    return review.lines().stream()
        .filter(line -> form == Form.HTML || ReviewSheet.fits(line))
        .toList();
  }

  /** Returns the other lines, which are skipped as {@link ReviewExport#TOO_LONG}. */
  public static List<Line> leftOut(ReviewExport.Result review, Form form) {
    return review.lines().stream()
        .filter(line -> form != Form.HTML && !ReviewSheet.fits(line))
        .toList();
  }

  /**
   * Writes the lines that fit.
   *
   * @param form CSV or Excel, which can be read back, or HTML, a page that saves the answers as CSV
   * @param stream stays open
   */
  public static void write(ReviewExport.Result review, OutputStream stream, Form form)
      throws IOException {
    switch (form) {
      case XLSX -> XlsxWriter.write(stream, ReviewSheet.of(fitting(review, form)));
      case CSV -> TableFile.writeCsv(stream, ReviewSheet.of(fitting(review, form)));
      case HTML -> writePage(stream, ReviewPage.of(review));
      default -> throw new IllegalStateException("a review is not written as " + form);
    }
  }

  private static void writePage(OutputStream stream, ReviewPage page) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    String title = "Review of " + page.compared().revised().name();
    HtmlPage.writeFormHead(out, title, "diff.css", "review.js");
    PageOutput.write(
        out, to -> JteReviewPageGenerated.render(to, null, page, PageLanguage.ENGLISH));
    HtmlPage.writeFoot(out, PageLanguage.ENGLISH, "review-help", "review.js");
    out.flush();
  }

  /** Writes {@code ballast review export --json} as one line, specified in {@code json.md}. */
  public static void writeExportJson(
      Writer out, String document, String file, Form form, ReviewExport.Result review)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).put("file", file).put("format", form.toString());
      json.put("sentences", fitting(review, form).size()).array("problems");
      for (Line line : leftOut(review, form)) {
        json.object().put("unit", line.unit().id());
        json.put("reason", ReviewExport.TOO_LONG).end();
      }
      json.end();
    }
  }

  /** Writes {@code ballast review import --json}, specified in {@code json.md}. */
  public static void writeJson(Writer out, ReviewImport.Result result, boolean dryRun)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("dryRun", dryRun);
      json.put("read", result.read());
      json.put("accepted", result.accepted());
      json.put("rejected", result.rejected());
      json.put("edited", result.edited());
      json.put("commented", result.commented());
      json.put("already", result.already());
      json.put("undecided", result.undecided());
      json.put("repeated", result.repeated());
      json.array("problems");
      for (ReviewAnswers.Problem problem : result.problems()) {
        json.object().put("row", problem.row());
        json.put("unit", problem.unit()).put("reason", problem.reason()).end();
      }
      json.end().strings("documents", result.documents());
    }
  }

  /** Writes new comments and replies, each below its unit. */
  public static void writeRemarks(Writer out, Style style, List<New> remarks) throws IOException {
    for (New remark : remarks) {
      String act = style.say(remark.act().command());
      out.write(act + "  " + style.say("unit " + remark.unit()) + '\n');
      out.write("    " + TerminalText.plain(remark.text().replace('\n', ' ')) + '\n');
    }
  }

  /** Returns for example {@code 12 rows: 3 accepted, 1 edited; 8 undecided}. */
  public static String inWords(ReviewImport.Result result) {
    List<String> outcomes = new ArrayList<>();
    count(outcomes, result.accepted(), "accepted");
    count(outcomes, result.rejected(), "rejected");
    count(outcomes, result.edited(), "edited");
    count(outcomes, result.commented(), "commented");
    count(outcomes, result.already(), "already up to date");
    List<String> remaining = new ArrayList<>();
    count(remaining, result.undecided(), "undecided");
    count(remaining, result.repeated(), "repeated");
    count(remaining, result.problems().size(), "not taken");
    String rows = CountedNoun.of(result.read(), result.noun()) + ": ";
    String what = outcomes.isEmpty() ? "nothing changed" : String.join(", ", outcomes);
    return rows + what + (remaining.isEmpty() ? "" : "; " + String.join(", ", remaining));
  }

  /** Writes {@code ballast tm comment --json}, specified in {@code json.md}. */
  public static void writeCommentJson(Writer out, String unit, int remarks, boolean dryRun)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("command", "comment").put("dryRun", dryRun);
      json.put("unit", unit).put("remarks", remarks);
    }
  }

  /** The comments of {@code ballast review show}, with their units in export order. */
  public record ShownComments(List<Unit> units, Comments comments) {

    /**
     * @param document null for the whole memory
     * @param all whether to include resolved comments
     * @throws InputException if there is no such document
     */
    public static ShownComments of(Memory memory, @Nullable String document, boolean all) {
      if (document != null) {
        memory.revisions(document);
      }
      Comments read = memory.comments();
      List<Comment> shown =
          (all ? read.all() : read.open())
              .stream().filter(one -> document == null || one.document().equals(document)).toList();
      List<Unit> units = new ArrayList<>();
      if (!shown.isEmpty()) {
        Set<String> ids = shown.stream().map(Comment::unit).collect(Collectors.toSet());
        UnitFilter commented = UnitFilter.CURRENT.withRetired().named(ids);
        memory.forEachUnit(commented, units::add);
        memory.forEachUnit(commented.onlyDeleted(), units::add);
      }
      return new ShownComments(units, new Comments(shown));
    }

    public void writeText(Writer out, Style style) throws IOException {
      for (Unit unit : units) {
        String place =
            (unit.provenance().document() + "  " + style.say("unit " + unit.id())).strip();
        out.write(TerminalText.plain(place) + '\n');
        out.write("  " + TerminalText.plain(unit.source()) + '\n');
        out.write("  " + TerminalText.plain(unit.target()) + '\n');
        for (String line : CommentCell.lines(comments.on(unit.id()), style)) {
          out.write("  " + TerminalText.plain(line.replace('\n', ' ')) + '\n');
        }
        out.write('\n');
      }
    }

    public void writeJson(Writer out) throws IOException {
      try (Json json = Json.line(out)) {
        json.array("units");
        for (Unit unit : units) {
          json.object().put("unit", unit.id()).put("document", unit.provenance().document());
          json.put("source", unit.source()).put("target", unit.target());
          write(json, comments.on(unit.id()));
          json.end();
        }
        json.end();
      }
    }

    static void write(Json json, List<Comment> comments) throws IOException {
      json.array("comments");
      for (Comment comment : comments) {
        json.object().put("id", comment.id()).put("resolved", comment.isResolved());
        json.array("remarks");
        for (Remark remark : comment.remarks()) {
          json.object().put("author", remark.author()).put("at", remark.at().toString());
          json.put("act", remark.act().label()).put("text", remark.text()).end();
        }
        json.end().end();
      }
      json.end();
    }
  }

  private static void count(List<String> to, int count, String what) {
    if (count > 0) {
      to.add(count + " " + what);
    }
  }
}

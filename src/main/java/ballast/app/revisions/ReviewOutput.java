package ballast.app.revisions;

import ballast.app.page.Json;
import ballast.app.revisions.ReviewImport.ReviewCounts;
import ballast.bitext.CountedNoun;
import ballast.revise.ReviewAnswers;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Reports the results of {@code ballast review}. */
public final class ReviewOutput {

  private ReviewOutput() {}

  /** Writes {@code ballast review export --json} as one line, specified in {@code json.md}. */
  public static void writeExportJson(
      Writer out, String document, String file, ReviewFile form, ReviewExport.Result review)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.put("document", document).put("file", file).put("format", form.form().toString());
      json.put("sentences", form.fitting(review).size()).array("problems");
      for (ReviewLine line : form.leftOut(review)) {
        json.object().put("unit", line.unit().id());
        json.put("reason", ReviewFile.TOO_LONG).end();
      }
      json.end();
    }
  }

  /** Writes {@code ballast review import --json}, specified in {@code json.md}. */
  public static void writeJson(Writer out, ReviewImport.Result result, boolean dryRun)
      throws IOException {
    ReviewCounts units = result.units();
    try (Json json = Json.line(out)) {
      json.put("dryRun", dryRun);
      json.put("read", result.read());
      json.put("accepted", units.accepted());
      json.put("rejected", units.rejected());
      json.put("edited", units.edited());
      json.put("commented", units.commented());
      json.put("already", units.already());
      json.put("undecided", result.undecided());
      json.put("repeated", result.repeated());
      json.array("problems");
      for (ReviewAnswers.Problem problem : result.problems()) {
        json.object().put("row", problem.row());
        json.put("unit", problem.unit()).put("reason", problem.reason()).end();
      }
      json.end();
    }
  }

  /** Returns for example {@code 12 rows: 3 accepted, 1 edited; 8 undecided}. */
  public static String inWords(ReviewImport.Result result) {
    ReviewCounts units = result.units();
    List<String> outcomes = new ArrayList<>();
    count(outcomes, units.accepted(), "accepted");
    count(outcomes, units.rejected(), "rejected");
    count(outcomes, units.edited(), "edited");
    count(outcomes, units.commented(), "commented");
    count(outcomes, units.already(), "already up to date");
    List<String> remaining = new ArrayList<>();
    count(remaining, result.undecided(), "undecided");
    count(remaining, result.repeated(), "repeated");
    count(remaining, result.problems().size(), "not taken");
    String rows = CountedNoun.of(result.read(), "row") + ": ";
    String what = outcomes.isEmpty() ? "nothing changed" : String.join(", ", outcomes);
    return rows + what + (remaining.isEmpty() ? "" : "; " + String.join(", ", remaining));
  }

  private static void count(List<String> to, int count, String what) {
    if (count > 0) {
      to.add(count + " " + what);
    }
  }
}

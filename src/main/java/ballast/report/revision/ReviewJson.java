package ballast.report.revision;

import ballast.report.page.Json;
import ballast.workflow.revise.ReviewOutput;
import java.io.IOException;
import java.io.Writer;

/** {@code ballast review import --json}; the contract is in {@code src/site/markdown/json.md}. */
public final class ReviewJson {

  private ReviewJson() {}

  /** Writes what was done as one line. */
  public static void write(Writer out, ReviewOutput done, boolean dryRun) throws IOException {
    try (Json json = Json.line(out)) {
      json.put("dryRun", dryRun);
      json.put("read", done.read());
      json.put("accepted", done.accepted());
      json.put("rejected", done.rejected());
      json.put("edited", done.edited());
      json.put("commented", done.commented());
      json.put("already", done.already());
      json.put("undecided", done.undecided());
      json.put("repeated", done.repeated());
      json.array("problems");
      for (ReviewOutput.Problem problem : done.problems()) {
        json.object().put("row", problem.row());
        json.put("unit", problem.unit()).put("reason", problem.reason()).end();
      }
      json.end();
    }
  }
}

package ballast.workflow.revise;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ballast review import} did.
 *
 * @param read rows that are not blank, heads apart
 * @param accepted units of which a row said yes
 * @param rejected units of which a row said no
 * @param edited units that got another translation
 * @param commented units of which a comment was kept
 * @param already units that were as their row wants them to be
 * @param undecided rows that say nothing
 * @param repeated rows that say again what another one says
 * @param problems rows that were not taken, by number
 */
public record ReviewOutput(
    int read,
    int accepted,
    int rejected,
    int edited,
    int commented,
    int already,
    int undecided,
    int repeated,
    List<Problem> problems) {

  /**
   * A row that was not taken.
   *
   * @param row its number, as a spreadsheet program counts
   * @param unit the id of its unit; empty when it has none
   * @param reason why
   */
  public record Problem(int row, String unit, String reason) {}

  public ReviewOutput {
    problems = List.copyOf(problems);
  }

  /** {@code 12 rows: 3 accepted, 1 edited; 8 undecided}. */
  public String inWords() {
    List<String> done = new ArrayList<>();
    count(done, accepted, "accepted");
    count(done, rejected, "rejected");
    count(done, edited, "edited");
    count(done, commented, "commented");
    count(done, already, "already as they should be");
    List<String> rest = new ArrayList<>();
    count(rest, undecided, "undecided");
    count(rest, repeated, "repeated");
    count(rest, problems.size(), "not taken");
    String rows = read + (read == 1 ? " row: " : " rows: ");
    String what = done.isEmpty() ? "nothing changed" : String.join(", ", done);
    return rows + what + (rest.isEmpty() ? "" : "; " + String.join(", ", rest));
  }

  private static void count(List<String> to, int count, String what) {
    if (count > 0) {
      to.add(count + " " + what);
    }
  }
}

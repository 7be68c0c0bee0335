package ballast.cli.tm;

import ballast.workflow.memory.UnitAction;
import java.util.List;

/** The names, messages and help of the commands that change the status of units. */
enum UnitVerb {
  APPROVE(
      UnitAction.APPROVE,
      "approve",
      "approved",
      "Records that units are right.",
      "Approved units are evidence for the aligner, and exported "
          + "however low their confidence. Exit status 1: no unit meets the conditions.",
      "ballast tm approve --document tm/articles/ballast-stone --min-confidence 0.9",
      "ballast tm approve --all --dry-run"),
  REJECT(
      UnitAction.REJECT,
      "reject",
      "rejected",
      "Records that units are wrong: they are kept, and neither offered nor exported.",
      "Exit status 1: no unit meets the conditions.",
      "ballast tm reject --max-confidence 0.9 --dry-run",
      "ballast tm reject --contains 专利 --in source"),
  DELETE(
      UnitAction.DELETE,
      "delete",
      "deleted",
      "Deletes units, until tm undo or tm restore brings them back.",
      "They no longer appear anywhere. Only tm compact removes them for good. Exit status 1: no"
          + " unit meets the conditions.",
      "ballast tm delete --document tm/articles/distant-friends --dry-run",
      "ballast tm delete --contains 留学"),
  RESTORE(
      UnitAction.RESTORE,
      "restore",
      "restored",
      "Brings deleted units back, with the status that they had.",
      "Exit status 1: no deleted unit meets the conditions.",
      "ballast tm restore --all");

  private final UnitAction action;
  private final String verb;
  private final String done;
  private final String summary;
  private final String details;
  private final String examples;

  UnitVerb(
      UnitAction action,
      String verb,
      String done,
      String summary,
      String details,
      String... examples) {
    this.action = action;
    this.verb = verb;
    this.done = done;
    this.summary = summary;
    this.details = details;
    this.examples = String.join("\n", examples);
  }

  /** The action. */
  UnitAction action() {
    return action;
  }

  /** The command's name. */
  String verb() {
    return verb;
  }

  /** As in "approved 3 units". */
  String done() {
    return done;
  }

  /** For the help: one sentence, and the rest. */
  String[] description() {
    return new String[] {summary, details};
  }

  /** Command lines for the help. */
  List<String> examples() {
    return examples.lines().toList();
  }
}

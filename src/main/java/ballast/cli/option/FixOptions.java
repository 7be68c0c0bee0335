package ballast.cli.option;

import ballast.bitext.InputException;
import ballast.cli.terminal.CommandNote;
import ballast.cli.terminal.Console;
import ballast.memory.MemoryStore;
import ballast.report.page.Form;
import ballast.workflow.Notices;
import ballast.workflow.check.Fixing;
import ballast.workflow.check.PairSource;
import ballast.workflow.check.TranslationCheck;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options with which {@code ballast check} corrects translations. */
public final class FixOptions {

  @Option(
      names = "--fix",
      description =
          "Show how forbidden renderings would be "
              + "replaced, where that is safe, and which findings are left.")
  public boolean fix;

  @Option(names = "--apply", description = "With --fix: do it, in the files or the memory.")
  boolean apply;

  @Mixin AuthorOption author = new AuthorOption();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec command;

  /** The request to correct the findings of a check. */
  public Fixing.Request request(TranslationCheck.Request check, Console console, Notices notices) {
    if (!apply) {
      return Fixing.Request.plan(check);
    }
    PairSource pairs = check.pairs();
    MemoryStore written = pairs.named().isEmpty() ? pairs.memory() : null;
    return Fixing.Request.apply(
        check, author.origin(console, notices, written, CommandNote.of(command)));
  }

  /**
   * Stops before any work if the options make no sense together.
   *
   * @throws InputException if they do not
   */
  public void check(Form format) {
    if (apply && !fix) {
      throw new InputException("--apply needs --fix", "ballast check --fix --apply ...");
    }
    if (fix && format != Form.TEXT && format != Form.JSON) {
      throw new InputException(
          "--fix reports as text or json, not as " + format,
          "run ballast check again without --fix for the other forms");
    }
  }
}

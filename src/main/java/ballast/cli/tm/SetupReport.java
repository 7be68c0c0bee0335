package ballast.cli.tm;

import ballast.cli.option.CommonOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.ExitCode;
import ballast.memory.TeamSetup;

/** Says what has been made of a team's memory, and what an administrator has still to run. */
record SetupReport(TeamSetup setup) {

  /** Whether an administrator of the server has something to run. */
  boolean isComplete() {
    return setup.statements().isEmpty();
  }

  /** What has been done on standard error, statements on standard output. */
  void print(Console console, CommonOptions common) {
    setup.done().forEach(done -> common.say(console, done));
    if (isComplete()) {
      return;
    }
    common.say(
        console,
        "an administrator of the server has to run this; then run "
            + (setup.exists() ? "`ballast tm init` with this address:" : "the command again:"));
    OutputOptions.print(
        console,
        out -> {
          for (String statement : setup.statements()) {
            out.write(statement + ";\n");
          }
        });
  }

  int status() {
    if (isComplete()) {
      return ExitCode.OK;
    }
    return setup.exists() ? ExitCode.FINDINGS : ExitCode.FAILED;
  }
}

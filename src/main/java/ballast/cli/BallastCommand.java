package ballast.cli;

import ballast.cli.option.ConsoleCommand.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand, which prints the help. */
@Command(
    name = "ballast",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Keeps a translation steady: a Chinese-English translation memory.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ballast align article.zh.txt article.en.txt -o article.tmx",
      "  ballast split article.zh.txt",
      "  ballast tm search 冷战的选择",
      "",
      "Exit status: 0 done, 1 done and there is something to report, 2 could not be",
      "done, 3 an internal error."
    })
final class BallastCommand implements Runnable {

  @Option(names = "--json", description = "With --version: print JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  /** Rejects {@code --json} alone. {@link Main#run} shows the help for an empty command line. */
  @Override
  public void run() {
    if (!json) {
      spec.commandLine().usage(spec.commandLine().getOut()); // only --lang
      return;
    }
    throw new ParameterException(spec.commandLine(), "--json belongs to --version or a command");
  }
}

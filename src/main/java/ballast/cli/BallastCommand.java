package ballast.cli;

import ballast.cli.option.VersionProvider;
import picocli.CommandLine.Command;

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

  /** Without a subcommand picocli shows the help; see {@link Main#run}. */
  @Override
  public void run() {
    throw new IllegalStateException("ballast was run without a subcommand");
  }
}

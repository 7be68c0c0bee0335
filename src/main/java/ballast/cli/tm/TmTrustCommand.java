package ballast.cli.tm;

import ballast.app.Workplace;
import ballast.app.project.MemoryChoice;
import ballast.app.project.TrustedServers;
import ballast.bitext.InputException;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.Misuse;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Lets the ballast.toml of this folder, or of one above it, name its memory on a server, and"
          + " prints the address and the folder.",
      "Until then no command connects to it: settings come with a work tree, perhaps a stranger's,"
          + " and a server learns your name from the connection. If the address changes, Ballast"
          + " asks for this command again. A memory that --tm or BALLAST_TM names does not need"
          + " it."
    },
    footer = {"", "Examples:", "  ballast tm trust", "  ballast tm trust --list"})
final class TmTrustCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--list", description = "Only list the servers and folders allowed so far.")
  boolean list;

  @Option(names = "--forget", description = "No longer allow the server of this folder.")
  boolean forget;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  TmTrustCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Misuse.refuse(list && forget, spec, "--list and --forget exclude each other");
    Workplace workplace = console.workplace();
    TrustedServers trusted = new TrustedServers(workplace);
    if (list) {
      print(trusted.list());
      return ExitCode.OK;
    }
    TrustedServers.Entry here =
        MemoryChoice.serverOfSettings(workplace)
            .orElseThrow(
                () ->
                    new InputException(
                        "no ballast.toml here names a memory on a server",
                        "go to its folder; --tm and BALLAST_TM need no permission"));
    if (forget) {
      trusted.remove(here.folder());
      common.say(console, "Ballast no longer uses the server that its settings name");
    } else {
      trusted.add(here);
      common.say(console, "from now on Ballast uses this server where the settings name it");
    }
    print(List.of(here));
    return ExitCode.OK;
  }

  private void print(List<TrustedServers.Entry> entries) {
    OutputOptions.print(
        console,
        out -> {
          for (TrustedServers.Entry entry : entries) {
            out.write(entry.address() + "\t" + entry.folder() + "\n");
          }
        });
  }
}

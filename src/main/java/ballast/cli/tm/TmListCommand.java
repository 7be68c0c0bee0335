package ballast.cli.tm;

import ballast.app.units.DocumentList;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.CommonOptions.VersionProvider;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.OutputOptions;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.DocumentSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Lists the documents of the memory with their revisions and units.",
    footer = {"", "Example:", "  ballast tm list"})
final class TmListCommand implements Callable<Integer> {

  private final Console console;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin PagerOption pager = new PagerOption();
  @Mixin MemoryOptions memory = new MemoryOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  TmListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<DocumentSummary> documents =
        new DocumentList().list(new DocumentList.Request(memory.store(console)));
    OutputOptions.print(
        console,
        out -> {
          if (json) {
            MemoryJson.writeDocuments(out, documents);
          } else {
            MemoryText.writeDocuments(out, documents);
          }
        });
    return ExitCode.OK;
  }
}

package ballast.cli.tm;

import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryText;
import ballast.cli.option.MemoryCommand;
import ballast.cli.option.OutputOptions.PagerOption;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "Lists the documents of the memory with their revisions and units.",
    footer = {"", "Example:", "  ballast tm list"})
final class TmListCommand extends MemoryCommand {

  @Mixin PagerOption pager = new PagerOption();

  @Override
  public Integer call() {
    List<DocumentSummary> documents = ask(Memory::documents);
    print(
        out -> MemoryJson.writeDocuments(out, documents),
        out -> new MemoryText(style()).writeDocuments(out, documents));
    return ExitCode.OK;
  }
}

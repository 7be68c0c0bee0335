package ballast.cli;

import ballast.app.Workplace;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.mcp.AssistantServer;
import ballast.mcp.ServedProject;
import ballast.memory.MemoryStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "mcp",
    description = {
      "Lets an AI assistant search the memory and the glossary, and check its translations.",
      "The assistant starts this command itself and talks to it in the Model Context Protocol over"
          + " standard input and output. Nothing goes over a network. Files that change are read"
          + " again. Nothing is written without --write."
    },
    footer = {"", "Examples:", "  ballast mcp", "  ballast mcp --write tm --glossary glossary"})
@MainOptions({"--write", "--tm", "--glossary", "--config"})
final class McpCommand extends FolderCommand {

  @Option(
      names = "--write",
      description =
          "Let the assistant propose translations and terms. They are drafts of the author"
              + " mcp:NAME; only people approve them.")
  boolean write;

  @Override
  public Integer call() {
    Workplace workplace = workplace();
    MemoryStore store = memory.store(console, workplace);
    if (!store.exists()) {
      say("there is no memory %s yet; searches find nothing", console.workplace().shown(store));
    }
    AssistantServer.serve(
        new ServedProject(workplace, store, against(), notices(), write),
        console.in(),
        this::send,
        failure -> FailureReport.reportBug(console, failure, "mcp"));
    return ExitCode.OK;
  }

  private void send(String line) {
    console.out().print(line + '\n');
    console.out().flush();
  }
}

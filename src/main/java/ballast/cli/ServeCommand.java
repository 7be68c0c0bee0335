package ballast.cli;

import ballast.app.Workplace;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.server.LocalServer;
import ballast.server.protocol.Protocols;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Answers OmegaT, LibreOffice and other programs on this computer while it runs.",
      "It speaks the protocols of LanguageTool and Apertium, and has searches with JSON; the page"
          + " /api describes them. Files that change are read again; nothing is written. Ctrl-C"
          + " ends it."
    },
    footer = {
      "",
      "Examples:",
      "  ballast serve",
      "  ballast serve --port 0 tm --glossary glossary"
    })
@MainOptions({"--port", "--tm", "--glossary", "--config"})
public final class ServeCommand extends FolderCommand {

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8081",
      description =
          "The port; 0 takes a free one. Default: ${DEFAULT-VALUE}, that of LanguageTool servers.")
  int port;

  @Override
  public Integer call() {
    refuse(port < 0 || port > MAX_PORT, "--port %s: from 0 to 65535", port);
    Workplace workplace = workplace();
    MemoryStore store = memory.store(console, workplace);
    try (Protocols protocols = Protocols.of(workplace, store, against(), notices())) {
      protocols.prepare();
      if (!store.exists()) {
        say("there is no memory %s yet; searches find nothing", console.workplace().shown(store));
      }
      serve(protocols);
    }
    return ExitCode.OK;
  }

  private void serve(Protocols protocols) {
    try (LocalServer server = LocalServer.start(port, protocols.routes(), this::report)) {
      console.out().println("listening on " + server.address());
      console.out().flush();
      console.out().check();
      server.join();
    }
  }

  private void report(Throwable failure) {
    FailureReport.reportBug(console, failure, "serve");
  }
}

package ballast.cli;

import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.app.check.SettingsChoice;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.cli.option.CheckOptions.SettingsOptions;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.ConsoleCommand.MainOptions;
import ballast.cli.option.FileNames;
import ballast.cli.option.GlossaryOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.server.LocalServer;
import ballast.server.protocol.Protocols;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
public final class ServeCommand extends ConsoleCommand {

  private static final int MAX_PORT = 65_535;

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin GlossaryOptions glossary = new GlossaryOptions();
  @Mixin SettingsOptions config = new SettingsOptions();

  @Parameters(
      paramLabel = "FOLDER",
      completionCandidates = FileNames.Folders.class,
      arity = "0..1",
      description =
          "Where memory, glossaries and ballast.toml are looked for. Default: this folder.")
  String folder = "";

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
    LiveCheck.Against against = new LiveCheck.Against(glossaries(), settings());
    try (Protocols protocols = Protocols.of(workplace, store, against, notices())) {
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

  private Workplace workplace() {
    if (folder.isEmpty()) {
      return console.workplace();
    }
    Path path = console.resolve(folder);
    if (!Files.isDirectory(path)) {
      throw new InputException("\"" + folder + "\" is not a folder", "check the name");
    }
    return console.workplace().withDirectory(path.toAbsolutePath().normalize());
  }

  /** Returns the glossaries. Their names are relative to the working directory, not to FOLDER. */
  private Glossaries glossaries() {
    Glossaries wanted = glossary.wanted();
    return new Glossaries(
        wanted.names().stream().map(name -> console.resolve(name).toString()).toList(),
        wanted.around());
  }

  private SettingsChoice settings() {
    SettingsChoice choice = config.choice();
    return choice.file().isEmpty()
        ? choice
        : new SettingsChoice(console.resolve(choice.file()).toString(), choice.none());
  }
}

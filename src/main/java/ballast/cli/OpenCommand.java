package ballast.cli;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.bitext.InputException;
import ballast.cli.option.AuthorOption;
import ballast.cli.option.ConsoleCommand;
import ballast.cli.option.FileNames;
import ballast.cli.option.MemoryOptions;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.MemoryStore;
import ballast.server.LocalServer;
import ballast.server.protocol.Protocols;
import ballast.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    description = {
      "Opens a folder in the browser: aligns articles that you drop into the page, lets you"
          + " correct their alignment, and shows the memory and the glossary.",
      "The pages come from this computer and are seen on this computer only. Stop it with Ctrl-C;"
          + " what you did is saved as you do it."
    },
    footer = {"", "Examples:", "  ballast open", "  ballast open tm/articles --no-browser"})
public final class OpenCommand extends ConsoleCommand {

  private static final int MAX_PORT = 65_535;

  @Mixin MemoryOptions memory = new MemoryOptions();
  @Mixin AuthorOption author = new AuthorOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      completionCandidates = FileNames.Folders.class,
      defaultValue = ".",
      description = "The folder with the articles, their memory and glossary. Default: this one.")
  String folder = ".";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to listen on. Default: any that is free.")
  int port;

  @Option(
      names = "--no-browser",
      description = "Only print the address, which lets one browser in.")
  boolean noBrowser;

  @Option(
      names = "--numeric-host",
      description = {
        "Shows the pages at 127.0.0.1 instead of a secret name that ends in .localhost, for"
            + " browsers that do not find such names: Safari on older systems.",
        "Servers of other users of this computer can then steal access to the pages."
      })
  boolean numericHost;

  @Override
  public Integer call() {
    if (port < 0 || port > MAX_PORT) {
      throw new InputException("--port " + port + " is not a port", "a number from 0 to 65535");
    }
    Path directory = console.resolve(folder);
    if (!Files.isDirectory(directory)) {
      throw new InputException(
          "\"" + folder + "\" is not a folder", "name the folder in which your articles lie");
    }
    Notices notices = notices();
    Workplace folderPlace = console.workplace().withDirectory(directory.normalize());
    MemoryStore store = memory.store(console, folderPlace);
    Workplace workplace =
        folderPlace.withAuthor(author.origin(console, notices, store, "").author());
    try (Protocols protocols = Protocols.of(workplace, store, LiveCheck.Against.PROJECT, notices);
        Workbench workbench =
            Workbench.open(workplace, store, port, numericHost, protocols.routes(), this::report)) {
      console.out().println("listening on " + workbench.address());
      console.out().flush();
      console.out().check();
      openPage(workbench);
      say("Ctrl-C stops it; what you do is saved as you do it");
      workbench.join();
    }
    return ExitCode.OK;
  }

  private void openPage(Workbench workbench) {
    Path page;
    try {
      page = workbench.page();
    } catch (InputException e) {
      say(e.getMessage() + "; open the address above yourself");
      return;
    }
    if (!noBrowser && !new Browser().open(page)) {
      say("no browser was found: open the address above yourself");
    }
    say(
        "the address lets one browser in, for %s minutes; this page always does: %s",
        LocalServer.CODE_LIFE.toMinutes(), page.toUri());
    if (!numericHost && System.getProperty("os.name", "").startsWith("Mac")) {
      say("if Safari does not find the server, start it with --numeric-host");
    }
  }

  private void report(Throwable failure) {
    FailureReport.reportBug(console, failure, "open");
  }

  /** Starts the user's browser by the operating system's command. */
  private static final class Browser {

    private final String system;

    Browser() {
      this.system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Shows a page. All users of this computer can see its name in the process list.
     *
     * @return whether a process was started
     */
    boolean open(Path page) {
      try {
        new ProcessBuilder(command(page.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    private List<String> command(String page) {
      if (system.contains("win")) {
        return List.of("rundll32", "url.dll,FileProtocolHandler", page);
      }
      return List.of(system.contains("mac") ? "open" : "xdg-open", page);
    }
  }
}

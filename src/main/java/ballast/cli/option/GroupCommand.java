package ballast.cli.option;

import ballast.cli.option.ConsoleCommand.VersionProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has subcommands. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND")
public abstract class GroupCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(), "a subcommand of " + spec.qualifiedName() + " is missing");
  }

  /**
   * The subcommands of a command, by name. If the command line names one of them, only that one is
   * built: reading the annotations of all takes longer than a lookup.
   */
  public static final class Subcommands {

    private final Map<String, Supplier<?>> makers = new LinkedHashMap<>();

    /**
     * @param maker makes a command or its {@link CommandLine}
     */
    public Subcommands with(String name, Supplier<?> maker) {
      makers.put(name, maker);
      return this;
    }

    /** Adds the names and descriptions of all, without their options, for a list of commands. */
    public void listIn(CommandLine command) {
      makers.forEach(
          (name, maker) -> {
            Object made = maker.get();
            if (made instanceof CommandLine line) {
              command.addSubcommand(name, line);
            } else {
              CommandSpec listed = CommandSpec.create();
              Command about = made.getClass().getAnnotation(Command.class);
              listed.usageMessage().description(about.description()).hidden(about.hidden());
              command.addSubcommand(name, listed);
            }
          });
    }

    /**
     * @param wanted the only subcommand to build; if there is none of this name, all are built
     */
    public void addTo(CommandLine command, String wanted) {
      Supplier<?> one = makers.get(wanted);
      if (one == null) {
        makers.forEach((name, maker) -> command.addSubcommand(name, maker.get()));
      } else {
        command.addSubcommand(wanted, one.get());
      }
    }
  }
}

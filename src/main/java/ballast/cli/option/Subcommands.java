package ballast.cli.option;

import ballast.cli.terminal.Console;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The subcommands of a command, by name. If a command line names one of them, only this one is
 * built, because reading the annotations of all of them takes longer than a lookup.
 */
public final class Subcommands {

  private final Map<String, Function<Console, Object>> makers = new LinkedHashMap<>();

  /**
   * Adds one at the end.
   *
   * @param maker makes a command or its {@link CommandLine}
   */
  public Subcommands with(String name, Function<Console, Object> maker) {
    makers.put(name, maker);
    return this;
  }

  /**
   * Gives a command its subcommands.
   *
   * @param wanted the only subcommand to build; all are built if there is none of this name
   */
  public void addTo(CommandLine command, Console console, String wanted) {
    Function<Console, Object> one = makers.get(wanted);
    if (one == null) {
      makers.forEach((name, maker) -> command.addSubcommand(name, maker.apply(console)));
    } else {
      command.addSubcommand(wanted, one.apply(console));
    }
  }
}

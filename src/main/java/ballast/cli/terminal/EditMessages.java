package ballast.cli.terminal;

import ballast.memory.CommandInfo;
import java.util.List;

/** Wording that the commands on the memory share. */
public final class EditMessages {

  private EditMessages() {}

  /** {@code 1 unit}, {@code 12 units}. */
  public static String units(long count) {
    return count(count, "unit");
  }

  /** {@code 1 revision}, {@code 12 revisions}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Names the document, or counts the documents; empty if there are none. */
  public static String ofDocuments(List<String> names) {
    List<String> documents = names.stream().filter(name -> !name.isEmpty()).toList();
    return switch (documents.size()) {
      case 0 -> "";
      case 1 -> " of " + documents.get(0);
      default -> " of " + documents.size() + " documents";
    };
  }

  /** Describes a command in one line. */
  public static String command(CommandInfo command) {
    return "command "
        + command.number()
        + " ("
        + command.kind()
        + ", "
        + command.at()
        + (command.origin().author().isEmpty() ? "" : ", " + command.origin().author())
        + "): "
        + units(command.effect().units())
        + ofDocuments(command.effect().documents());
  }
}

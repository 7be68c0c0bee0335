package ballast.cli.terminal;

import ballast.bitext.CountedNoun;
import ballast.memory.CommandInfo;
import java.util.List;

/** Wording that the commands on the memory share. */
public final class EditMessages {

  private EditMessages() {}

  /** {@code 1 unit}, {@code 12 units}. */
  public static String units(long count) {
    return CountedNoun.of(count, "unit");
  }

  /** Names the document, or counts the documents; empty if there are none. */
  public static String ofDocuments(List<String> names) {
    List<String> documents = names.stream().filter(name -> !name.isEmpty()).toList();
    return switch (documents.size()) {
      case 0 -> "";
      case 1 -> " of " + documents.get(0);
      default -> " of " + CountedNoun.of(documents.size(), "document");
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
        + (command.author().isEmpty() ? "" : ", " + command.author())
        + "): "
        + units(command.units())
        + ofDocuments(command.documents());
  }
}

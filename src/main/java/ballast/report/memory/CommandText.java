package ballast.report.memory;

import ballast.bitext.CountedNoun;
import ballast.memory.CommandInfo;
import java.util.List;

/** Tells in a line what a command did to the memory. */
public final class CommandText {

  private CommandText() {}

  /** The number, kind, time and author of a command, and the units that it changed. */
  public static String of(CommandInfo command) {
    return "command "
        + command.number()
        + " ("
        + command.kind()
        + ", "
        + command.at()
        + (command.origin().author().isEmpty() ? "" : ", " + command.origin().author())
        + "): "
        + CountedNoun.of(command.effect().units(), "unit")
        + ofDocuments(command.effect().documents());
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
}

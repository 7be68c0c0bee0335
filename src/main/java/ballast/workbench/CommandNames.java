package ballast.workbench;

import ballast.memory.CommandInfo;
import java.util.Optional;
import java.util.Set;

/** Commands in the words of the interface. */
final class CommandNames {

  private static final Set<String> NAMED =
      Set.of(
          "aligned",
          "approved",
          "compacted",
          "confirmed",
          "deduplicated",
          "deleted",
          "imported",
          "joined",
          "linked",
          "marked",
          "realigned",
          "redone",
          "redrafted",
          "rejected",
          "released",
          "replaced",
          "restored",
          "reviewed",
          "shifted",
          "split",
          "swapped",
          "undone",
          "unlinked");

  private CommandNames() {}

  static String name(Words words, CommandInfo command) {
    String kind = command.kind();
    int units = command.effect().units();
    return NAMED.contains(kind) ? words.say("command." + kind, units) : kind;
  }

  /**
   * The result of trying undo or redo.
   *
   * @param command the command to undo or redo; empty if there is none or it is refused
   * @param refused reason and hint of a refusal, or ""
   */
  record NextCommand(Optional<CommandInfo> command, String refused) {

    static final NextCommand NONE = new NextCommand(Optional.empty(), "");
  }
}

package ballast.workbench.edit;

import ballast.memory.CommandInfo;
import java.util.Optional;

/**
 * What undo or redo would do.
 *
 * @param command that would be taken back, or done again; empty if there is none, or it is refused
 * @param refused why it is refused, with what to try; empty if it is not
 */
public record NextCommand(Optional<CommandInfo> command, String refused) {

  /** There is none. */
  static final NextCommand NONE = new NextCommand(Optional.empty(), "");
}

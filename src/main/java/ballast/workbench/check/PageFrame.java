package ballast.workbench.check;

import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import java.util.List;

/** What all pages of the room load. */
final class PageFrame {

  private PageFrame() {}

  static Shell.Page of(String title) {
    return new Shell.Page(
        Room.CHECK, title, List.of("memory.css", "check.css"), List.of("check.js"));
  }
}

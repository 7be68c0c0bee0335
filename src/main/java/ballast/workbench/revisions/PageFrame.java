package ballast.workbench.revisions;

import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import java.util.List;

/** What all pages of the room load. */
final class PageFrame {

  private PageFrame() {}

  static Shell.Page of(String title) {
    return new Shell.Page(
        Room.REVISIONS, title, List.of("diff.css", "revisions.css"), List.of("revisions.js"));
  }
}

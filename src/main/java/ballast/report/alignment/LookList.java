package ballast.report.alignment;

import ballast.report.page.Html;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beads of a page that need a look, in order, with links from each to the next. */
final class LookList {

  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * @param texts the documents of the page
   */
  LookList(List<AlignedText> texts) {
    for (int i = 0; i < texts.size(); i++) {
      for (int position : Attention.inOrder(texts.get(i))) {
        String id = prefix(i) + (position + 1);
        positions.put(id, ids.size());
        ids.add(id);
      }
    }
  }

  /** The start of the ids of a document's beads; the bead's number follows. */
  static String prefix(int document) {
    return "d" + (document + 1) + "-";
  }

  int size() {
    return ids.size();
  }

  /** The id of the first bead; {@code main} if nothing needs a look. */
  String first() {
    return ids.isEmpty() ? "main" : ids.get(0);
  }

  /** Writes links to the beads before and after {@code id}. */
  void writeSteps(Html html, String id) throws IOException {
    int at = positions.getOrDefault(id, 0);
    html.add("<div class=\"steps\">");
    if (at > 0) {
      html.add("<a class=\"previous\" href=\"#{}\">&#8592; previous</a> ", ids.get(at - 1));
    }
    html.add("<span>{} of {} to look at</span>", at + 1, ids.size());
    if (at + 1 < ids.size()) {
      html.add(" <a class=\"next\" href=\"#{}\">next &#8594;</a>", ids.get(at + 1));
    }
    html.add("</div>");
  }
}

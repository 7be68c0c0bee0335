package ballast.report.alignment;

import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beads of a page that need a look, in order, and the way from each to the next. */
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

  /** What the ids of a document's beads begin with; the bead's number follows. */
  static String prefix(int document) {
    return "d" + (document + 1) + "-";
  }

  int size() {
    return ids.size();
  }

  /** Id of the first; {@code main} when nothing needs a look. */
  String first() {
    return ids.isEmpty() ? "main" : ids.get(0);
  }

  /** Links to the one before and the one after {@code id}. */
  void writeSteps(Writer out, String id) throws IOException {
    int at = positions.getOrDefault(id, 0);
    out.write("<div class=\"steps\">");
    if (at > 0) {
      out.write("<a class=\"previous\" href=\"#" + ids.get(at - 1) + "\">&#8592; previous</a> ");
    }
    out.write("<span>" + (at + 1) + " of " + ids.size() + " to look at</span>");
    if (at + 1 < ids.size()) {
      out.write(" <a class=\"next\" href=\"#" + ids.get(at + 1) + "\">next &#8594;</a>");
    }
    out.write("</div>");
  }
}

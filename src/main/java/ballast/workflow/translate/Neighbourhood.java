package ballast.workflow.translate;

import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of an article and the sentences around it. The text around an article on a page is not
 * a neighbour, because it is never in a memory.
 *
 * @param before the text before; empty at the beginning
 * @param segment the sentence
 * @param after the text after; empty at the end
 */
record Neighbourhood(String before, Segment segment, String after) {

  /** The sentences of an article that a memory may have, in order. */
  static List<Neighbourhood> of(List<Segment> document) {
    List<Segment> content = document.stream().filter(one -> one.type().isContent()).toList();
    List<Neighbourhood> places = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      places.add(
          new Neighbourhood(
              i == 0 ? "" : content.get(i - 1).text(),
              content.get(i),
              i == content.size() - 1 ? "" : content.get(i + 1).text()));
    }
    return places;
  }

  String text() {
    return segment.text();
  }
}

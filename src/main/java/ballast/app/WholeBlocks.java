package ballast.app;

import ballast.bitext.Document;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.List;

/** Treats every block, which is a line, as one sentence ({@code --presegmented}). */
public final class WholeBlocks {

  private WholeBlocks() {}

  public static List<Segment> of(Document document) {
    List<Segment> segments = new ArrayList<>(document.blocks().size());
    for (int i = 0; i < document.blocks().size(); i++) {
      segments.add(new Segment(document, i, document.blocks().get(i).span()));
    }
    return segments;
  }
}

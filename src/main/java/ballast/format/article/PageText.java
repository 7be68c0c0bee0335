package ballast.format.article;

import ballast.format.file.RawPositions;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The visible text of a page, with white space collapsed as in HTML, a line break for each {@code
 * br}, and the place of each character in the file. The page is walked without recursion.
 */
final class PageText {

  /**
   * A stretch of text without a block border inside.
   *
   * @param owner the innermost block element around it
   * @param start offset in the page's text, UTF-16 units
   */
  record Run(Element owner, int start, int end) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Run> runs = new ArrayList<>();
  private final BitSet linked = new BitSet();
  private int[] pointOffsets = new int[256];
  private int[] pointRaws = new int[256];
  private int points;

  private PageText() {}

  static PageText of(Element root, String html, HiddenText hidden) {
    PageText page = new PageText();
    NodeTraversor.filter(page.new Collector(root, html, hidden), root);
    return page;
  }

  String text() {
    return text.toString();
  }

  List<Run> runs() {
    return List.copyOf(runs);
  }

  /** Share of the characters from {@code start} to {@code end} inside links, in [0, 1]. */
  double linkShare(int start, int end) {
    return end == start ? 0 : (double) linked.get(start, end).cardinality() / (end - start);
  }

  List<FoundBlock.Point> inFile(List<FoundBlock.Point> passage, int length) {
    List<FoundBlock.Point> result = new ArrayList<>();
    for (int i = 0; i < passage.size(); i++) {
      FoundBlock.Point point = passage.get(i);
      int end = i + 1 < passage.size() ? passage.get(i + 1).offset() : length;
      int flatEnd = point.raw() + end - point.offset();
      int next = Arrays.binarySearch(pointOffsets, 0, points, point.raw());
      next = next >= 0 ? next : -next - 2;
      if (next >= 0) {
        int raw = pointRaws[next] + point.raw() - pointOffsets[next];
        result.add(new FoundBlock.Point(point.offset(), raw));
      }
      for (next++; next < points && pointOffsets[next] < flatEnd; next++) {
        int offset = point.offset() + pointOffsets[next] - point.raw();
        result.add(new FoundBlock.Point(offset, pointRaws[next]));
      }
    }
    return result;
  }

  private final class Collector implements NodeFilter {

    private final String html;
    private final HiddenText hidden;
    private final List<Element> owners = new ArrayList<>();
    private int runStart;
    private int links;
    private int preformatted;
    private boolean pendingSpace;
    private boolean pendingBreak;
    private int pendingRaw;

    Collector(Element root, String html, HiddenText hidden) {
      this.html = html;
      this.hidden = hidden;
      owners.add(root);
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode textNode) {
        append(textNode);
        return FilterResult.CONTINUE;
      }
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      if (PageTags.isInvisible(element) || hidden.isLeftOut(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      String tag = element.normalName();
      if (tag.equals("br")) {
        put('\n', element.sourceRange().startPos());
        pendingSpace = false;
      } else if (!PageTags.isInline(element)) {
        flush();
        owners.add(element);
      }
      links += PageTags.isLink(element) ? 1 : 0;
      preformatted += isPreformatted(tag) ? 1 : 0;
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      if (!PageTags.isInline(element) && !tag.equals("br")) {
        flush();
        owners.remove(owners.size() - 1);
      }
      links -= PageTags.isLink(element) ? 1 : 0;
      preformatted -= isPreformatted(tag) ? 1 : 0;
      return FilterResult.CONTINUE;
    }

    private void append(TextNode node) {
      String content = node.getWholeText();
      int[] raws = RawPositions.of(node, content, html);
      for (int i = 0; i < content.length(); i++) {
        char c = content.charAt(i);
        boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if (space && preformatted == 0) {
          pendingRaw = pendingSpace ? pendingRaw : raws[i];
          pendingBreak = (pendingSpace && pendingBreak) || c == '\n' || c == '\r';
          pendingSpace = true;
        } else {
          putPendingSpace(c);
          put(c, raws[i]);
        }
      }
    }

    /** White space at the start of a line and line ends inside Chinese give no space. */
    private void putPendingSpace(char next) {
      if (!pendingSpace) {
        return;
      }
      pendingSpace = false;
      char last = text.length() > runStart ? text.charAt(text.length() - 1) : '\n';
      boolean insideChinese =
          pendingBreak && DisplayWidth.isWide(last) && DisplayWidth.isWide(next);
      if (last != '\n' && !insideChinese) {
        put(' ', pendingRaw);
      }
    }

    private void put(char c, int raw) {
      int offset = text.length();
      boolean goesOn =
          points > 0 && raw - offset == pointRaws[points - 1] - pointOffsets[points - 1];
      if (!goesOn && raw >= 0) {
        addPoint(offset, raw);
      }
      if (links > 0) {
        linked.set(offset);
      }
      text.append(c);
    }

    private void flush() {
      pendingSpace = false;
      if (text.length() > runStart) {
        runs.add(new Run(owners.get(owners.size() - 1), runStart, text.length()));
        runStart = text.length();
      }
    }
  }

  private void addPoint(int offset, int raw) {
    if (points == pointOffsets.length) {
      pointOffsets = Arrays.copyOf(pointOffsets, points * 2);
      pointRaws = Arrays.copyOf(pointRaws, points * 2);
    }
    pointOffsets[points] = offset;
    pointRaws[points] = raw;
    points++;
  }

  private static boolean isPreformatted(String tag) {
    return tag.equals("pre") || tag.equals("textarea") || tag.equals("listing");
  }
}

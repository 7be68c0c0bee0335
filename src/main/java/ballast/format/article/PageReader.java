package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Cuts a web page into passages and says which of them lie outside the article. */
final class PageReader {

  private static final int MIN_TITLE = 4;

  private final PageHints hints;
  private final Mark mark;

  /**
   * @param mark the form of a user's marks
   */
  PageReader(PageHints hints, Mark mark) {
    this.hints = hints;
    this.mark = mark;
  }

  /**
   * A page that has been read.
   *
   * @param passages all its text, in document order
   * @param notes what was done with hidden text
   * @param warnings what a person should know of it
   */
  record Page(List<RawBlock> passages, List<String> notes, List<String> warnings) {}

  /**
   * Reads a page.
   *
   * @param html the decoded page, to which the points refer
   */
  Page read(String html) {
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    HiddenText hidden = new HiddenText(page, hints);
    List<RawBlock> passages = passages(page, html, hidden);
    return new Page(passages, hidden.notes(), hidden.warnings());
  }

  /** The lines of each passage of a page, in document order. */
  List<List<RawLine>> paragraphs(String html) {
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    PageText text = PageText.of(page, html, new HiddenText(page, hints));
    String flat = text.text();
    return text.runs().stream().flatMap(run -> paragraphs(run, flat).stream()).toList();
  }

  private List<RawBlock> passages(Document page, String html, HiddenText hidden) {
    PageText text = PageText.of(page, html, hidden);
    String flat = text.text();
    List<MainText.Measured> runs = new ArrayList<>();
    for (PageText.Run run : text.runs()) {
      String content = flat.substring(run.start(), run.end());
      if (!Characters.isBlank(content)) {
        double links = text.linkShare(run.start(), run.end());
        runs.add(new MainText.Measured(run, TextSize.of(content), links));
      }
    }
    BitSet inside = inside(page, runs, flat);
    LineJoiner joiner = new LineJoiner(flat);
    List<RawBlock> passages = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      addPassages(runs.get(i), text, flat, joiner, !inside.get(i), passages);
    }
    return passages;
  }

  private void addPassages(
      MainText.Measured measured,
      PageText text,
      String flat,
      LineJoiner joiner,
      boolean outside,
      List<RawBlock> passages) {
    PageText.Run run = measured.run();
    for (List<RawLine> paragraph : paragraphs(run, flat)) {
      RawBlock flatPassage = joiner.join(paragraph);
      int start = paragraph.get(0).start();
      int end = paragraph.get(paragraph.size() - 1).end();
      String content = flatPassage.text();
      BlockType type = hints.type(run.owner(), TextSize.of(content));
      boolean gap = flatPassage.gapBefore() && type != BlockType.LIST_ITEM;
      RawBlock.Markup markup =
          new RawBlock.Markup(type, text.linkShare(start, end), outside, isWindowTitle(measured));
      passages.add(
          new RawBlock(content, text.inFile(flatPassage.points(), content.length()), gap, markup));
    }
  }

  private List<List<RawLine>> paragraphs(PageText.Run run, String flat) {
    List<RawLine> lines = RawLine.setOff(RawLine.of(flat, run.start(), run.end()), mark);
    return SoftWraps.paragraphs(lines, SoftWraps.find(lines, BlockLabels::beginsBlock));
  }

  /**
   * The runs that belong to the article: those of its main part, its title and everything between.
   */
  private BitSet inside(Document page, List<MainText.Measured> runs, String flat) {
    MainText mainText = new MainText(page, runs, hints);
    String pageTitle = pageTitle(runs, flat);
    Element main = mainText.main();
    BitSet inside = new BitSet();
    int first = -1;
    for (int i = 0; i < runs.size(); i++) {
      Element owner = runs.get(i).run().owner();
      boolean isContent = main == null ? !isWindowTitle(runs.get(i)) : isWithin(owner, main);
      if (isContent && !mainText.isAside(owner)) {
        inside.set(i);
        first = first < 0 ? i : first;
      }
    }
    boolean headed =
        inside.stream()
            .anyMatch(i -> runs.get(i).linkShare() < 0.5 && isTitle(runs.get(i), flat, pageTitle));
    if (!headed) {
      headed = addTitle(runs, flat, pageTitle, mainText, Math.max(first, 0), inside);
    }
    for (int i = 0; i < runs.size() && !headed; i++) {
      // If the page has no heading, its title is that of the window.
      if (isWindowTitle(runs.get(i))) {
        inside.set(i);
        headed = true;
      }
    }
    return inside;
  }

  /** Adds the title that stands before the article's first run, and everything between the two. */
  private static boolean addTitle(
      List<MainText.Measured> runs,
      String flat,
      @Nullable String pageTitle,
      MainText mainText,
      int first,
      BitSet inside) {
    int title = title(runs.subList(0, first), flat, pageTitle, mainText);
    boolean teased = false;
    for (int i = Math.max(title, 0); title >= 0 && i < first; i++) {
      MainText.Measured run = runs.get(i);
      String content = Characters.strip(flat.substring(run.run().start(), run.run().end()));
      teased |= i > title && isTeaser(run);
      boolean loose =
          (run.linkShare() < 0.5 && (!teased || run.isProse()))
              || Bylines.isByline(content, run.size());
      if (i == title || (loose && !mainText.isAside(run.run().owner()))) {
        inside.set(i);
      }
    }
    return title >= 0;
  }

  /** Whether the run is a link to another article, by its length; what follows is a sidebar. */
  private static boolean isTeaser(MainText.Measured run) {
    return run.linkShare() > 0.8 && (run.size().words() >= 6 || run.size().han() >= 12);
  }

  /** The last of these runs that is a title of the article; -1 if there is none. */
  private static int title(
      List<MainText.Measured> runs, String flat, @Nullable String pageTitle, MainText mainText) {
    int found = -1;
    for (int i = 0; i < runs.size(); i++) {
      MainText.Measured run = runs.get(i);
      boolean ownTitle = isTitle(run, flat, pageTitle);
      boolean logo = run.linkShare() > 0.5 && !matches(run, flat, pageTitle);
      if (ownTitle && !logo && !mainText.isAside(run.run().owner())) {
        found = i;
      }
    }
    return found;
  }

  private static boolean isTitle(MainText.Measured run, String flat, @Nullable String pageTitle) {
    boolean h1 = run.run().owner().normalName().equals("h1");
    return !isWindowTitle(run) && (h1 || matches(run, flat, pageTitle));
  }

  /**
   * Whether the page's title begins or ends with the text of the run; sites add their name to the
   * title.
   */
  private static boolean matches(MainText.Measured run, String flat, @Nullable String pageTitle) {
    String content = Characters.strip(flat.substring(run.run().start(), run.run().end()));
    return pageTitle != null
        && (pageTitle.equals(content)
            || (content.length() >= MIN_TITLE
                && (pageTitle.startsWith(content) || pageTitle.endsWith(content))
                && content.length() * 3 >= pageTitle.length()));
  }

  private static @Nullable String pageTitle(List<MainText.Measured> runs, String flat) {
    for (MainText.Measured run : runs) {
      if (isWindowTitle(run)) {
        return Characters.strip(flat.substring(run.run().start(), run.run().end()));
      }
    }
    return null;
  }

  private static boolean isWindowTitle(MainText.Measured run) {
    return run.run().owner().normalName().equals("title");
  }

  private static boolean isWithin(Element element, Element ancestor) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}

package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.format.article.FoundContent.PageCodes;
import ballast.format.article.ReaderOptions.Layout;
import ballast.format.file.Characters;
import ballast.format.file.Decoding;
import ballast.format.file.Decoding.Decoded;
import ballast.format.file.LineIndex;
import ballast.language.Bylines;
import ballast.language.DisplayWidth;
import ballast.language.TextSize;
import ballast.language.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a plain text or a saved web page into a {@link Document}. {@link ArticleFormat} determines
 * which files are pages. Thread-safe.
 */
public final class TextReader {

  private final ReaderOptions options;
  private final Decoding decoding = new Decoding();
  private final Furniture furniture;
  private final PageHints hints;
  private final PageCodes codes;

  /** Reads pages without their inline markup. */
  public TextReader(ReaderOptions options) {
    this(options, PageCodes.NONE);
  }

  public TextReader(ReaderOptions options, PageCodes codes) {
    this.codes = codes;
    this.options = options;
    this.furniture = new Furniture(WordList.load("format/furniture.txt"));
    this.hints = new PageHints(WordList.load("format/page-hints.txt"));
  }

  public ReaderOptions options() {
    return options;
  }

  /**
   * Reads bytes in memory, for example from standard input.
   *
   * @throws InputException if they are not text or hold no text
   */
  public ReadText read(byte[] bytes, String name) {
    ArticleBytes.check(bytes, name);
    boolean lines = options.layout() == Layout.LINES;
    boolean page = !lines && ArticleFormat.of(name, bytes) == ArticleFormat.HTML;
    List<String> notes = new ArrayList<>();
    Decoded decoded = ArticleBytes.decoded(decoding, bytes, name, options.encoding(), page, notes);
    if (page) {
      notes.add("read as a web page (HTML)");
    }
    LineIndex index = new LineIndex(decoded.text());
    List<WaiverNote> waivers =
        page ? WaiverNote.inComments(decoded.text(), index, name) : new ArrayList<>();
    List<String> warnings = new ArrayList<>(decoded.warnings());
    List<RawBlock> passages =
        page
            ? pagePassages(decoded.text(), notes, warnings)
            : textPassages(
                WaiverNote.takeOut(
                    RawLine.of(decoded.text(), options.layout()), index, name, waivers),
                decoded.text(),
                notes);
    if (passages.isEmpty()) {
      throw ArticleBytes.empty(
          name, page ? "the page contains no text" : "it contains only waivers");
    }
    if (!waivers.isEmpty()) {
      notes.add(CountedNoun.of(waivers.size(), "waiver"));
    }
    List<BlockType> types =
        options
            .mark()
            .types(passages, unmarked -> lines ? paragraphs(unmarked.size()) : types(unmarked));
    List<FoundBlock> blocks = blocks(passages, types);
    Document document =
        document(name, index, page ? codes.coded(decoded.text(), blocks) : blocks, notes);
    return new ReadText(
        document,
        decoded.encoding(),
        page ? ArticleFormat.HTML : ArticleFormat.TEXT,
        Sha256.hex(bytes),
        notes,
        warnings,
        waivers);
  }

  /**
   * Returns the blocks that {@link #read} finds in these characters, all as paragraphs; pages with
   * codes.
   *
   * @param text all characters of a file, without a byte order mark
   */
  public List<FoundBlock> blocks(String text, boolean page) {
    List<RawBlock> passages =
        page ? page(text).passages() : textPassages(textLines(text), text, new ArrayList<>());
    List<FoundBlock> blocks = blocks(passages, paragraphs(passages.size()));
    return page ? codes.coded(text, blocks) : blocks;
  }

  /** Returns the lines of each of the {@link #blocks}, before they are joined. */
  public List<List<String>> lines(String text, boolean page) {
    List<List<RawLine>> blocks =
        page ? page(text).paragraphs() : paragraphs(textLines(text), new ArrayList<>());
    return blocks.stream().map(lines -> lines.stream().map(RawLine::text).toList()).toList();
  }

  private List<RawLine> textLines(String text) {
    List<RawLine> lines = RawLine.of(text, options.layout());
    return WaiverNote.takeOut(lines, new LineIndex(text), "", new ArrayList<>());
  }

  private List<BlockType> types(List<RawBlock> passages) {
    List<BlockType> types = new BlockTyper(furniture, passages).types();
    if (!options.isForTranslation()) {
      return types;
    }
    return IntStream.range(0, types.size())
        .mapToObj(i -> passages.get(i).markup().isWindowTitle() ? BlockType.HEADING : types.get(i))
        .toList();
  }

  private static List<BlockType> paragraphs(int count) {
    return Collections.nCopies(count, BlockType.PARAGRAPH);
  }

  private List<RawBlock> pagePassages(String html, List<String> notes, List<String> warnings) {
    PageReader page = page(html);
    notes.addAll(page.hidden.notes());
    warnings.addAll(page.hidden.warnings());
    return page.passages();
  }

  private PageReader page(String html) {
    return new PageReader(html, hints, options.mark());
  }

  private List<RawBlock> textPassages(List<RawLine> raw, String text, List<String> notes) {
    LineJoiner joiner = new LineJoiner(text);
    return paragraphs(raw, notes).stream().map(joiner::join).toList();
  }

  private List<List<RawLine>> paragraphs(List<RawLine> raw, List<String> notes) {
    List<RawLine> lines = RawLine.setOff(raw, options.mark());
    BitSet joined = options.layout() == Layout.LINES ? new BitSet() : SoftWraps.find(lines);
    if (!joined.isEmpty()) {
      notes.add(CountedNoun.of(joined.cardinality(), "soft-wrapped line") + " joined");
    }
    return SoftWraps.paragraphs(lines, joined);
  }

  private static List<FoundBlock> blocks(List<RawBlock> passages, List<BlockType> types) {
    List<FoundBlock> blocks = new ArrayList<>(passages.size());
    for (int i = 0; i < passages.size(); i++) {
      blocks.add(passages.get(i).found(types.get(i)));
    }
    return blocks;
  }

  private Document document(
      String name, LineIndex index, List<FoundBlock> blocks, List<String> notes) {
    DocumentAssembly assembly = new DocumentAssembly(index);
    blocks.forEach(assembly::add);
    return assembly.build(name, options.lang(), notes);
  }

  /** Divides a web page into passages and marks those outside the article. */
  private static final class PageReader {

    private static final int MIN_TITLE = 4;

    private final PageHints hints;
    private final Mark mark;
    private final org.jsoup.nodes.Document page;
    private final HiddenText hidden;
    private final PageText text;
    private final String flat;
    private final List<MainText.Measured> runs = new ArrayList<>();

    PageReader(String html, PageHints hints, Mark mark) {
      this.hints = hints;
      this.mark = mark;
      this.page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
      this.hidden = new HiddenText(page, hints);
      this.text = PageText.of(page, html, hidden);
      this.flat = text.text();
    }

    List<List<RawLine>> paragraphs() {
      return text.runs().stream().flatMap(run -> paragraphs(run).stream()).toList();
    }

    List<RawBlock> passages() {
      for (PageText.Run run : text.runs()) {
        String content = flat.substring(run.start(), run.end());
        if (!Characters.isBlank(content)) {
          double links = text.linkShare(run.start(), run.end());
          runs.add(new MainText.Measured(run, TextSize.of(content), links));
        }
      }
      BitSet inside = inside(new MainText(page, runs, hints));
      LineJoiner joiner = new LineJoiner(flat);
      List<RawBlock> passages = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        addPassages(runs.get(i), joiner, !inside.get(i), passages);
      }
      return passages;
    }

    private void addPassages(
        MainText.Measured measured, LineJoiner joiner, boolean outside, List<RawBlock> passages) {
      for (List<RawLine> paragraph : paragraphs(measured.run())) {
        RawBlock flatPassage = joiner.join(paragraph);
        int start = paragraph.get(0).start();
        int end = paragraph.get(paragraph.size() - 1).end();
        String content = flatPassage.text();
        BlockType type = hints.type(measured.run().owner(), TextSize.of(content));
        boolean gap = flatPassage.gapBefore() && type != BlockType.LIST_ITEM;
        RawBlock.Markup markup =
            new RawBlock.Markup(type, text.linkShare(start, end), outside, isWindowTitle(measured));
        passages.add(
            new RawBlock(
                content, text.inFile(flatPassage.points(), content.length()), gap, markup));
      }
    }

    private List<List<RawLine>> paragraphs(PageText.Run run) {
      List<RawLine> lines = RawLine.setOff(RawLine.of(flat, run.start(), run.end()), mark);
      return SoftWraps.paragraphs(lines, SoftWraps.find(lines));
    }

    /** The main part, the title and everything between belong to the article. */
    private BitSet inside(MainText mainText) {
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
      String pageTitle =
          runs.stream().filter(PageReader::isWindowTitle).findFirst().map(this::content).orElse("");
      boolean headed =
          inside.stream()
              .mapToObj(runs::get)
              .anyMatch(run -> run.linkShare() < 0.5 && isTitle(run, pageTitle));
      if (!headed) {
        headed = addTitle(pageTitle, mainText, Math.max(first, 0), inside);
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

    private boolean addTitle(String pageTitle, MainText mainText, int first, BitSet inside) {
      int title = title(runs.subList(0, first), pageTitle, mainText);
      boolean teased = false;
      for (int i = Math.max(title, 0); title >= 0 && i < first; i++) {
        MainText.Measured run = runs.get(i);
        teased |= i > title && isTeaser(run);
        boolean loose =
            (run.linkShare() < 0.5 && (!teased || run.isProse()))
                || Bylines.isByline(content(run), run.size());
        if (i == title || (loose && !mainText.isAside(run.run().owner()))) {
          inside.set(i);
        }
      }
      return title >= 0;
    }

    /** Whether the run is a link to another article, by its length; a sidebar follows. */
    private static boolean isTeaser(MainText.Measured run) {
      return run.linkShare() > 0.8 && (run.size().words() >= 6 || run.size().han() >= 12);
    }

    private int title(List<MainText.Measured> candidates, String pageTitle, MainText mainText) {
      int found = -1;
      for (int i = 0; i < candidates.size(); i++) {
        MainText.Measured run = candidates.get(i);
        boolean logo = run.linkShare() > 0.5 && !matches(run, pageTitle);
        if (isTitle(run, pageTitle) && !logo && !mainText.isAside(run.run().owner())) {
          found = i;
        }
      }
      return found;
    }

    private boolean isTitle(MainText.Measured run, String pageTitle) {
      boolean h1 = run.run().owner().normalName().equals("h1");
      return !isWindowTitle(run) && (h1 || matches(run, pageTitle));
    }

    /**
     * Sites add their name to the title, so it may only begin or end with the text of the run.
     *
     * @param pageTitle empty if the page has none
     */
    private boolean matches(MainText.Measured run, String pageTitle) {
      String content = content(run);
      return pageTitle.equals(content)
          || (content.length() >= MIN_TITLE
              && (pageTitle.startsWith(content) || pageTitle.endsWith(content))
              && content.length() * 3 >= pageTitle.length());
    }

    private String content(MainText.Measured run) {
      return Characters.strip(flat.substring(run.run().start(), run.run().end()));
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

  /**
   * Finds line ends that a program inserted because the line was full, not the writer because the
   * paragraph ended.
   *
   * <p>A line is full if the first word of the next line would not have fitted into the width of
   * the text. A stretch counts as wrapped if most of its lines are full and most do not end a
   * sentence; every other line is a paragraph of its own.
   */
  private static final class SoftWraps {

    /** Narrower text is verse, a table or a list, not wrapped prose. */
    private static final int MIN_COLUMNS = 30;

    private static final int MIN_WIDE_COLUMNS = 40;

    /** Wider lines were not broken to fit a screen. */
    private static final int MAX_COLUMNS = 200;

    /** Chinese does not begin a line with a comma, so lines may be a few columns short. */
    private static final int WIDE_SLACK = 6;

    private static final double LATIN_SLACK = 0.12;

    /** Minimum width of a line whose sentence may continue on the next. */
    private static final int MIN_OPEN_COLUMNS = 40;

    private final List<RawLine> lines;
    private final BitSet starts = new BitSet();
    private final BitSet joined = new BitSet();

    private SoftWraps(List<RawLine> lines) {
      this.lines = lines;
      markStarts();
      int whole = width(0, lines.size());
      int from = 0;
      for (int i = 1; i <= lines.size(); i++) {
        if (i == lines.size() || lines.get(i).gapBefore()) {
          int runWidth = i - from >= 4 ? width(from, i) : 0;
          join(from, i, runWidth > 0 ? runWidth : whole);
          from = i;
        }
      }
    }

    static BitSet find(List<RawLine> lines) {
      return lines.size() < 2 ? new BitSet() : new SoftWraps(lines).joined;
    }

    private void markStarts() {
      boolean labelled = false;
      for (int i = 0; i < lines.size(); i++) {
        RawLine line = lines.get(i);
        boolean begins = BlockLabels.beginsBlock(line.text());
        boolean start = i == 0 || line.gapBefore() || line.indent().ideographic() || begins;
        if (!start) {
          RawLine previous = lines.get(i - 1);
          start =
              !labelled
                  && line.indent().columns() >= 2
                  && line.indent().columns() > previous.indent().columns();
        }
        if (start) {
          starts.set(i);
          labelled = begins;
        }
      }
    }

    private void join(int from, int to, int width) {
      for (int i = from; i + 1 < to; i++) {
        if (!starts.get(i + 1)
            && ((width > 0 && isFull(i, width)) || (isOpen(i) && columns(i) >= MIN_OPEN_COLUMNS))) {
          joined.set(i);
        }
      }
    }

    /** In columns; 0 if the lines were not wrapped. */
    private int width(int from, int to) {
      int width = usualWidth(from, to);
      boolean wide = isMostlyWide(from, to);
      if (width < (wide ? MIN_WIDE_COLUMNS : MIN_COLUMNS) || width > MAX_COLUMNS) {
        return 0;
      }
      int pairs = 0;
      int full = 0;
      int ended = 0;
      int capital = 0;
      int small = 0;
      for (int i = from; i + 1 < to; i++) {
        if (starts.get(i + 1)) {
          continue;
        }
        pairs++;
        full += isFull(i, width) ? 1 : 0;
        ended += Characters.endsSentence(lines.get(i).text()) ? 1 : 0;
        int next = lines.get(i + 1).text().codePointAt(0);
        capital += Character.isUpperCase(next) ? 1 : 0;
        small += Character.isLowerCase(next) ? 1 : 0;
      }
      boolean mostFull = full * 10 >= pairs * (wide ? 7 : 6);
      boolean fewEnded = ended * 10 < pairs * 4;
      // Headlines and verses begin with capitals; the middle of a sentence seldom does.
      boolean midSentence = wide || small * 2 >= capital;
      return pairs >= 2 && mostFull && fewEnded && midSentence ? width : 0;
    }

    private int usualWidth(int from, int to) {
      int[] widths = new int[to - from];
      Arrays.setAll(widths, i -> columns(from + i));
      Arrays.sort(widths);
      return widths.length == 0 ? 0 : widths[(int) Math.ceil(0.9 * (widths.length - 1))];
    }

    private boolean isMostlyWide(int from, int to) {
      long wide = 0;
      long all = 0;
      for (RawLine line : lines.subList(from, to)) {
        wide +=
            line.columns()
                - line.indent().columns()
                - line.text().codePointCount(0, line.text().length());
        all += line.columns();
      }
      return wide * 4 > all;
    }

    private boolean isFull(int i, int width) {
      int first = firstWordColumns(lines.get(i + 1).text());
      int slack = first <= 2 ? WIDE_SLACK : (int) (LATIN_SLACK * width);
      return columns(i) + 1 + first > width - slack;
    }

    /**
     * Whether the sentence clearly continues: the line ends with a comma, or the next begins with a
     * small letter and no end mark comes between.
     */
    private boolean isOpen(int i) {
      String line = lines.get(i).text();
      int last = line.codePointBefore(line.length());
      if (last == '，' || last == '、') {
        return true;
      }
      int next = lines.get(i + 1).text().codePointAt(0);
      return Character.isLowerCase(next) && (last == ',' || Characters.isLatinLetter(last));
    }

    private int columns(int i) {
      return lines.get(i).columns();
    }

    private static int firstWordColumns(String text) {
      int first = text.codePointAt(0);
      if (DisplayWidth.isWide(first)) {
        return 2;
      }
      int columns = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Characters.isBlank(c) || DisplayWidth.isWide(c)) {
          break;
        }
        columns++;
      }
      return columns;
    }

    static List<List<RawLine>> paragraphs(List<RawLine> lines, BitSet joined) {
      List<List<RawLine>> paragraphs = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < lines.size(); i++) {
        if (!joined.get(i)) {
          paragraphs.add(lines.subList(from, i + 1));
          from = i + 1;
        }
      }
      return paragraphs;
    }
  }
}

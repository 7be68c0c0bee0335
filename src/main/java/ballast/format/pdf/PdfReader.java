package ballast.format.pdf;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.article.BlockLabels;
import ballast.format.article.FoundContent;
import ballast.format.pdf.Glyph.Box;
import ballast.format.pdf.Glyph.Face;
import ballast.format.pdf.GlyphCollector.PrintedPage;
import ballast.format.pdf.Line.PageLines;
import ballast.language.DisplayWidth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a PDF with PDFBox (ISO 32000): the characters of each page become lines, the
 * lines blocks.
 *
 * <p>Does not read scripts, attachments, form fields, comments or fonts of the machine, and writes
 * nothing. Thread-safe.
 */
public final class PdfReader {

  private static final int MAX_PAGES = 10_000;
  private static final long MAX_MEMORY = 96L << 20;
  private static final int SHARE_UNREAD = 20;

  public PdfReader() {
    OneFont.install();
  }

  /**
   * @throws InputException if it is damaged, protected or hostile
   */
  public FoundContent read(byte[] bytes, String name) {
    StreamGuard guard = new StreamGuard(bytes, name);
    guard.check();
    try (PDDocument pdf =
        Loader.loadPDF(
            bytes,
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache)) {
      guard.disarmPictures(pdf.getDocument());
      return read(pdf, name, bytes.length);
    } catch (InvalidPasswordException e) {
      throw new InputException(
          "cannot read \"" + name + "\": it is protected with a password",
          "open it with the password and save it without one",
          e);
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw damaged(name, String.valueOf(e.getMessage()), e);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) { // PDFBox trusts lists to be complete and objects to exist
      throw damaged(name, "an object is not what its place asks for", e);
    } catch (StackOverflowError e) {
      throw damaged(name, "its parts are nested too deeply", e);
    } catch (OutOfMemoryError e) {
      throw new InputException(
          "cannot read \"" + name + "\": it needs more memory than there is",
          "save the part that you need as a PDF of its own",
          e);
    }
  }

  private static FoundContent read(PDDocument pdf, String name, int size) throws IOException {
    if (pdf.getNumberOfPages() > MAX_PAGES) {
      throw new InputException(
          "cannot read \"" + name + "\": it has more than " + MAX_PAGES + " pages",
          "save the part that you need as a PDF of its own");
    }
    List<PageLines> pages = new ArrayList<>();
    List<Integer> scanned = new ArrayList<>();
    GlyphCollector collector =
        new GlyphCollector(
            name,
            size,
            page -> {
              if (page.isScan()) {
                scanned.add(page.number());
              }
              pages.add(new PageLines(page.height(), LineBuilder.lines(page)));
            });
    collector.writeText(pdf, Writer.nullWriter());
    if (!scanned.isEmpty() && pages.stream().allMatch(page -> page.lines().isEmpty())) {
      throw new InputException(
          "cannot read \"" + name + "\": it is scanned: its pages are pictures of text",
          "recognise the text with a program for OCR first");
    }
    List<String> warnings = warnings(scanned);
    long read =
        pages.stream().flatMap(p -> p.lines().stream()).mapToLong(l -> l.text().length()).sum();
    if (collector.unread() * (long) SHARE_UNREAD > read) {
      warnings.add(
          CountedNoun.of(collector.unread(), "character")
              + " cannot be read: the fonts do not say what they stand for");
    }
    List<String> notes = List.of(CountedNoun.of(pages.size(), "page"));
    return new FoundContent(new PrintedText(pages).blocks(), notes, warnings);
  }

  private static InputException damaged(String name, String why, Throwable cause) {
    return new InputException(
        "cannot read \"" + name + "\": the PDF is damaged: " + why,
        "open it in a PDF viewer and print it to a new PDF",
        cause);
  }

  /**
   * Gives PDFBox a single font for all fonts that are not in a file. Otherwise it would scan every
   * font of the machine and write the results into the user's home. Text is read from codes and
   * widths, which are in the file; the shapes do not matter.
   */
  private static final class OneFont implements FontMapper {

    private static final String RESOURCE =
        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private OneFont(TrueTypeFont font) {
      this.font = font;
    }

    static void install() {
      try (InputStream in = FontMapper.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("PDFBox comes without " + RESOURCE);
        }
        FontMappers.set(new OneFont(new TTFParser().parse(new RandomAccessReadBuffer(in))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
        String baseFont, @Nullable PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
        String baseFont, @Nullable PDFontDescriptor descriptor) {
      return new FontMapping<>(font, true);
    }

    @Override
    public CIDFontMapping getCIDFont(
        String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
      OpenTypeFont none = null;
      return new CIDFontMapping(none, font, true);
    }
  }

  /**
   * Rejects files whose compressed streams become too large, before PDFBox unpacks them without a
   * limit.
   */
  private static final class StreamGuard {

    private static final int MAX_STREAM = 48 << 20;
    private static final long MAX_ALL = 384L << 20;

    /** Maximum ratio of deflate. */
    private static final int MAX_RATIO = 1032;

    /**
     * Maximum ratio of a usual stream; text and fonts reach 10, only repetitive streams reach more.
     */
    private static final int MAX_USUAL_RATIO = 200;

    private static final int MAX_REPETITIVE = 2 << 20;
    private static final int MAX_STREAMS = 60_000;
    private static final int MAX_OBJECTS = 250_000;

    /** Maximum length of the dictionaries of all streams, in characters. */
    private static final int MAX_HEADS = 12 << 20;

    private static final int HEAD = 1536;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endobj".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PACKED =
        Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z])");
    private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image(?![A-Za-z])");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern OTHER_USE =
        Pattern.compile("/(?:ObjStm|XRef|First|W)(?![A-Za-z])|/Filter\\s*\\d");

    private final String name;
    private final byte[] bytes;
    private final byte[] output = new byte[1 << 16];
    private long all;
    private int streams;
    private int objects;
    private int heads;
    private boolean largePictures;

    StreamGuard(byte[] bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }

    /** Unpacks all streams but pictures, and keeps nothing. */
    void check() {
      Inflater inflater = new Inflater(true);
      try {
        int at = next(0);
        while (at >= 0) {
          if (++streams > MAX_STREAMS) {
            throw refused("it has more than " + MAX_STREAMS + " parts");
          }
          check(inflater, at);
          at = next(at);
        }
      } finally {
        inflater.end();
      }
    }

    /**
     * Removes the compression of the pictures of a file, so that one used as text unpacks to
     * garbage, not to gigabytes. Pictures are never read here.
     */
    void disarmPictures(COSDocument document) {
      if (!largePictures) {
        return;
      }
      for (COSObjectKey key : document.getXrefTable().keySet()) {
        COSBase object = document.getObjectFromPool(key).getObject();
        if (object instanceof COSStream stream
            && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
          stream.removeItem(COSName.FILTER);
        }
      }
    }

    private void check(Inflater inflater, int start) {
      String head = head(start);
      Matcher packed = PACKED.matcher(head);
      int filters = 0;
      while (packed.find()) {
        filters++;
      }
      if (filters > 1) {
        throw refused("a part of it is packed several times");
      }
      if (IMAGE.matcher(head).find() && !OTHER_USE.matcher(head).find()) {
        largePictures |= bytes.length - start > MAX_STREAM / MAX_RATIO && filters > 0;
        return;
      }
      int from = start;
      from += from < bytes.length && bytes[from] == '\r' ? 1 : 0;
      from += from < bytes.length && bytes[from] == '\n' ? 1 : 0;
      if (from + 2 < bytes.length) {
        inflater.reset();
        inflater.setInput(bytes, from + 2, bytes.length - from - 2);
        count(inflater);
      }
    }

    private void count(Inflater inflater) {
      long size = 0;
      try {
        while (!inflater.finished()) {
          int more = inflater.inflate(output);
          if (more == 0) {
            break;
          }
          size += more;
          all += more;
          if (size > MAX_REPETITIVE && size > MAX_USUAL_RATIO * inflater.getBytesRead()) {
            throw refused(
                "a part of it unpacks to more than " + MAX_USUAL_RATIO + " times its size");
          }
          if (size > MAX_STREAM || all > MAX_ALL) {
            throw refused(
                "what is packed in it is larger than "
                    + (size > MAX_STREAM ? MAX_STREAM : MAX_ALL) / (1 << 20)
                    + " MiB");
          }
        }
      } catch (DataFormatException e) {
        // Not compressed in this way, or damaged: PDFBox reads what there is.
        return;
      }
    }

    /** Returns the dictionary before a stream, with escapes in names resolved. */
    private String head(int end) {
      int from = Math.max(0, end - HEAD);
      String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
      String dictionary = text.substring(Math.max(0, text.lastIndexOf(" obj")));
      heads += dictionary.length();
      if (heads > MAX_HEADS) {
        throw refused(
            "the descriptions of its parts are longer than " + (MAX_HEADS >> 20) + " MiB");
      }
      return ESCAPED
          .matcher(dictionary)
          .replaceAll(
              hex ->
                  Matcher.quoteReplacement(
                      String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /**
     * Returns the offset after the next word {@code stream} that follows a dictionary; -1 if none.
     */
    private int next(int from) {
      for (int i = from; i + STREAM.length <= bytes.length; i++) {
        if (bytes[i] == 's' && isAt(i, STREAM) && followsDictionary(i)) {
          return i + STREAM.length;
        }
        if (bytes[i] == 'e' && isAt(i, END) && ++objects > MAX_OBJECTS) {
          throw refused("it has more than " + MAX_OBJECTS + " objects");
        }
      }
      return -1;
    }

    private boolean isAt(int at, byte[] word) {
      return Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    private boolean followsDictionary(int at) {
      int i = at - 1;
      while (i > 0 && i > at - 100 && bytes[i] <= ' ' && bytes[i] >= 0) {
        i--;
      }
      return i > 0 && bytes[i] == '>';
    }

    private InputException refused(String what) {
      return new InputException(
          "cannot read \"" + name + "\": " + what,
          "print it to a new PDF, or save the part that you need as a PDF of its own");
    }
  }

  private static List<String> warnings(List<Integer> scanned) {
    List<String> warnings = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= scanned.size(); i++) {
      int last = scanned.get(i - 1);
      if (i == scanned.size() || scanned.get(i) != last + 1) {
        warnings.add(
            (scanned.get(from) == last
                    ? "page " + last + " is a picture"
                    : "pages " + scanned.get(from) + " to " + last + " are pictures")
                + ": no text can be read there");
        from = i;
      }
    }
    return warnings;
  }

  /**
   * Combines the characters of a page into lines, in the order of the file.
   *
   * <p>All distances are in ems, multiples of the font's size.
   */
  static final class LineBuilder {

    /** Smaller than the space between words, larger than kerning. */
    private static final double WORD_GAP = 0.17;

    /** Between Chinese and Latin letters a quarter of an em is not a space but good typesetting. */
    private static final double MIXED_GAP = 0.6;

    private static final double WIDE_GAP = 0.9;

    /** Minimum gap between columns of a table. */
    private static final double COLUMN_GAP = 2.6;

    private static final double LABEL_GAP = 6;
    private static final double SMALL = 0.8;
    private static final double RISE = 0.2;
    private static final String SIGNS = "*†‡§¶＊①②③④⑤⑥⑦⑧⑨⑩[]〔〕";
    private static final double TWICE = 0.08;
    private static final double RAISED = 0.6;
    private static final String NEVER_FIRST = "，。、；：？！”’）》】〉」』…—％,.;:?!)]}%";

    private final int page;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Box> printed = new HashMap<>();
    private final List<Glyph> current = new ArrayList<>();
    private @Nullable Glyph base;

    private LineBuilder(int page) {
      this.page = page;
    }

    static List<Line> lines(PrintedPage page) {
      LineBuilder builder = new LineBuilder(page.number());
      page.glyphs().forEach(builder::add);
      builder.end();
      return builder.lines;
    }

    private void add(Glyph glyph) {
      if (isPrintedTwice(glyph)) {
        return;
      }
      Glyph first = base;
      if (first == null) {
        if (!glyph.text().isBlank()) {
          begin(glyph);
        }
        return;
      }
      if (glyph.text().isBlank() || continues(first, glyph)) {
        current.add(glyph);
        if (!glyph.text().isBlank() && glyph.face().size() > first.face().size() * 1.2) {
          base = glyph;
        }
      } else {
        end();
        begin(glyph);
      }
    }

    private void begin(Glyph glyph) {
      base = glyph;
      current.add(glyph);
    }

    /** Some programs make bold print by printing a character twice, slightly shifted. */
    private boolean isPrintedTwice(Glyph glyph) {
      if (glyph.text().isBlank() || glyph.face().size() < 5) {
        return false;
      }
      Box box = glyph.box();
      double near = TWICE * glyph.face().size();
      long x = Math.round(box.left());
      long y = Math.round(box.y());
      for (long i = x - 1; i <= x + 1; i++) {
        for (long j = y - 1; j <= y + 1; j++) {
          Box other = printed.get(key(glyph, i, j));
          if (other != null
              && Math.abs(other.left() - box.left()) < near
              && Math.abs(other.y() - box.y()) < near) {
            return true;
          }
        }
      }
      printed.put(key(glyph, x, y), box);
      return false;
    }

    private static long key(Glyph glyph, long x, long y) {
      return ((long) glyph.text().hashCode() << 24) ^ (x << 12) ^ y;
    }

    private boolean continues(Glyph first, Glyph glyph) {
      double em = Math.max(first.face().size(), glyph.face().size());
      Box last = lastVisible().box();
      double gap = (glyph.box().left() - last.right()) / em;
      return first.face().direction() == glyph.face().direction()
          && Math.abs(glyph.box().y() - first.box().y()) < RAISED * em
          && gap > -1
          && (gap < COLUMN_GAP || (gap < LABEL_GAP && isLabel()));
    }

    private boolean isLabel() {
      if (current.size() > 6) {
        return false;
      }
      StringBuilder text = new StringBuilder();
      current.forEach(glyph -> text.append(glyph.text()));
      return BlockLabels.isListItem(text.toString().strip() + " x");
    }

    private Glyph lastVisible() {
      int last = current.size() - 1;
      while (last > 0 && current.get(last).text().isBlank()) {
        last--;
      }
      return current.get(last);
    }

    private void end() {
      if (base == null) {
        return;
      }
      while (current.get(current.size() - 1).text().isBlank()) {
        current.remove(current.size() - 1);
      }
      StringBuilder text = new StringBuilder();
      Map<Double, Integer> sizes = new HashMap<>();
      List<Line.Mark> marks = new ArrayList<>();
      boolean bold = true;
      Glyph previous = null;
      for (Glyph glyph : current) {
        if (text.length() > 0 && isMark(glyph)) {
          mark(marks, text.length(), glyph.text());
          previous = glyph;
          continue;
        }
        if (previous != null) {
          glue(text, previous, glyph);
        }
        text.append(glyph.text().isBlank() ? "" : visible(glyph));
        previous = glyph;
        bold &= glyph.face().bold() || glyph.text().isBlank();
        sizes.merge(
            Math.round(glyph.face().size() * 10) / 10.0, glyph.text().length(), Integer::sum);
      }
      double size =
          sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      Face face = new Face(size, bold, base.face().direction());
      lines.add(new Line(text.toString(), page, box(base.box().y()), face, lead(), marks));
      current.clear();
      base = null;
    }

    private boolean isMark(Glyph glyph) {
      Glyph first = base;
      return first != null
          && glyph.face().size() < SMALL * first.face().size()
          && first.box().y() - glyph.box().y() > RISE * first.face().size()
          && (Character.isDigit(glyph.text().charAt(0)) || SIGNS.indexOf(glyph.text()) >= 0);
    }

    /** Adds a character to the mark at this offset, or as a new mark. */
    private static void mark(List<Line.Mark> marks, int offset, String text) {
      int last = marks.size() - 1;
      if (last >= 0 && marks.get(last).offset() == offset) {
        marks.set(last, new Line.Mark(offset, marks.get(last).label() + text));
      } else {
        marks.add(new Line.Mark(offset, text));
      }
    }

    /** A soft hyphen printed within a line is a hyphen. */
    private String visible(Glyph glyph) {
      boolean last = glyph.equals(current.get(current.size() - 1));
      return last ? glyph.text() : glyph.text().replace('\u00AD', '-');
    }

    private Box box(double y) {
      double left = current.get(0).box().left();
      double right = current.stream().mapToDouble(glyph -> glyph.box().right()).max().orElse(left);
      return new Box(left, right, y);
    }

    private double lead() {
      double left = current.get(0).box().left();
      double right = left;
      boolean wide = false;
      for (Glyph glyph : current) {
        int first = glyph.text().codePointAt(0);
        boolean never = NEVER_FIRST.indexOf(first) >= 0;
        if (glyph.text().isBlank()
            || (wide && !never)
            || (right > left && isWide(glyph) && !never)) {
          break;
        }
        wide |= isWide(glyph);
        right = glyph.box().right();
      }
      return right - left;
    }

    /** Adds a space that is visible but not written, or written and not yet added. */
    private static void glue(StringBuilder text, Glyph previous, Glyph glyph) {
      boolean spaced = text.length() > 0 && text.charAt(text.length() - 1) == ' ';
      if (glyph.text().isBlank()) {
        if (!spaced) {
          text.append(glyph.text().charAt(0) == 0x3000 ? '\u3000' : ' ');
        }
        return;
      }
      if (previous.text().isBlank() || spaced) {
        return;
      }
      double em = Math.min(previous.face().size(), glyph.face().size());
      double gap = (glyph.box().left() - previous.box().right()) / em;
      boolean before = isWide(previous);
      boolean after = isWide(glyph);
      double space = before && after ? WIDE_GAP : before || after ? MIXED_GAP : WORD_GAP;
      if (gap > space) {
        text.append(' ');
      }
    }

    private static boolean isWide(Glyph glyph) {
      return DisplayWidth.isWide(glyph.text().codePointAt(0));
    }
  }
}

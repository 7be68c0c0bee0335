package ballast.format.pdf;

import ballast.bitext.InputException;
import ballast.format.pdf.Glyph.Box;
import ballast.format.pdf.Glyph.Face;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads the pages of a PDF and passes their content on. The characters come in the order of the
 * file, which is the reading order in nearly every file; sorted by position, the lines of two
 * columns would be mixed.
 */
final class GlyphCollector extends PDFTextStripper {

  private static final int MAX_GLYPHS = 100_000;
  private static final int MAX_OPERATORS = 4_000_000;
  private static final int MAX_FORMS = 20_000;
  private static final long MAX_CHARACTERS = 4_000_000;

  /** Maximum characters in repeated parts; the size of the file in bytes is added. */
  private static final int MAX_REPEATED = 200_000;

  private static final int MIN_BOLD_WEIGHT = 600;

  /** SimHei and similar fonts are the bold print of Chinese, which has few bold fonts. */
  private static final Pattern BOLD =
      Pattern.compile("(?i)bold|black|heavy|demi|simhei|stheiti|黑体|FZHT|-medi\\b|CMBX");

  private final String name;
  private final Consumer<PrintedPage> pages;
  private final IdentityHashMap<PDFont, Boolean> bold = new IdentityHashMap<>();
  private final Set<COSBase> shown = Collections.newSetFromMap(new IdentityHashMap<>());
  private final long maxRepeated;
  private List<Glyph> glyphs = new ArrayList<>();
  private boolean picture;
  private int operators;
  private int forms;
  private int unread;
  private long characters;
  private long repeated;

  GlyphCollector(String name, int size, Consumer<PrintedPage> pages) {
    this.name = name;
    this.maxRepeated = MAX_REPEATED + (long) size;
    this.pages = pages;
    setShouldSeparateByBeads(false);
  }

  int unread() {
    return unread;
  }

  @Override
  protected void startPage(PDPage page) {
    glyphs = new ArrayList<>();
    picture = false;
    operators = 0;
    forms = 0;
  }

  @Override
  protected void writePage() {
    // The lines are not made here.
  }

  @Override
  protected void endPage(PDPage page) {
    characters += glyphs.size();
    if (characters > MAX_CHARACTERS) {
      throw tooMuch("it has more than " + MAX_CHARACTERS / 1_000_000 + " million characters");
    }
    boolean again = true;
    for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
      again &= !shown.add(parts.next().getCOSObject());
    }
    countRepeated(again ? glyphs.size() : 0);
    boolean turned = page.getRotation() % 180 != 0;
    double height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
    pages.accept(new PrintedPage(getCurrentPageNo(), height, glyphs, picture));
    glyphs = new ArrayList<>();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MAX_OPERATORS) {
      throw tooMuch("page " + getCurrentPageNo() + " has too many instructions");
    }
    String op = operator.getName();
    PDResources resources = getResources();
    if (op.equals("BI")) {
      picture = true;
    } else if (op.equals("Do")
        && resources != null
        && !operands.isEmpty()
        && operands.get(0) instanceof COSName object) {
      picture |= resources.isImageXObject(object);
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (++forms > MAX_FORMS) {
      throw tooMuch("page " + getCurrentPageNo() + " has too many parts within parts");
    }
    int before = glyphs.size();
    boolean again = !shown.add(form.getCOSObject());
    super.showForm(form);
    countRepeated(again ? glyphs.size() - before : 0);
  }

  private void countRepeated(int more) {
    repeated += more;
    if (repeated > maxRepeated) {
      throw tooMuch("it shows the same text too many times");
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    int before = glyphs.size();
    super.showGlyph(matrix, font, code, displacement);
    if (glyphs.size() == before) {
      unread++;
    }
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (glyphs.size() >= MAX_GLYPHS) {
      throw tooMuch("page " + getCurrentPageNo() + " has too many characters");
    }
    String text = GlyphText.of(position.getUnicode());
    PDFont font = position.getFont();
    double size = Math.abs(position.getYScale());
    // Without a bold font, programs also print the outline.
    boolean isOutlined =
        getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
    boolean heavy = bold.computeIfAbsent(font, GlyphCollector::isBold) || isOutlined;
    if (font.isVertical()) {
      double top = position.getYDirAdj();
      double column = position.getPageWidth() - position.getXDirAdj();
      Box box = new Box(top, top + size, column);
      add(text, box, new Face(size, heavy, Face.VERTICAL));
      return;
    }
    double left = position.getXDirAdj();
    Box box = new Box(left, left + position.getWidthDirAdj(), position.getYDirAdj());
    add(text, box, new Face(size, heavy, (int) position.getDir()));
  }

  /** Adds a character, or a space if it has no text. */
  private void add(String text, Box box, Face face) {
    boolean finite = Double.isFinite(box.left() + box.right() + box.y() + face.size());
    Box place = finite ? box : new Box(0, 0, 0);
    glyphs.add(new Glyph(text.isEmpty() ? " " : text, place, face));
  }

  private static boolean isBold(PDFont font) {
    String fontName = font.getName();
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return (fontName != null && BOLD.matcher(fontName).find())
        || (descriptor != null
            && (descriptor.isForceBold() || descriptor.getFontWeight() >= MIN_BOLD_WEIGHT));
  }

  private InputException tooMuch(String what) {
    return new InputException(
        "cannot read \"" + name + "\": " + what, "save the part that you need as a PDF of its own");
  }

  /** The content of a page, glyphs in the order of the file. The height is in points. */
  record PrintedPage(int number, double height, List<Glyph> glyphs, boolean picture) {

    PrintedPage {
      glyphs = List.copyOf(glyphs);
    }

    boolean isScan() {
      return picture && glyphs.stream().allMatch(glyph -> glyph.text().isBlank());
    }
  }

  /**
   * The ordinary characters for substitutes in fonts: ligatures, radicals that look like
   * characters, the signs of symbol fonts.
   */
  static final class GlyphText {

    /** Radicals of the supplement and the corresponding characters, in pairs. */
    private static final String RADICALS =
        "⺁厂⺄乙⺅亻⺈刀⺉刂⺋卩⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺"
            + "⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺳㓁⺶羊⺸芈⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见"
            + "⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠"
            + "⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final Map<Integer, Integer> CHARACTERS = characters();

    private GlyphText() {}

    static String of(String printed) {
      if (printed.length() == 1 && isOrdinary(printed.charAt(0))) {
        return printed;
      }
      StringBuilder text = new StringBuilder();
      printed.codePoints().forEach(c -> append(text, c));
      return text.toString();
    }

    private static boolean isOrdinary(char c) {
      return (c >= ' ' && c < 0x7F) || (c >= 0x3000 && c < 0xD800);
    }

    private static void append(StringBuilder text, int c) {
      Integer character = CHARACTERS.get(c);
      if (character != null) {
        text.appendCodePoint(character);
      } else if ((c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xFB00 && c <= 0xFB06)) {
        text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
      } else if (c >= 0xF020 && c <= 0xF0FF) {
        // Symbol fonts have their signs here; in running text nearly all are bullets.
        text.append('•');
      } else if (c == '\t' || c == '\n' || c == '\r' || c == 0xA0) {
        text.append(' ');
      } else if (c >= ' '
          && c != 0x7F
          && c != 0xFEFF
          && c != 0x200B
          && !Character.isISOControl(c)) {
        text.appendCodePoint(c);
      }
    }

    private static Map<Integer, Integer> characters() {
      Map<Integer, Integer> map = new HashMap<>();
      int[] pairs = RADICALS.codePoints().toArray();
      for (int i = 0; i + 1 < pairs.length; i += 2) {
        map.put(pairs[i], pairs[i + 1]);
      }
      return Map.copyOf(map);
    }
  }
}

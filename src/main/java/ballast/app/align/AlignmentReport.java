package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.BeadRows.LookList;
import ballast.app.page.Form;
import ballast.app.page.HtmlPage;
import ballast.app.page.Imprint;
import ballast.app.page.Json;
import ballast.app.page.PageLanguage;
import ballast.app.page.PageOutput;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the beads of aligned articles in one form.
 *
 * <p>HTML counts the documents in its title, and a review sorts the beads of all documents, so both
 * are written at the end. Every other form is written article by article, so that memory use does
 * not grow with their number.
 */
public final class AlignmentReport implements AlignmentSink {

  private static final Set<Form> FORMS =
      EnumSet.of(Form.TEXT, Form.TSV, Form.JSON, Form.BEADS, Form.HTML);

  private final Form form;
  private final Style style;
  private final Imprint imprint;
  private final boolean isReview;
  private final Writer out;
  private final List<AlignedText> kept = new ArrayList<>();
  private int beads;

  /**
   * @param form text, TSV, JSON, beads or HTML
   * @param review whether doubtful beads come first, in the forms that can do so
   * @param imprint the head of a page
   * @param out receives UTF-8; stays open
   */
  public AlignmentReport(
      Form form, Style style, boolean review, Imprint imprint, OutputStream out) {
    this(form, style, review, imprint, new OutputStreamWriter(out, UTF_8));
  }

  private AlignmentReport(Form form, Style style, boolean review, Imprint imprint, Writer out) {
    if (!FORMS.contains(form)) {
      throw new IllegalArgumentException("beads are not written as " + form);
    }
    this.form = form;
    this.style = style;
    this.imprint = imprint;
    this.isReview = review && hasReviewOrder(form);
    this.out = out;
  }

  /** Writes one article, as plain text or JSON. */
  public static void write(Writer out, Form form, AlignedText text) throws IOException {
    new AlignmentReport(form, Style.PLAIN, /* review= */ false, Imprint.NONE, out).write(text);
  }

  /** Whether a form can list doubtful beads first. The others keep document order. */
  public static boolean hasReviewOrder(Form form) {
    return form == Form.TEXT || form == Form.TSV;
  }

  @Override
  public Needs needs() {
    return Needs.BEADS;
  }

  @Override
  public void add(AlignedText text, List<Unit> units) {
    beads += text.alignment().beads().size();
    if (isReview || form == Form.HTML) {
      kept.add(text);
      return;
    }
    try {
      write(text);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Written finish(RecordedUnits units) {
    try {
      if (!kept.isEmpty()) {
        writeKept();
      }
      out.flush();
      return new Written(beads + " beads", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(AlignedText text) throws IOException {
    switch (form) {
      case TSV -> AlignmentLines.writeTsv(out, text);
      case JSON -> AlignmentJson.write(out, text);
      case BEADS -> AlignmentLines.writeBeads(out, text);
      default -> {
        PrintWriter printer = new PrintWriter(out);
        new PairsText(printer, style).write(text);
        printer.flush();
      }
    }
  }

  private void writeKept() throws IOException {
    switch (form) {
      case HTML -> writeHtml();
      case TSV -> AlignmentLines.writeReviewTsv(out, kept);
      default -> {
        PrintWriter printer = new PrintWriter(out);
        new ReviewText(printer, style).write(kept);
        printer.flush();
      }
    }
  }

  private void writeHtml() throws IOException {
    AlignmentPage report = new AlignmentPage(kept, new LookList(kept), imprint);
    PageLanguage language = imprint.language();
    HtmlPage.writeHead(out, language, report.title(), "page.css", "page.js");
    PageOutput.write(out, page -> JteAlignmentPageGenerated.render(page, null, report));
    HtmlPage.writeFoot(out, language, "page-help", "page.js");
  }

  /** Writes alignments as lines: TSV, or the bead lists used for scoring in the literature. */
  static final class AlignmentLines {

    private AlignmentLines() {}

    /** Writes one {@code [0]:[0, 1]} per bead, with 0-based sentence numbers. */
    static void writeBeads(Writer out, AlignedText text) throws IOException {
      for (Bead bead : text.alignment().beads()) {
        out.write(bead.toIndexLists());
        out.write("\n");
      }
    }

    /**
     * Writes one bead per line: source, target, confidence, shape. The cell of a missing partner is
     * empty. Tabs and line breaks in a cell are escaped as {@code \t \n \r}, a backslash as {@code
     * \\}. A cell that a spreadsheet could take for a formula is a {@link SafeCell}. Code is
     * skipped because it is not text.
     */
    static void writeTsv(Writer out, AlignedText text) throws IOException {
      for (Bead bead : text.alignment().beads()) {
        if (isCode(text.alignment(), bead)) {
          continue;
        }
        writeLine(
            out,
            text.alignment().sourceText(bead),
            text.alignment().targetText(bead),
            String.format(Locale.ROOT, "%.2f", bead.confidence()),
            bead.shape());
      }
    }

    private static boolean isCode(Alignment alignment, Bead bead) {
      return Stream.concat(
              bead.source().of(alignment.source()).stream(),
              bead.target().of(alignment.target()).stream())
          .allMatch(segment -> segment.type() == BlockType.CODE);
    }

    /**
     * Writes the cells of {@link #writeTsv}: first the beads that need a look, then the rest, both
     * document by document. Each line has further cells: the bead's number in its document, why it
     * needs a look (empty if it does not), the place of the first sentence on either side, and the
     * reasons.
     */
    static void writeReviewTsv(Writer out, List<AlignedText> texts) throws IOException {
      for (AlignedText text : texts) {
        for (int position : Attention.inReviewOrder(text)) {
          writeReviewed(out, text, position);
        }
      }
      for (AlignedText text : texts) {
        for (int position : Attention.theRest(text)) {
          writeReviewed(out, text, position);
        }
      }
    }

    private static void writeReviewed(Writer out, AlignedText text, int position)
        throws IOException {
      Alignment alignment = text.alignment();
      Bead bead = alignment.beads().get(position);
      writeLine(
          out,
          alignment.sourceText(bead),
          alignment.targetText(bead),
          String.format(Locale.ROOT, "%.2f", bead.confidence()),
          bead.shape(),
          Integer.toString(position + 1),
          Attention.mark(text, bead),
          place(bead.source().of(alignment.source())),
          place(bead.target().of(alignment.target())),
          String.join("; ", bead.reasons()));
    }

    private static void writeLine(Writer out, String... cells) throws IOException {
      out.write(TsvLine.of(Arrays.stream(cells).map(SafeCell::written).toArray(String[]::new)));
      out.write("\n");
    }

    private static String place(List<Segment> segments) {
      return segments.isEmpty() ? "" : ReviewText.place(segments.get(0));
    }
  }

  /** {@code ballast align --format json}, specified in {@code src/site/markdown/json.md}. */
  static final class AlignmentJson {

    private AlignmentJson() {}

    static void write(Writer out, AlignedText text) throws IOException {
      try (Json json = Json.pretty(out)) {
        json.put("document", text.document());
        writeInfo(json, "source", text.source(), text.alignment().source().size());
        writeInfo(json, "target", text.target(), text.alignment().target().size());
        json.array("beads");
        for (Bead bead : text.alignment().beads()) {
          writeBead(json, text, bead);
        }
        json.end();
      }
    }

    private static void writeInfo(Json json, String side, AlignedText.TextInfo info, int sentences)
        throws IOException {
      json.object(side);
      json.put("file", info.file());
      json.put("language", info.language());
      json.put("encoding", info.encoding());
      json.put("sentences", sentences);
      json.end();
    }

    private static void writeBead(Json json, AlignedText text, Bead bead) throws IOException {
      json.object();
      json.strings("source", text.sourceSentences(bead));
      json.strings("target", text.targetSentences(bead));
      json.number("confidence", Math.round(bead.confidence() * 1000) / 1000.0);
      json.put("type", text.type(bead).label());
      if (bead.moved()) {
        json.put("moved", true);
      }
      json.strings("reasons", bead.reasons());
      json.end();
    }
  }

  /** Shows an alignment on a terminal: side by side if it is wide, otherwise stacked. */
  static final class PairsText {

    private static final int SIDE_BY_SIDE = 120;
    private static final int MARGIN = 16;
    private static final int MIN_TEXT = 20;

    private final PrintWriter out;
    private final Style style;

    PairsText(PrintWriter out, Style style) {
      this.out = out;
      this.style = style;
    }

    void write(AlignedText text) {
      Alignment alignment = text.alignment();
      out.println(style.strong(TerminalText.plain(text.document())));
      out.println(
          style.faint(
              style.say(
                  String.format(
                      Locale.ROOT,
                      "%d %s, %d %s sentences, %s; no., confidence, shape if not 1-1",
                      alignment.source().size(),
                      text.source().language(),
                      alignment.target().size(),
                      text.target().language(),
                      CountedNoun.of(alignment.beads().size(), "bead")))));
      for (int i = 0; i < alignment.beads().size(); i++) {
        write(text, i);
      }
      out.println();
    }

    /** Writes one bead. Positions are 0-based. */
    void write(AlignedText text, int position) {
      Bead bead = text.alignment().beads().get(position);
      BlockType type = text.type(bead);
      String shape = bead.shape().equals("1-1") ? "" : bead.shape();
      String head =
          TerminalText.pad(
              String.format(Locale.ROOT, "%4d  %3d%% %s", position + 1, bead.percent(), shape),
              MARGIN);
      String mark = bead.isOneSided() ? "" : Attention.mark(text, bead);
      String source =
          (mark.isEmpty() ? "" : "[" + style.say(mark) + "] ")
              + side(text.sourceSentences(bead), type, "(added in the translation)");
      String target = side(text.targetSentences(bead), type, "(not translated)");
      if (style.columns() >= SIDE_BY_SIDE) {
        sideBySide(head, source, target, bead);
      } else {
        stacked(head, source, target, bead);
      }
    }

    private String side(List<String> sentences, BlockType type, String none) {
      if (sentences.isEmpty()) {
        return type.isContent() ? style.say(none) : "";
      }
      String joined = TerminalText.plain(String.join(" | ", sentences));
      return type.isContent() ? joined : "[" + style.say(type.label()) + "] " + joined;
    }

    private void stacked(String head, String source, String target, Bead bead) {
      int room =
          style.columns() == 0 ? Integer.MAX_VALUE : Math.max(MIN_TEXT, style.columns() - MARGIN);
      String margin = styled(head, bead);
      for (String line : TerminalText.wrap(source, room)) {
        out.println(margin + line);
        margin = " ".repeat(MARGIN);
      }
      if (!target.isEmpty()) {
        for (String line : TerminalText.wrap(target, room)) {
          out.println(" ".repeat(MARGIN) + line);
        }
      }
    }

    private void sideBySide(String head, String source, String target, Bead bead) {
      int room = (style.columns() - MARGIN - 3) / 2;
      List<String> left = TerminalText.wrap(source, room);
      List<String> right = TerminalText.wrap(target, room);
      String margin = styled(head, bead);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        String leftLine = i < left.size() ? left.get(i) : "";
        String rightLine = i < right.size() ? right.get(i) : "";
        out.println(
            (margin + TerminalText.pad(leftLine, room) + "   " + rightLine).stripTrailing());
        margin = " ".repeat(MARGIN);
      }
    }

    private String styled(String head, Bead bead) {
      return bead.isDoubtful() || bead.isOneSided() || bead.moved()
          ? style.doubt(head)
          : style.faint(head);
    }
  }

  /** {@code ballast align --review}: first the beads that need a look, then the rest in order. */
  static final class ReviewText {

    private static final int INDENT = 6;
    private static final int MIN_TEXT = 20;

    private final PrintWriter out;
    private final Style style;

    ReviewText(PrintWriter out, Style style) {
      this.out = out;
      this.style = style;
    }

    void write(List<AlignedText> texts) {
      for (AlignedText text : texts) {
        writeFirst(text);
      }
      for (AlignedText text : texts) {
        out.println(
            style.strong(TerminalText.plain(text.document()))
                + style.faint(style.say(": the rest, in order")));
        PairsText pairs = new PairsText(out, style);
        Attention.theRest(text).forEach(position -> pairs.write(text, position));
        out.println();
      }
    }

    private void writeFirst(AlignedText text) {
      List<Bead> beads = text.alignment().beads();
      List<Integer> first = Attention.inReviewOrder(text);
      out.println(
          style.strong(TerminalText.plain(text.document()))
              + ": "
              + style.say(counts(text, first)));
      MovedBeads moved = new MovedBeads(text.alignment());
      Map<Integer, UnmatchedBlock> blocks = UnmatchedBlock.byBead(text);
      for (Range range : Attention.joined(text, first)) {
        int i = range.start();
        Bead bead = beads.get(i);
        UnmatchedBlock block = blocks.get(i);
        if (block != null) {
          out.println(
              style.doubt("%4d-%d  %s".formatted(i + 1, range.end(), style.say(block.toString()))));
          neighbour(text, bead, "before", i - 1);
          range.of(beads).stream()
              .filter(one -> text.type(one).isContent())
              .forEach(one -> sentences(text, one, false));
          neighbour(text, bead, "after", range.end());
          continue;
        }
        out.println(
            style.doubt(
                String.format(
                    Locale.ROOT,
                    "%4d  %3d%% %s  %s",
                    i + 1,
                    bead.percent(),
                    bead.shape(),
                    style.say(Attention.mark(text, bead)))));
        if (bead.moved()) {
          faint(style.say("stands " + moved.placeInWords(i)));
        }
        if (!bead.reasons().isEmpty()) {
          faint(
              TerminalText.plain(
                  style.language() == null
                      ? String.join("; ", bead.reasons())
                      : style.language().say(bead.reasons())));
        }
        // The neighbours help the reader to judge an unmatched sentence.
        neighbour(text, bead, "before", i - 1);
        sentences(text, bead, false);
        neighbour(text, bead, "after", i + 1);
      }
      out.println();
    }

    private static String counts(AlignedText text, List<Integer> first) {
      if (first.isEmpty()) {
        return "nothing needs a look";
      }
      StringBuilder counts = new StringBuilder("needs a look first");
      for (Attention attention : Attention.values()) {
        long count =
            first.stream()
                .filter(i -> Attention.of(text, text.alignment().beads().get(i)) == attention)
                .count();
        if (count > 0) {
          counts.append(counts.indexOf(":") < 0 ? ": " : ", ");
          counts.append(count).append(' ').append(attention.label());
        }
      }
      return counts.toString();
    }

    private void neighbour(AlignedText text, Bead bead, String where, int position) {
      List<Bead> beads = text.alignment().beads();
      if (bead.isOneSided() && position >= 0 && position < beads.size()) {
        faint(style.say(where + ", no. " + (position + 1) + ":"));
        sentences(text, beads.get(position), true);
      }
    }

    private void sentences(AlignedText text, Bead bead, boolean faint) {
      for (Segment segment : bead.source().of(text.alignment().source())) {
        sentence(segment, faint);
      }
      for (Segment segment : bead.target().of(text.alignment().target())) {
        sentence(segment, faint);
      }
    }

    private void sentence(Segment segment, boolean faint) {
      String line = TerminalText.plain(place(segment) + ": " + segment.text());
      if (faint) {
        faint("  " + line);
      } else {
        indented(line, false);
      }
    }

    /** Returns {@code file:line}, which terminals turn into a link, or {@code file (page 3)}. */
    static String place(Segment segment) {
      Location location = segment.location();
      return location.place().isEmpty()
          ? location.file() + ":" + location.line()
          : location.toString();
    }

    private void faint(String text) {
      indented(text, true);
    }

    private void indented(String text, boolean faint) {
      int room =
          style.columns() == 0 ? Integer.MAX_VALUE : Math.max(MIN_TEXT, style.columns() - INDENT);
      for (String line : TerminalText.wrap(text, room)) {
        out.println(" ".repeat(INDENT) + (faint ? style.faint(line) : line));
      }
    }
  }
}

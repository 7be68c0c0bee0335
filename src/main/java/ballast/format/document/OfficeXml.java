package ballast.format.document;

import ballast.format.document.Outline.OpenTable;
import ballast.format.document.Outline.TextKey;
import ballast.format.document.Paragraph.Field;
import ballast.format.document.Paragraph.Inside;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Event;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paragraphs of a part of an Office Open XML document, be it WordprocessingML or
 * DrawingML, with what their XML says about them. Deleted, hidden and repeated text is passed over
 * as the filters do.
 */
final class OfficeXml {

  /**
   * A paragraph.
   *
   * @param text all of its text, readings above words included
   * @param style the ID of its style; empty if it names none
   * @param outline the level of its own that makes it a heading, from 1; 0 if it says none
   * @param listed whether it says itself that it is in a list
   * @param spot where it is
   * @param inside what stands in its text
   */
  record Found(String text, String style, int outline, boolean listed, Spot spot, Inside inside) {}

  /**
   * Where a paragraph is in its part.
   *
   * @param number rises with the paragraphs' beginnings
   * @param cell such as {@code table 2, row 4, column 1}; empty outside tables
   * @param box the number of its text frame, from 1; 0 outside
   * @param note the ID of its note; empty outside notes
   * @param role the type of the placeholder on a slide that it fills; empty if in none
   */
  record Spot(int number, String cell, int box, String note, String role) {}

  /** A paragraph that has begun. */
  private static final class Open {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> notes = new ArrayList<>();
    private final List<String> rubies = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Spot spot;
    private int letters;
    private String style = "";
    private int outline;
    private boolean listed;

    Open(Spot spot) {
      this.spot = spot;
    }

    void add(String more) {
      text.append(more);
      letters += TextKey.of(more).length();
    }
  }

  /** No real paragraph is longer, in UTF-16 units. */
  private static final int MAX_TEXT = 5_000_000;

  private final XmlEvents xml;
  private final BiPredicate<String, String> hiding;
  private final Consumer<Found> sink;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<OpenTable> tables = new ArrayDeque<>();
  private final List<String> marks = new ArrayList<>();
  private final OpenFields fields = new OpenFields();
  private int tablesSeen;
  private int boxesSeen;
  private int boxDepth;
  private int box;
  private int paragraphs;
  private final List<String> hidden = new ArrayList<>();
  private String note = "";
  private String role = "";
  private String runStyle = "";

  /** What the run itself says; null if nothing. */
  private @Nullable Boolean vanish;

  private OfficeXml(XmlEvents xml, BiPredicate<String, String> hiding, Consumer<Found> sink) {
    this.xml = xml;
    this.hiding = hiding;
    this.sink = sink;
  }

  /**
   * What a part shows apart from its paragraphs.
   *
   * @param marks the IDs of the notes whose marks it holds, {@code footnote 3}, in their order
   * @param hidden the texts of its hidden runs
   */
  record Summary(List<String> marks, List<String> hidden) {}

  /**
   * Reads a part.
   *
   * @param name what to call it in messages
   * @param hiding whether the styles of a paragraph and of a run, by their IDs, hide the run
   * @param sink receives the paragraphs as they end
   */
  static Summary read(
      @Nullable InputStream part,
      String name,
      BiPredicate<String, String> hiding,
      Consumer<Found> sink) {
    if (part == null) {
      return new Summary(List.of(), List.of());
    }
    try (XmlEvents xml = new XmlEvents(part, name, (line, what) -> {})) {
      OfficeXml reading = new OfficeXml(xml, hiding, sink);
      reading.read();
      return new Summary(List.copyOf(reading.marks), List.copyOf(reading.hidden));
    }
  }

  private void read() {
    Event event = xml.next();
    while (event != Event.DONE) {
      if (event == Event.START) {
        start(xml.name());
      } else if (event == Event.END) {
        end(xml.name());
      }
      event = xml.next();
    }
  }

  private void start(String element) {
    switch (element) {
      case "p" -> open.push(new Open(spot()));
      case "r", "fld" -> {
        runStyle = "";
        vanish = null;
      }
      case "rStyle" -> runStyle = xml.attribute("val");
      case "vanish" -> vanish = isOn(xml);
      case "t" -> text();
      case "rt" -> ruby();
      case "fldSimple" -> {
        fields.begin();
        fields.code(xml.attribute("instr"));
        result();
      }
      case "fldChar" -> field(xml.attribute("fldCharType"));
      case "instrText" -> fields.code(xml.allText(MAX_TEXT));
      case "tbl" -> tables.push(new OpenTable(++tablesSeen));
      case "txbxContent" -> {
        boxDepth++;
        box = ++boxesSeen;
      }
      case "footnote", "endnote" -> note = element + " " + xml.attribute("id");
      case "footnoteReference", "endnoteReference" -> mark(element);
      case "sp", "graphicFrame" -> role = "";
      case "ph" -> role = xml.attribute("type").isEmpty() ? "body" : xml.attribute("type");
      case "Fallback", "moveFrom", "pPrChange", "rPrChange", "oMath", "sectPr" -> xml.skip();
      default -> startInTable(element);
    }
  }

  private void startInTable(String element) {
    OpenTable table = tables.peek();
    if (table != null && element.equals("tr")) {
      table.nextRow(1);
    } else if (table != null && element.equals("tc")) {
      table.nextCell(1);
    } else if (!open.isEmpty()) {
      property(element, open.peek());
    }
  }

  private void property(String element, Open paragraph) {
    switch (element) {
      case "pStyle" -> paragraph.style = xml.attribute("val");
      case "outlineLvl" -> paragraph.outline = level(xml.attribute("val"));
      case "numId" -> paragraph.listed = !xml.attribute("val").equals("0");
      case "buChar", "buAutoNum" -> paragraph.listed = true;
      default -> {
        // Nothing that says what the paragraph is.
      }
    }
  }

  private void end(String element) {
    switch (element) {
      case "p" -> {
        if (!open.isEmpty()) {
          end(open.pop());
        }
      }
      case "tbl" -> {
        if (!tables.isEmpty()) {
          tables.pop();
        }
      }
      case "txbxContent" -> boxDepth--;
      case "fldSimple" -> endField();
      case "footnote", "endnote" -> note = "";
      default -> {
        // Ends nothing that was begun.
      }
    }
  }

  private void end(Open paragraph) {
    if (paragraph.letters > 0) {
      sink.accept(
          new Found(
              paragraph.text.toString(),
              paragraph.style,
              paragraph.outline,
              paragraph.listed,
              paragraph.spot,
              new Inside(paragraph.notes, paragraph.rubies, paragraph.fields)));
    }
  }

  private Spot spot() {
    OpenTable table = tables.peek();
    String cell = table == null ? "" : table.place();
    return new Spot(paragraphs++, cell, boxDepth > 0 ? box : 0, note, role);
  }

  private void text() {
    String text = xml.allText(MAX_TEXT);
    if (isHidden()) {
      hidden.add(text);
    } else if (!open.isEmpty()) {
      open.peek().add(text);
    }
  }

  private void ruby() {
    String reading = xml.allText(MAX_TEXT);
    if (!open.isEmpty() && !isHidden()) {
      open.peek().add(reading);
      open.peek().rubies.add(reading);
    }
  }

  private void mark(String element) {
    marks.add(element.replace("Reference", "") + " " + xml.attribute("id"));
    if (!open.isEmpty()) {
      open.peek().notes.add(open.peek().letters);
    }
  }

  private void field(String mark) {
    switch (mark) {
      case "begin" -> fields.begin();
      case "separate" -> result();
      case "end" -> endField();
      default -> {
        // Word knows no other.
      }
    }
  }

  private void result() {
    Open paragraph = open.peek();
    if (paragraph != null) {
      fields.result(paragraph.spot.number(), paragraph.letters);
    }
  }

  private void endField() {
    Open paragraph = open.peek();
    Field field =
        fields.end(
            paragraph == null ? -1 : paragraph.spot.number(),
            paragraph == null ? 0 : paragraph.letters);
    if (field != null && paragraph != null) {
      paragraph.fields.add(field);
    }
  }

  private boolean isHidden() {
    return vanish != null ? vanish : hiding.test(open.isEmpty() ? "" : open.peek().style, runStyle);
  }

  /** Whether a property that is on or off is on. */
  static boolean isOn(XmlEvents xml) {
    return !xml.attribute("val").matches("0|false|off");
  }

  /** 0 to 8 are the levels of headings; 9 is body text. */
  static int level(String value) {
    return value.matches("[0-8]") ? Integer.parseInt(value) + 1 : 0;
  }

  /** The fields of a part of a Word document that have begun, the innermost last. */
  private static final class OpenFields {

    private static final class Open {
      private final StringBuilder code = new StringBuilder();
      private int paragraph = -1;
      private int from;
    }

    /** A code is longer only in a damaged file; its first word is what matters. */
    private static final int MAX_CODE = 1_000;

    /** Word nests no deeper. */
    private static final int MAX_DEPTH = 20;

    private final Deque<Open> open = new ArrayDeque<>();
    private int deeper;

    /** A field begins. */
    void begin() {
      if (open.size() < MAX_DEPTH) {
        open.push(new Open());
      } else {
        deeper++;
      }
    }

    /** A piece of the code of the innermost field. */
    void code(String text) {
      Open field = deeper > 0 ? null : open.peek();
      if (field != null && field.paragraph < 0 && field.code.length() < MAX_CODE) {
        field.code.append(text);
      }
    }

    /**
     * The code ends and the result begins.
     *
     * @param paragraph the number of the paragraph
     * @param letters how many characters of {@link Outline.TextKey} stand before
     */
    void result(int paragraph, int letters) {
      Open field = deeper > 0 ? null : open.peek();
      if (field != null) {
        field.paragraph = paragraph;
        field.from = letters;
      }
    }

    /** The innermost field ends; null if its result is not in this paragraph, or empty. */
    @Nullable Field end(int paragraph, int letters) {
      if (deeper > 0) {
        deeper--;
        return null;
      }
      Open field = open.poll();
      if (field == null || field.paragraph != paragraph || field.from >= letters) {
        return null;
      }
      String name = field.code.toString().strip().split("\\s", 2)[0];
      return new Field(field.from, letters, name.toUpperCase(Locale.ROOT));
    }
  }
}

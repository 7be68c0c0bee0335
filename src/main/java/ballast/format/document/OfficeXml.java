package ballast.format.document;

import ballast.format.document.Outline.OpenTable;
import ballast.format.document.Paragraph.Field;
import ballast.format.document.Paragraph.Inside;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paragraphs of a part of an Office Open XML document, in WordprocessingML or DrawingML,
 * with their properties in the XML. Skips deleted, hidden and repeated text, as the filters do.
 */
final class OfficeXml {

  /**
   * A paragraph with its text, including readings above words.
   *
   * @param style ID of its style; empty if it names none
   * @param outline its own heading level, from 1; 0 if it has none
   */
  record Found(String text, String style, int outline, boolean listed, Spot spot, Inside inside) {}

  /**
   * The place of a paragraph in its part.
   *
   * @param number rises with the paragraphs' beginnings
   * @param cell such as {@code table 2, row 4, column 1}; empty outside tables
   * @param box number of its text frame, from 1; 0 outside
   * @param note ID of its note; empty outside notes
   * @param role type of its placeholder on a slide; empty outside placeholders
   */
  record Spot(int number, String cell, int box, String note, String role) {}

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
      letters += Outline.key(more).length();
    }
  }

  /** Maximum length of a text in UTF-16 units; no real paragraph is longer. */
  private static final int MAX_TEXT = 5_000_000;

  private final XmlEvents xml;
  private final BiPredicate<String, String> hiding;
  private final Consumer<Found> sink;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<OpenTable> tables = new ArrayDeque<>();
  private final Summary summary;
  private final OpenFields fields = new OpenFields();
  private int tablesSeen;
  private int boxesSeen;
  private int boxDepth;
  private int box;
  private int paragraphs;
  private String note = "";
  private String role = "";
  private String runStyle = "";

  /** The run's own property; null if it has none. */
  private @Nullable Boolean vanish;

  private OfficeXml(
      XmlEvents xml, BiPredicate<String, String> hiding, Consumer<Found> sink, Summary summary) {
    this.xml = xml;
    this.summary = summary;
    this.hiding = hiding;
    this.sink = sink;
  }

  /** The IDs of the notes with marks in a part, in order, and the texts of its hidden runs. */
  record Summary(List<String> marks, List<String> hidden) {}

  /**
   * @param hiding whether the styles of a paragraph and of a run, by their IDs, hide the run
   */
  static Summary read(
      PackageFile file, String part, BiPredicate<String, String> hiding, Consumer<Found> sink) {
    Summary summary = new Summary(new ArrayList<>(), new ArrayList<>());
    file.read(part, xml -> new OfficeXml(xml, hiding, sink, summary).read());
    return summary;
  }

  private void read() {
    for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
      if (event == Event.START) {
        start(xml.name());
      } else if (event == Event.END) {
        end(xml.name());
      }
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
        // Does not affect the type of the paragraph.
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
              new Inside(paragraph.notes, paragraph.rubies, paragraph.fields, Set.of())));
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
      summary.hidden.add(text);
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
    summary.marks.add(element.replace("Reference", "") + " " + xml.attribute("id"));
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
        // Word has no other values.
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

  static boolean isOn(XmlEvents xml) {
    return !xml.attribute("val").matches("0|false|off");
  }

  /** 0 to 8 are the levels of headings; 9 is body text. */
  static int level(String value) {
    return value.matches("[0-8]") ? Integer.parseInt(value) + 1 : 0;
  }

  private static final class OpenFields {

    private static final class OpenField {
      private final StringBuilder code = new StringBuilder();
      private int paragraph = -1;
      private int from;
    }

    /** Maximum length of a code; longer ones are damaged, and only the first word matters. */
    private static final int MAX_CODE = 1_000;

    /** Word nests no deeper. */
    private static final int MAX_DEPTH = 20;

    private final Deque<OpenField> open = new ArrayDeque<>();
    private int deeper;

    void begin() {
      if (open.size() < MAX_DEPTH) {
        open.push(new OpenField());
      } else {
        deeper++;
      }
    }

    void code(String text) {
      OpenField field = deeper > 0 ? null : open.peek();
      if (field != null && field.paragraph < 0 && field.code.length() < MAX_CODE) {
        field.code.append(text);
      }
    }

    void result(int paragraph, int letters) {
      OpenField field = deeper > 0 ? null : open.peek();
      if (field != null) {
        field.paragraph = paragraph;
        field.from = letters;
      }
    }

    /** Null if the result is not in this paragraph, or empty. */
    @Nullable Field end(int paragraph, int letters) {
      if (deeper > 0) {
        deeper--;
        return null;
      }
      OpenField field = open.poll();
      if (field == null || field.paragraph != paragraph || field.from >= letters) {
        return null;
      }
      String name = field.code.toString().strip().split("\\s", 2)[0];
      return new Field(field.from, letters, name.toUpperCase(Locale.ROOT));
    }
  }
}

package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Event;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the paragraphs of a story of an InDesign document. */
final class StoryXml {

  /**
   * A paragraph.
   *
   * @param number rises with the paragraphs
   * @param place in the story
   */
  record Found(String text, BlockType type, int level, int number, String place) {}

  /** Names of styles that people give to headings. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?:.*\\b(?:heading|headline|title|head)\\b|.*标题|h(?=[1-9]$)) ?([1-9]?).*");

  private static final int MAX_TEXT = 5_000_000;

  /** What holds paragraphs: the story itself, a cell or a footnote. */
  private static final class Frame {
    private final String place;
    private final BlockType type;
    private final StringBuilder text = new StringBuilder();
    private String style = "";
    private int paragraphs;

    Frame(String place, BlockType type) {
      this.place = place;
      this.type = type;
    }
  }

  private final XmlEvents xml;
  private final Consumer<Found> sink;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private int number;
  private int tables;
  private int notes;

  private StoryXml(XmlEvents xml, Consumer<Found> sink) {
    this.xml = xml;
    this.sink = sink;
    frames.push(new Frame("", BlockType.PARAGRAPH));
  }

  /**
   * Reads a part.
   *
   * @param name what to call it in messages
   * @param sink receives the paragraphs as they end
   */
  static void read(@Nullable InputStream part, String name, Consumer<Found> sink) {
    if (part == null) {
      return;
    }
    try (XmlEvents xml = new XmlEvents(part, name, (line, what) -> {})) {
      new StoryXml(xml, sink).read();
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
    end();
  }

  private void start(String element) {
    Frame frame = frames.getFirst();
    switch (element) {
      case "ParagraphStyleRange" -> {
        end();
        frame.style = xml.attribute("AppliedParagraphStyle");
      }
      case "Content" -> frame.text.append(xml.allText(MAX_TEXT));
      case "Br" -> end();
      case "Table" -> tables++;
      case "Cell" -> frames.push(new Frame(cell(xml.attribute("Name")), BlockType.CELL));
      case "Footnote", "Endnote" -> frames.push(new Frame("note " + ++notes, BlockType.NOTE));
      case "Note" -> xml.skip();
      default -> {
        // Says how it looks.
      }
    }
  }

  /** {@code 1:0} is the first cell of the second column. */
  private String cell(String name) {
    String[] at = name.split(":", 2);
    boolean known = at.length == 2 && at[0].matches("[0-9]{1,6}") && at[1].matches("[0-9]{1,6}");
    return "table "
        + tables
        + (known
            ? ", row " + (Integer.parseInt(at[1]) + 1) + ", column " + (Integer.parseInt(at[0]) + 1)
            : "");
  }

  private void end(String element) {
    boolean frameEnds =
        element.equals("Cell") || element.equals("Footnote") || element.equals("Endnote");
    if (element.equals("ParagraphStyleRange") || frameEnds) {
      end();
    }
    if (frameEnds && frames.size() > 1) {
      frames.pop();
    }
  }

  private void end() {
    Frame frame = frames.getFirst();
    if (TextKey.of(frame.text).isEmpty()) {
      return;
    }
    Matcher heading = HEADING.matcher(frame.style.replaceAll(".*(/|%3a|:)", ""));
    boolean isHeading = frame.type == BlockType.PARAGRAPH && heading.matches();
    int level =
        !isHeading ? 0 : heading.group(1).isEmpty() ? 1 : Integer.parseInt(heading.group(1));
    String place = frame.place.isEmpty() ? "paragraph " + ++frame.paragraphs : frame.place;
    sink.accept(
        new Found(
            frame.text.toString(),
            isHeading ? BlockType.HEADING : frame.type,
            level,
            number++,
            place));
    frame.text.setLength(0);
  }
}

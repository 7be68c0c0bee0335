package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The structure of an InDesign document: stories, in the order of the filter. */
final class StoryStructure extends Structure {

  private final Set<String> margins = new HashSet<>();
  private final Map<String, Integer> stories = new HashMap<>();
  private final Map<String, Outline> outlines = new HashMap<>();

  StoryStructure(PackageFile file) {
    super(file);
    for (String part : file.parts()) {
      if (part.startsWith("MasterSpreads/")) {
        file.elements(
            part,
            xml -> {
              if (!xml.attribute("ParentStory").isEmpty()) {
                margins.add("Stories/Story_" + xml.attribute("ParentStory") + ".xml");
              }
            });
      }
    }
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    String part = unit.part();
    int story = stories.computeIfAbsent(part, p -> stories.size() + 1);
    Outline outline = outlines.computeIfAbsent(part, p -> outline(p, story));
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    boolean margin = margins.contains(part);
    return new Paragraph(
        margin ? BlockType.FURNITURE : BlockType.PARAGRAPH,
        0,
        last == null ? "story " + story : last.place(),
        margin ? Zone.MARGIN : Zone.BODY,
        last == null ? (long) story << 32 : last.number());
  }

  private Outline outline(String part, int story) {
    Outline outline = new Outline();
    boolean margin = margins.contains(part);
    file.read(part, xml -> new StoryXml(xml, outline, story, margin).read());
    return outline;
  }

  private static final class StoryXml {

    /** Usual names of styles for headings. */
    private static final Pattern HEADING =
        Pattern.compile(
            "(?i)(?:.*\\b(?:heading|headline|title|head)\\b|.*标题|h(?=[1-9]$)) ?([1-9]?).*");

    private static final int MAX_TEXT = 5_000_000;

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
    private final Outline outline;
    private final int story;
    private final boolean margin;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int number;
    private int tables;
    private int notes;

    StoryXml(XmlEvents xml, Outline outline, int story, boolean margin) {
      this.xml = xml;
      this.outline = outline;
      this.story = story;
      this.margin = margin;
      frames.push(new Frame("", BlockType.PARAGRAPH));
    }

    void read() {
      for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
        if (event == Event.START) {
          start(xml.name());
        } else if (event == Event.END) {
          end(xml.name());
        }
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
          // Formatting.
        }
      }
    }

    /** {@code 1:0} is the first cell of the second column. */
    private String cell(String name) {
      String[] at = name.split(":", 2);
      boolean known = at.length == 2 && at[0].matches("[0-9]{1,6}") && at[1].matches("[0-9]{1,6}");
      String table = "table " + tables;
      return known
          ? table
              + ", row %s, column %s"
                  .formatted(Integer.parseInt(at[1]) + 1, Integer.parseInt(at[0]) + 1)
          : table;
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
      if (Outline.key(frame.text).isEmpty()) {
        return;
      }
      Matcher heading = HEADING.matcher(frame.style.replaceAll(".*(/|%3a|:)", ""));
      boolean isHeading = frame.type == BlockType.PARAGRAPH && heading.matches();
      int level =
          !isHeading ? 0 : heading.group(1).isEmpty() ? 1 : Integer.parseInt(heading.group(1));
      String place = frame.place.isEmpty() ? "paragraph " + ++frame.paragraphs : frame.place;
      BlockType type = isHeading ? BlockType.HEADING : frame.type;
      Zone zone = type == BlockType.NOTE ? Zone.NOTE : Zone.BODY;
      outline.add(
          frame.text.toString(),
          new Paragraph(
              margin ? BlockType.FURNITURE : type,
              margin ? 0 : level,
              "story " + story + ", " + place,
              margin ? Zone.MARGIN : zone,
              (long) story << 32 | number++));
      frame.text.setLength(0);
    }
  }
}

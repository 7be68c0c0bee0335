package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.document.Outline.OpenTable;
import ballast.format.document.Paragraph.Inside;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import org.jspecify.annotations.Nullable;

final class TextStructure extends Structure {

  /** Properties of text that no reader sees: who wrote it when, in which language. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "officeooo:(?:paragraph-)?rsid|(?:fo|style):(?:language|country|script|rfc-language-tag)"
              + "(?:-asian|-complex)?");

  private static final Pattern SPAN = Pattern.compile("<text:span text:style-name=\"([^\"]*)\">");

  private final Map<String, Outline> outlines = new HashMap<>();
  private final Map<String, String> styleParents = new HashMap<>();

  /** Automatic styles of text; those that show are missing in {@link #plainStyles}. */
  private final Set<String> visibleStyles = new HashSet<>();

  private final Set<String> plainStyles = new HashSet<>();
  private int comments;
  private int deletions;

  TextStructure(PackageFile file) {
    super(file);
    String[] style = {""};
    for (String part : List.of("styles.xml", "content.xml")) {
      file.elements(
          part,
          xml -> {
            if (xml.name().endsWith("style") && styleParents.size() < 100_000) {
              style[0] = xml.attribute("name");
              styleParents.put(style[0], xml.attribute("parent-style-name"));
            } else if (xml.name().endsWith("-properties")) {
              boolean shows =
                  xml.attributes().stream().anyMatch(a -> !UNSEEN.matcher(a.name()).matches());
              (shows ? visibleStyles : plainStyles).add(style[0]);
            }
          });
    }
    plainStyles.removeAll(visibleStyles);
    plainStyles.removeIf(name -> !styleParents.getOrDefault(name, "").isEmpty());
  }

  @Override
  boolean isPlain(Code code) {
    Matcher span = SPAN.matcher(code.getData());
    return span.matches() && plainStyles.contains(span.group(1));
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    String part = unit.part().substring(unit.part().lastIndexOf('/') + 1);
    if (!part.equals("content.xml") && !part.equals("styles.xml")) {
      return null; // meta.xml: properties
    }
    if (!unit.type().equals("x-text:p") && !unit.type().equals("x-text:h")) {
      return null; // templates for tables of contents and page numbers
    }
    Outline outline = outlines.computeIfAbsent(part, this::outline);
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    boolean margin = part.equals("styles.xml");
    return new Paragraph(
        margin ? BlockType.FURNITURE : BlockType.PARAGRAPH,
        0,
        last == null ? "" : last.place(),
        margin ? Zone.MARGIN : Zone.BODY,
        last == null ? 0 : last.number());
  }

  private Outline outline(String part) {
    Outline outline = new Outline();
    file.read(part, xml -> new TextXml(xml, outline).read());
    return outline;
  }

  /** Whether a style is one of the programs' styles for captions, or derived from one. */
  private boolean isCaption(String style) {
    String name = style;
    for (int i = 0; i < 10 && !name.isEmpty(); i++) {
      if (name.matches("Caption|Illustration|Table|Drawing|Figure")) {
        return true;
      }
      name = styleParents.getOrDefault(name, "");
    }
    return false;
  }

  @Override
  void addNotes(List<String> notes) {
    leftOut(comments, "comment", "comments", notes);
    leftOut(deletions, "deletion", "deletions", notes);
    properties("meta.xml", notes);
  }

  private final class TextXml {

    private static final class Open {
      private final StringBuilder text = new StringBuilder();
      private final List<Integer> notes = new ArrayList<>();
      private final List<String> rubies = new ArrayList<>();
      private final BlockType type;
      private final int level;
      private final int number;

      Open(BlockType type, int level, int number) {
        this.type = type;
        this.level = level;
        this.number = number;
      }
    }

    private static final int MAX_TEXT = 5_000_000;

    private final XmlEvents xml;
    private final Outline outline;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<OpenTable> tables = new ArrayDeque<>();
    private int tablesSeen;
    private int started;
    private int headings;
    private int paragraphs;
    private int notes;
    private int noteDepth;
    private int boxes;
    private int boxDepth;
    private int listDepth;
    private String margin = "";
    private int leftOutDepth;

    TextXml(XmlEvents xml, Outline outline) {
      this.xml = xml;
      this.outline = outline;
    }

    void read() {
      for (Event event = xml.next(); event != Event.DONE; event = xml.next()) {
        switch (event) {
          case START -> start(xml.name());
          case END -> end(xml.name());
          default -> {
            if (!open.isEmpty()) {
              open.peek().text.append(xml.text());
            }
          }
        }
      }
    }

    private void start(String element) {
      switch (element) {
        case "p" -> open.push(begun(false));
        case "h" -> open.push(begun(true));
        case "table" -> tables.push(new OpenTable(++tablesSeen));
        case "list-item", "list-header" -> listDepth++;
        case "text-box" -> {
          boxes++;
          boxDepth++;
        }
        case "note" -> {
          notes++;
          noteDepth++;
          if (!open.isEmpty()) {
            open.peek().notes.add(Outline.key(open.peek().text).length());
          }
        }
        case "header", "footer", "header-left", "footer-left", "header-first", "footer-first" ->
            margin = element.substring(0, 6);
        case "annotation" -> {
          comments++;
          leftOutDepth++;
        }
        case "deletion" -> {
          deletions++;
          leftOutDepth++; // the filter also gives its paragraphs
        }
        case "ruby-text" -> ruby();
        default -> startInTable(element);
      }
    }

    private void startInTable(String element) {
      if (FieldText.isHidden(element) || xml.attribute("display").equals("none")) {
        xml.skip();
        return;
      }
      OpenTable table = tables.peek();
      if (table != null && element.equals("table-row")) {
        table.nextRow(repeated("number-rows-repeated"));
      } else if (table != null
          && (element.equals("table-cell") || element.equals("covered-table-cell"))) {
        table.nextCell(repeated("number-columns-repeated"));
      }
    }

    private int repeated(String attribute) {
      String value = xml.attribute(attribute);
      return value.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    private Open begun(boolean heading) {
      String style = xml.attribute("style-name");
      String level = xml.attribute("outline-level");
      BlockType type = type(heading, style);
      int depth =
          type != BlockType.HEADING ? 0 : level.matches("[1-9]") ? Integer.parseInt(level) : 1;
      return new Open(type, depth, started++);
    }

    private BlockType type(boolean heading, String style) {
      if (!margin.isEmpty()) {
        return BlockType.FURNITURE;
      }
      if (noteDepth > 0) {
        return BlockType.NOTE;
      }
      if (!tables.isEmpty() && boxDepth == 0) {
        return BlockType.CELL;
      }
      if (heading || style.equals("Title")) {
        return BlockType.HEADING;
      }
      if (isCaption(style)) {
        return BlockType.CAPTION;
      }
      return listDepth > 0 ? BlockType.LIST_ITEM : BlockType.PARAGRAPH;
    }

    private void end(String element) {
      switch (element) {
        case "p", "h" -> {
          if (!open.isEmpty()) {
            end(open.pop());
          }
        }
        case "table" -> {
          if (!tables.isEmpty()) {
            tables.pop();
          }
        }
        case "list-item", "list-header" -> listDepth--;
        case "text-box" -> boxDepth--;
        case "note" -> noteDepth--;
        case "annotation", "deletion" -> leftOutDepth--;
        case "header", "footer", "header-left", "footer-left", "header-first", "footer-first" ->
            margin = "";
        default -> {
          // Ends nothing that was begun.
        }
      }
    }

    private void end(Open paragraph) {
      if (Outline.key(paragraph.text).isEmpty()) {
        return;
      }
      Zone zone = zone(paragraph.type);
      outline.add(
          paragraph.text.toString(),
          new Paragraph(
              paragraph.type,
              paragraph.level,
              place(paragraph.type, zone),
              zone,
              paragraph.number,
              new Inside(paragraph.notes, paragraph.rubies, List.of(), Set.of())));
    }

    private Zone zone(BlockType type) {
      if (leftOutDepth > 0) {
        return Zone.LEFT_OUT;
      }
      return switch (type) {
        case FURNITURE -> Zone.MARGIN;
        case NOTE -> Zone.NOTE;
        default -> boxDepth > 0 ? Zone.BOX : Zone.BODY;
      };
    }

    private String place(BlockType type, Zone zone) {
      OpenTable table = tables.peek();
      if (zone == Zone.LEFT_OUT) {
        return "";
      }
      if (zone == Zone.MARGIN) {
        return margin;
      }
      if (zone == Zone.NOTE) {
        return "note " + notes;
      }
      if (zone == Zone.BOX) {
        return "text box " + boxes;
      }
      if (table != null) {
        return table.place();
      }
      return type == BlockType.HEADING ? "heading " + ++headings : "paragraph " + ++paragraphs;
    }

    private void ruby() {
      String reading = xml.allText(MAX_TEXT);
      if (!open.isEmpty()) {
        open.peek().text.append(reading);
        open.peek().rubies.add(reading);
      }
    }
  }
}

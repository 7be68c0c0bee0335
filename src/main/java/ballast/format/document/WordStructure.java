package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.format.document.OfficeXml.Found;
import ballast.format.document.OfficeXml.Summary;
import ballast.format.document.Paragraph.Zone;
import ballast.format.file.XmlEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class WordStructure extends Structure {

  /**
   * The position of the mark of a note.
   *
   * @param order among all marks, from 0
   * @param ofKind its number among the footnotes or the endnotes, from 1; 0 for a note without mark
   */
  private record NoteMark(long order, int ofKind) {}

  private static final String MAIN = "word/document.xml";

  private final WordStyles styles = new WordStyles();
  private final Map<String, Outline> outlines = new HashMap<>();
  private final Map<String, NoteMark> marks = new HashMap<>();
  private final Map<String, Integer> marksOfKind = new HashMap<>();
  private final List<String> hidden = new ArrayList<>();
  private long shown;
  private int headings;
  private int paragraphs;

  WordStructure(PackageFile file) {
    super(file);
    file.read("word/styles.xml", styles::read);
  }

  @Override
  @Nullable Paragraph of(Unit unit) {
    String part = unit.part();
    if (part.startsWith("word/glossary/")) {
      return null;
    }
    shown += unit.text().length();
    Outline outline = outlines.computeIfAbsent(part, this::outline);
    Paragraph found = outline.take(unit.text());
    if (found != null) {
      return found;
    }
    Paragraph last = outline.lastTaken();
    boolean margin = kind(part).equals("header") || kind(part).equals("footer");
    return new Paragraph(
        margin ? BlockType.FURNITURE : BlockType.PARAGRAPH,
        0,
        last == null ? kind(part) : last.place(),
        last == null ? zone(part) : last.zone(),
        last == null ? 0 : last.number());
  }

  private Outline outline(String part) {
    Outline outline = new Outline();
    Summary summary =
        OfficeXml.read(
            file, part, styles::hide, found -> outline.add(found.text(), paragraph(part, found)));
    summary.marks().forEach(this::addMark);
    hidden.addAll(summary.hidden());
    return outline;
  }

  /** Returns the kind of a part of the archive: {@code header1.xml} is a header. */
  private static String kind(String part) {
    return part.substring(part.lastIndexOf('/') + 1).replaceAll("[0-9]*\\.xml$", "");
  }

  private static Zone zone(String part) {
    return switch (kind(part)) {
      case "header", "footer" -> Zone.MARGIN;
      case "footnotes", "endnotes" -> Zone.NOTE;
      case "document" -> Zone.BODY;
      default -> Zone.BOX;
    };
  }

  private Paragraph paragraph(String part, Found found) {
    long number = found.spot().number();
    return switch (zone(part)) {
      case MARGIN -> of(BlockType.FURNITURE, 0, kind(part), Zone.MARGIN, number, found);
      case NOTE -> note(found);
      case BOX -> of(BlockType.PARAGRAPH, 0, place(part), Zone.BOX, number, found);
      case BODY, LEFT_OUT -> body(found);
    };
  }

  /** Returns the place of a part that is neither text nor note: a diagram or a chart. */
  private static String place(String part) {
    return part.contains("/diagrams/")
        ? "diagram"
        : part.contains("/charts/") ? "chart" : kind(part);
  }

  private Paragraph note(Found found) {
    String id = found.spot().note();
    NoteMark mark = marks.getOrDefault(id, new NoteMark(marks.size(), 0));
    String kind = noteKind(id);
    return of(
        BlockType.NOTE,
        0,
        mark.ofKind() == 0 ? kind : kind + " " + mark.ofKind(),
        Zone.NOTE,
        mark.order() << 32 | found.spot().number(),
        found);
  }

  private void addMark(String id) {
    if (!marks.containsKey(id)) {
      int ofKind = marksOfKind.merge(noteKind(id), 1, Integer::sum);
      marks.put(id, new NoteMark(marks.size(), ofKind));
    }
  }

  private static String noteKind(String id) {
    return id.startsWith("endnote") ? "endnote" : "note";
  }

  private Paragraph body(Found found) {
    WordStyles.Meaning style = styles.of(found.style());
    WordStyles.Meaning meaning =
        found.outline() > 0 ? new WordStyles.Meaning(BlockType.HEADING, found.outline()) : style;
    if (found.listed() && meaning.type() == BlockType.PARAGRAPH) {
      meaning = new WordStyles.Meaning(BlockType.LIST_ITEM, 0);
    }
    long number = found.spot().number();
    if (found.spot().box() > 0) {
      String place = "text box " + found.spot().box();
      return of(meaning.type(), meaning.level(), place, Zone.BOX, number, found);
    }
    if (!found.spot().cell().isEmpty()) {
      return of(BlockType.CELL, 0, found.spot().cell(), Zone.BODY, number, found);
    }
    String place =
        meaning.type() == BlockType.HEADING ? "heading " + ++headings : "paragraph " + ++paragraphs;
    return of(meaning.type(), meaning.level(), place, Zone.BODY, number, found);
  }

  private static Paragraph of(
      BlockType type, int level, String place, Zone zone, long number, Found found) {
    return new Paragraph(type, level, place, zone, number, found.inside());
  }

  @Override
  void addNotes(List<String> notes) {
    comments("word/comments\\.xml", "comment", notes);
    properties("docProps/core.xml", notes);
    leftOut(hidden.size(), "run of hidden text", "runs of hidden text", notes);
    if (file.parts().contains("word/glossary/document.xml")) {
      notes.add("building blocks (AutoText) left out");
    }
  }

  @Override
  List<String> warnings() {
    if (outlines.isEmpty() && file.parts().contains(MAIN)) {
      outline(MAIN); // nothing of it is shown
    }
    List<String> warnings = new ArrayList<>(hidden("document", hidden, shown));
    long embedded =
        file.parts().stream().filter(WordStructure::isRelations).mapToLong(this::embedded).sum();
    if (embedded > 0) {
      warnings.add(
          CountedNoun.of(
                  embedded,
                  "document that is embedded as a whole (altChunk) was left out",
                  "documents that are embedded as a whole (altChunk) were left out")
              + ": open the file in Word and save it, so that its text is part of it");
    }
    return warnings;
  }

  private static boolean isRelations(String part) {
    return part.matches("word/_rels/.+\\.rels"); // a folder has an entry of its own in some files
  }

  /** Counts the documents that the part with these relations inserts when Word opens it. */
  private long embedded(String relations) {
    return file.count(relations, xml -> xml.attribute("Type").endsWith("/aFChunk"));
  }

  private static final class WordStyles {

    record Meaning(BlockType type, int level) {

      static final Meaning NONE = new Meaning(BlockType.PARAGRAPH, 0);
    }

    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|標題) ?([1-9])");
    private static final Pattern TITLE = Pattern.compile("title|标题|標題");
    private static final Pattern CAPTION = Pattern.compile("caption|题注|題注|标号");
    private static final Pattern CODE =
        Pattern.compile("(?:source )?code(?: block)?|(?:源)?代码(?:块)?|html preformatted|macro");

    /** Maximum length of a chain of styles; a longer one is circular. */
    private static final int MAX_CHAIN = 20;

    private static final class Style {
      private String name = "";
      private String basedOn = "";
      private int outline;
      private boolean listed;

      /** Null if it does not specify it. */
      private @Nullable Boolean vanish;
    }

    private final Map<String, Style> styles = new HashMap<>();

    private final Style defaults = new Style();

    private String defaultStyle = "";

    void read(XmlEvents xml) {
      Style style = defaults;
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "style" -> {
            style = new Style();
            styles.put(xml.attribute("styleId"), style);
            if (xml.attribute("type").equals("paragraph")
                && xml.attribute("default").matches("1|true|on")) {
              defaultStyle = xml.attribute("styleId");
            }
          }
          case "name" -> style.name = xml.attribute("val").toLowerCase(Locale.ROOT).strip();
          case "basedOn" -> style.basedOn = xml.attribute("val");
          case "outlineLvl" -> style.outline = OfficeXml.level(xml.attribute("val"));
          case "vanish" -> style.vanish = OfficeXml.isOn(xml);
          case "rPrChange", "pPrChange" -> xml.skip();
          case "numId" -> style.listed = !xml.attribute("val").equals("0");
          default -> {
            // Formatting.
          }
        }
      }
    }

    Meaning of(String id) {
      return chain(id)
          .map(WordStyles::meaning)
          .filter(meaning -> !meaning.equals(Meaning.NONE))
          .findFirst()
          .orElse(Meaning.NONE);
    }

    /** Returns a style and those that it is based on. */
    private Stream<Style> chain(String id) {
      return Stream.iterate(styles.get(id), Objects::nonNull, style -> styles.get(style.basedOn))
          .limit(MAX_CHAIN);
    }

    /** Whether the styles hide the run, unless the run overrides them. */
    boolean hide(String paragraph, String run) {
      Stream<Style> ofParagraph = chain(styles.containsKey(paragraph) ? paragraph : defaultStyle);
      return Stream.of(chain(run), ofParagraph, Stream.of(defaults))
          .flatMap(styles -> styles)
          .filter(style -> style.vanish != null)
          .findFirst()
          .map(style -> style.vanish)
          .orElse(false);
    }

    private static Meaning meaning(Style style) {
      Matcher heading = HEADING.matcher(style.name);
      if (heading.matches()) {
        return new Meaning(BlockType.HEADING, Integer.parseInt(heading.group(1)));
      }
      if (style.outline > 0) {
        return new Meaning(BlockType.HEADING, style.outline);
      }
      if (TITLE.matcher(style.name).matches()) {
        return new Meaning(BlockType.HEADING, 1);
      }
      if (CAPTION.matcher(style.name).matches()) {
        return new Meaning(BlockType.CAPTION, 0);
      }
      if (CODE.matcher(style.name).matches()) {
        return new Meaning(BlockType.CODE, 0);
      }
      return style.listed ? new Meaning(BlockType.LIST_ITEM, 0) : Meaning.NONE;
    }
  }
}

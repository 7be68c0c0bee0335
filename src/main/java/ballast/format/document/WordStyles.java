package ballast.format.document;

import ballast.bitext.BlockType;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Event;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the styles of a Word document make of their paragraphs. */
final class WordStyles {

  /**
   * What a style says.
   *
   * @param type of its paragraphs
   * @param level of headings, from 1; otherwise 0
   */
  record Meaning(BlockType type, int level) {

    static final Meaning NONE = new Meaning(BlockType.PARAGRAPH, 0);
  }

  private static final Pattern HEADING = Pattern.compile("(?:heading|标题|標題) ?([1-9])");
  private static final Pattern TITLE = Pattern.compile("title|标题|標題");
  private static final Pattern CAPTION = Pattern.compile("caption|题注|題注|标号");
  private static final Pattern CODE =
      Pattern.compile("(?:source )?code(?: block)?|(?:源)?代码(?:块)?|html preformatted|macro");

  /** A chain of styles that is longer goes in a circle. */
  private static final int MAX_CHAIN = 20;

  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private int outline;
    private boolean listed;

    /** Whether it hides its text; null if it does not say. */
    private @Nullable Boolean vanish;
  }

  private final Map<String, Style> styles = new HashMap<>();

  /** What holds where no style says otherwise. */
  private final Style defaults = new Style();

  /** The ID of the style of paragraphs that name none. */
  private String defaultStyle = "";

  private WordStyles() {}

  /**
   * Reads the part with the styles.
   *
   * @param part null if the document has none
   * @param name what to call it in messages
   */
  static WordStyles read(@Nullable InputStream part, String name) {
    WordStyles read = new WordStyles();
    if (part != null) {
      try (XmlEvents xml = new XmlEvents(part, name, (line, what) -> {})) {
        read.read(xml);
      }
    }
    return read;
  }

  private void read(XmlEvents xml) {
    Style style = defaults;
    Event event = xml.next();
    while (event != Event.DONE) {
      if (event == Event.START) {
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
            // Says how it looks.
          }
        }
      }
      event = xml.next();
    }
  }

  /** What the style with an ID makes of its paragraphs. */
  Meaning of(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MAX_CHAIN; i++) {
      Meaning meaning = meaning(style);
      if (!meaning.equals(Meaning.NONE)) {
        return meaning;
      }
      style = styles.get(style.basedOn);
    }
    return Meaning.NONE;
  }

  /**
   * Whether the styles of a paragraph and of a run in it hide the run, unless it says otherwise.
   */
  boolean hide(String paragraph, String run) {
    Boolean ofRun = vanish(run);
    Boolean said =
        ofRun != null ? ofRun : vanish(styles.containsKey(paragraph) ? paragraph : defaultStyle);
    return Boolean.TRUE.equals(said != null ? said : defaults.vanish);
  }

  private @Nullable Boolean vanish(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MAX_CHAIN; i++) {
      if (style.vanish != null) {
        return style.vanish;
      }
      style = styles.get(style.basedOn);
    }
    return null;
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

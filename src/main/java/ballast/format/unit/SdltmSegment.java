package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Attribute;
import ballast.format.xml.XmlEvents.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A segment of a Trados memory: XML with texts and tags, which become the codes of Trados' TMX.
 *
 * @param text with its codes
 * @param lang the language that it names; empty if it names none
 * @param problem why it cannot be read; empty if it can
 */
record SdltmSegment(InlineText text, String lang, String problem) {

  /** Longest name of a language or a tag, in UTF-16 units. */
  private static final int MAX_NAME = 1_000;

  /** The element of a code for a type of tag; all other types are placeholders. */
  private static final Map<String, String> ELEMENTS =
      Map.of("Start", "bpt", "End", "ept", "UnmatchedStart", "it", "UnmatchedEnd", "it");

  /**
   * Reads a segment.
   *
   * @param written as the database has it; empty when it has none, or one that is too long
   * @param place of its unit, for messages
   */
  static SdltmSegment of(String written, int place, UnitEvents events) {
    InlineText text = new InlineText(Side.SOURCE);
    if (written.isEmpty()) {
      return new SdltmSegment(text, "", "it has no segment that can be read");
    }
    try (XmlEvents xml =
        XmlEvents.of(written, "segment", (line, what) -> events.corrected(place, what))) {
      return new SdltmSegment(text, read(xml, text), "");
    } catch (InputException e) {
      return new SdltmSegment(text, "", "its segment is not XML");
    }
  }

  private static String read(XmlEvents xml, InlineText text) {
    String lang = "";
    if (xml.next() != Event.START || !xml.name().equals("Segment")) {
      throw xml.broken("not a segment", "");
    }
    while (xml.depth() > 0) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "Value" -> text.add(xml.allText(InlineText.MAX_LENGTH + 1));
          case "Tag" -> tag(xml, text);
          case "CultureName" -> lang = xml.allText(MAX_NAME);
          default -> {
            // The elements inside it follow.
          }
        }
      }
    }
    xml.next();
    return lang.strip();
  }

  private static void tag(XmlEvents xml, InlineText text) {
    Map<String, String> said = new HashMap<>();
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        said.put(xml.name(), xml.allText(InlineText.MAX_LENGTH + 1).strip());
      }
    }
    String type = said.getOrDefault("Type", "");
    String element = ELEMENTS.getOrDefault(type, "ph");
    List<Attribute> attributes = new ArrayList<>();
    if (element.equals("it")) {
      attributes.add(new Attribute("pos", type.equals("UnmatchedStart") ? "begin" : "end"));
    } else if (!element.equals("ph")) {
      attributes.add(new Attribute("i", said.getOrDefault("Anchor", "0")));
    }
    String pair = said.getOrDefault("AlignmentAnchor", "0");
    if (!element.equals("ept") && !pair.equals("0")) {
      attributes.add(new Attribute("x", pair));
    }
    String id = said.getOrDefault("TagID", "");
    if (!element.equals("ept") && !id.isEmpty()) {
      attributes.add(new Attribute("type", id));
    }
    text.open(element, attributes);
    text.add(said.getOrDefault("TextEquivalent", ""));
    text.close();
  }

  Variant variant(int place, String otherwise) {
    return new Variant(
        place, lang.isEmpty() ? otherwise : lang, true, text.text(), text.codes(), List.of());
  }
}

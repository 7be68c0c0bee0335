package ballast.format.unit;

import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlEvents.Attribute;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.format.unit.TmxWriter.TmxXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TMX 1.1 to 1.4b, levels 1 and 2, plain or gzip-compressed, in constant memory.
 *
 * <p>Only {@code tuv/seg} is text: the value of a property is never read as text. Languages are
 * chosen by code, never by order; {@code lang} and {@code xml:lang} are equivalent. Inline codes
 * become {@link ballast.bitext.InlineCode}s; attributes, properties and notes become {@link
 * ballast.bitext.Unit.Extras}. References in a DOCTYPE are not opened, and no entity is expanded.
 */
public final class TmxReader {

  private static final int MAX_PARTS = 2_000;

  private final XmlEvents xml;
  private final PairMaker pairs;
  private String sourceLang = "";
  private Writer writer = Writer.OTHER;
  private int size;
  private boolean tooLong;

  private TmxReader(XmlEvents xml, PairMaker pairs) {
    this.xml = xml;
    this.pairs = pairs;
  }

  /**
   * @throws ballast.bitext.InputException with line and column where the file is not TMX or not
   *     XML; all earlier units have been passed on
   */
  public static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new TmxReader(xml, new PairMaker(options, events)).read();
    }
  }

  private void read() {
    xml.root("a TMX file", "check that it is the file you mean", "tmx");
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "header" -> {
          sourceLang = xml.attribute("srclang");
          boolean ours = xml.attribute("o-tmf").equals(TmxXml.FORMAT);
          writer = ours ? Writer.BALLAST : Writer.OTHER;
          xml.skip();
        }
        case "body" -> {
          // Its units follow.
        }
        case "tu" -> unit();
        default -> xml.skip();
      }
    }
  }

  private void unit() {
    tooLong = false;
    size = 0;
    int line = xml.line();
    int outside = xml.depth() - 1;
    List<Property> properties = attributes("");
    String lang = xml.attribute("srclang");
    List<Variant> variants = new ArrayList<>();
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "tuv" -> add(variants, variant());
        case "prop", "note" -> add(properties, property());
        default -> xml.skip();
      }
    }
    RawUnit unit =
        new RawUnit(
            line, lang.isEmpty() ? sourceLang : lang, properties, variants, writer(properties));
    if (tooLong) {
      pairs.refuseTooLong(unit);
    } else {
      pairs.accept(unit);
    }
  }

  /** A unit that an import rejected is judged again. */
  private Writer writer(List<Property> properties) {
    boolean refused = properties.stream().anyMatch(p -> p.name().equals(RejectedUnits.REASON));
    return refused && writer == Writer.BALLAST ? Writer.PERSON : writer;
  }

  private Variant variant() {
    int outside = xml.depth() - 1;
    String lang = xml.attribute("lang");
    List<Property> properties = attributes("lang");
    InlineText text = new InlineText();
    boolean hasText = false;
    while (xml.nextInside(outside)) {
      if (xml.name().equals("seg") && !hasText) {
        hasText = true;
        text.read(xml);
      } else if (xml.name().equals("prop") || xml.name().equals("note")) {
        add(properties, property());
      } else {
        xml.skip();
      }
    }
    grow(text.size());
    return tooLong
        ? new Variant(lang, hasText, "", List.of(), List.of())
        : new Variant(lang, hasText, text.text(), text.codes(), properties);
  }

  private List<Property> attributes(String except) {
    List<Property> properties = new ArrayList<>();
    for (Attribute attribute : xml.attributes()) {
      String name = attribute.name();
      if (!name.equals(except) && !name.equals("xml:" + except)) {
        grow(attribute.value().length());
        add(properties, new Property(Scope.UNIT, Kind.ATTRIBUTE, name, attribute.value(), ""));
      }
    }
    return properties;
  }

  private Property property() {
    boolean isNote = xml.name().equals("note");
    String lang = xml.attribute("lang");
    String type = isNote ? "" : xml.attribute("type");
    String value = xml.allText(InlineText.MAX_LENGTH + 1);
    grow(lang.length() + type.length() + value.length());
    return new Property(Scope.UNIT, isNote ? Kind.NOTE : Kind.PROP, type, value, lang);
  }

  private <T> void add(List<T> parts, T part) {
    tooLong |= parts.size() == MAX_PARTS;
    if (!tooLong) {
      parts.add(part);
    }
  }

  private void grow(int more) {
    size += more;
    tooLong |= size > InlineText.MAX_LENGTH;
  }
}

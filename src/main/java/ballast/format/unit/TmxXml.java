package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.format.file.OwnMark;
import ballast.format.file.XmlText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of TMX 1.4b, one per line, with the same bytes for the same units. Replaces
 * characters that XML forbids as {@link XmlText#fit} does, and writes unpaired codes as isolated
 * ones.
 */
final class TmxXml {

  /** The name in the header for Ballast's form of the file. */
  static final String FORMAT = "Ballast";

  private static final Pattern NAME = Pattern.compile("(xml:)?[A-Za-z_][\\w.-]{0,200}");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)=\"([^\"]*)\"");

  private final Writer writer;
  private final XMLStreamWriter xml;

  TmxXml(Writer writer) throws IOException {
    this.writer = writer;
    try {
      // Always the JDK's own writer: the bytes must not depend on the class path.
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  void start(String sourceLang, String segmentType) throws IOException {
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    try {
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.4");
      line(1);
      xml.writeEmptyElement("header");
      xml.writeAttribute("creationtool", OwnMark.TOOL);
      // The version of this form of the file, not of the program, so that an update changes no
      // file.
      xml.writeAttribute("creationtoolversion", "1");
      xml.writeAttribute("segtype", segmentType);
      xml.writeAttribute("o-tmf", FORMAT);
      xml.writeAttribute("adminlang", "en-US");
      xml.writeAttribute("srclang", sourceLang);
      xml.writeAttribute("datatype", "plaintext");
      line(1);
      xml.writeStartElement("body");
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  void end() throws IOException {
    try {
      line(1);
      xml.writeEndElement();
      line(0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
    writer.write("\n");
    writer.flush();
  }

  /** Begins a unit; skips attributes without a valid name. */
  void startUnit(Map<String, String> attributes) throws XMLStreamException {
    line(2);
    xml.writeStartElement("tu");
    attributes(attributes);
  }

  void endUnit() throws XMLStreamException {
    line(2);
    xml.writeEndElement();
  }

  void property(Property property) throws XMLStreamException {
    property(property, 3);
  }

  /**
   * @param codes codes of this text, by rising offset
   */
  void variant(
      Map<String, String> attributes,
      List<Property> properties,
      String text,
      List<InlineCode> codes)
      throws XMLStreamException {
    line(3);
    xml.writeStartElement("tuv");
    attributes(attributes);
    for (Property property : properties) {
      property(property, 4);
    }
    if (!properties.isEmpty()) {
      line(4);
    }
    xml.writeStartElement("seg");
    segment(text, codes);
    xml.writeEndElement();
    if (!properties.isEmpty()) {
      line(3);
    }
    xml.writeEndElement();
  }

  private void property(Property property, int depth) throws XMLStreamException {
    boolean isNote = property.kind() == Kind.NOTE;
    line(depth);
    xml.writeStartElement(isNote ? "note" : "prop");
    if (!isNote) {
      xml.writeAttribute("type", XmlText.fit(property.name()));
    }
    if (!property.lang().isEmpty()) {
      xml.writeAttribute("xml:lang", XmlText.fit(property.lang()));
    }
    XmlText.write(xml, XmlText.fit(property.value()));
    xml.writeEndElement();
  }

  private void attributes(Map<String, String> attributes) throws XMLStreamException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (NAME.matcher(attribute.getKey()).matches()) {
        xml.writeAttribute(attribute.getKey(), XmlText.fit(attribute.getValue()));
      }
    }
  }

  private void segment(String text, List<InlineCode> codes) throws XMLStreamException {
    Deque<String> open = new ArrayDeque<>();
    int from = 0;
    for (InlineCode code : codes) {
      XmlText.write(xml, XmlText.fit(text.substring(from, code.offset())));
      from = code.offset();
      code(code, open);
    }
    XmlText.write(xml, XmlText.fit(text.substring(from)));
    for (int i = 0; i < open.size(); i++) {
      xml.writeEndElement();
    }
  }

  private void code(InlineCode code, Deque<String> open) throws XMLStreamException {
    if (!NAME.matcher(code.name()).matches()) {
      return;
    }
    if (!code.isClosing()) {
      xml.writeStartElement(code.name());
      codeAttributes(code.attributes());
      if (code.isOpening()) {
        open.push(code.name());
      }
    } else if (code.name().equals(open.peek())) {
      open.pop();
      xml.writeEndElement();
    } else {
      return;
    }
    XmlText.write(xml, XmlText.fit(code.content()));
    if (!code.isOpening() && !code.isClosing()) {
      xml.writeEndElement();
    }
  }

  private void codeAttributes(String attributes) throws XMLStreamException {
    Set<String> written = new HashSet<>();
    Matcher matcher = ATTRIBUTE.matcher(attributes);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (NAME.matcher(name).matches() && written.add(name)) {
        xml.writeAttribute(name, XmlText.fit(unescaped(matcher.group(2))));
      }
    }
  }

  private static String unescaped(String value) {
    return value.replace("&quot;", "\"").replace("&amp;", "&");
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /**
   * Turns inline codes into those of TMX. Codes from XLIFF become native code: the translator's
   * program has to restore their tags.
   */
  static final class TmxCodes {

    private static final Set<String> KNOWN = Set.of("bpt", "ept", "it", "ph", "hi", "ut", "sub");

    /** Half a pair in XLIFF 1.2. */
    private static final Pattern ISOLATED = Pattern.compile("\\bpos=\"(open|close)\"");

    private TmxCodes() {}

    static List<InlineCode> of(List<InlineCode> codes, Side side) {
      List<InlineCode> found = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>();
      Set<Integer> taken = new HashSet<>();
      for (InlineCode code : codes) {
        if (code.side() != side) {
          continue;
        }
        Matcher isolated = ISOLATED.matcher(code.attributes());
        if (code.name().equals("it") && isolated.find()) {
          String place = isolated.group(1).equals("open") ? "begin" : "end";
          String number = code.number() > 0 ? " x=\"" + code.number() + "\"" : "";
          found.add(made(code, "it", "pos=\"" + place + "\"" + number, code.content()));
        } else if (KNOWN.contains(code.name())) {
          found.add(code);
        } else if (code.isOpening()) {
          int number = number(code, taken);
          open.push(number);
          found.add(
              made(code, "bpt", "i=\"" + number + "\"", "<" + tag(code) + ">" + code.content()));
        } else if (code.isClosing()) {
          boolean pairless = open.isEmpty();
          String attributes = pairless ? "pos=\"end\"" : "i=\"" + open.pop() + "\"";
          String content = "</" + code.name() + ">" + code.content();
          found.add(made(code, pairless ? "it" : "ept", attributes, content));
        } else {
          String content =
              code.content().isEmpty()
                  ? "<" + tag(code) + "/>"
                  : "<" + tag(code) + ">" + code.content() + "</" + code.name() + ">";
          found.add(made(code, "ph", "", content));
        }
      }
      return found;
    }

    /** Uses the code's own number if possible, because its counterpart has the same. */
    private static int number(InlineCode code, Set<Integer> taken) {
      int number = code.number();
      if (number == 0 || taken.contains(number)) {
        number = 1;
        while (taken.contains(number)) {
          number++;
        }
      }
      taken.add(number);
      return number;
    }

    private static InlineCode made(
        InlineCode code, String element, String attributes, String content) {
      return new InlineCode(code.side(), code.offset(), element, attributes, content);
    }

    private static String tag(InlineCode code) {
      return code.attributes().isEmpty() ? code.name() : code.name() + " " + code.attributes();
    }
  }
}

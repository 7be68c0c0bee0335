package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.format.file.OwnMark;
import ballast.format.file.XmlOutput;
import ballast.format.file.XmlText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private final XmlOutput xml;

  TmxXml(OutputStream out, String sourceLang) throws IOException {
    this.xml = new XmlOutput(out);
    xml.start("tmx", "version", "1.4");
    xml.line(1);
    xml.empty("header", "creationtool", OwnMark.TOOL);
    // The version of this form of the file, not of the program, so that an update changes no
    // file.
    xml.attribute("creationtoolversion", "1");
    xml.attribute("segtype", "sentence");
    xml.attribute("o-tmf", FORMAT);
    xml.attribute("adminlang", "en-US");
    xml.attribute("srclang", sourceLang);
    xml.attribute("datatype", "plaintext");
    xml.start(1, "body");
  }

  void end() throws IOException {
    xml.end(1);
    xml.end(0);
    xml.finish("\n");
  }

  void startUnit(Map<String, String> attributes) throws IOException {
    xml.start(2, "tu");
    attributes(attributes);
  }

  void endUnit() throws IOException {
    xml.end(2);
  }

  void property(Property property) throws IOException {
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
      throws IOException {
    xml.start(3, "tuv");
    attributes(attributes);
    for (Property property : properties) {
      property(property, 4);
    }
    if (!properties.isEmpty()) {
      xml.line(4);
    }
    xml.start("seg");
    segment(text, codes);
    xml.end();
    if (!properties.isEmpty()) {
      xml.line(3);
    }
    xml.end();
  }

  private void property(Property property, int depth) throws IOException {
    boolean isNote = property.kind() == Kind.NOTE;
    xml.start(depth, isNote ? "note" : "prop");
    if (!isNote) {
      xml.attribute("type", property.name());
    }
    if (!property.lang().isEmpty()) {
      xml.attribute("xml:lang", property.lang());
    }
    xml.text(property.value());
    xml.end();
  }

  private void attributes(Map<String, String> attributes) throws IOException {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (NAME.matcher(attribute.getKey()).matches()) {
        xml.attribute(attribute.getKey(), attribute.getValue());
      }
    }
  }

  private void segment(String text, List<InlineCode> codes) throws IOException {
    Deque<String> open = new ArrayDeque<>();
    int from = 0;
    for (InlineCode code : codes) {
      xml.text(text.substring(from, code.offset()));
      from = code.offset();
      code(code, open);
    }
    xml.text(text.substring(from));
    for (int i = 0; i < open.size(); i++) {
      xml.end();
    }
  }

  private void code(InlineCode code, Deque<String> open) throws IOException {
    if (!NAME.matcher(code.name()).matches()) {
      return;
    }
    if (!code.isClosing()) {
      xml.start(code.name());
      codeAttributes(code.attributes());
      if (code.isOpening()) {
        open.push(code.name());
      }
    } else if (code.name().equals(open.peek())) {
      open.pop();
      xml.end();
    } else {
      return;
    }
    xml.text(code.content());
    if (!code.isOpening() && !code.isClosing()) {
      xml.end();
    }
  }

  private void codeAttributes(String attributes) throws IOException {
    Set<String> written = new HashSet<>();
    Matcher matcher = ATTRIBUTE.matcher(attributes);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (NAME.matcher(name).matches() && written.add(name)) {
        xml.attribute(name, unescaped(matcher.group(2)));
      }
    }
  }

  private static String unescaped(String value) {
    return value.replace("&quot;", "\"").replace("&amp;", "&");
  }

  private static final Set<String> KNOWN = Set.of("bpt", "ept", "it", "ph", "hi", "ut", "sub");

  /** Half a pair in XLIFF 1.2. */
  private static final Pattern ISOLATED = Pattern.compile("\\bpos=\"(open|close)\"");

  /**
   * Turns inline codes into those of TMX. Codes from XLIFF become native code: the translator's
   * program has to restore their tags.
   */
  static List<InlineCode> codes(List<InlineCode> codes, Side side) {
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

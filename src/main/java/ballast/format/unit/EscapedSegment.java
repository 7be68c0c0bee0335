package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Event;
import java.io.ByteArrayInputStream;
import java.util.List;

/** The text of a segment as escaped XML in a property, the form in which memoQ writes contexts. */
final class EscapedSegment {

  private EscapedSegment() {}

  /** The text as an escaped {@code seg} element. */
  static String of(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    escaped = escaped.replace("\r", "&#13;"); // or a parser would make a line feed of it
    return "<seg>" + escaped + "</seg>";
  }

  /** The plain text; the value itself if it is not a {@code seg} element. */
  static String text(String value) {
    String stripped = value.strip();
    if (!stripped.startsWith("<seg>") || !stripped.endsWith("</seg>")) {
      return value;
    }
    try (XmlEvents xml =
        new XmlEvents(
            new ByteArrayInputStream(stripped.getBytes(UTF_8)), "context", (line, what) -> {})) {
      xml.next();
      InlineText text = new InlineText(Side.SOURCE);
      while (xml.depth() > 0) {
        Event event = xml.next();
        if (event == Event.TEXT) {
          text.add(xml.text());
        } else if (event == Event.START) {
          text.open(xml.name(), List.of());
        } else if (text.depth() > 0) {
          text.close();
        }
      }
      return text.text();
    } catch (InputException e) {
      // The content is not XML, so it is taken literally.
      return stripped.substring("<seg>".length(), stripped.length() - "</seg>".length());
    }
  }
}

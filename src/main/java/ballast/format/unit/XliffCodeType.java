package ballast.format.unit;

import ballast.bitext.InlineCode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What a code does, bold or link, in the words of each version of XLIFF. */
final class XliffCodeType {

  private static final Pattern TYPE = Pattern.compile("\\btype=\"([^\"]*)\"");
  private static final Pattern SUBTYPE = Pattern.compile("\\bsubType=\"([^\"]*)\"");

  /** The values of {@code ctype} in version 1.2 (3.2.1). */
  private static final Map<String, String> FIRST =
      Map.of(
          "bold",
          "bold",
          "italic",
          "italic",
          "underline",
          "underlined",
          "link",
          "link",
          "image",
          "image",
          "break",
          "lb");

  /** The values of {@code type} in version 2.1 (4.3.1.40). */
  private static final Set<String> SECOND = Set.of("fmt", "ui", "quote", "link", "image", "other");

  /** The values of {@code subType} in version 2.1 (4.3.1.36). */
  private static final Map<String, String> SECOND_SUBTYPES =
      Map.of("bold", "xlf:b", "italic", "xlf:i", "underline", "xlf:u", "break", "xlf:lb");

  private XliffCodeType() {}

  /** Writes the attributes that say it; a kind for which the version has no word is left out. */
  static void write(XMLStreamWriter xml, XliffVersion version, InlineCode code)
      throws XMLStreamException {
    String type = value(TYPE, code);
    String subType = value(SUBTYPE, code);
    if (version == XliffVersion.V1_2) {
      String said = first(code);
      if (!said.isEmpty()) {
        xml.writeAttribute("ctype", said);
      }
    } else if (SECOND.contains(type)) {
      xml.writeAttribute("type", type);
      if (SECOND_SUBTYPES.containsKey(subType)) {
        xml.writeAttribute("subType", SECOND_SUBTYPES.get(subType));
      }
    }
  }

  /** The value of {@code ctype} in version 1.2; empty if it has no word for this kind. */
  static String first(InlineCode code) {
    String subType = value(SUBTYPE, code);
    return FIRST.getOrDefault(subType.isEmpty() ? value(TYPE, code) : subType, "");
  }

  private static String value(Pattern attribute, InlineCode code) {
    Matcher matcher = attribute.matcher(code.attributes());
    return matcher.find() ? matcher.group(1) : "";
  }
}

package ballast.segment;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads SRX 2.0 (and 1.0, whose elements have the same names) with the Okapi extensions that change
 * where breaks fall. Elements are recognised by their local names, so files without a namespace can
 * be read too. A DOCTYPE is accepted and ignored; no entity is ever fetched.
 */
final class SrxReader {

  private static final String HINT =
      "check the file in an XML editor, or omit --srx to use the built-in rules";

  /** How much of the message of the parser is shown, in code points: it may hold the file. */
  private static final int MAX_DETAIL = 200;

  private final String name;
  private final XMLStreamReader xml;
  private final Map<String, List<SrxRule>> groups = new LinkedHashMap<>();
  private final List<SrxFile.LanguageMap> maps = new ArrayList<>();
  private String group = "";
  private String comment = "";
  private int number;
  private boolean cascade;
  private boolean icuBreaks;
  private String mask = "";

  private SrxReader(String name, XMLStreamReader xml) {
    this.name = name;
    this.xml = xml;
  }

  /**
   * Reads a whole file.
   *
   * @param name its name in messages
   * @param bytes the whole file
   * @throws InputException if it is not well-formed XML or not SRX; the message names line and
   *     column
   */
  static SrxFile read(String name, byte[] bytes) {
    String text = XmlText.decode(name, bytes);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new SrxReader(name, factory.createXMLStreamReader(new StringReader(text))).document();
    } catch (XMLStreamException e) {
      throw malformed(name, e);
    }
  }

  private SrxFile document() throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      // A DOCTYPE, comments.
    }
    if (!xml.getLocalName().equals("srx")) {
      throw wrong("the root element is <" + xml.getLocalName() + ">, not <srx>");
    }
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> element();
        case XMLStreamConstants.COMMENT -> comment = xml.getText().strip().replaceAll("\\s+", " ");
        default -> {
          // White space, processing instructions, end tags.
        }
      }
    }
    if (groups.isEmpty()) {
      throw wrong("there is no <languagerule>");
    }
    return new SrxFile(name, groups, maps, cascade, icuBreaks, mask);
  }

  private void element() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "header" -> cascade = attribute("cascade", "no").equals("yes");
      case "options" -> icuBreaks = attribute("useIcu4jBreakRules", "no").equals("yes");
      case "rangeRule" -> mask = xml.getElementText();
      case "languagerule" -> startGroup();
      case "rule" -> rule();
      case "languagemap" ->
          maps.add(
              new SrxFile.LanguageMap(
                  required("languagepattern"),
                  required("languagerulename"),
                  xml.getLocation().getLineNumber()));
      default -> {
        // Samples, format handles: they do not affect the breaks of plain text.
      }
    }
  }

  private void startGroup() {
    group = required("languagerulename");
    comment = "";
    number = 0;
    if (groups.put(group, new ArrayList<>()) != null) {
      throw wrong("there are two language rules named \"" + group + "\"");
    }
  }

  private void rule() throws XMLStreamException {
    List<SrxRule> rules = groups.get(group);
    if (rules == null) {
      throw wrong("a <rule> stands outside a <languagerule>");
    }
    String value = attribute("break", "yes");
    if (!value.equals("yes") && !value.equals("no")) {
      throw wrong("break is \"" + value + "\", not yes or no");
    }
    number++;
    boolean active = attribute("active", "yes").equals("yes");
    String why = comment;
    comment = "";
    String before = "";
    String after = "";
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("rule")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "beforebreak" -> before = xml.getElementText();
          case "afterbreak" -> after = xml.getElementText();
          default -> throw wrong("<" + xml.getLocalName() + "> does not belong in a <rule>");
        }
      }
    }
    if (active) {
      rules.add(new SrxRule(group, number, before, after, value.equals("yes"), why));
    }
  }

  private String required(String attribute) {
    String value = attribute(attribute, "");
    if (value.isEmpty()) {
      throw wrong("<" + xml.getLocalName() + "> has no " + attribute);
    }
    return value;
  }

  /** Finds attributes by their local names: {@code okpsrx:active} is {@code active}. */
  private String attribute(String attribute, String defaultValue) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return defaultValue;
  }

  private InputException wrong(String problem) {
    return new InputException(
        String.format(
            Locale.ROOT,
            "\"%s\" line %d, column %d: not usable as SRX rules: %s",
            name,
            xml.getLocation().getLineNumber(),
            xml.getLocation().getColumnNumber(),
            problem),
        HINT);
  }

  private static InputException malformed(String name, XMLStreamException e) {
    javax.xml.stream.@Nullable Location at = e.getLocation();
    String where =
        at == null || at.getLineNumber() < 1
            ? ""
            : String.format(
                Locale.ROOT, " line %d, column %d", at.getLineNumber(), at.getColumnNumber());
    String message = String.valueOf(e.getMessage());
    int detail = message.lastIndexOf("Message: ");
    return new InputException(
        String.format(
            Locale.ROOT,
            "\"%s\"%s: not well-formed XML: %s",
            name,
            where,
            Excerpt.of(detail < 0 ? message : message.substring(detail + 9).strip(), MAX_DETAIL)),
        HINT,
        e);
  }
}

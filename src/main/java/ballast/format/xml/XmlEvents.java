package ballast.format.xml;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.format.file.FileInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements and texts of an XML file one after the other, in constant memory. A DOCTYPE
 * line is skipped: nothing it names is opened and no entity is expanded. The use of an entity, like
 * any error, ends the reading with an {@link InputException} that names line and column.
 */
public final class XmlEvents implements AutoCloseable {

  public enum Event {
    START,
    END,
    TEXT,
    DONE
  }

  /**
   * An attribute.
   *
   * @param name with its prefix
   * @param value unescaped
   */
  public record Attribute(String name, String value) {}

  /** No format nests deeper; a file that does is an attack on the memory. */
  private static final int MAX_DEPTH = 1_000;

  /** The maximum length of the parser's message, which may quote the file, in UTF-16 units. */
  private static final int MAX_MESSAGE_LENGTH = 300;

  private final String file;
  private final XmlCharacters characters;
  private final XMLStreamReader xml;
  private int depth;

  /**
   * Opens a file.
   *
   * @param file what the user calls it, for messages
   * @param report receives the characters that had to be replaced
   */
  public XmlEvents(InputStream in, String file, XmlCharacters.Report report) {
    this(characters(in, file, report), file);
  }

  private static XmlCharacters characters(
      InputStream in, String file, XmlCharacters.Report report) {
    try {
      return new XmlCharacters(FileInput.xml(in, file), report);
    } catch (IOException e) {
      throw FileInput.unreadable(file, e);
    }
  }

  /**
   * Opens a piece of XML that is already text, for example a value of a database.
   *
   * @param name what the user calls it, for messages
   * @param report receives the characters that had to be replaced
   */
  public static XmlEvents of(String text, String name, XmlCharacters.Report report) {
    return new XmlEvents(new XmlCharacters(new StringReader(text), report), name);
  }

  private XmlEvents(XmlCharacters characters, String file) {
    this.file = file;
    this.characters = characters;
    try {
      this.xml = factory().createXMLStreamReader(characters);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    // The parser of the JDK, even if others are on the class path: its limits and defaults are
    // known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // A file is not refused because of an undeclared prefix.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it names another file, \"" + systemId + "\"");
        });
    // The JDK counts &lt; and the like against this limit: a large file would reach it.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
    factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
    return factory;
  }

  /**
   * Advances to the next element or text.
   *
   * @throws InputException if the file is not well-formed there, or uses an entity
   */
  public Event next() {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            return Event.START;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return Event.END;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return Event.TEXT;
          }
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw broken(
                  xml.getLocation().getLineNumber(),
                  xml.getLocation().getColumnNumber(),
                  "it uses the entity &" + xml.getLocalName() + ";, and entities are not expanded",
                  "write the character itself in its place");
          default -> {
            // Skips a comment, an instruction or the DOCTYPE line.
          }
        }
      }
      return Event.DONE;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** How many elements are open. */
  public int depth() {
    return depth;
  }

  /** The name of the element that begins or ends, without its prefix. */
  public String name() {
    return withoutPrefix(xml.getLocalName());
  }

  /** The text. */
  public String text() {
    return xml.getText();
  }

  /** The line where the element or text ends, counted from 1. */
  public int line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** The value of an attribute, whatever its prefix; empty if it is missing. */
  public String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (withoutPrefix(xml.getAttributeLocalName(i)).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The attributes, without declarations of namespaces. */
  public List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String prefix = xml.getAttributePrefix(i);
      String local = xml.getAttributeLocalName(i);
      String name = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
      if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
        attributes.add(new Attribute(name, xml.getAttributeValue(i)));
      }
    }
    return attributes;
  }

  /** Skips the element that has just begun. */
  public void skip() {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** All text inside the element that has just begun, cut to a number of UTF-16 units. */
  public String allText(int maxLength) {
    StringBuilder text = new StringBuilder();
    int outside = depth - 1;
    while (depth > outside) {
      if (next() == Event.TEXT && text.length() < maxLength) {
        text.append(text());
      }
    }
    return text.toString();
  }

  /** An error at the current place. */
  public InputException broken(String why, String hint) {
    return broken(line(), Math.max(1, xml.getLocation().getColumnNumber()), why, hint);
  }

  private InputException broken(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return broken(
          characters.line(),
          1,
          "a byte that does not belong to the file's encoding",
          "save the file as UTF-8, or correct the encoding in its first line");
    }
    if (e.getNestedException() instanceof IOException cause) {
      return FileInput.unreadable(file, cause);
    }
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Message: ");
    int line = e.getLocation() == null ? characters.line() : e.getLocation().getLineNumber();
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
    return broken(
        Math.max(1, line),
        Math.max(1, column),
        plain(reason < 0 ? message : message.substring(reason + "Message: ".length()).strip()),
        "repair the file there, or export it again");
  }

  /** The JDK's message, or a clearer one where it is obscure. */
  private static String plain(String message) {
    boolean cut =
        message.contains("must start and end within the same entity")
            || message.startsWith("Premature end of file");
    return cut
        ? "the file ends before its last element does"
        : Excerpt.of(message, MAX_MESSAGE_LENGTH);
  }

  private InputException broken(int line, int column, String why, String hint) {
    return new InputException(
        String.format(
            Locale.ROOT, "cannot read \"%s\": line %d, column %d: %s", file, line, column, why),
        hint);
  }

  private static String withoutPrefix(String name) {
    int local = name.indexOf(':') + 1;
    return local == name.length() ? name : name.substring(local); // "g:" is a name as well
  }

  @Override
  public void close() {
    try {
      xml.close();
      characters.close();
    } catch (XMLStreamException | IOException e) {
      throw new InputException("cannot close \"" + file + "\"", "", e);
    }
  }
}

package ballast.format.file;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
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
 * line is skipped: its references are not opened and no entity is expanded. The use of an entity,
 * like any error, ends the reading with an {@link InputException} with line and column.
 */
public final class XmlEvents implements AutoCloseable {

  public enum Event {
    START,
    END,
    TEXT,
    DONE
  }

  /**
   * @param name with its prefix
   * @param value unescaped
   */
  public record Attribute(String name, String value) {}

  /** Maximum nesting depth; deeper nesting is an attack on the memory. */
  private static final int MAX_DEPTH = 1_000;

  /** Maximum length of the parser's message, which may quote the file, in UTF-16 units. */
  private static final int MAX_MESSAGE_LENGTH = 300;

  private final String file;
  private final XmlCharacters characters;
  private final XMLStreamReader xml;
  private int depth;

  public XmlEvents(InputStream in, String file, Report report) {
    this(characters(in, file, report), file);
  }

  private static XmlCharacters characters(InputStream in, String file, Report report) {
    try {
      return new XmlCharacters(FileInput.xml(in, file), report);
    } catch (IOException e) {
      throw FileInput.unreadable(file, e);
    }
  }

  /** Opens a piece of XML in memory, for example a value of a database. */
  public static XmlEvents of(String text, String name, Report report) {
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
    // Always the JDK's parser, regardless of the class path: its limits and defaults are known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // A file is not rejected because of an undeclared prefix.
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

  /**
   * Advances to the first element.
   *
   * @param what kind of file, for messages: {@code a TMX file}
   * @throws InputException if it has none of these names
   */
  public void root(String what, String hint, String... names) {
    if (next() != Event.START || !List.of(names).contains(name())) {
      throw broken("not " + what + ": it begins with <" + name() + ">", hint);
    }
  }

  /** Advances to the next element that begins; false at the end of the file. */
  public boolean nextStart() {
    Event event = next();
    while (event != Event.START && event != Event.DONE) {
      event = next();
    }
    return event == Event.START;
  }

  /**
   * Advances to the next element that begins inside another, at any depth.
   *
   * @param outside depth outside the other element, at whose end this returns false
   */
  public boolean nextInside(int outside) {
    while (depth > outside) {
      if (next() == Event.START) {
        return true;
      }
    }
    return false;
  }

  public int depth() {
    return depth;
  }

  /** The name of the element that begins or ends, without its prefix. */
  public String name() {
    return withoutPrefix(xml.getLocalName());
  }

  public String text() {
    return xml.getText();
  }

  /** The line where the element or text ends, counted from 1. */
  public int line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** Returns the value of an attribute, ignoring its prefix; empty if it is missing. */
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

  /** Returns all text inside the element that has just begun, cut to a number of UTF-16 units. */
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

  public InputException broken(String why, String hint) {
    return broken(line(), Math.max(1, xml.getLocation().getColumnNumber()), why, hint);
  }

  private InputException broken(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return broken(
          characters.line,
          1,
          "a byte that does not belong to the file's encoding",
          "save the file as UTF-8, or correct the encoding in its first line");
    }
    if (e.getNestedException() instanceof IOException cause) {
      return FileInput.unreadable(file, cause);
    }
    String message = String.valueOf(e.getMessage());
    int reason = message.indexOf("Message: ");
    int line = e.getLocation() == null ? characters.line : e.getLocation().getLineNumber();
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
    return broken(
        Math.max(1, line),
        Math.max(1, column),
        plain(reason < 0 ? message : message.substring(reason + "Message: ".length()).strip()),
        "repair the file there, or export it again");
  }

  /** Returns the JDK's message, or a clearer one if it is obscure. */
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
    return local == name.length() ? name : name.substring(local); // "g:" is also a name
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

  /** Receives characters that XML 1.0 forbids and that were replaced. */
  @FunctionalInterface
  public interface Report {
    void replaced(int line, String what);
  }

  /**
   * Reads the characters of an XML file without those that XML 1.0 forbids, raw or as a reference:
   * a single one, usually U+000B from a word processor, makes a parser reject the whole file. Each
   * is reported with its line and replaced as in {@link XmlText#fit}.
   */
  private static final class XmlCharacters extends Reader {

    private enum State {
      CONTENT,
      CDATA,
      COMMENT
    }

    private static final int SIZE = 8192;

    /** Maximum length of a stretch examined as a whole: a reference with leading zeros. */
    private static final int LOOK_AHEAD = 24;

    /** For each ASCII character, whether it is passed on unexamined. */
    private static final boolean[] PLAIN = plain();

    private static final char FIRST_FORBIDDEN = 0xFFFE;

    private final Reader in;
    private final Report report;
    private final char[] buffer = new char[SIZE];
    private int at;
    private int end;
    private boolean ended;
    private State state = State.CONTENT;
    private int line = 1;
    private boolean afterReturn;

    XmlCharacters(Reader in, Report report) {
      this.in = in;
      this.report = report;
    }

    @Override
    public int read(char[] out, int offset, int length) throws IOException {
      int written = 0;
      while (written < length) {
        if (!ended && end - at < LOOK_AHEAD) {
          if (written > 0) {
            break;
          }
          fill();
        }
        if (at == end) {
          break;
        }
        int plain = plain(length - written);
        if (plain > 0) {
          System.arraycopy(buffer, at, out, offset + written, plain);
          at += plain;
          written += plain;
          afterReturn = false;
        } else {
          written += next(out, offset + written);
        }
      }
      return written == 0 && length > 0 ? -1 : written;
    }

    private int plain(int maxLength) {
      int stop = Math.min(ended ? end : end - LOOK_AHEAD + 1, at + maxLength);
      int found = at;
      while (found < stop) {
        char c = buffer[found];
        if (c < PLAIN.length ? !PLAIN[c] : c >= FIRST_FORBIDDEN) {
          break;
        }
        found++;
      }
      return found - at;
    }

    private static boolean[] plain() {
      boolean[] plain = new boolean[0x80];
      for (char c = ' '; c < plain.length; c++) {
        plain[c] = "&<-]".indexOf(c) < 0;
      }
      return plain;
    }

    /** Skips a forbidden character; returns the number of characters passed on, 0 or 1. */
    private int next(char[] out, int position) {
      char c = buffer[at];
      if (c == '&' && state == State.CONTENT && at + 1 < end && buffer[at + 1] == '#') {
        int length = forbiddenReference();
        if (length > 0) {
          int codePoint = reference(length);
          at += length;
          return replace(codePoint, out, position);
        }
      }
      if (c == '<' || c == ']' || c == '-') {
        changeState();
      }
      at++;
      if (isForbidden(c)) {
        return replace(c, out, position);
      }
      if (c == '\n' ? !afterReturn : c == '\r') {
        line++;
      }
      afterReturn = c == '\r';
      out[position] = c;
      return 1;
    }

    private void changeState() {
      if (state == State.CONTENT) {
        if (looksAt("<![CDATA[")) {
          state = State.CDATA;
        } else if (looksAt("<!--")) {
          state = State.COMMENT;
        }
      } else if (looksAt(state == State.CDATA ? "]]>" : "-->")) {
        state = State.CONTENT;
      }
    }

    private boolean looksAt(String text) {
      if (end - at < text.length()) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        if (buffer[at + i] != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private int forbiddenReference() {
      int stop = at + 2;
      while (stop < end && stop - at < LOOK_AHEAD && buffer[stop] != ';') {
        stop++;
      }
      if (stop == end || buffer[stop] != ';') {
        return 0;
      }
      int length = stop + 1 - at;
      int codePoint = reference(length);
      boolean forbidden = codePoint >= 0 && !XmlText.isAllowed(codePoint);
      return forbidden ? length : 0;
    }

    /** Returns -1 if a parser would not accept it. */
    private int reference(int length) {
      boolean hex = buffer[at + 2] == 'x';
      String digits = new String(buffer, at + (hex ? 3 : 2), length - (hex ? 4 : 3));
      if (!digits.matches(hex ? "[0-9a-fA-F]{1,20}" : "[0-9]{1,20}")) {
        return -1;
      }
      String significant = digits.replaceFirst("^0+(?=.)", "");
      return significant.length() > 7 ? -1 : Integer.parseInt(significant, hex ? 16 : 10);
    }

    private static boolean isForbidden(char c) {
      return c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= FIRST_FORBIDDEN;
    }

    private int replace(int codePoint, char[] out, int position) {
      String fit = XmlText.fit(Character.toString(codePoint));
      String how =
          switch (fit) {
            case "" -> "left out";
            case " " -> "replaced by a space";
            default -> "replaced by U+FFFD";
          };
      report.replaced(
          line,
          String.format(Locale.ROOT, "the character U+%04X, which XML forbids, was ", codePoint)
              + how);
      if (fit.isEmpty()) {
        return 0;
      }
      out[position] = fit.charAt(0);
      return 1;
    }

    private void fill() throws IOException {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      while (!ended && end < LOOK_AHEAD) {
        int read = in.read(buffer, end, SIZE - end);
        if (read < 0) {
          ended = true;
        } else {
          end += read;
        }
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0, the same bytes on every machine. Replaces characters that XML forbids as {@link
 * XmlText#fit} does. Depths are those of an indent of two spaces.
 */
public final class XmlOutput {

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  private final Writer writer;
  private final XMLStreamWriter xml;

  /** Starts a file in UTF-8 without BOM; {@link #finish} flushes the stream, nothing closes it. */
  public XmlOutput(OutputStream out) throws IOException {
    this(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** Starts after a declaration that the caller has written. */
  public XmlOutput(Writer writer) throws IOException {
    this.writer = writer;
    try {
      // Always the JDK's own writer: the bytes must not depend on the class path.
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /**
   * @param attributes names, each with its value after it
   */
  public void start(String element, String... attributes) throws IOException {
    write(() -> xml.writeStartElement(element));
    attributes(attributes);
  }

  public void start(int depth, String element, String... attributes) throws IOException {
    line(depth);
    start(element, attributes);
  }

  public void empty(String element, String... attributes) throws IOException {
    write(() -> xml.writeEmptyElement(element));
    attributes(attributes);
  }

  private void attributes(String... attributes) throws IOException {
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
  }

  public void attribute(String name, String value) throws IOException {
    write(() -> xml.writeAttribute(name, XmlText.fit(value)));
  }

  /** Writes a carriage return as a reference, because readers turn a raw one into a line feed. */
  public void text(String text) throws IOException {
    String fit = XmlText.fit(text);
    write(
        () -> {
          int from = 0;
          for (int at = fit.indexOf('\r'); at >= 0; at = fit.indexOf('\r', from)) {
            xml.writeCharacters(fit.substring(from, at));
            xml.writeEntityRef("#13");
            from = at + 1;
          }
          xml.writeCharacters(fit.substring(from));
        });
  }

  /** Writes an element with only text, on its own line. */
  public void element(int depth, String name, String text) throws IOException {
    start(depth, name);
    text(text);
    end();
  }

  public void end() throws IOException {
    write(xml::writeEndElement);
  }

  public void end(int depth) throws IOException {
    line(depth);
    end();
  }

  public void line(int depth) throws IOException {
    write(() -> xml.writeCharacters("\n" + "  ".repeat(depth)));
  }

  /** Ends the file and flushes it; {@code after} follows the last element. */
  public void finish(String after) throws IOException {
    write(xml::writeEndDocument);
    write(xml::flush);
    writer.write(after);
    writer.flush();
  }
}

package ballast.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes translation units as TMX 1.4b, streaming.
 *
 * <p>The same units give the same bytes on every machine: no time of writing, no host, no tool
 * version in the file, one element a line, so that a changed unit is a small diff. A unit's
 * neighbours in its document are written as {@code x-context-pre} and {@code x-context-post}, its
 * confidence, status and document as {@code x-} properties.
 *
 * <p>Not thread-safe. The stream is flushed at the end, not closed.
 */
public final class TmxWriter implements AutoCloseable {

  private static final DateTimeFormatter TMX_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)=\"([^\"]*)\"");

  private final Writer writer;
  private final XMLStreamWriter xml;
  private final Set<String> replaced = new LinkedHashSet<>();
  private @Nullable Unit previous;
  private @Nullable Unit pending;
  private boolean pendingIsWritten;
  private boolean finished;

  /**
   * Starts a file.
   *
   * @param out where the bytes go, UTF-8 without BOM
   * @param source language of all source texts, named in the header; null when there are several:
   *     then the header says {@code *all*}
   * @throws IOException if {@code out} cannot be written
   */
  public TmxWriter(OutputStream out, @Nullable Lang source) throws IOException {
    this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      // The JDK's own writer, whatever else is on the class path: the bytes must not depend on it.
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.4");
      line(1);
      xml.writeEmptyElement("header");
      xml.writeAttribute("creationtool", "Ballast");
      // The version of this form of the file, not of the program: an update is no diff.
      xml.writeAttribute("creationtoolversion", "1");
      xml.writeAttribute("segtype", "sentence");
      xml.writeAttribute("o-tmf", "Ballast");
      xml.writeAttribute("adminlang", "en-US");
      xml.writeAttribute("srclang", source == null ? "*all*" : source.tag());
      xml.writeAttribute("datatype", "plaintext");
      line(1);
      xml.writeStartElement("body");
    } catch (XMLStreamException e) {
      throw asIo(e);
    }
  }

  /** Writes one unit; its neighbours in the same document become its context. */
  public void write(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = true;
  }

  /**
   * Passes over a unit that is not to be in the file. It still is the neighbour of those before and
   * after it: their context must say what stands there in the document.
   */
  public void leaveOut(Unit unit) throws IOException {
    advance(unit);
    pendingIsWritten = false;
  }

  private void advance(Unit next) throws IOException {
    flushPending(next);
    previous = pending;
    pending = next;
  }

  /**
   * The units whose text held characters that XML forbids, by id or, without one, by source text.
   */
  public List<String> unitsWithReplacedCharacters() {
    return List.copyOf(replaced);
  }

  /** Writes the end of the file and flushes the stream. Nothing can be written after. */
  public void finish() throws IOException {
    flushPending(null);
    pending = null;
    finished = true;
    try {
      line(1);
      xml.writeEndElement();
      line(0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw asIo(e);
    }
    writer.write("\n");
    writer.flush();
  }

  /** Finishes the file unless that has been done. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      finish();
    }
  }

  private void flushPending(@Nullable Unit next) throws IOException {
    if (pending != null && pendingIsWritten) {
      try {
        writeUnit(pending, neighbour(pending, previous), neighbour(pending, next));
      } catch (XMLStreamException e) {
        throw asIo(e);
      }
    }
  }

  private static String neighbour(Unit unit, @Nullable Unit other) {
    String document = unit.provenance().document();
    return other == null || document.isEmpty() || !other.provenance().document().equals(document)
        ? ""
        : other.source();
  }

  private void writeUnit(Unit unit, String before, String after) throws XMLStreamException {
    line(2);
    xml.writeStartElement("tu");
    if (!unit.id().isEmpty()) {
      xml.writeAttribute("tuid", unit.id());
    }
    writeDates(unit);
    writeProperty("x-document", unit.provenance().document());
    writeProperty("x-status", unit.provenance().status().label());
    writeProperty(
        "x-confidence", String.format(Locale.ROOT, "%.2f", unit.provenance().confidence()));
    writeProperty("x-context-pre", before);
    writeProperty("x-context-post", after);
    writeVariant(unit, InlineCode.Side.SOURCE);
    writeVariant(unit, InlineCode.Side.TARGET);
    line(2);
    xml.writeEndElement();
  }

  private void writeDates(Unit unit) throws XMLStreamException {
    Instant created = unit.provenance().created();
    xml.writeAttribute("creationdate", TMX_DATE.format(created));
    String author = XmlText.fit(unit.provenance().author());
    if (!author.isEmpty()) {
      xml.writeAttribute("creationid", author);
    }
    if (!unit.provenance().changed().equals(created)) {
      xml.writeAttribute("changedate", TMX_DATE.format(unit.provenance().changed()));
    }
  }

  private void writeProperty(String type, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      line(3);
      xml.writeStartElement("prop");
      xml.writeAttribute("type", type);
      XmlText.write(xml, XmlText.fit(value));
      xml.writeEndElement();
    }
  }

  private void writeVariant(Unit unit, InlineCode.Side side) throws XMLStreamException {
    boolean isSource = side == InlineCode.Side.SOURCE;
    String text = isSource ? unit.source() : unit.target();
    line(3);
    xml.writeStartElement("tuv");
    xml.writeAttribute("xml:lang", (isSource ? unit.sourceLang() : unit.targetLang()).tag());
    xml.writeStartElement("seg");
    int from = 0;
    for (InlineCode code : unit.codes()) {
      if (code.side() == side) {
        writeText(unit, text.substring(from, code.offset()));
        writeCode(code);
        from = code.offset();
      }
    }
    writeText(unit, text.substring(from));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void writeText(Unit unit, String text) throws XMLStreamException {
    String fit = XmlText.fit(text);
    String name = unit.id().isEmpty() ? unit.source() : unit.id();
    if (!fit.equals(text)) {
      replaced.add(name);
    }
    XmlText.write(xml, fit);
  }

  private void writeCode(InlineCode code) throws XMLStreamException {
    xml.writeStartElement(code.element());
    Matcher attributes = ATTRIBUTE.matcher(code.attributes());
    while (attributes.find()) {
      xml.writeAttribute(attributes.group(1), XmlText.fit(attributes.group(2)));
    }
    XmlText.write(xml, XmlText.fit(code.content()));
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static IOException asIo(XMLStreamException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }
}

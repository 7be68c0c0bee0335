package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.unit.XliffEntry.State;
import ballast.format.xml.XmlText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments as XLIFF 1.2 or 2.1, streaming: a {@code file} element for each document, a unit
 * for each segment, a {@code group} for each paragraph where there are any. The same segments give
 * the same bytes on every machine.
 *
 * <p>Whether a target comes from an exact or a fuzzy match stands in {@code state-qualifier} in
 * version 1.2; in version 2.1 the score is the sub-state ({@code ballast:match-92}). Not
 * thread-safe. The stream is flushed at the end, not closed.
 */
public final class XliffWriter implements AutoCloseable {

  /** Replaces the name of a document that has none, because the format requires one. */
  static final String NO_DOCUMENT = "unknown";

  /** The id of the only segment of a unit. */
  private static final String SEGMENT = "s1";

  private final Writer writer;
  private final XMLStreamWriter xml;
  private final XliffVersion version;
  private final Lang source;
  private final Lang target;
  private final XliffProposals proposals;
  private @Nullable String document;
  private boolean inGroup;
  private int files;
  private int groups;
  private int units;
  private boolean finished;

  /**
   * Starts a file.
   *
   * @param out where the bytes go, UTF-8 without BOM
   * @param source language of all source texts
   * @param target language of all target texts
   * @throws IOException if {@code out} cannot be written
   */
  public XliffWriter(OutputStream out, XliffVersion version, Lang source, Lang target)
      throws IOException {
    this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.version = version;
    this.source = source;
    this.target = target;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      this.proposals = new XliffProposals(xml);
      writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.writeStartElement("xliff");
      xml.writeAttribute("version", version.toString());
      if (isFirst()) {
        xml.writeAttribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
      } else {
        xml.writeAttribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
        // On the root, because some programs do not find declarations further down.
        xml.writeAttribute("xmlns:mtc", XliffProposals.MODULE);
        xml.writeAttribute("srcLang", source.tag());
        xml.writeAttribute("trgLang", target.tag());
      }
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  /**
   * Starts a document with its original, into which a translation can be merged later.
   *
   * @param name the document; see {@link #write}
   * @param sha256 of the original's bytes, 64 lower-case hexadecimal digits
   */
  public void startOriginal(String name, String sha256) throws IOException {
    try {
      endDocument();
      startDocument(name, sha256);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  /**
   * Starts a paragraph: the following segments belong to it, up to the next paragraph.
   *
   * @param name the document that it is in; see {@link #write}
   */
  public void startParagraph(String name, BlockType type) throws IOException {
    try {
      startDocumentUnlessOpen(name);
      endGroup();
      inGroup = true;
      groups++;
      line(isFirst() ? 3 : 2);
      xml.writeStartElement("group");
      xml.writeAttribute("id", "p" + groups);
      String kind = type.label().replace(' ', '-');
      xml.writeAttribute(
          isFirst() ? "restype" : "type", isFirst() ? "x-" + kind : "ballast:" + kind);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  private void endGroup() throws XMLStreamException {
    if (inGroup) {
      inGroup = false;
      line(isFirst() ? 3 : 2);
      xml.writeEndElement();
    }
  }

  private void startDocumentUnlessOpen(String name) throws XMLStreamException {
    if (!name.equals(document)) {
      endDocument();
      startDocument(name, "");
    }
  }

  /**
   * Writes a segment.
   *
   * @param name the document that it is from; segments of one document come one after the other
   */
  public void write(String name, XliffEntry entry) throws IOException {
    try {
      startDocumentUnlessOpen(name);
      units++;
      String id = entry.id().isEmpty() ? Integer.toString(units) : XmlText.fit(entry.id());
      if (isFirst()) {
        writeFirst(id, entry);
      } else {
        writeSecond(id, entry);
      }
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  private void startDocument(String name, String sha256) throws XMLStreamException {
    document = name;
    files++;
    groups = 0;
    units = 0;
    String original = name.isEmpty() ? NO_DOCUMENT : XmlText.fit(name);
    line(1);
    xml.writeStartElement("file");
    if (isFirst()) {
      xml.writeAttribute("original", original);
      xml.writeAttribute("source-language", source.tag());
      xml.writeAttribute("target-language", target.tag());
      xml.writeAttribute("datatype", "plaintext");
      if (!sha256.isEmpty()) {
        XliffOriginal.writeFirst(xml, original, sha256);
      }
      line(2);
      xml.writeStartElement("body");
    } else {
      xml.writeAttribute("id", "f" + files);
      xml.writeAttribute("original", original);
      if (!sha256.isEmpty()) {
        XliffOriginal.writeSecond(xml, original, sha256);
      }
    }
  }

  private void endDocument() throws XMLStreamException {
    if (document != null) {
      endGroup();
      if (isFirst()) {
        line(2);
        xml.writeEndElement();
      }
      line(1);
      xml.writeEndElement();
    }
  }

  private void writeFirst(String id, XliffEntry entry) throws XMLStreamException {
    XliffCodes codes = new XliffCodes(version);
    line(3);
    xml.writeStartElement("trans-unit");
    xml.writeAttribute("id", id);
    if (entry.translation().state() == State.KEPT) {
      xml.writeAttribute("translate", "no");
    } else if (entry.translation().state() == State.FINAL) {
      xml.writeAttribute("approved", "yes");
    }
    line(4);
    xml.writeStartElement("source");
    codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
    xml.writeEndElement();
    if (entry.translation().text().isEmpty() && entry.translation().state() == State.INITIAL) {
      line(4);
      xml.writeEmptyElement("target");
      xml.writeAttribute("state", entry.translation().state().in(version));
    } else if (!entry.translation().text().isEmpty()) {
      line(4);
      xml.writeStartElement("target");
      xml.writeAttribute("state", entry.translation().state().in(version));
      if (entry.translation().match() >= 0) {
        xml.writeAttribute(
            "state-qualifier", entry.translation().match() < 100 ? "fuzzy-match" : "exact-match");
      }
      codes.write(xml, entry.translation().text(), entry.codes(), Side.TARGET);
      xml.writeEndElement();
    }
    writeNotes(entry, 4);
    proposals.writeFirst(entry.proposals());
    line(3);
    xml.writeEndElement();
  }

  private void writeSecond(String id, XliffEntry entry) throws XMLStreamException {
    XliffCodes codes = new XliffCodes(version);
    codes.collect(entry);
    line(2);
    xml.writeStartElement("unit");
    // This version forbids spaces and slashes here, which ids of other programs may contain.
    xml.writeAttribute("id", id.replaceAll("[^\\w.-]", "_"));
    if (entry.translation().state() == State.KEPT) {
      xml.writeAttribute("translate", "no");
    }
    proposals.writeSecond(entry.proposals(), SEGMENT);
    if (!entry.notes().isEmpty()) {
      line(3);
      xml.writeStartElement("notes");
      writeNotes(entry, 4);
      line(3);
      xml.writeEndElement();
    }
    codes.writeData(xml);
    line(3);
    xml.writeStartElement("segment");
    if (!entry.proposals().isEmpty()) {
      xml.writeAttribute("id", SEGMENT);
    }
    xml.writeAttribute("state", entry.translation().state().in(version));
    if (entry.translation().match() >= 0) {
      xml.writeAttribute("subState", "ballast:match-" + entry.translation().match());
    }
    line(4);
    xml.writeStartElement("source");
    codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
    xml.writeEndElement();
    if (!entry.translation().text().isEmpty()) {
      line(4);
      xml.writeStartElement("target");
      codes.write(xml, entry.translation().text(), entry.codes(), Side.TARGET);
      xml.writeEndElement();
    }
    line(3);
    xml.writeEndElement();
    line(2);
    xml.writeEndElement();
  }

  private void writeNotes(XliffEntry entry, int depth) throws XMLStreamException {
    for (String note : entry.notes()) {
      line(depth);
      xml.writeStartElement("note");
      XmlText.write(xml, XmlText.fit(note));
      xml.writeEndElement();
    }
  }

  private boolean isFirst() {
    return version == XliffVersion.V1_2;
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Finishes the file unless that has been done, and flushes the stream. */
  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    try {
      if (document == null) {
        startDocument("", ""); // a file without any document is not valid
      }
      endDocument();
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
}

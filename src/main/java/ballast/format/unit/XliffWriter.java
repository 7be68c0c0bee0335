package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
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

  private final Writer writer;
  private final XMLStreamWriter xml;
  private final XliffForm form;
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
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      this.form =
          switch (version) {
            case V1_2 -> new XliffFirstForm(xml, source, target);
            case V2_1 -> new XliffSecondForm(xml, source, target);
          };
      writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      xml.writeStartElement("xliff");
      xml.writeAttribute("version", version.toString());
      form.root();
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
      form.startGroup("p" + groups, type);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  private void endGroup() throws XMLStreamException {
    if (inGroup) {
      inGroup = false;
      form.endGroup();
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
      form.unit(id, entry);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  private void startDocument(String name, String sha256) throws XMLStreamException {
    document = name;
    files++;
    groups = 0;
    units = 0;
    form.startFile(files, name.isEmpty() ? NO_DOCUMENT : XmlText.fit(name), sha256);
  }

  private void endDocument() throws XMLStreamException {
    if (document != null) {
      endGroup();
      form.endFile();
    }
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
      form.end(0);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
    writer.write("\n");
    writer.flush();
  }
}

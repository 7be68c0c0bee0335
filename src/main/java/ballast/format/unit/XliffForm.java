package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.format.file.XmlText;
import ballast.format.unit.XliffEntry.Note;
import ballast.format.unit.XliffEntry.XliffProposal;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements and attributes of one version of XLIFF, each element on its own line. */
abstract class XliffForm {

  private static final String NOBODY = "Ballast";

  final XMLStreamWriter xml;

  final Lang source;

  final Lang target;

  XliffForm(XMLStreamWriter xml, Lang source, Lang target) {
    this.xml = xml;
    this.source = source;
    this.target = target;
  }

  abstract void root() throws XMLStreamException;

  /**
   * Starts a document.
   *
   * @param number in the file, from 1
   * @param original its name, not empty
   * @param sha256 hash of its bytes, 64 lower-case hexadecimal digits; empty if unknown
   */
  abstract void startFile(int number, String original, String sha256) throws XMLStreamException;

  abstract void endFile() throws XMLStreamException;

  /**
   * Starts a paragraph.
   *
   * @param id unique in its document
   */
  abstract void startGroup(String id, BlockType type) throws XMLStreamException;

  abstract void endGroup() throws XMLStreamException;

  /**
   * Writes a segment.
   *
   * @param id unique in its document
   */
  abstract void unit(String id, XliffEntry entry) throws XMLStreamException;

  /** Returns the name of a type of block without spaces, which XML forbids here. */
  static String name(BlockType type) {
    return type.label().replace(' ', '-');
  }

  void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  void start(int depth, String element) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
  }

  void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  void text(int depth, String element, String text) throws XMLStreamException {
    start(depth, element);
    XmlText.write(xml, XmlText.fit(text));
    xml.writeEndElement();
  }

  /**
   * Writes remarks for the translator.
   *
   * @param attribute name of the attribute for the author, {@link ballast.format.file.OwnMark#TOOL}
   *     for Ballast's own remarks
   */
  void notes(int depth, List<Note> notes, String attribute) throws XMLStreamException {
    for (Note note : notes) {
      start(depth, "note");
      if (!note.author().isEmpty()) {
        xml.writeAttribute(attribute, XmlText.fit(note.author()));
      }
      XmlText.write(xml, XmlText.fit(note.text()));
      xml.writeEndElement();
    }
  }

  void origin(XliffProposal proposal) throws XMLStreamException {
    xml.writeAttribute(
        "origin", proposal.origin().isEmpty() ? NOBODY : XmlText.fit(proposal.origin()));
  }

  void texts(int depth, XliffProposal proposal) throws XMLStreamException {
    text(depth, "source", proposal.source());
    text(depth, "target", proposal.target());
  }
}

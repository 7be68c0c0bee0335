package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.format.file.XmlText;
import ballast.format.unit.XliffEntry.Note;
import ballast.format.unit.XliffEntry.XliffProposal;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The elements and attributes in which a version of XLIFF says what there is to say, each element
 * in a line of its own.
 */
abstract class XliffForm {

  private static final String NOBODY = "Ballast";

  /** Where the file is written; for attributes and the content of an element. */
  final XMLStreamWriter xml;

  /** The language of all source texts. */
  final Lang source;

  /** The language of all target texts. */
  final Lang target;

  XliffForm(XMLStreamWriter xml, Lang source, Lang target) {
    this.xml = xml;
    this.source = source;
    this.target = target;
  }

  /** Writes the attributes of the root, which has been begun. */
  abstract void root() throws XMLStreamException;

  /**
   * Starts a document.
   *
   * @param number in the file, from 1
   * @param original its name, not empty
   * @param sha256 of its bytes, 64 lower-case hexadecimal digits; empty if it is not known
   */
  abstract void startFile(int number, String original, String sha256) throws XMLStreamException;

  /** Ends the document. */
  abstract void endFile() throws XMLStreamException;

  /**
   * Starts a paragraph.
   *
   * @param id unique in its document
   */
  abstract void startGroup(String id, BlockType type) throws XMLStreamException;

  /** Ends the paragraph. */
  abstract void endGroup() throws XMLStreamException;

  /**
   * Writes a segment.
   *
   * @param id unique in its document
   */
  abstract void unit(String id, XliffEntry entry) throws XMLStreamException;

  /** The name of a type of block where XML allows no space. */
  static String name(BlockType type) {
    return type.label().replace(' ', '-');
  }

  /** Begins a line at a depth of elements, from 0 for the root. */
  void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Begins an element in its own line. */
  void start(int depth, String element) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
  }

  /** Ends the element that is open, in its own line. */
  void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  /** Writes an element with a text without codes. */
  void text(int depth, String element, String text) throws XMLStreamException {
    start(depth, element);
    XmlText.write(xml, XmlText.fit(text));
    xml.writeEndElement();
  }

  /**
   * Writes remarks for the translator.
   *
   * @param attribute says that a remark is Ballast's own, or who else has made it
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

  /** Writes where a proposal is from. */
  void origin(XliffProposal proposal) throws XMLStreamException {
    xml.writeAttribute(
        "origin", proposal.origin().isEmpty() ? NOBODY : XmlText.fit(proposal.origin()));
  }

  /** Writes both texts of a proposal. */
  void texts(int depth, XliffProposal proposal) throws XMLStreamException {
    text(depth, "source", proposal.source());
    text(depth, "target", proposal.target());
  }
}

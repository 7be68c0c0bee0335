package ballast.format.unit;

import ballast.format.xml.XmlText;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The elements of an XLIFF file, each in a line of its own.
 *
 * @param xml where they are written; for attributes and the content of an element
 */
record XliffLines(XMLStreamWriter xml) {

  private static final String NOBODY = "Ballast";

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

  /** Writes remarks for the translator. */
  void notes(int depth, List<String> notes) throws XMLStreamException {
    for (String note : notes) {
      text(depth, "note", note);
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

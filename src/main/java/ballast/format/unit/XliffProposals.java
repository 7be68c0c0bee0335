package ballast.format.unit;

import ballast.format.xml.XmlText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes proposals as XLIFF has them: {@code alt-trans} in version 1.2, the translation candidates
 * module ({@code mtc:matches}, XLIFF 2.1, 5.1) in version 2.1.
 */
final class XliffProposals {

  /** The namespace of the module, for which the root declares the prefix {@code mtc}. */
  static final String MODULE = "urn:oasis:names:tc:xliff:matches:2.0";

  private static final String NOBODY = "Ballast";

  private final XMLStreamWriter xml;

  XliffProposals(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void writeFirst(List<XliffProposal> proposals) throws XMLStreamException {
    for (XliffProposal proposal : proposals) {
      line(4);
      xml.writeStartElement("alt-trans");
      xml.writeAttribute("match-quality", String.format(Locale.ROOT, "%d%%", proposal.score()));
      xml.writeAttribute("origin", origin(proposal));
      texts(proposal, 5);
      line(4);
      xml.writeEndElement();
    }
  }

  /**
   * @param segment id of the segment that they are for
   */
  void writeSecond(List<XliffProposal> proposals, String segment) throws XMLStreamException {
    if (proposals.isEmpty()) {
      return;
    }
    line(3);
    xml.writeStartElement("mtc:matches");
    Set<String> ids = new HashSet<>();
    for (XliffProposal proposal : proposals) {
      line(4);
      xml.writeStartElement("mtc:match");
      if (ids.add(proposal.unit()) && !proposal.unit().isEmpty()) {
        // These ids begin with a letter or underscore.
        xml.writeAttribute("id", "u-" + proposal.unit());
      }
      xml.writeAttribute("ref", "#" + segment);
      xml.writeAttribute("type", proposal.isInContext() ? "icm" : "tm");
      xml.writeAttribute("similarity", percent(proposal.similarity()));
      // The module's suitability has a maximum of 100.
      xml.writeAttribute("matchSuitability", percent(Math.min(100, proposal.score())));
      xml.writeAttribute("origin", origin(proposal));
      texts(proposal, 5);
      line(4);
      xml.writeEndElement();
    }
    line(3);
    xml.writeEndElement();
  }

  private void texts(XliffProposal proposal, int depth) throws XMLStreamException {
    text("source", proposal.source(), depth);
    text("target", proposal.target(), depth);
  }

  private void text(String element, String text, int depth) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
    XmlText.write(xml, XmlText.fit(text));
    xml.writeEndElement();
  }

  private static String origin(XliffProposal proposal) {
    return proposal.origin().isEmpty() ? NOBODY : XmlText.fit(proposal.origin());
  }

  private static String percent(int value) {
    return String.format(Locale.ROOT, "%d.0", value);
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}

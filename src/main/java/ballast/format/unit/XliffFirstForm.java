package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.unit.XliffEntry.State;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XLIFF 1.2: {@code trans-unit}, {@code state-qualifier}, {@code alt-trans}. */
final class XliffFirstForm extends XliffForm {

  /** The form of a file in these languages. */
  XliffFirstForm(XMLStreamWriter xml, Lang source, Lang target) {
    super(xml, source, target);
  }

  @Override
  void root() throws XMLStreamException {
    xml.writeAttribute("xmlns", "urn:oasis:names:tc:xliff:document:1.2");
  }

  @Override
  void startFile(int number, String original, String sha256) throws XMLStreamException {
    start(1, "file");
    xml.writeAttribute("original", original);
    xml.writeAttribute("source-language", source.tag());
    xml.writeAttribute("target-language", target.tag());
    xml.writeAttribute("datatype", "plaintext");
    if (!sha256.isEmpty()) {
      XliffOriginal.writeFirst(xml, original, sha256);
    }
    start(2, "body");
  }

  @Override
  void endFile() throws XMLStreamException {
    end(2);
    end(1);
  }

  @Override
  void startGroup(String id, BlockType type) throws XMLStreamException {
    start(3, "group");
    xml.writeAttribute("id", id);
    xml.writeAttribute("restype", "x-" + name(type));
  }

  @Override
  void endGroup() throws XMLStreamException {
    end(3);
  }

  @Override
  void unit(String id, XliffEntry entry) throws XMLStreamException {
    XliffCodes codes = new XliffCodes(XliffVersion.V1_2);
    State state = entry.translation().state();
    start(3, "trans-unit");
    xml.writeAttribute("id", id);
    if (state == State.KEPT) {
      xml.writeAttribute("translate", "no");
    } else if (state == State.FINAL) {
      xml.writeAttribute("approved", "yes");
    }
    start(4, "source");
    if (entry.languages() != null) {
      xml.writeAttribute("xml:lang", entry.languages().source().tag());
    }
    codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
    xml.writeEndElement();
    writeTarget(entry, codes);
    notes(4, entry.notes(), "from");
    for (XliffProposal proposal : entry.proposals()) {
      proposal(proposal);
    }
    end(3);
  }

  private void writeTarget(XliffEntry entry, XliffCodes codes) throws XMLStreamException {
    XliffEntry.Translation translation = entry.translation();
    String state = translation.state().in(XliffVersion.V1_2);
    if (!translation.text().isEmpty()) {
      start(4, "target");
      if (entry.languages() != null) {
        xml.writeAttribute("xml:lang", entry.languages().target().tag());
      }
      xml.writeAttribute("state", state);
      if (translation.match() >= 0) {
        xml.writeAttribute(
            "state-qualifier", translation.match() < 100 ? "fuzzy-match" : "exact-match");
      }
      codes.write(xml, translation.text(), entry.codes(), Side.TARGET);
      xml.writeEndElement();
    } else if (translation.state() == State.INITIAL) {
      line(4);
      xml.writeEmptyElement("target");
      xml.writeAttribute("state", state);
    }
  }

  private void proposal(XliffProposal proposal) throws XMLStreamException {
    start(4, "alt-trans");
    xml.writeAttribute("match-quality", String.format(Locale.ROOT, "%d%%", proposal.score()));
    origin(proposal);
    texts(5, proposal);
    end(4);
  }
}

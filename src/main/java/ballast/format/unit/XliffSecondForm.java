package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XLIFF 2.1: {@code unit}, {@code subState}, and the translation candidates module (5.1) for
 * proposals.
 */
final class XliffSecondForm extends XliffForm {

  /** The namespace of the module, with the prefix {@code mtc} declared in the root. */
  private static final String MODULE = "urn:oasis:names:tc:xliff:matches:2.0";

  /** The namespace of the next two: this version only has a place for the file's languages. */
  private static final String LANGUAGES = "urn:ballast:languages";

  static final String SOURCE_LANGUAGE = "source-language";
  static final String TARGET_LANGUAGE = "target-language";

  private static final String SEGMENT = "s1";

  XliffSecondForm(XMLStreamWriter xml, Lang source, Lang target) {
    super(xml, source, target);
  }

  @Override
  void root() throws XMLStreamException {
    xml.writeAttribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
    // On the root, because some programs do not find declarations further down.
    xml.writeAttribute("xmlns:mtc", MODULE);
    xml.writeAttribute("srcLang", source.tag());
    xml.writeAttribute("trgLang", target.tag());
  }

  @Override
  void startFile(int number, String original, String sha256) throws XMLStreamException {
    start(1, "file");
    xml.writeAttribute("id", "f" + number);
    xml.writeAttribute("original", original);
    if (!sha256.isEmpty()) {
      XliffOriginal.writeSecond(xml, original, sha256);
    }
  }

  @Override
  void endFile() throws XMLStreamException {
    end(1);
  }

  @Override
  void startGroup(String id, BlockType type) throws XMLStreamException {
    start(2, "group");
    xml.writeAttribute("id", id);
    xml.writeAttribute("type", "ballast:" + name(type));
  }

  @Override
  void endGroup() throws XMLStreamException {
    end(2);
  }

  @Override
  void unit(String id, XliffEntry entry) throws XMLStreamException {
    XliffCodes codes = new XliffCodes(XliffVersion.V2_1);
    codes.collect(entry);
    start(2, "unit");
    // This version forbids spaces and slashes here, which ids of other programs may contain.
    xml.writeAttribute("id", id.replaceAll("[^\\w.-]", "_"));
    if (entry.languages() != null) {
      xml.writeAttribute("xmlns:ballast", LANGUAGES);
      xml.writeAttribute("ballast:" + SOURCE_LANGUAGE, entry.languages().source().tag());
      xml.writeAttribute("ballast:" + TARGET_LANGUAGE, entry.languages().target().tag());
    }
    if (entry.translation().state() == State.KEPT) {
      xml.writeAttribute("translate", "no");
    }
    proposals(entry.proposals());
    if (!entry.notes().isEmpty()) {
      start(3, "notes");
      notes(4, entry.notes(), "category");
      end(3);
    }
    codes.writeData(xml);
    segment(entry, codes);
    end(2);
  }

  private void segment(XliffEntry entry, XliffCodes codes) throws XMLStreamException {
    XliffEntry.Translation translation = entry.translation();
    start(3, "segment");
    if (!entry.proposals().isEmpty()) {
      xml.writeAttribute("id", SEGMENT);
    }
    xml.writeAttribute("state", translation.state().in(XliffVersion.V2_1));
    if (translation.match() >= 0) {
      xml.writeAttribute("subState", "ballast:match-" + translation.match());
    }
    start(4, "source");
    codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
    xml.writeEndElement();
    if (!translation.text().isEmpty()) {
      start(4, "target");
      codes.write(xml, translation.text(), entry.codes(), Side.TARGET);
      xml.writeEndElement();
    }
    end(3);
  }

  private void proposals(List<XliffProposal> proposals) throws XMLStreamException {
    if (proposals.isEmpty()) {
      return;
    }
    start(3, "mtc:matches");
    Set<String> ids = new HashSet<>();
    for (XliffProposal proposal : proposals) {
      start(4, "mtc:match");
      if (ids.add(proposal.unit()) && !proposal.unit().isEmpty()) {
        // These ids begin with a letter or underscore.
        xml.writeAttribute("id", "u-" + proposal.unit());
      }
      xml.writeAttribute("ref", "#" + SEGMENT);
      xml.writeAttribute("type", proposal.isInContext() ? "icm" : "tm");
      xml.writeAttribute("similarity", percent(proposal.similarity()));
      // The module's suitability has a maximum of 100.
      xml.writeAttribute("matchSuitability", percent(Math.min(100, proposal.score())));
      origin(proposal);
      texts(5, proposal);
      end(4);
    }
    end(3);
  }

  private static String percent(int value) {
    return String.format(Locale.ROOT, "%d.0", value);
  }
}

package ballast.format.unit;

import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.format.file.XmlOutput;
import ballast.format.unit.XliffEntry.State;
import ballast.format.unit.XliffEntry.XliffProposal;
import ballast.format.unit.XliffEntry.XliffVersion;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  XliffSecondForm(XmlOutput xml, Lang source, Lang target) {
    super(xml, source, target);
  }

  @Override
  void root() throws IOException {
    xml.attribute("xmlns", "urn:oasis:names:tc:xliff:document:2.0");
    // On the root, because some programs do not find declarations further down.
    xml.attribute("xmlns:mtc", MODULE);
    xml.attribute("srcLang", source.tag());
    xml.attribute("trgLang", target.tag());
  }

  @Override
  void startFile(int number, String original, String sha256) throws IOException {
    xml.start(1, "file");
    xml.attribute("id", "f" + number);
    xml.attribute("original", original);
    if (!sha256.isEmpty()) {
      XliffOriginal.writeSecond(xml, original, sha256);
    }
  }

  @Override
  void endFile() throws IOException {
    xml.end(1);
  }

  @Override
  void startGroup(String id, BlockType type) throws IOException {
    xml.start(2, "group");
    xml.attribute("id", id);
    xml.attribute("type", "ballast:" + name(type));
  }

  @Override
  void endGroup() throws IOException {
    xml.end(2);
  }

  @Override
  void unit(String id, XliffEntry entry) throws IOException {
    XliffCodes codes = new XliffCodes(XliffVersion.V2_1);
    codes.collect(entry);
    xml.start(2, "unit");
    // This version forbids spaces and slashes here, which ids of other programs may contain.
    xml.attribute("id", id.replaceAll("[^\\w.-]", "_"));
    if (entry.languages() != null) {
      xml.attribute("xmlns:ballast", LANGUAGES);
      xml.attribute("ballast:" + SOURCE_LANGUAGE, entry.languages().source().tag());
      xml.attribute("ballast:" + TARGET_LANGUAGE, entry.languages().target().tag());
    }
    if (entry.translation().state() == State.KEPT) {
      xml.attribute("translate", "no");
    }
    proposals(entry.proposals());
    if (!entry.notes().isEmpty()) {
      xml.start(3, "notes");
      notes(4, entry.notes(), "category");
      xml.end(3);
    }
    codes.writeData(xml);
    segment(entry, codes);
    xml.end(2);
  }

  private void segment(XliffEntry entry, XliffCodes codes) throws IOException {
    XliffEntry.Translation translation = entry.translation();
    xml.start(3, "segment");
    if (!entry.proposals().isEmpty()) {
      xml.attribute("id", SEGMENT);
    }
    xml.attribute("state", translation.state().in(XliffVersion.V2_1));
    if (translation.match() >= 0) {
      xml.attribute("subState", "ballast:match-" + translation.match());
    }
    xml.start(4, "source");
    codes.write(xml, entry.source(), entry.codes(), Side.SOURCE);
    xml.end();
    if (!translation.text().isEmpty()) {
      xml.start(4, "target");
      codes.write(xml, translation.text(), entry.codes(), Side.TARGET);
      xml.end();
    }
    xml.end(3);
  }

  private void proposals(List<XliffProposal> proposals) throws IOException {
    if (proposals.isEmpty()) {
      return;
    }
    xml.start(3, "mtc:matches");
    Set<String> ids = new HashSet<>();
    for (XliffProposal proposal : proposals) {
      xml.start(4, "mtc:match");
      if (ids.add(proposal.unit()) && !proposal.unit().isEmpty()) {
        // These ids begin with a letter or underscore.
        xml.attribute("id", "u-" + proposal.unit());
      }
      xml.attribute("ref", "#" + SEGMENT);
      xml.attribute("type", proposal.isInContext() ? "icm" : "tm");
      xml.attribute("similarity", percent(proposal.similarity()));
      // The module's suitability has a maximum of 100.
      xml.attribute("matchSuitability", percent(Math.min(100, proposal.score())));
      origin(proposal);
      texts(5, proposal);
      xml.end(4);
    }
    xml.end(3);
  }

  private static String percent(int value) {
    return String.format(Locale.ROOT, "%d.0", value);
  }
}

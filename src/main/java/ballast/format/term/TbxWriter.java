package ballast.format.term;

import ballast.format.file.XmlOutput;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes TBX: version 2 (ISO 30042:2008, {@code martif}) without a namespace, because OmegaT reads
 * no other form, or version 3 (ISO 30042:2019, {@code tbx}) with data categories as attributes.
 * Data without a category in the standards is in categories {@code x-ballast-...}, which {@link
 * TbxReader} reads and other programs skip.
 */
final class TbxWriter {

  /** Names that may be ids in XML (NCName), limited to ASCII. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,199}");

  private final XmlOutput xml;
  private final boolean third;
  private final Set<String> ids = new HashSet<>();
  private int number;

  TbxWriter(OutputStream out, int version) throws IOException {
    this.xml = new XmlOutput(out);
    this.third = version == 3;
  }

  void write(List<Concept> concepts) throws IOException {
    start();
    for (Concept concept : concepts) {
      concept(concept);
    }
    xml.end(2);
    xml.end(1);
    xml.end(0);
    xml.finish("\n");
  }

  private void start() throws IOException {
    xml.start(third ? "tbx" : "martif");
    if (third) {
      xml.attribute("style", "dca");
      xml.attribute("type", "TBX-Basic");
    } else {
      xml.attribute("type", "TBX");
    }
    xml.attribute("xml:lang", "zh-CN");
    if (third) {
      xml.attribute("xmlns", "urn:iso:std:iso:30042:ed-2");
    }
    xml.start(1, third ? "tbxHeader" : "martifHeader");
    xml.start(2, "fileDesc");
    xml.start(3, "sourceDesc");
    element(4, "p", "", "Ballast glossary");
    xml.end(3);
    xml.end(2);
    if (!third) {
      xml.start(2, "encodingDesc");
      element(3, "p", "XCSURI", "TBXXCSV02.xcs");
      xml.end(2);
    }
    xml.end(1);
    xml.start(1, "text");
    xml.start(2, "body");
  }

  private void concept(Concept concept) throws IOException {
    number++;
    xml.start(3, third ? "conceptEntry" : "termEntry");
    boolean named = NAME.matcher(concept.id()).matches() && ids.add(concept.id());
    xml.attribute("id", named ? concept.id() : freeId());
    if (!named) {
      element(4, "admin", "x-ballast-id", concept.id());
    }
    each("descrip", "subjectField", concept.scope().domains());
    each("admin", "projectSubset", concept.scope().projects());
    each("admin", "x-ballast-not-in", concept.conditions().notIn());
    each("admin", "x-ballast-only-if", concept.conditions().onlyIf());
    each("admin", "x-ballast-not-if", concept.conditions().notIf());
    Set<String> sources = new LinkedHashSet<>(List.of(concept.remarks().source()));
    concept.en().forEach(term -> sources.add(term.remarks().source()));
    each("admin", "source", List.copyOf(sources));
    each("note", "", List.of(concept.remarks().note()));
    language("zh-CN", concept.zh());
    language("en-US", concept.en());
    xml.end(3);
  }

  private String freeId() {
    String id = "c" + number;
    while (!ids.add(id)) {
      id += "-";
    }
    return id;
  }

  private void each(String element, String type, List<String> texts) throws IOException {
    for (String text : texts) {
      if (!text.isEmpty()) {
        element(4, element, type, text);
      }
    }
  }

  private void language(String lang, List<Term> terms) throws IOException {
    if (terms.isEmpty()) {
      return;
    }
    xml.start(4, third ? "langSec" : "langSet", "xml:lang", lang);
    for (Term term : terms) {
      xml.start(5, third ? "termSec" : "tig");
      element(6, "term", "", term.text());
      element(6, "termNote", "administrativeStatus", status(term.status()));
      if (!term.use().partOfSpeech().isEmpty()) {
        element(6, "termNote", "partOfSpeech", term.use().partOfSpeech());
      }
      if (term.use().match() != Term.Match.AUTO) {
        element(6, "termNote", "x-ballast-match", term.use().match().label());
      }
      if (term.use().caseSensitive()) {
        element(6, "termNote", "x-ballast-case", "sensitive");
      }
      if (!term.remarks().note().isEmpty()) {
        element(6, "note", "", term.remarks().note());
      }
      xml.end(5);
    }
    xml.end(4);
  }

  private static String status(TermStatus status) {
    return switch (status) {
      case PREFERRED -> "preferredTerm-admn-sts";
      case ADMITTED -> "admittedTerm-admn-sts";
      case PROPOSED -> "proposed";
      case FORBIDDEN -> "deprecatedTerm-admn-sts";
    };
  }

  private void element(int depth, String name, String type, String text) throws IOException {
    xml.start(depth, name);
    if (!type.isEmpty()) {
      xml.attribute("type", type);
    }
    xml.text(text);
    xml.end();
  }
}

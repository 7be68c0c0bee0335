package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.file.XmlText;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes TBX: version 2 (ISO 30042:2008, {@code martif}) without a namespace, because OmegaT reads
 * no other form, or version 3 (ISO 30042:2019, {@code tbx}) with data categories as attributes.
 * Data without a category in the standards is in categories {@code x-ballast-...}, which {@link
 * TbxReader} reads and other programs skip.
 */
final class TbxWriter {

  /** Names that may be ids in XML (NCName), limited to ASCII. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,199}");

  private final Writer writer;
  private final XMLStreamWriter xml;
  private final boolean third;
  private final Set<String> ids = new HashSet<>();
  private int number;

  TbxWriter(OutputStream out, int version) throws IOException {
    this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.third = version == 3;
    try {
      // Always the JDK's own writer: the bytes must not depend on the class path.
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
  }

  void write(List<Concept> concepts) throws IOException {
    try {
      start();
      for (Concept concept : concepts) {
        concept(concept);
      }
      end(2);
      end(1);
      end(0);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw XmlText.asIo(e);
    }
    writer.write("\n");
    writer.flush();
  }

  private void start() throws IOException, XMLStreamException {
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.writeStartElement(third ? "tbx" : "martif");
    if (third) {
      xml.writeAttribute("style", "dca");
      xml.writeAttribute("type", "TBX-Basic");
    } else {
      xml.writeAttribute("type", "TBX");
    }
    xml.writeAttribute("xml:lang", "zh-CN");
    if (third) {
      xml.writeAttribute("xmlns", "urn:iso:std:iso:30042:ed-2");
    }
    open(1, third ? "tbxHeader" : "martifHeader");
    open(2, "fileDesc");
    open(3, "sourceDesc");
    element(4, "p", "", "Ballast glossary");
    end(3);
    end(2);
    if (!third) {
      open(2, "encodingDesc");
      element(3, "p", "XCSURI", "TBXXCSV02.xcs");
      end(2);
    }
    end(1);
    open(1, "text");
    open(2, "body");
  }

  private void concept(Concept concept) throws XMLStreamException {
    number++;
    open(3, third ? "conceptEntry" : "termEntry");
    boolean named = NAME.matcher(concept.id()).matches() && ids.add(concept.id());
    xml.writeAttribute("id", named ? concept.id() : freeId());
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
    end(3);
  }

  private String freeId() {
    String id = "c" + number;
    while (!ids.add(id)) {
      id += "-";
    }
    return id;
  }

  private void each(String element, String type, List<String> texts) throws XMLStreamException {
    for (String text : texts) {
      if (!text.isEmpty()) {
        element(4, element, type, text);
      }
    }
  }

  private void language(String lang, List<Term> terms) throws XMLStreamException {
    if (terms.isEmpty()) {
      return;
    }
    open(4, third ? "langSec" : "langSet");
    xml.writeAttribute("xml:lang", lang);
    for (Term term : terms) {
      open(5, third ? "termSec" : "tig");
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
      end(5);
    }
    end(4);
  }

  private static String status(TermStatus status) {
    return switch (status) {
      case PREFERRED -> "preferredTerm-admn-sts";
      case ADMITTED -> "admittedTerm-admn-sts";
      case PROPOSED -> "proposed";
      case FORBIDDEN -> "deprecatedTerm-admn-sts";
    };
  }

  private void element(int depth, String name, String type, String text) throws XMLStreamException {
    open(depth, name);
    if (!type.isEmpty()) {
      xml.writeAttribute("type", type);
    }
    XmlText.write(xml, XmlText.fit(text));
    xml.writeEndElement();
  }

  private void open(int depth, String name) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(name);
  }

  private void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}

package ballast.format.term;

import ballast.format.file.Characters;
import ballast.format.file.XmlEvents;
import ballast.format.table.ColumnRole;
import ballast.format.table.LanguageHead.LanguageName;
import ballast.format.term.RawTermEntry.RawTerm;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.language.WhiteSpace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of MultiTerm ({@code mtf}), streaming. From a {@code conceptGrp} it reads the terms
 * of every language and the fields ({@code descrip}) with usual English names: status, part of
 * speech, subject, project, definition, note, source. Field names are free in MultiTerm; fields
 * with other names are skipped.
 */
final class MultiTermReader {

  private final XmlEvents xml;
  private final Consumer<RawTermEntry> entries;
  private RawTermEntry entry = new RawTermEntry(1);
  private String lang = "";

  private MultiTermReader(XmlEvents xml, Consumer<RawTermEntry> entries) {
    this.xml = xml;
    this.entries = entries;
  }

  static void read(XmlEvents xml, Consumer<RawTermEntry> entries) {
    new MultiTermReader(xml, entries).read();
  }

  private void read() {
    xml.root("a MultiTerm file", "export the termbase as MultiTerm XML", "mtf");
    while (xml.nextStart()) {
      if (xml.name().equals("conceptGrp")) {
        entry();
      } else {
        xml.skip();
      }
    }
  }

  private void entry() {
    int outside = xml.depth() - 1;
    entry = new RawTermEntry(xml.line());
    lang = "";
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "concept" -> entry.id = text();
        case "languageGrp", "descripGrp" -> {
          // Descend into it.
        }
        case "language" -> language();
        case "termGrp" -> term();
        case "descrip" -> about(role(), text());
        default -> xml.skip(); // dates and authors of changes, links
      }
    }
    entries.accept(entry);
  }

  /** The language is given by a code or, in termbases without codes, by its name. */
  private void language() {
    String code = xml.attribute("lang");
    lang = LanguageColumns.isLanguage(code) ? code : LanguageName.code(xml.attribute("type"));
    lang = lang.isEmpty() ? code : lang;
    xml.skip();
  }

  private void about(ColumnRole role, String text) {
    if (text.isEmpty()) {
      return;
    }
    switch (role) {
      case DOMAIN -> RawTermEntry.add(entry.domains, text);
      case PROJECT -> RawTermEntry.add(entry.projects, text);
      case NOTE, DEFINITION -> RawTermEntry.add(entry.notes, text);
      case SOURCE, AUTHORITY -> RawTermEntry.add(entry.sources, text);
      default -> {
        // Not kept.
      }
    }
  }

  private void term() {
    int outside = xml.depth() - 1;
    String term = "";
    @Nullable TermStatus status = null;
    String partOfSpeech = "";
    StringBuilder note = new StringBuilder();
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "term" -> term = text();
        case "descripGrp" -> {
          // Descend into it.
        }
        case "descrip" -> {
          ColumnRole role = role();
          String text = text();
          switch (role) {
            case STATUS -> status = status == null ? TbxReader.status(text) : status;
            case FORBIDDEN -> status = GlossaryRow.isYes(text) ? TermStatus.FORBIDDEN : status;
            case PART_OF_SPEECH -> partOfSpeech = text;
            case NOTE -> note.append(note.isEmpty() ? "" : "\n").append(text);
            default -> about(role, text);
          }
        }
        default -> xml.skip();
      }
    }
    if (!term.isEmpty() && entry.terms.size() < RawTermEntry.MAX_ITEMS) {
      TermUse use = new TermUse(Term.Match.AUTO, false, partOfSpeech);
      entry.terms.add(new RawTerm(lang, term, status, use, note.toString()).inUse());
    }
  }

  private ColumnRole role() {
    return ColumnRole.of(xml.attribute("type")).orElse(ColumnRole.BOOKKEEPING);
  }

  private String text() {
    return Characters.strip(WhiteSpace.collapse(xml.allText(RawTermEntry.MAX_TEXT)));
  }
}

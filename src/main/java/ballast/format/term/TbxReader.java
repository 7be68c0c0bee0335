package ballast.format.term;

import ballast.format.file.Characters;
import ballast.format.file.XmlEvents;
import ballast.format.term.RawTermEntry.RawTerm;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import ballast.language.WhiteSpace;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads TBX, streaming: version 2 (ISO 30042:2008, {@code martif}, with {@code tig} and {@code
 * ntig}, with or without a namespace) and version 3 (ISO 30042:2019, {@code tbx}), data categories
 * as attributes (DCA) or as elements (DCT). No DTD is opened and no entity expanded.
 *
 * <p>From an entry it reads terms of every language with status, part of speech and notes, subject
 * fields, projects, definitions, notes and sources, and the additions of {@link TbxWriter}.
 */
final class TbxReader {

  private final XmlEvents xml;
  private final Consumer<RawTermEntry> entries;
  private RawTermEntry entry = new RawTermEntry(1);
  private String fileLang = "";
  private String lang = "";

  private TbxReader(XmlEvents xml, Consumer<RawTermEntry> entries) {
    this.xml = xml;
    this.entries = entries;
  }

  static void read(XmlEvents xml, Consumer<RawTermEntry> entries) {
    new TbxReader(xml, entries).read();
  }

  private void read() {
    xml.root(
        "a TBX file", "TBX begins with <martif> (version 2) or <tbx> (version 3)", "martif", "tbx");
    fileLang = xml.attribute("lang");
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "termEntry", "conceptEntry" -> entry();
        case "text", "body" -> {
          // Its entries follow.
        }
        default -> xml.skip();
      }
    }
  }

  private void entry() {
    int outside = xml.depth() - 1;
    entry = new RawTermEntry(xml.line());
    entry.id = stripped(xml.attribute("id"));
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "langSet", "langSec" -> language();
        case "descripGrp", "adminGrp", "transacGrp", "itemGrp" -> {
          // Its children follow; about() skips the dates and authors of changes.
        }
        default -> about();
      }
    }
    entries.accept(entry);
  }

  private void about() {
    String kind = kind();
    String text = text();
    if (text.isEmpty()) {
      return;
    }
    switch (kind) {
      case "subjectField" -> RawTermEntry.add(entry.domains, text);
      case "projectSubset", "customerSubset" -> RawTermEntry.add(entry.projects, text);
      case "definition", "explanation", "note" -> RawTermEntry.add(entry.notes, text);
      case "source" -> RawTermEntry.add(entry.sources, text);
      case "x-ballast-id" -> entry.id = text;
      case "x-ballast-not-in" -> RawTermEntry.add(entry.notIn, text);
      case "x-ballast-only-if" -> RawTermEntry.add(entry.onlyIf, text);
      case "x-ballast-not-if" -> RawTermEntry.add(entry.notIf, text);
      default -> {
        // Processes, dates and pictures are not kept.
      }
    }
  }

  private void language() {
    int outside = xml.depth() - 1;
    lang = xml.attribute("lang").isEmpty() ? fileLang : xml.attribute("lang");
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "tig", "ntig", "termSec" -> term();
        case "descripGrp", "adminGrp" -> {
          // Descend into it.
        }
        default -> about();
      }
    }
  }

  private void term() {
    int outside = xml.depth() - 1;
    String text = "";
    TermStatus status = null;
    String partOfSpeech = "";
    Term.Match match = Term.Match.AUTO;
    boolean caseSensitive = false;
    StringBuilder note = new StringBuilder();
    while (xml.nextInside(outside)) {
      String kind = kind();
      switch (xml.name()) {
        case "termGrp", "termNoteGrp", "descripGrp", "adminGrp" -> {
          // Descend into it.
        }
        case "termCompList", "transacGrp" -> xml.skip();
        default -> {
          String value = text();
          switch (kind) {
            case "term" -> text = value;
            case "administrativeStatus", "normativeAuthorization" ->
                status = status == null ? status(value) : status;
            case "partOfSpeech" -> partOfSpeech = value;
            case "x-ballast-match" -> match = Term.Match.ofLabel(value).orElse(Term.Match.AUTO);
            case "x-ballast-case" -> caseSensitive = value.equals("sensitive");
            case "note", "usageNote", "Usage note" ->
                note.append(note.isEmpty() ? "" : "\n").append(value);
            case "source" -> RawTermEntry.add(entry.sources, value);
            default -> {
              // Other elements are not kept.
            }
          }
        }
      }
    }
    if (!text.isEmpty() && entry.terms.size() < RawTermEntry.MAX_ITEMS) {
      TermUse use = new TermUse(match, caseSensitive, partOfSpeech);
      entry.terms.add(new RawTerm(lang, text, status, use, note.toString()));
    }
  }

  /** Returns the data category of an element: its type (DCA), or its name (DCT). */
  private String kind() {
    String type = xml.attribute("type");
    return type.isEmpty() || xml.name().equals("term") || xml.name().equals("note")
        ? xml.name()
        : type;
  }

  private String text() {
    return stripped(xml.allText(RawTermEntry.MAX_TEXT));
  }

  private static String stripped(String text) {
    return Characters.strip(WhiteSpace.collapse(text));
  }

  /** Includes usual substitutes for the values of ISO 12620. */
  static @Nullable TermStatus status(String value) {
    String status = value.strip().toLowerCase(Locale.ROOT).replaceAll("(term)?(-admn-sts)?$", "");
    return switch (status) {
      case "preferred", "standardized", "首选", "推荐", "优先", "规范", "标准" -> TermStatus.PREFERRED;
      case "admitted", "approved", "allowed", "允许", "许用", "可用", "备选" -> TermStatus.ADMITTED;
      case "批准", "已批准", "审定", "已审定" -> TermStatus.ADMITTED;
      case "proposed", "draft", "草稿", "建议", "待定", "待审", "待审核", "候选" -> TermStatus.PROPOSED;
      case "deprecated",
          "superseded",
          "forbidden",
          "notrecommended",
          "not recommended",
          "obsolete",
          "donotuse",
          "do not use",
          "禁用",
          "禁止",
          "禁止使用",
          "不推荐",
          "废弃",
          "已废弃",
          "弃用" ->
          TermStatus.FORBIDDEN;
      default -> null;
    };
  }
}

package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.format.file.OwnMark;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Event;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.io.InputStream;
import java.util.TreeMap;

/**
 * Reads XLIFF 1.1 and 1.2 (with the segments, states and origins of Trados, memoQ and Phrase) and
 * 2.0 to 2.2, in constant memory. A unit that is cut into segments gives one pair per segment.
 * Proposals ({@code alt-trans}, {@code matches}) are not translations and are skipped. States
 * become a {@link ballast.bitext.Status} if they say that somebody has approved or rejected the
 * translation, and are always kept as properties {@code x-xliff-...}. A translation by a machine,
 * or of a similar text, that nobody has confirmed is a draft in doubt ({@link ToolState}).
 */
public final class XliffReader {

  /** The namespace of Phrase, with any version. */
  private static final String PHRASE = "http://www.memsource.com/mxlf/";

  private final XmlEvents xml;
  private final PairMaker pairs;
  private final String fallbackSource;
  private final String fallbackTarget;
  private String sourceLang = "";
  private String targetLang = "";
  private String document = "";
  private boolean phrase;

  /** Whether Ballast has pre-translated it. */
  private boolean ours;

  /** Whether texts are to be translated, by the depth of the last element that says so. */
  private final TreeMap<Integer, Boolean> translated = new TreeMap<>();

  private XliffReader(XmlEvents xml, PairOptions options, UnitEvents events) {
    this.xml = xml;
    this.pairs = new PairMaker(options, events);
    this.fallbackSource = options.from().tag();
    this.fallbackTarget = options.to().tag();
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @param events takes the units while the file is read
   * @throws ballast.bitext.InputException with line and column where the file is not XLIFF or not
   *     XML; what came before has been handed over
   */
  public static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new XliffReader(xml, options, events).read();
    }
  }

  private void read() {
    if (xml.next() != Event.START || !xml.name().equals("xliff")) {
      throw xml.broken(
          "not an XLIFF file: it begins with <" + xml.name() + ">",
          "check that it is the file you mean");
    }
    boolean second = xml.attribute("version").startsWith("2");
    sourceLang = xml.attribute("srcLang");
    targetLang = xml.attribute("trgLang");
    phrase = xml.attribute("m").startsWith(PHRASE); // the declaration of the prefix
    while (xml.depth() > 0) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "file" -> {
            startFile(second);
            noteTranslate();
          }
          case "body", "group" -> noteTranslate(); // its units follow
          case "header", "skl", "notes" -> {
            // What they say of the original follows.
          }
          case "external-file", "note" -> {
            ours |= XliffOriginal.isOurs(xml);
            xml.skip();
          }
          case "trans-unit" -> transUnit();
          case "unit" -> unit();
          default -> xml.skip();
        }
      }
    }
    xml.next();
  }

  /** Notes what the element that has begun says about all in it, and forgets those before it. */
  private void noteTranslate() {
    translated.tailMap(xml.depth(), true).clear();
    String said = xml.attribute("translate");
    if (!said.isEmpty()) {
      translated.put(xml.depth(), !said.equals("no"));
    }
  }

  private void startFile(boolean second) {
    document = xml.attribute("original");
    ours = false;
    if (!second) {
      sourceLang = xml.attribute("source-language");
      targetLang = xml.attribute("target-language");
    }
  }

  private XliffUnit newUnit() {
    XliffUnit unit =
        new XliffUnit(
            xml.line(),
            sourceLang.isEmpty() ? fallbackSource : sourceLang,
            targetLang.isEmpty() ? fallbackTarget : targetLang);
    unit.say("x-document", document.equals(XliffWriter.NO_DOCUMENT) ? "" : document);
    String id = xml.attribute("id");
    unit.say(UnitDetails.isId(id) ? "x-ballast-id" : "x-xliff-id", id);
    unit.say("x-xliff-resname", xml.attribute("resname"));
    unit.say("x-xliff-name", xml.attribute("name"));
    unit.isFromBallast(ours);
    noteTranslate();
    if (!translated.isEmpty() && !translated.lastEntry().getValue()) {
      unit.add(TranslationState.NOT_TRANSLATED);
    }
    return unit;
  }

  /** Version 1: whole texts, or segments marked inside them. */
  private void transUnit() {
    int outside = xml.depth() - 1;
    XliffUnit unit = newUnit();
    unit.judge(ToolState.ofUnit(xml.attributes()));
    unit.judge("approved", xml.attribute("approved"));
    if (phrase) {
      unit.readPhraseCodes();
    }
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "source" -> {
            unit.languages(ownLanguage("lang", sourceLang), "");
            unit.source(segments());
          }
          case "seg-source" -> unit.markedSource(segments());
          case "target" -> {
            unit.judge("state", xml.attribute("state"));
            unit.languages("", ownLanguage("lang", targetLang));
            unit.qualify(xml.attribute("state-qualifier"));
            unit.target(segments());
          }
          case "note" -> note(unit, xml.attribute("from"));
          case "alt-trans" -> {
            unit.proposed(xml.attribute("match-quality"));
            xml.skip();
          }
          case "seg-defs" -> segmentStates(unit);
          default -> xml.skip();
        }
      }
    }
    unit.giveTo(pairs);
  }

  /**
   * The language that the element names for its text: a variant of that of the file, or any if the
   * file names none; empty otherwise.
   */
  private String ownLanguage(String attribute, String ofFile) {
    String own = xml.attribute(attribute);
    Lang lang = LangCode.lang(ofFile);
    boolean fits =
        ofFile.isEmpty() || (lang != null && LangCode.fit(lang, LangCode.lang(own)) != Fit.OTHER);
    return fits ? own : "";
  }

  /** Reads the states of segments, which SDL keeps outside the segments. */
  private void segmentStates(XliffUnit unit) {
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        if (xml.name().equals("seg")) {
          unit.judgeSegment(xml.attribute("id"), ToolState.ofSegment(xml.attributes()));
        }
        xml.skip();
      }
    }
  }

  /** Version 2: segments are separate elements. */
  private void unit() {
    int outside = xml.depth() - 1;
    XliffUnit unit = newUnit();
    unit.languages(
        ownLanguage(XliffSecondForm.SOURCE_LANGUAGE, sourceLang),
        ownLanguage(XliffSecondForm.TARGET_LANGUAGE, targetLang));
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "segment" -> {
            XliffUnit segment = unit.segment(xml.line(), xml.attribute("id"));
            segment.judge("state", xml.attribute("state"));
            segment.say("x-xliff-sub-state", xml.attribute("subState"));
            segment(segment);
            segment.giveTo(pairs);
          }
          case "notes", "matches" -> {
            // They follow.
          }
          case "match" -> {
            unit.proposed(xml.attribute("matchSuitability"));
            xml.skip();
          }
          case "note" -> note(unit, xml.attribute("category"));
          default -> xml.skip();
        }
      }
    }
  }

  private void segment(XliffUnit segment) {
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "source" -> segment.source(segments());
          case "target" -> segment.target(segments());
          default -> xml.skip();
        }
      }
    }
  }

  /**
   * Takes a note, unless Ballast has made it: that is about matches, not about the translation.
   *
   * @param by its author or kind, by which Ballast marks its own
   */
  private void note(XliffUnit unit, String by) {
    String lang = xml.attribute("lang");
    String from = xml.attribute("from");
    String text = xml.allText(InlineText.MAX_LENGTH + 1);
    if (!by.equals(OwnMark.TOOL)) {
      unit.add(new Property(Scope.UNIT, Kind.NOTE, from, text, lang));
    }
  }

  /** The text of the element that has begun, as a whole and by its marked segments. */
  private XliffSegments segments() {
    XliffSegments segments = new XliffSegments();
    int outside = xml.depth() - 1;
    while (xml.depth() > outside) {
      switch (xml.next()) {
        case TEXT -> segments.add(xml.text());
        case START -> {
          boolean segment = xml.name().equals("mrk") && xml.attribute("mtype").equals("seg");
          segments.open(xml.name(), xml.attributes(), segment ? xml.attribute("mid") : null);
        }
        case END -> {
          if (xml.depth() > outside) {
            segments.close();
          }
        }
        case DONE -> throw new IllegalStateException("the end inside an element");
      }
    }
    return segments;
  }
}

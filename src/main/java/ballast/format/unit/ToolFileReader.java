package ballast.format.unit;

import ballast.bitext.Unit.Property;
import ballast.format.file.XmlEvents;
import ballast.format.unit.BilingualUnit.Part;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bilingual files of Wordfast Pro ({@code .txml}) and of Trados before Studio ({@code
 * .ttx}), in constant memory. A unit is a {@code segment} of a {@code translatable}, or a {@code
 * Tu}. Skips the white space around segments, text that has not been translated, and the skeleton
 * of the document.
 */
final class ToolFileReader {

  private static final String YES = "true";

  private final XmlEvents xml;
  private final PairMaker pairs;
  private String sourceLang = "";
  private String targetLang = "";
  private String document = "";
  private String block = "";

  private ToolFileReader(XmlEvents xml, PairOptions options, UnitEvents events) {
    this.xml = xml;
    this.pairs = new PairMaker(options, events);
  }

  static void readTxml(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new ToolFileReader(xml, options, events).readTxml();
    }
  }

  static void readTtx(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new ToolFileReader(xml, options, events).readTtx();
    }
  }

  private void readTxml() {
    xml.root("a TXML file", "check that it is the file you mean", "txml");
    sourceLang = xml.attribute("locale");
    targetLang = xml.attribute("targetlocale");
    document = BilingualUnit.fileName(xml.attribute("file_name"));
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "translatable" -> block = xml.attribute("blockId");
        case "segment" -> segment();
        default -> xml.skip();
      }
    }
  }

  private void segment() {
    int outside = xml.depth() - 1;
    int line = xml.line();
    String origin = xml.attribute("gtmt").equals(YES) ? "mt" : "";
    boolean edited = xml.attribute("modified").equals(YES);
    boolean unconfirmed = xml.attribute("unconfirmed").equals(YES);
    String number = xml.attribute("segmentId");
    String score = "";
    @Nullable InlineText source = null;
    @Nullable InlineText target = null;
    List<Property> properties = new ArrayList<>();
    while (xml.nextInside(outside)) {
      switch (xml.name()) {
        case "source" -> source = InlineText.of(xml);
        case "target" -> {
          score = xml.attribute("score").equals("0") ? "" : xml.attribute("score");
          target = InlineText.of(xml);
        }
        case "comment", "note" -> properties.add(note());
        default -> xml.skip();
      }
    }
    BilingualUnit.say(properties, "x-document", document);
    BilingualUnit.say(
        properties, "x-txml-segment", block.isEmpty() ? number : block + "." + number);
    BilingualUnit.say(properties, "x-txml-origin", origin);
    BilingualUnit.say(properties, "x-txml-score", score);
    BilingualUnit.say(properties, "x-txml-unconfirmed", unconfirmed ? "yes" : "");
    if (!edited) {
      properties.addAll(TranslationState.unconfirmed(origin, score));
    }
    new BilingualUnit(line, properties, new Part(sourceLang, source), new Part(targetLang, target))
        .giveTo(pairs);
  }

  private Property note() {
    return new Property(
        Property.Scope.UNIT, Property.Kind.NOTE, "", xml.allText(InlineText.MAX_LENGTH + 1), "");
  }

  private void readTtx() {
    xml.root("a TTX file", "check that it is the file you mean", "TRADOStag");
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "FrontMatter", "Body", "Raw", "df" -> {
          // Descend into it.
        }
        case "UserSettings" -> settings();
        case "Tu" -> unit();
        default -> xml.skip();
      }
    }
  }

  private void settings() {
    sourceLang = xml.attribute("SourceLanguage");
    targetLang = xml.attribute("TargetLanguage");
    document = BilingualUnit.fileName(xml.attribute("SourceDocumentPath"));
    xml.skip();
  }

  private void unit() {
    int outside = xml.depth() - 1;
    int line = xml.line();
    String origin = xml.attribute("Origin");
    String percent = xml.attribute("MatchPercent");
    List<Part> parts = new ArrayList<>();
    while (xml.nextInside(outside)) {
      if (xml.name().equals("Tuv") && parts.size() < 2) {
        String lang = xml.attribute("Lang");
        String otherwise = parts.isEmpty() ? sourceLang : targetLang;
        parts.add(new Part(lang.isEmpty() ? otherwise : lang, InlineText.of(xml)));
      } else {
        xml.skip();
      }
    }
    Part nothing = new Part(parts.isEmpty() ? sourceLang : targetLang, null);
    Part source = parts.isEmpty() ? nothing : parts.get(0);
    Part target = parts.size() < 2 ? nothing : parts.get(1);
    new BilingualUnit(line, said(origin, percent), source, target).giveTo(pairs);
  }

  private List<Property> said(String origin, String percent) {
    List<Property> said = new ArrayList<>();
    BilingualUnit.say(said, "x-document", document);
    BilingualUnit.say(said, "x-ttx-origin", origin);
    BilingualUnit.say(said, "x-ttx-percent", percent);
    if (!origin.equals("manual")) {
      said.addAll(TranslationState.unconfirmed(origin, percent.equals("0") ? "" : percent));
    }
    return said;
  }
}

package ballast.format.unit;

import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.format.file.XmlEvents;
import ballast.format.unit.BilingualUnit.Part;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the bilingual files of Trados before Studio ({@code .ttx}), in constant memory: a unit for
 * each {@code Tu}. Text outside them has not been translated and is skipped.
 */
final class TtxReader {

  private final XmlEvents xml;
  private final PairMaker pairs;
  private String sourceLang = "";
  private String targetLang = "";
  private String document = "";

  private TtxReader(XmlEvents xml, PairOptions options, UnitEvents events) {
    this.xml = xml;
    this.pairs = new PairMaker(options, events);
  }

  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new TtxReader(xml, options, events).read();
    }
  }

  private void read() {
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
        InlineText text = new InlineText(Side.SOURCE);
        text.read(xml);
        parts.add(new Part(lang.isEmpty() ? otherwise : lang, text));
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

package ballast.format.unit;

import ballast.bitext.Property;
import ballast.bitext.Side;
import ballast.format.unit.BilingualUnit.Part;
import ballast.format.xml.XmlEvents;
import ballast.format.xml.XmlEvents.Event;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bilingual files of Wordfast Pro ({@code .txml}), in constant memory: a unit for each
 * {@code segment} of a {@code translatable}. The white space around segments and the skeleton of
 * the document are passed over.
 */
final class TxmlReader {

  private static final String YES = "true";

  private final XmlEvents xml;
  private final PairMaker pairs;
  private String sourceLang = "";
  private String targetLang = "";
  private String document = "";
  private String block = "";

  private TxmlReader(XmlEvents xml, PairOptions options, UnitEvents events) {
    this.xml = xml;
    this.pairs = new PairMaker(options, events);
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @param events takes the units while the file is read
   * @throws ballast.bitext.InputException with line and column where the file is not TXML or not
   *     XML; what came before has been handed over
   */
  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    try (XmlEvents xml = new XmlEvents(in, name, events::corrected)) {
      new TxmlReader(xml, options, events).read();
    }
  }

  private void read() {
    if (xml.next() != Event.START || !xml.name().equals("txml")) {
      throw xml.broken(
          "not a TXML file: it begins with <" + xml.name() + ">",
          "check that it is the file you mean");
    }
    sourceLang = xml.attribute("locale");
    targetLang = xml.attribute("targetlocale");
    document = BilingualUnit.fileName(xml.attribute("file_name"));
    while (xml.depth() > 0) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "translatable" -> block = xml.attribute("blockId");
          case "segment" -> segment();
          default -> xml.skip();
        }
      }
    }
    xml.next();
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
    while (xml.depth() > outside) {
      if (xml.next() == Event.START) {
        switch (xml.name()) {
          case "source" -> source = text();
          case "target" -> {
            score = xml.attribute("score").equals("0") ? "" : xml.attribute("score");
            target = text();
          }
          case "comment", "note" -> properties.add(note());
          default -> xml.skip();
        }
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

  private InlineText text() {
    InlineText text = new InlineText(Side.SOURCE);
    text.read(xml);
    return text;
  }
}

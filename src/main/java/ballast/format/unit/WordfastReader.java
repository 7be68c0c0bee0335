package ballast.format.unit;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Property;
import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import ballast.format.file.Characters;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.format.xml.XmlText;
import ballast.language.LangCode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads memories of Wordfast Classic and Wordfast Server: tab-separated lines in UTF-16 with a byte
 * order mark or in UTF-8. The first line is a header whose fields begin with a per cent sign; every
 * other line is a unit: date, user, number of uses, source language, source text, target language,
 * target text, and up to four attributes. All fields except the texts may be empty; an empty
 * language means that of the header. Dates, which say no time zone, are taken as UTC.
 */
final class WordfastReader {

  /** Start of the name of an attribute, before its number; the user is attribute 1. */
  static final String ATTRIBUTE = "x-wordfast-attribute-";

  /** Fields before the attributes. */
  static final int FIELDS = 7;

  private static final int MAX_FIELDS = 100;
  private static final Pattern HEADER = Pattern.compile("%\\d{8}~\\d{6}\t%");
  private static final Pattern DATE = Pattern.compile("\\d{8}~\\d{6}");

  /** Code points of a line that a message quotes. */
  private static final int MAX_SHOWN = 40;

  /** UTF-16 units that an inline code counts in addition to its content. */
  private static final int CODE_SIZE = 64;

  private final String name;
  private final UnitEvents events;
  private final PairMaker pairs;
  private boolean begun;
  private String sourceLang = "";
  private String targetLang = "";
  private int line;

  private WordfastReader(String name, PairOptions options, UnitEvents events) {
    this.name = name;
    this.events = events;
    this.pairs = new PairMaker(options, events);
  }

  /** Whether a line is the first of a Wordfast memory. */
  static boolean isHeader(String line) {
    return HEADER.matcher(line).lookingAt();
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @param events takes the units while the file is read
   * @throws InputException with the line if it is not in its encoding, or has no header
   */
  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    UnitLineReader.read(in, name, new WordfastReader(name, options, events)::accept);
  }

  private void accept(int number, String text) {
    line = number;
    if (Characters.isBlank(text)) {
      return;
    }
    String[] fields = text.split("\t", MAX_FIELDS);
    if (isHeader(text)) { // memories that were put together have several
      sourceLang = fields.length > 3 ? lang(fields[3].replaceFirst("^%", "")) : "";
      targetLang = fields.length > 5 ? lang(fields[5].replaceFirst("^%", "")) : "";
      begun = true;
    } else if (!begun) {
      throw new InputException(
          String.format(
              "cannot read \"%s\": line %d: not a Wordfast memory: it begins with \"%s\"",
              name, number, Excerpt.of(Characters.strip(text), MAX_SHOWN)),
          "its first line begins with a percent sign and a date; check that it is the file you"
              + " mean");
    } else if (text.length() > InlineText.MAX_LENGTH) {
      pairs.refuseTooLong(nothing());
    } else if (fields.length < FIELDS) {
      events.refused(
          nothing(), false, "it has " + fields.length + " of the " + FIELDS + " fields of a unit");
    } else {
      unit(fields);
    }
  }

  /** Wordfast writes {@code ZH-CN} where others write {@code zh-CN}; this is not worth a report. */
  private static String lang(String code) {
    Lang lang = LangCode.lang(code);
    return lang == null ? code.strip() : lang.tag();
  }

  private RawUnit nothing() {
    return new RawUnit(line, "", List.of(), List.of(), Writer.OTHER);
  }

  private void unit(String[] fields) {
    List<Property> properties = new ArrayList<>();
    String date = fields[0].strip();
    say(
        properties,
        Kind.ATTRIBUTE,
        "creationdate",
        DATE.matcher(date).matches() ? date.replace('~', 'T') + "Z" : date);
    say(properties, Kind.ATTRIBUTE, "creationid", fields[1]);
    say(properties, Kind.ATTRIBUTE, "usagecount", fields[2].equals("0") ? "" : fields[2]);
    for (int i = FIELDS; i < fields.length; i++) {
      say(properties, Kind.PROP, ATTRIBUTE + (i - FIELDS + 2), fields[i]);
    }
    Variant source = variant(fields[3].isBlank() ? sourceLang : lang(fields[3]), fields[4]);
    Variant target = variant(fields[5].isBlank() ? targetLang : lang(fields[5]), fields[6]);
    RawUnit unit =
        new RawUnit(line, source.lang(), properties, List.of(source, target), Writer.OTHER);
    if (CODE_SIZE * (source.codes().size() + target.codes().size()) > InlineText.MAX_LENGTH) {
      pairs.refuseTooLong(nothing());
    } else {
      pairs.accept(unit);
    }
  }

  private void say(List<Property> properties, Kind kind, String property, String value) {
    if (!value.isBlank()) {
      properties.add(new Property(Scope.UNIT, kind, property, fit(value), ""));
    }
  }

  private Variant variant(String lang, String written) {
    WordfastText segment = WordfastText.of(fit(written));
    return new Variant(line, lang, true, segment.text(), segment.codes(), List.of());
  }

  /** The text without the characters that XML forbids, because the unit may go into a TMX file. */
  private String fit(String written) {
    String fit = XmlText.fit(written);
    if (!fit.equals(written)) {
      events.corrected(line, "control characters were replaced by spaces or left out");
    }
    return fit;
  }
}

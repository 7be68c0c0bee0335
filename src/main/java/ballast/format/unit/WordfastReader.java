package ballast.format.unit;

import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.Characters;
import ballast.format.file.XmlText;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.language.LangCode;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads memories of Wordfast Classic and Wordfast Server: tab-separated lines in UTF-16 with a byte
 * order mark or in UTF-8. The first line is a header whose fields begin with a per cent sign. Every
 * other line is a unit: date, user, number of uses, source language, source text, target language,
 * target text, and up to four attributes. All fields except the texts may be empty; an empty
 * language means that of the header. Dates, which have no time zone, are taken as UTC.
 */
final class WordfastReader {

  /** Start of the name of an attribute, before its number; the user is attribute 1. */
  static final String ATTRIBUTE = "x-wordfast-attribute-";

  static final int FIELDS = 7;

  private static final int MAX_FIELDS = 100;
  private static final Pattern HEADER = Pattern.compile("%\\d{8}~\\d{6}\t%");
  private static final Pattern DATE = Pattern.compile("\\d{8}~\\d{6}");

  /** Maximum code points of a line quoted in a message. */
  private static final int MAX_SHOWN = 40;

  /** UTF-16 units counted for each inline code in addition to its content. */
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

  static boolean isHeader(String line) {
    return HEADER.matcher(line).lookingAt();
  }

  static void read(InputStream in, String name, PairOptions options, UnitEvents events) {
    UnitLineReader.read(in, name, new WordfastReader(name, options, events)::accept);
  }

  private void accept(int number, String text) {
    line = number;
    if (Characters.isBlank(text)) {
      return;
    }
    String[] fields = text.split("\t", MAX_FIELDS);
    if (isHeader(text)) { // merged memories have several
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
      properties.add(
          new Property(Scope.UNIT, kind, property, UnitLineReader.fit(value, line, events), ""));
    }
  }

  private Variant variant(String lang, String written) {
    WordfastText segment = WordfastText.of(UnitLineReader.fit(written, line, events));
    return new Variant(lang, true, segment.text(), segment.codes(), List.of());
  }

  /**
   * A segment of a Wordfast memory. A placeholder "&amp;tA;" is an inline code, as is {@code
   * &t=...;}, a tag that only the target has; "&amp;t9;" is a tab, "&amp;t#;" a line feed, and
   * "&amp;'9C;" the character of that byte in Windows-1252. Any other ampersand is itself.
   *
   * @param codes the placeholders, by rising offset; their side has no meaning
   */
  record WordfastText(String text, List<InlineCode> codes) {

    private static final String ELEMENT = "ph";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** An ampersand that would be read as the beginning of a placeholder. */
    private static final Pattern MISREAD = Pattern.compile("&(?=[t'])");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Charset BYTES = Charset.forName("windows-1252");

    WordfastText {
      codes = List.copyOf(codes);
    }

    static WordfastText of(String written) {
      if (written.indexOf('&') < 0) {
        return new WordfastText(written, List.of());
      }
      StringBuilder text = new StringBuilder();
      List<InlineCode> codes = new ArrayList<>();
      int at = 0;
      while (at < written.length()) {
        int end = placeholderEnd(written, at);
        String piece = written.substring(at, end);
        if (piece.length() == 1) {
          text.append(piece);
        } else if (piece.equals("&t9;")) {
          text.append('\t');
        } else if (piece.equals("&t#;")) {
          text.append('\n');
        } else if (piece.startsWith("&'")) {
          text.append(new String(HexFormat.of().parseHex(piece, 2, 4), BYTES));
        } else {
          String attributes = "x=\"" + (int) piece.charAt(2) + "\"";
          codes.add(new InlineCode(Side.SOURCE, text.length(), ELEMENT, attributes, piece));
        }
        at = end;
      }
      return new WordfastText(text.toString(), codes);
    }

    /** Returns the end of the placeholder at a place, or the next offset if there is none. */
    private static int placeholderEnd(String written, int at) {
      if (written.startsWith("&t=", at)) {
        int end = at + 3;
        while (end < written.length() && written.charAt(end) != ';') {
          end += written.charAt(end) == '\\' ? 2 : 1;
        }
        return end < written.length() ? end + 1 : at + 1;
      }
      boolean tag = written.startsWith("&t", at) && written.startsWith(";", at + 3);
      boolean octet =
          written.startsWith("&'", at)
              && written.startsWith(";", at + 4)
              && HexFormat.isHexDigit(written.charAt(at + 2))
              && HexFormat.isHexDigit(written.charAt(at + 3));
      return tag ? at + 4 : octet ? at + 5 : at + 1;
    }

    /** Writes the segments of one unit: a code on both sides is the same placeholder on both. */
    static final class Writing {

      private final List<InlineCode> codes;
      private final Map<String, String> placeholders = new HashMap<>();
      private int letters;
      private int leftOut;

      Writing(List<InlineCode> codes) {
        this.codes = codes;
        codes.stream()
            .filter(Writing::isOwn)
            .forEach(code -> placeholders.put(code.content(), code.content()));
      }

      String write(String text, Side side) {
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (InlineCode code : codes) {
          if (code.side() == side) {
            written.append(plain(text.substring(from, code.offset()))).append(placeholder(code));
            from = code.offset();
          }
        }
        return written.append(plain(text.substring(from))).toString();
      }

      int leftOut() {
        return leftOut;
      }

      private static boolean isOwn(InlineCode code) {
        String content = code.content();
        return code.element().equals(ELEMENT)
            && content.startsWith("&t")
            && placeholderEnd(content, 0) == content.length()
            && content.chars().noneMatch(c -> c < ' ');
      }

      private String placeholder(InlineCode code) {
        if (isOwn(code)) {
          return code.content();
        }
        String key = code.element() + "\n" + code.attributes() + "\n" + code.content();
        String known = placeholders.get(key);
        while (known == null && letters < LETTERS.length()) {
          String next = "&t" + LETTERS.charAt(letters++) + ";";
          known = placeholders.containsKey(next) ? null : next;
        }
        if (known == null) {
          leftOut++;
          return "";
        }
        placeholders.put(key, known);
        return known;
      }

      private static String plain(String text) {
        String escaped = MISREAD.matcher(XmlText.fit(text)).replaceAll("&'26;");
        return LINE_END.matcher(escaped.replace("\t", "&t9;")).replaceAll("&t#;");
      }
    }
  }
}

package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.format.file.RawText;
import ballast.format.file.TagScanner;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TMX file in pieces: the text before the units, the units, and the text after them. Joined, they
 * give the file back byte for byte.
 */
public record TmxParts(String head, List<TmxPart> units, String tail, RawText encoding) {

  public static final TmxParts NONE = new TmxParts("", List.of(), "", RawText.empty());

  public TmxParts {
    units = List.copyOf(units);
  }

  /**
   * @throws InputException if it is not valid TMX, or is compressed
   */
  public static TmxParts of(byte[] bytes, String name) {
    if (bytes.length == 0) {
      return NONE;
    }
    PairOptions any =
        new PairOptions(Lang.ZH_CN, Lang.EN_US, true, Unit.Status.DRAFT, Instant.EPOCH);
    TmxReader.read(new ByteArrayInputStream(bytes), name, any, pair -> {});
    String why = "it is packed, or not all of its bytes belong to its encoding";
    RawText raw =
        RawText.ofXml(bytes, "units.tmx")
            .orElseThrow(
                () ->
                    new InputException(
                        "cannot split \"" + name + "\" into units: " + why, "save it as UTF-8"));
    return new Scan(raw).parts();
  }

  /**
   * Returns the bytes of this file with other units, in its encoding.
   *
   * @throws InputException if the encoding cannot represent all of their characters
   */
  public byte[] with(List<String> others) {
    StringBuilder all = new StringBuilder(head);
    others.forEach(all::append);
    return encoding.of(all.append(tail).toString()).bytes();
  }

  private static final class Scan {

    private final RawText raw;
    private final String text;
    private final List<TmxPart> units = new ArrayList<>();
    private String language = "";
    private int headEnd = -1;
    private int lastEnd;
    private int bodyEnd = -1;

    Scan(RawText raw) {
      this.raw = raw;
      this.text = raw.text();
    }

    TmxParts parts() {
      int unit = -1;
      int end;
      for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
        end = TagScanner.end(text, at);
        boolean whole = text.charAt(end - 2) == '/';
        if (TagScanner.isTag(text, at, "tu")) {
          unit = at;
        } else if (TagScanner.isTag(text, at, "/body")) {
          bodyEnd = at;
        }
        if (unit >= 0 && (TagScanner.isTag(text, at, "/tu") || (unit == at && whole))) {
          add(unit, end);
          unit = -1;
        }
      }
      if (headEnd < 0) {
        headEnd = bodyEnd < 0 ? text.length() : bodyEnd;
        lastEnd = headEnd;
      }
      return new TmxParts(text.substring(0, headEnd), units, text.substring(lastEnd), raw);
    }

    /** Adds a unit, together with the text between it and the previous unit. */
    private void add(int start, int end) {
      int from = lastEnd;
      if (headEnd < 0) {
        from = start;
        while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
          from--;
        }
        headEnd = from;
        language = TagScanner.attribute(text.substring(0, headEnd), "header", "srclang");
      }
      units.add(TmxPart.of(text, from, start, end, language));
      lastEnd = end;
    }
  }

  /**
   * One unit of a TMX file, exactly as written there.
   *
   * @param from end of the previous unit
   * @param key the id or, without one, document and source text
   * @param content a digest of everything except layout, dates, use and authors: it is equal for
   *     units with the same content. Large files have too many units to keep them all
   */
  public record TmxPart(String file, int from, int start, int end, String key, String content) {

    private static final Pattern TAG =
        Pattern.compile("<tuv?\\s(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>");

    private static final Pattern PASSING =
        Pattern.compile(
            "\\s(?:creationdate|changedate|lastusagedate|usagecount|creationid|changeid)\\s*="
                + "\\s*(?:\"[^\"]*+\"|'[^']*+')");

    private static final Pattern LAYOUT = Pattern.compile(">\\s*[\\r\\n]\\s*<");

    static TmxPart of(String text, int from, int start, int end, String language) {
      String element = text.substring(start, end);
      String id = TagScanner.attribute(element, "tu", "tuid");
      String key =
          id.isEmpty()
              ? "text " + document(element) + '\0' + source(element, language)
              : "id " + id;
      String lasting = TAG.matcher(element).replaceAll(m -> quoted(PASSING.matcher(m.group())));
      byte[] content = Sha256.of(LAYOUT.matcher(lasting).replaceAll("><"));
      String digest = Base64.getEncoder().encodeToString(content);
      return new TmxPart(text, from, start, end, key, digest);
    }

    /** This unit with only {@link #key} and {@link #content}, to save memory. */
    public TmxPart withoutText() {
      return new TmxPart("", 0, 0, 0, key, content);
    }

    private static String quoted(Matcher passing) {
      return Matcher.quoteReplacement(passing.replaceAll(""));
    }

    private static String document(String element) {
      for (int at = TagScanner.tag(element, "prop", 0);
          at >= 0;
          at = TagScanner.tag(element, "prop", at + 1)) {
        int end = TagScanner.end(element, at);
        if (TagScanner.attribute(element.substring(at, end), "type").equals("x-document")) {
          int close = element.indexOf("</prop", end);
          return close < 0 ? "" : element.substring(end, close);
        }
      }
      return "";
    }

    /** Falls back to the first text if nothing names that language. */
    private static String source(String element, String language) {
      String unitLang = TagScanner.attribute(element, "tu", "srclang");
      String wanted = unitLang.isEmpty() ? language : unitLang;
      String first = "";
      for (int at = TagScanner.tag(element, "tuv", 0);
          at >= 0;
          at = TagScanner.tag(element, "tuv", at + 1)) {
        String tag = element.substring(at, TagScanner.end(element, at));
        String xml = TagScanner.attribute(tag, "xml:lang");
        String lang = xml.isEmpty() ? TagScanner.attribute(tag, "lang") : xml;
        int open = TagScanner.tag(element, "seg", at);
        int close = open < 0 ? -1 : element.indexOf("</seg", open);
        String text = close < 0 ? "" : element.substring(TagScanner.end(element, open), close);
        if (lang.equalsIgnoreCase(wanted)) {
          return text;
        }
        first = first.isEmpty() ? text : first;
      }
      return first;
    }

    /** Returns the unit as written with one more property, including the text before it. */
    public String marked(String type, String value) {
      int tag = TagScanner.end(file, start);
      String mark = "<prop type=\"" + type + "\">" + value + "</prop>";
      return file.substring(from, tag) + mark + file.substring(tag, end);
    }

    /** Returns the unit as written, including the text before it. */
    public String text() {
      return file.substring(from, end);
    }
  }
}

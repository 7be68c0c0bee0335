package ballast.format.unit;

import ballast.bitext.Sha256;
import ballast.format.xml.TagScanner;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One unit of a TMX file, exactly as written there. */
public final class TmxPart {

  private static final Pattern TAG =
      Pattern.compile("<tuv?\\s(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>");

  private static final Pattern PASSING =
      Pattern.compile(
          "\\s(?:creationdate|changedate|lastusagedate|usagecount|creationid|changeid)\\s*="
              + "\\s*(?:\"[^\"]*+\"|'[^']*+')");

  private static final Pattern LAYOUT = Pattern.compile(">\\s*[\\r\\n]\\s*<");

  private final String text;
  private final int from;
  private final int start;
  private final int end;
  private final String key;
  private final String content;

  private TmxPart(String text, int from, int start, int end, String key, String content) {
    this.text = text;
    this.from = from;
    this.start = start;
    this.end = end;
    this.key = key;
    this.content = content;
  }

  /**
   * The unit at a place in a text.
   *
   * @param from the end of the unit before; white space and comments may stand between
   * @param start where its element begins
   * @param end where its element ends
   * @param language of the source texts, as the file's header names it; empty if it does not
   */
  static TmxPart of(String text, int from, int start, int end, String language) {
    String element = text.substring(start, end);
    String id = TagScanner.attribute(element, "tu", "tuid");
    String key =
        id.isEmpty() ? "text " + document(element) + '\0' + source(element, language) : "id " + id;
    String lasting = TAG.matcher(element).replaceAll(m -> quoted(PASSING.matcher(m.group())));
    String content = digest(LAYOUT.matcher(lasting).replaceAll("><"));
    return new TmxPart(text, from, start, end, key, content);
  }

  /** A digest for comparison, because large files have too many units to keep them all. */
  private static String digest(String content) {
    return Base64.getEncoder().encodeToString(Sha256.of(content));
  }

  /** Its key: the id or, without one, document and source text. */
  public String key() {
    return key;
  }

  /**
   * A digest of everything except layout, dates, use and authors: it is equal for units that say
   * the same.
   */
  public String content() {
    return content;
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

  /** The text in the source language; if nothing names that language, the first text. */
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

  /** The unit as written with one more property, including what stands before it. */
  public String marked(String type, String value) {
    int tag = TagScanner.end(text, start);
    String mark = "<prop type=\"" + type + "\">" + value + "</prop>";
    return text.substring(from, tag) + mark + text.substring(tag, end);
  }

  /** The unit as written, including what stands before it. */
  public String text() {
    return text.substring(from, end);
  }
}

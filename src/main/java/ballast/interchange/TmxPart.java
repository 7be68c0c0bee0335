package ballast.interchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One unit of a TMX file, as it is written.
 *
 * @param lead what stands between it and the unit before: white space, comments
 * @param element from {@code <tu} to {@code </tu>}
 * @param key what it is known by: its id; without one its document and source text
 * @param content what must be equal for two to be the same: all but layout, dates, use and authors
 */
public record TmxPart(String lead, String element, String key, String content) {

  private static final Pattern TAG =
      Pattern.compile("<tuv?\\s(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>");

  private static final Pattern PASSING =
      Pattern.compile(
          "\\s(?:creationdate|changedate|lastusagedate|usagecount|creationid|changeid)\\s*="
              + "\\s*(?:\"[^\"]*+\"|'[^']*+')");

  private static final Pattern LAYOUT = Pattern.compile(">\\s*[\\r\\n]\\s*<");

  /**
   * @param language of the source texts, as the file's header says; empty if it does not
   */
  static TmxPart of(String lead, String element, String language) {
    String id = Markup.attribute(element, "tu", "tuid");
    String key =
        id.isEmpty() ? "text " + document(element) + '\0' + source(element, language) : "id " + id;
    String lasting = TAG.matcher(element).replaceAll(m -> quoted(PASSING.matcher(m.group())));
    return new TmxPart(lead, element, key, LAYOUT.matcher(lasting).replaceAll("><"));
  }

  private static String quoted(Matcher passing) {
    return Matcher.quoteReplacement(passing.replaceAll(""));
  }

  private static String document(String element) {
    for (int at = Markup.tag(element, "prop", 0);
        at >= 0;
        at = Markup.tag(element, "prop", at + 1)) {
      int end = Markup.end(element, at);
      if (Markup.attribute(element.substring(at, end), "type").equals("x-document")) {
        int close = element.indexOf("</prop", end);
        return close < 0 ? "" : element.substring(end, close);
      }
    }
    return "";
  }

  /** The text in the source language, or, where nothing says which that is, the first. */
  private static String source(String element, String language) {
    String own = Markup.attribute(element, "tu", "srclang");
    String wanted = own.isEmpty() ? language : own;
    String first = "";
    for (int at = Markup.tag(element, "tuv", 0); at >= 0; at = Markup.tag(element, "tuv", at + 1)) {
      String tag = element.substring(at, Markup.end(element, at));
      String xml = Markup.attribute(tag, "xml:lang");
      String lang = xml.isEmpty() ? Markup.attribute(tag, "lang") : xml;
      int open = Markup.tag(element, "seg", at);
      int close = open < 0 ? -1 : element.indexOf("</seg", open);
      String text = close < 0 ? "" : element.substring(Markup.end(element, open), close);
      if (lang.equalsIgnoreCase(wanted)) {
        return text;
      }
      first = first.isEmpty() ? text : first;
    }
    return first;
  }

  /** The unit with a property more; as it is written, with what stands before it. */
  public String marked(String type, String value) {
    int end = Markup.end(element, 0);
    String mark = "<prop type=\"" + type + "\">" + value + "</prop>";
    return lead + element.substring(0, end) + mark + element.substring(end);
  }

  /** The unit as it is written, with what stands before it. */
  public String text() {
    return lead + element;
  }
}

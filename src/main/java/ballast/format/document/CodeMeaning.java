package ballast.format.document;

import ballast.format.document.Paragraph.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;

/** What a code of a filter does, in the words of XLIFF 2. */
final class CodeMeaning {

  private static final Pattern BREAK =
      Pattern.compile("(?i)<(?:text:line-break|br)\\b[^>]*>(?:</text:line-break>)?");
  private static final Pattern TAB = Pattern.compile("<text:tab\\b[^>]*>(?:</text:tab>)?");
  private static final Pattern READING = Pattern.compile("(?i)<(?:text:ruby-text|rt|rp)\\b[^>]*>");
  private static final Pattern FIELD =
      Pattern.compile("text:(?!(?:span|a|note|ruby.*|meta.*|bookmark|.*-mark.*)$)[a-z-]+");
  private static final Pattern PROGRAM = Pattern.compile("(?i)<(?:code|kbd|samp|tt|var)\\b[^>]*>");

  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("bold", "bold"),
          Map.entry("italic", "italic"),
          Map.entry("underline", "underline"),
          Map.entry("sup", "superscript"),
          Map.entry("sub", "subscript"),
          Map.entry("strikethrough", "strikethrough"));

  private static final Pattern BRACKETED =
      Pattern.compile("\\s*[\\[\\(（【〔](?:\\d{1,4}|[*†‡§¶])[\\]\\)）】〕]\\s*");

  private static final Pattern NOTE_SIGN =
      Pattern.compile("\\s*[\\[\\(（【〔]?(?:\\d{1,4}|[*†‡§¶])[\\]\\)）】〕]?\\s*");

  private CodeMeaning() {}

  /** The attributes {@code type} and {@code subType} of a code. */
  static String attributes(Code code) {
    String type = String.valueOf(code.getType()).toLowerCase(Locale.ROOT);
    String data = code.getData();
    if (isLink(code)) {
      return "type=\"link\"";
    }
    if (type.equals("text:note")) {
      return note();
    }
    if (isField(code)) {
      return "type=\"other\" subType=\"field\"";
    }
    if (type.contains("image") || data.startsWith("<img") || data.startsWith("<draw:image")) {
      return "type=\"image\"";
    }
    if (isProgram(code)) {
      return "type=\"fmt\" subType=\"code\"";
    }
    for (Map.Entry<String, String> kind : KINDS) {
      if (type.matches("(?:x-|.*;)?" + kind.getKey() + "(?:[;:].*)?")
          && !none(type, kind.getKey())) {
        return "type=\"fmt\" subType=\"" + kind.getValue() + "\"";
      }
    }
    boolean format = type.matches("x-.*[:;].*|text:span|x-(?:span|small|caps|fonts).*");
    return "type=\"" + (format ? "fmt" : "other") + "\"";
  }

  private static boolean none(String type, String kind) {
    return type.contains(kind + ":none");
  }

  /** The attributes of the mark of a note. */
  static String note() {
    return "type=\"other\" subType=\"note\"";
  }

  /** The attributes of the reading above a word. */
  static String reading() {
    return "type=\"other\" subType=\"ruby\"";
  }

  /** The attributes of the codes around the result of a field. */
  static String field(Field field) {
    return field.isLink() ? "type=\"link\"" : "type=\"other\" subType=\"field\"";
  }

  static boolean isLink(Code code) {
    String type = String.valueOf(code.getType());
    return type.equals("link") || type.startsWith("x-link") || type.equals("text:a");
  }

  /** Whether it surrounds the result of a field of OpenDocument. */
  static boolean isField(Code code) {
    return FIELD.matcher(String.valueOf(code.getType())).matches();
  }

  /** Whether it is inline program code. */
  static boolean isProgram(Code code) {
    return PROGRAM.matcher(code.getData()).matches();
  }

  /** Whether it begins the reading above a word. */
  static boolean isReading(Code code) {
    return READING.matcher(code.getData()).matches();
  }

  /**
   * Whether a link is the mark of a note: a number or sign in brackets or raised. (Filters keep the
   * targets of links to themselves.)
   *
   * @param text what it surrounds
   * @param isRaised whether a code that raises text stands before it
   */
  static boolean isNoteLink(Code code, String text, boolean isRaised) {
    return isLink(code)
        && (isRaised ? NOTE_SIGN.matcher(text).matches() : BRACKETED.matcher(text).matches());
  }

  /** Whether it raises text. */
  static boolean isRaising(Code code) {
    return attributes(code).endsWith("\"superscript\"") || code.getData().startsWith("<sup");
  }

  /** The character that a code stands for; 0 if it is none. */
  static char character(Code code) {
    if (code.hasReference()) {
      return 0;
    }
    if (BREAK.matcher(code.getData()).matches()) {
      return '\n';
    }
    return TAB.matcher(code.getData()).matches() ? '\t' : 0;
  }
}

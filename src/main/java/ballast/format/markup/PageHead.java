package ballast.format.markup;

import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data of a page about itself that its translation must change. */
public final class PageHead {

  private static final int HEAD = 20_000;
  private static final int MAX_TAG = 2_000;
  private static final Pattern ROOT = Pattern.compile("(?i)<html(?=[\\s/])");
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?i)(?<=[\\s\"'])(?:xml:)?lang\\s*=\\s*(\"[^\"<>]*\"|'[^'<>]*'|[^\\s\"'<>]+)");

  private PageHead() {}

  /** Returns the page with another language, if its outermost element names one. */
  public static String inLanguage(String html, Lang lang) {
    Matcher root = ROOT.matcher(html).region(0, Math.min(HEAD, html.length()));
    while (root.find()) {
      if (isInComment(html, root.start())) {
        continue;
      }
      int close = html.indexOf('>', root.end());
      int end = Math.min(close < 0 ? html.length() : close, root.end() + MAX_TAG);
      Matcher language = LANGUAGE.matcher(html).region(root.end(), end);
      language.useTransparentBounds(true);
      List<TextEdit> edits = new ArrayList<>();
      while (language.find()) {
        String written = language.group(1);
        String quote = "\"'".indexOf(written.charAt(0)) < 0 ? "" : written.substring(0, 1);
        Span value = new Span(language.start(1), language.end(1));
        edits.add(new TextEdit(value, quote + lang + quote));
      }
      return TextEdit.all(edits, html);
    }
    return html;
  }

  private static boolean isInComment(String html, int at) {
    return html.lastIndexOf("<!--", at) > html.lastIndexOf("-->", at);
  }

  /**
   * Replaces the characters that are missing in the page's encoding by references.
   *
   * @param canEncode whether the encoding has these characters
   */
  public static String inEncoding(String html, Predicate<String> canEncode) {
    StringBuilder page = new StringBuilder(html.length());
    html.codePoints()
        .forEach(
            c -> {
              if (c < 0x80 || canEncode.test(Character.toString(c))) {
                page.appendCodePoint(c);
              } else {
                page.append("&#").append(c).append(';');
              }
            });
    return page.toString();
  }
}

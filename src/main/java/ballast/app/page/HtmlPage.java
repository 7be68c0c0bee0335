package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.format.file.OwnMark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Objects;

/**
 * Writes the head and foot of a self-contained page. The page loads nothing, and its Content
 * Security Policy forbids loading. A browser uses only the style and script whose digests are in
 * the head, so no text can add its own.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * Writes everything up to the start tag of the body.
   *
   * @param title a text, not yet escaped
   * @param css name of the style resource, added to the style of all pages
   * @param js name of the script resource; empty if there is none
   */
  public static void writeHead(
      Writer out, PageLanguage language, String title, String css, String js) throws IOException {
    writeHead(out, language, title, css, "", js);
  }

  /**
   * Writes the head of a page to be answered. It lacks Ballast's mark, so that answers are not
   * overwritten without asking.
   */
  public static void writeFormHead(Writer out, String title, String css, String js)
      throws IOException {
    write(out, PageLanguage.ENGLISH, "", title, resource(css), js);
  }

  /**
   * Writes the head of a page whose style depends on its content.
   *
   * @param more rules after the style; must not contain a user's text
   */
  public static void writeHead(
      Writer out, PageLanguage language, String title, String css, String more, String js)
      throws IOException {
    write(out, language, OwnMark.HTML + "\n", title, resource(css) + more, js);
  }

  private static void write(
      Writer out, PageLanguage language, String mark, String title, String rules, String js)
      throws IOException {
    String style = resource("base.css") + rules;
    out.write("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">\n<head>\n");
    out.write("<meta charset=\"utf-8\">\n" + mark);
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.write("style-src 'sha256-" + sha256(style) + "'; ");
    if (!js.isEmpty()) {
      out.write("script-src 'sha256-" + sha256(script(js)) + "'; ");
    }
    out.write("base-uri 'none'; form-action 'none'\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    out.write(HtmlText.escape(title) + "</title>\n<style>" + style + "</style>\n");
    out.write("</head>\n<body>\n");
  }

  /**
   * Writes the list of keys, the script and the end.
   *
   * @param help name of the list without its extension; Chinese is in {@code NAME_zh.html}
   */
  public static void writeFoot(Writer out, PageLanguage language, String help, String js)
      throws IOException {
    out.write(resource(help + (language == PageLanguage.CHINESE ? "_zh.html" : ".html")));
    out.write("<script>" + script(js) + "</script>\n</body>\n</html>\n");
  }

  private static String script(String js) {
    return resource("keys.js") + resource(js);
  }

  public static void writeFoot(Writer out) throws IOException {
    out.write("</body>\n</html>\n");
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/ballast/report/" + name)) {
      // Browsers compute the digest with LF, so the CRLF of a checkout must go.
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

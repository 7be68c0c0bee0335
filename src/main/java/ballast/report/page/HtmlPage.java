package ballast.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Objects;

/**
 * Head and foot of a self-contained page. Nothing is loaded, and the page forbids it (Content
 * Security Policy): the only style and script that a browser runs are those whose digests are in
 * the head, so that a text cannot bring its own.
 */
public final class HtmlPage {

  private HtmlPage() {}

  /**
   * Everything up to and with the beginning of the body.
   *
   * @param title a text, not yet escaped
   * @param css name of the style among the resources of this package, beside what all pages share
   * @param js name of the script, the same; empty when there is none
   */
  public static void writeHead(Writer out, String title, String css, String js) throws IOException {
    writeHead(out, title, css, "", js);
  }

  /**
   * The same for a page whose style depends on what is in it.
   *
   * @param more rules that follow the style; nothing foreign may be in them
   */
  public static void writeHead(Writer out, String title, String css, String more, String js)
      throws IOException {
    String style = resource("base.css") + resource(css) + more;
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
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

  /** The list of keys, the script and the end. */
  public static void writeFoot(Writer out, String help, String js) throws IOException {
    out.write(resource(help));
    out.write("<script>" + script(js) + "</script>\n</body>\n</html>\n");
  }

  private static String script(String js) {
    return resource("keys.js") + resource(js);
  }

  /** The end of a page without a script. */
  public static void writeFoot(Writer out) throws IOException {
    out.write("</body>\n</html>\n");
  }

  private static String sha256(String text) {
    return Base64.getEncoder().encodeToString(Sha256.of(text));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/ballast/report/" + name)) {
      // A checkout with CRLF must give the same digest as the browser's LF.
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

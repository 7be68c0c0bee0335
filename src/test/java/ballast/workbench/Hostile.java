package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values, paths, headers and files that no page of the workbench sends. */
final class Hostile {

  static final String MARKUP = "<script>alert(1)</script>";

  static final List<String> VALUES =
      List.of(
          "",
          " ",
          "-1",
          "0",
          "7",
          "2147483647",
          "2147483648",
          "-2147483648",
          "99999999999999999999",
          "NaN",
          "-0.0",
          "1e309",
          "Infinity",
          "0x10",
          "１２",
          "2026-13-45",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01",
          "/etc/passwd",
          "file:///etc/passwd",
          "\u0000",
          "a\u0000b",
          "\u0001\u001b\u007f",
          "\u202eexe.txt",
          "\uFFFE\uFEFF",
          "\uD842\uDFB7",
          "e\u0301".repeat(40),
          "a\r\nSet-Cookie: a=b",
          MARKUP,
          "\" onload=\"alert(1)",
          "'{\"a\":1}",
          "{0}'{1}",
          "%s%n%x",
          "(a+)+$",
          "(x+x+)+y",
          "(",
          "[",
          "\\",
          "$1",
          "$9",
          "\\p{IsHan}*",
          "' OR 1=1 --",
          "\" * NEAR(a b) {x}",
          ":",
          "a:b",
          "::",
          "ffffffffffff",
          "f-f-f",
          "//example.org/",
          "http://example.org/",
          "他有3艘船。",
          "压舱石",
          "a".repeat(300),
          "(".repeat(3000),
          "船".repeat(20_000));

  /** Pieces of a query or a form that are not encoded as the Web does it, or not as UTF-8. */
  static final List<String> MISCODED =
      List.of(
          "%",
          "%z",
          "%zz",
          "%0",
          "%FF%FE",
          "%C0%AF",
          "%C0%80",
          "%ED%A0%80",
          "%F8%88%80%80%80",
          "%u0041",
          "%00",
          "%25%30%30",
          "+&+=",
          "=",
          "==&&",
          ";",
          "#",
          "&",
          "a=b=c");

  /** What is put behind the path of a page, or in its place. */
  static final List<String> PATHS =
      List.of(
          "/",
          "/../secret.txt",
          "/..%2fsecret.txt",
          "/%2e%2e/%2e%2e/secret.txt",
          "/..;/..;/secret.txt",
          "\\..\\..\\secret.txt",
          "%00",
          "%0d%0aSet-Cookie:%20a=b",
          ";jsessionid=1",
          ".bak",
          "//",
          "/%ff%fe",
          "/%ED%A0%80",
          "/a".repeat(2000),
          "/static/../../secret.txt",
          "/static/..%5c..%5csecret.txt");

  /** Headers that are wrong, or mean nothing here, each with its line end. */
  static final List<String> HEADERS =
      List.of(
          "X-Forwarded-Host: example.org\r\n",
          "X-HTTP-Method-Override: POST\r\n",
          "X-Original-URL: /export/file\r\n",
          "Range: bytes=0-1,2-3\r\n",
          "If-None-Match: *\r\n",
          "Expect: 100-continue\r\n",
          "Expect: a miracle\r\n",
          "Upgrade: h2c\r\n",
          "Accept-Language: " + "zh;q=2,".repeat(500) + "\r\n",
          "Accept-Language: *\r\n",
          "Accept-Language: \u00ff\u0001\r\n",
          "HX-Request: true\r\nHX-Target: <b>\r\n",
          "Name without colon\r\n",
          " folded: x\r\n",
          "X: " + "y".repeat(17_000) + "\r\n",
          "x:y\r\n".repeat(2000));

  /** Types of a body that is not a form. */
  static final List<String> TYPES =
      List.of(
          "application/json",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "text/plain",
          "application/x-www-form-urlencoded; charset=utf-16",
          "application/x-www-form-urlencoded; charset=nonsense",
          "x");

  /** Names that lead out of the folder or through a link, or that no system takes. */
  static final List<String> PLACES =
      List.of(
          "../../secret.txt",
          "..\\..\\secret.txt",
          "secret.txt",
          "secret.txt\u0000.zh.txt",
          "tm/articles/secret.txt",
          "tm/articles/../../../secret.txt",
          "out/made.txt",
          "out/new/made.txt",
          "tm/articles/out/given.zh.txt",
          "dangling.txt",
          "harbour.zh.txt/made.txt",
          "C:\\Windows\\win.ini",
          "con.txt",
          "a/b/c/d/e/f/g/h/i/j.txt",
          "tm/articles/dangling.txt",
          "tm/articles/kept.zh.txt/made.txt",
          "kept.zh.txt/made.txt",
          "kept.zh.txt",
          "loop.txt",
          "tm/articles/loop.txt",
          "out");

  /** Names of files, by whose ends their forms are known. */
  static final List<String> FILES =
      List.of(
          "new.zh.txt",
          "new.en.txt",
          "new.docx",
          "new.pdf",
          "new.html",
          "new.md",
          "new.odt",
          "new.epub",
          "new.tmx",
          "new.xlf",
          "new.xlsx",
          "new.srt",
          "new.json",
          "new");

  private Hostile() {}

  static List<String> contents(String secret) {
    return List.of(
        "",
        "船到了。\n",
        "The ship came.\n",
        "PK\u0003\u0004" + "\u0000".repeat(60),
        "%PDF-1.7\n1 0 obj\n<< /Length 99999999 >>\nstream\n",
        "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY x SYSTEM \""
            + secret
            + "\">]><tmx version=\"1.4\"><header srclang=\"zh\"/><body><tu><tuv"
            + " xml:lang=\"zh\"><seg>&x;</seg></tuv></tu></body></tmx>",
        "<!DOCTYPE html><p>" + MARKUP + "<object data=\"" + secret + "\"></object>",
        "<a>".repeat(5000),
        "{\"a\":" + "[".repeat(5000),
        "\u0000\uFFFE\uFFFF\n",
        "字".repeat(5000),
        "word ".repeat(5000));
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

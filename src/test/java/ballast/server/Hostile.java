package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes requests that no honest client sends, the same for the same seed. */
public abstract class Hostile {

  protected static final String FORM = "application/x-www-form-urlencoded";

  public static final String MARKUP = "<script>alert(1)</script>";

  protected static final List<String> METHODS =
      List.of(
          "HEAD",
          "PUT",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PATCH",
          "get",
          "PROPFIND",
          "X".repeat(300),
          "");

  protected static final List<String> VALUES =
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
          "\uD842\uDFB7(((((",
          "\uD800",
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
  protected static final List<String> MISCODED =
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
  protected static final List<String> PATHS =
      List.of(
          "/",
          "/../secret.txt",
          "/..%2fsecret.txt",
          "/%2e%2e/%2e%2e/secret.txt",
          "/..;/..;/secret.txt",
          "\\..\\..\\secret.txt",
          "/%00",
          "//etc/passwd",
          "*",
          "http://example.org/glossary",
          "secret.txt",
          "",
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
  protected static final List<String> HEADERS =
      List.of(
          "X-Forwarded-Host: example.org\r\n",
          "X-HTTP-Method-Override: DELETE\r\n",
          "X-Original-URL: /export/file\r\n",
          "Origin: https://example.org\r\n",
          "Origin: null\r\n",
          "Sec-Fetch-Site: cross-site\r\n",
          "Cookie: ballast-1=x; ;;=\r\n",
          "Range: bytes=0-1,2-3\r\n",
          "If-None-Match: *\r\n",
          "Expect: 100-continue\r\n",
          "Expect: a miracle\r\n",
          "Upgrade: h2c\r\nConnection: Upgrade\r\n",
          "Content-Encoding: gzip\r\n",
          "Accept-Language: " + "zh;q=2,".repeat(500) + "\r\n",
          "Accept-Language: *\r\n",
          "Accept-Language: \u00ff\u0001\r\n",
          "HX-Request: true\r\nHX-Target: <b>\r\n",
          "Name without colon\r\n",
          " folded: x\r\n",
          "X: " + "y".repeat(17_000) + "\r\n",
          "x:y\r\n".repeat(2000));

  /** Types of a body that is not a form. */
  protected static final List<String> TYPES =
      List.of(
          "",
          "application/json",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "text/plain",
          "application/x-www-form-urlencoded; charset=utf-16",
          "application/x-www-form-urlencoded; charset=nonsense",
          "x");

  private static final List<String> LENGTHS =
      List.of(
          "Content-Length: -1\r\n",
          "Content-Length: 99999999999\r\n",
          "Content-Length: 5\r\nContent-Length: 6\r\n",
          "Content-Length: x\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
          "");

  protected final SplittableRandom random;

  protected Hostile(long seed) {
    random = new SplittableRandom(seed);
  }

  protected final <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  protected final boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** The header with the length of a body; a wrong one now and then. */
  protected final String length(int length, int wrongOneIn) {
    return oneIn(wrongOneIn) ? any(LENGTHS) : "Content-Length: " + length + "\r\n";
  }

  /**
   * All that is below a folder: files with their contents, links with where they lead. Files may
   * vanish meanwhile, as the logs of a memory do when it is closed.
   */
  public static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
            digests.put(folder.relativize(inside).toString().replace('\\', '/'), "");
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
              digests.put(
                  name,
                  attributes.isSymbolicLink()
                      ? Files.readSymbolicLink(file).toString()
                      : Sha256.hex(Files.readAllBytes(file)));
              return FileVisitResult.CONTINUE;
            } catch (NoSuchFileException e) {
              return visitFileFailed(file, e);
            }
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
    return digests;
  }

  protected static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  protected static byte[] request(String head, byte[] body) {
    byte[] first = head.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }
}

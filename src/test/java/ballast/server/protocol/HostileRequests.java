package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.server.RawClient;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes requests that no honest client sends, the same for the same seed. */
final class HostileRequests {

  private static final List<String> PATHS =
      List.of(
          "/v2/check",
          "/v2/languages",
          "/v2/info",
          "/translate",
          "/listPairs",
          "/listLanguageNames",
          "/tm/search",
          "/tm/concordance",
          "/glossary",
          "/openapi.json",
          "/api",
          "/page",
          "/change",
          "/",
          "/tm/memory.db",
          "/../secret.txt",
          "/..%2fsecret.txt",
          "/%2e%2e/%2e%2e/secret.txt",
          "/tm/..;/..;/secret.txt",
          "/tm\\..\\..\\secret.txt",
          "/%00",
          "//etc/passwd",
          "/tm/search/../../secret.txt",
          "*",
          "http://example.org/glossary",
          "secret.txt",
          "");

  private static final List<String> QUESTIONS =
      List.of("/v2/check", "/translate", "/tm/search", "/tm/concordance", "/glossary");

  private static final List<String> METHODS =
      List.of(
          "GET",
          "POST",
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

  private static final List<String> NAMES =
      List.of(
          "text",
          "q",
          "langpair",
          "language",
          "srctext",
          "data",
          "min",
          "limit",
          "in",
          "before",
          "after",
          "level",
          "disabledRules",
          "enabledOnly",
          "motherTongue",
          "token",
          "",
          "__proto__");

  private static final List<String> VALUES =
      List.of(
          "",
          "zh|en",
          "en|zh",
          "zh|",
          "auto",
          "en-US",
          "zh-CN",
          "x-",
          "-1",
          "99999999999999999999",
          "70",
          "both",
          "%",
          "He has 4 ships and and tests.",
          "他有3艘船。",
          "\uD842\uDFB7(((((",
          "\uD800",
          "\u0000\u202e\r\nSet-Cookie: a=b",
          "../../secret.txt",
          "' OR 1=1 --",
          "\" * NEAR(a b) {x}",
          "{\"annotation\":[{\"text\":\"a a\"},{\"markup\":\"<b>\",\"interpretAs\":\"x\"}]}",
          "{\"annotation\":[[[[[[",
          "{\"text\":7}");

  private static final List<String> LARGE =
      List.of(
          "[" + "[".repeat(5000),
          "(((".repeat(3000),
          "一二三四五六七八九十百千万".repeat(400),
          "1,234.5 ".repeat(1000),
          "a".repeat(20_000));

  private final SplittableRandom random;

  HostileRequests(long seed) {
    random = new SplittableRandom(seed);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  byte[] next(RawClient client) {
    if (oneIn(20)) {
      return garbage(client);
    }
    String method = oneIn(6) ? any(METHODS) : any(List.of("GET", "POST"));
    String parameters = parameters();
    boolean inBody = method.equals("POST") ? !oneIn(5) : oneIn(20);
    String query = parameters.isEmpty() || inBody ? "" : "?" + parameters;
    byte[] body = inBody ? parameters.getBytes(UTF_8) : new byte[0];
    String version = oneIn(40) ? any(List.of("HTTP/1.0", "HTTP/2", "HTTP/9.9", "")) : "HTTP/1.1";
    String head =
        method
            + ' '
            + any(oneIn(3) ? PATHS : QUESTIONS)
            + query
            + ' '
            + version
            + "\r\n"
            + headers(client, body.length);
    return joined(head.getBytes(UTF_8), body);
  }

  private String headers(RawClient client, int length) {
    StringBuilder headers = new StringBuilder();
    headers.append(
        oneIn(8)
            ? any(
                List.of(
                    "Host: example.org\r\n",
                    "",
                    "Host: \r\n",
                    "Host: 127.0.0.1:1\r\n",
                    client.host() + client.host(),
                    "Host: a b\r\n"))
            : client.host());
    if (oneIn(6)) {
      headers.append(
          any(
              List.of(
                  "Origin: https://example.org\r\n",
                  "Origin: null\r\n",
                  "Sec-Fetch-Site: cross-site\r\n",
                  "Cookie: ballast-1=x; ;;=\r\n",
                  "X-Forwarded-Host: example.org\r\n",
                  "X-HTTP-Method-Override: DELETE\r\n",
                  "Range: bytes=0-1,2-3\r\n",
                  "Upgrade: h2c\r\nConnection: Upgrade\r\n",
                  "Expect: 100-continue\r\n",
                  "Expect: a miracle\r\n",
                  " folded: x\r\n",
                  "Name without colon\r\n",
                  "X: " + "y".repeat(17_000) + "\r\n",
                  "x:y\r\n".repeat(2000))));
    }
    if (length > 0 || oneIn(15)) {
      headers.append(
          oneIn(6)
              ? any(
                  List.of(
                      "Content-Length: -1\r\n",
                      "Content-Length: 99999999999\r\n",
                      "Content-Length: 5\r\nContent-Length: 6\r\n",
                      "Transfer-Encoding: chunked\r\n",
                      "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                      "Content-Length: x\r\n"))
              : "Content-Length: " + length + "\r\n");
      headers.append(
          oneIn(8)
              ? any(
                  List.of(
                      "Content-Type: application/json\r\n",
                      "Content-Type: multipart/form-data; boundary=x\r\n",
                      "Content-Encoding: gzip\r\n",
                      ""))
              : "Content-Type: application/x-www-form-urlencoded\r\n");
    }
    return headers + "Connection: close\r\n\r\n";
  }

  private String parameters() {
    StringBuilder parameters = new StringBuilder();
    if (!oneIn(4)) {
      parameters.append("text=a+a&q=a&langpair=zh%7Cen&language=en");
    }
    int count = oneIn(200) ? 1500 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String value = count > 10 ? "x" : any(oneIn(4) ? LARGE : VALUES);
      parameters
          .append(parameters.isEmpty() ? "" : "&")
          .append(any(NAMES))
          .append(oneIn(10) ? "" : "=")
          .append(oneIn(10) ? value.replace(' ', '+').replace("\r\n", "") : encoded(value));
    }
    return parameters.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /** Any bytes, or a request that is cut off or changed somewhere. */
  private byte[] garbage(RawClient client) {
    byte[] bytes;
    if (oneIn(2)) {
      bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
    } else {
      bytes =
          ("POST /v2/check HTTP/1.1\r\n"
                  + headers(client, 40)
                  + "text=He+has+4+ships.&language=en-US&x=yyy")
              .getBytes(UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}

package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.server.Hostile;
import ballast.server.RawClient;
import java.util.Arrays;
import java.util.List;

/** Makes requests that no honest client sends, the same for the same seed. */
final class HostileRequests extends Hostile {

  private static final List<String> OWN_PATHS =
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
          "/change");

  private static final List<String> QUESTIONS =
      List.of("/v2/check", "/translate", "/tm/search", "/tm/concordance", "/glossary");

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

  /** What some questions take, or nearly. */
  private static final List<String> OWN_VALUES =
      List.of(
          "zh|en",
          "en|zh",
          "zh|",
          "auto",
          "en-US",
          "zh-CN",
          "x-",
          "70",
          "both",
          "He has 4 ships and and tests.",
          "\u0000\u202e\r\nSet-Cookie: a=b",
          "../../secret.txt",
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

  HostileRequests(long seed) {
    super(seed);
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
    String path = !oneIn(3) ? any(QUESTIONS) : oneIn(2) ? any(OWN_PATHS) : odd();
    String head =
        method + ' ' + path + query + ' ' + version + "\r\n" + headers(client, body.length);
    return request(head, body);
  }

  private String odd() {
    return oneIn(2) ? any(PATHS) : any(OWN_PATHS) + any(PATHS);
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
      headers.append(any(HEADERS));
    }
    if (length > 0 || oneIn(15)) {
      headers.append(length(length, 6));
      headers.append("Content-Type: ").append(oneIn(8) ? any(TYPES) : FORM).append("\r\n");
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
      String value = count > 10 ? "x" : any(oneIn(4) ? LARGE : oneIn(2) ? OWN_VALUES : VALUES);
      parameters
          .append(parameters.isEmpty() ? "" : "&")
          .append(any(NAMES))
          .append(oneIn(10) ? "" : "=")
          .append(oneIn(10) ? value.replace(' ', '+').replace("\r\n", "") : encoded(value));
    }
    return parameters.toString();
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
}

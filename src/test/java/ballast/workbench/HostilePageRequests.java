package ballast.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.server.Route;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Makes requests to the pages of a workbench that no browser sends; the same for the same seed. */
final class HostilePageRequests {

  enum Sender {
    /** Without the token, or from elsewhere. */
    STRANGER,
    /** A page that has been let in, and only reads. */
    READER,
    WRITER
  }

  private static final List<String> METHODS =
      List.of("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "PROPFIND", "CONNECT", "X");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MEGABYTE = 1 << 20;

  private final SplittableRandom random;
  private final WorkbenchClient client;
  private final PageFields fields;
  private final List<String> contents;
  private final String host;
  private final Set<Route> asked = new HashSet<>();

  /**
   * @param secret the address of a file outside the folder
   */
  HostilePageRequests(long seed, WorkbenchClient client, PageFields fields, String secret) {
    this.random = new SplittableRandom(seed);
    this.client = client;
    this.fields = fields;
    this.contents = Hostile.contents(secret);
    this.host = URI.create(client.address()).getAuthority();
  }

  Set<Route> asked() {
    return Set.copyOf(asked);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /**
   * What is sent besides the head.
   *
   * @param type of the body
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sent(String query, String type, byte[] body) {}

  byte[] next(Sender sender) throws Exception {
    Route route = any(client.routes().stream().filter(about(sender)).toList());
    asked.add(route);
    String method = route.method();
    if (oneIn(12)) {
      method = sender == Sender.READER ? any(List.of("HEAD", "OPTIONS", "get")) : any(METHODS);
    }
    boolean isPost = method.equals("POST");
    List<String> pages = fields.pages(route.path());
    if (isPost && sender == Sender.WRITER && !pages.isEmpty() && oneIn(2)) {
      fields.load(client, any(pages));
    }
    Map<String, String> given = fields(route.path());
    Sent sent = isPost ? posted(route, given) : asked(given);
    String path = oneIn(15) ? odd(route.path()) : route.path();
    String query = sent.query().isEmpty() ? "" : "?" + sent.query();
    String head =
        method
            + ' '
            + path
            + query
            + " HTTP/1.1\r\n"
            + credentials(sender, method)
            + (oneIn(8) ? any(Hostile.HEADERS) : "")
            + (sent.body().length == 0 && !isPost ? "" : length(sent.body().length))
            + "Content-Type: "
            + sent.type()
            + "\r\nConnection: close\r\n\r\n";
    return joined(head.getBytes(UTF_8), sent.body());
  }

  /** Which routes one asks; a writer reads now and then. */
  private Predicate<Route> about(Sender sender) {
    if (sender == Sender.STRANGER) {
      return route -> true;
    }
    String method = sender == Sender.READER || oneIn(4) ? "GET" : "POST";
    return route -> route.method().equals(method);
  }

  private Sent asked(Map<String, String> given) {
    return new Sent(form(given), "x", oneIn(40) ? "a=b".getBytes(UTF_8) : new byte[0]);
  }

  /** Fields in the body, the query or both; a route that takes a file has them in the query. */
  private Sent posted(Route route, Map<String, String> given) {
    boolean takesFile = route.maxBody() > Route.FORM;
    String query = takesFile || oneIn(2) ? form(given) : "";
    byte[] body =
        takesFile ? any(contents).getBytes(oneIn(3) ? ISO_8859_1 : UTF_8) : body(form(given));
    return new Sent(query, oneIn(15) ? any(Hostile.TYPES) : FORM, body);
  }

  private String odd(String path) {
    return oneIn(2) ? any(Hostile.PATHS) : path + any(Hostile.PATHS);
  }

  private String length(int length) {
    return oneIn(40)
        ? any(
            List.of(
                "Content-Length: -1\r\n",
                "Content-Length: 99999999999\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Transfer-Encoding: chunked\r\n",
                ""))
        : "Content-Length: " + length + "\r\n";
  }

  private String credentials(Sender sender, String method) {
    String right = "Host: " + host + "\r\nCookie: " + client.cookie() + "\r\n";
    String cookie = client.cookie();
    return switch (sender) {
      case READER -> right;
      case WRITER -> right + "Origin: " + client.address() + "\r\n";
      case STRANGER ->
          method.equals("POST") && oneIn(8)
              ? right
              : any(
                  List.of(
                      "Host: " + host + "\r\nOrigin: " + client.address() + "\r\n",
                      "Host: " + host + "\r\nCookie: " + cookie.replace("=", "=x") + "\r\n",
                      "Host: " + host + "\r\nCookie: x=; ;;=;" + cookie.replace("-", "-1") + "\r\n",
                      "Host: " + host + "\r\nCookie: " + cookie.replaceFirst("=.*", "=") + "\r\n",
                      right + "Origin: https://example.org\r\n",
                      right + "Origin: null\r\n",
                      right + "Origin: file://\r\n",
                      right + "Origin: http://127.0.0.1:1\r\n",
                      right + "Origin: http://" + host + ".example.org\r\n",
                      right + "Origin: http://" + host + "@example.org\r\n",
                      right + "Sec-Fetch-Site: cross-site\r\n",
                      right + "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\n",
                      right + "Sec-Fetch-Dest: iframe\r\n",
                      right.replace(host, host.replaceFirst(".*:", "127.0.0.1:")),
                      right.replace(host, host.replaceFirst(".*:", "localhost:")),
                      right.replace(host, "example.org"),
                      right.replace(host, "127.0.0.1.example.org"),
                      right + "Host: example.org\r\n",
                      "Cookie: " + cookie + "\r\n"));
    };
  }

  /** What a page would send, with some of it changed; or fields with any values. */
  private Map<String, String> fields(String path) {
    Map<String, String> sent = new LinkedHashMap<>();
    List<Map<String, String>> honest = fields.submissions(path, oneIn(2) ? 1 : 20);
    boolean isHonest = !honest.isEmpty() && !oneIn(4);
    if (isHonest) {
      sent.putAll(any(honest));
      if (oneIn(2)) {
        sent.replaceAll((name, value) -> oneIn(6) ? hostile(name) : value);
      }
    }
    boolean isComplete = isHonest && !path.startsWith("/align/");
    for (String name : fields.names(path)) {
      if (!sent.containsKey(name) && (isComplete ? oneIn(8) : !oneIn(8))) {
        sent.put(name, oneIn(isHonest ? 10 : 3) ? hostile(name) : good(name));
      }
    }
    if (oneIn(8)) {
      String name = any(fields.names());
      sent.put(name, oneIn(2) ? good(name) : hostile(name));
    }
    return sent;
  }

  private String good(String name) {
    List<String> values = fields.values(name);
    if (values.isEmpty()) {
      return hostile(name);
    }
    return oneIn(2) ? values.get(values.size() - 1) : any(values);
  }

  private String hostile(String name) {
    if (!name.equals("name") && !name.equals("file")) {
      return any(oneIn(6) ? Hostile.PLACES : Hostile.VALUES);
    }
    return any(oneIn(4) ? Hostile.VALUES : oneIn(2) ? Hostile.FILES : Hostile.PLACES);
  }

  private String form(Map<String, String> sent) {
    String form = Hostile.encoded(sent);
    if (form.length() > MEGABYTE / 4) {
      return form;
    }
    return oneIn(10) ? form + "&" + any(Hostile.MISCODED) + any(Hostile.MISCODED) : form;
  }

  private byte[] body(String form) {
    if (oneIn(200)) {
      return (form + "&a=" + "x".repeat(MEGABYTE - 100 - form.length())).getBytes(UTF_8);
    }
    if (oneIn(150)) {
      return (form + "&a=b".repeat(10_000)).getBytes(UTF_8);
    }
    if (oneIn(30)) {
      return ("--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../b\"\r\n\r\n" + form)
          .getBytes(UTF_8);
    }
    return form.getBytes(oneIn(40) ? ISO_8859_1 : UTF_8);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}

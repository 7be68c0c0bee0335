package ballast.workbench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.server.Hostile;
import ballast.server.Route;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Makes requests to the pages of a workbench that no browser sends; the same for the same seed. */
final class HostilePageRequests extends Hostile {

  enum Sender {
    /** Without the token, or from elsewhere. */
    STRANGER,
    /** A page that has been let in, and only reads. */
    READER,
    WRITER
  }

  /** Names that lead out of the folder or through a link, or that no system takes. */
  private static final List<String> PLACES =
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
  private static final List<String> FILES =
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

  private static final int MEGABYTE = 1 << 20;

  private final WorkbenchClient client;
  private final PageFields fields;
  private final List<String> contents;
  private final String host;
  private final Set<Route> asked = new HashSet<>();

  /**
   * @param secret the address of a file outside the folder
   */
  HostilePageRequests(long seed, WorkbenchClient client, PageFields fields, String secret) {
    super(seed);
    this.client = client;
    this.fields = fields;
    this.contents = contents(secret);
    this.host = URI.create(client.address()).getAuthority();
  }

  Set<Route> asked() {
    return Set.copyOf(asked);
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
            + (oneIn(8) ? any(HEADERS) : "")
            + (sent.body().length == 0 && !isPost ? "" : length(sent.body().length, 40))
            + "Content-Type: "
            + sent.type()
            + "\r\nConnection: close\r\n\r\n";
    return request(head, sent.body());
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
    return new Sent(query, oneIn(15) ? any(TYPES) : FORM, body);
  }

  private String odd(String path) {
    return oneIn(2) ? any(PATHS) : path + any(PATHS);
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
      return any(oneIn(6) ? PLACES : VALUES);
    }
    return any(oneIn(4) ? VALUES : oneIn(2) ? FILES : PLACES);
  }

  private String form(Map<String, String> sent) {
    String form = PageFields.encoded(sent);
    if (form.length() > MEGABYTE / 4) {
      return form;
    }
    return oneIn(10) ? form + "&" + any(MISCODED) + any(MISCODED) : form;
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

  private static List<String> contents(String secret) {
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
}

package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses requests that come neither from a program on this computer nor from a page of this
 * server. These are requests for another host (a name bound to this computer, "DNS rebinding"),
 * requests from pages of other sites and ports, and requests of a browser without the key.
 *
 * <p>Browsers send the cookies of a host to all its ports, and so to the servers of other users of
 * this computer. Therefore the pages have their own host with an unguessable name that browsers
 * resolve to this computer (RFC 6761, {@code .localhost}). A browser receives the cookie in
 * exchange for a code, which works once.
 */
final class Gate {

  /** Lifetime of an unused code. */
  static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private static final int SECRET_BYTES = 16;
  private static final String NUMERIC = "127.0.0.1";

  /** Origins of pages; any other origin, such as a browser extension, is a program. */
  private static final List<String> OF_PAGES = List.of("http:", "https:", "null", "file:", "data:");

  /** Places inside other pages. A page hidden in one would receive its reader's clicks. */
  private static final Set<String> EMBEDDED =
      Set.of("iframe", "frame", "fencedframe", "embed", "object");

  private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

  private final int port;
  private final String pageHost;
  private final String key = secret();
  private final InstantSource clock;

  /** Valid codes, each with its end. */
  private final Map<String, Instant> codes = new LinkedHashMap<>();

  /**
   * @param numericHost whether the pages are at 127.0.0.1, where other users' servers receive the
   *     cookie
   */
  Gate(int port, boolean numericHost, InstantSource clock) {
    this.port = port;
    this.pageHost = (numericHost ? NUMERIC : "b-" + secret() + ".localhost") + ":" + port;
    this.clock = clock;
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** {@code http://HOST:PORT} of the pages, without a slash at the end. */
  String pageAddress() {
    return "http://" + pageHost;
  }

  synchronized String newCode(Instant end) {
    codes.values().removeIf(clock.instant()::isAfter);
    String code = secret();
    codes.put(code, end);
    return code;
  }

  String newCode() {
    return newCode(clock.instant().plus(CODE_LIFE));
  }

  synchronized boolean takes(String code) {
    return codes.containsKey(code);
  }

  /** Cookie name. It contains the port, because servers on two ports of one host share cookies. */
  private String cookie() {
    return "ballast-" + port;
  }

  String setCookie() {
    return cookie() + "=" + key + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /**
   * Whether the browser presents a valid code, which is then used up. Browsers preload pages; that
   * does not use up the code.
   *
   * @throws RefusedException if the code is invalid and the browser was not admitted before
   */
  synchronized boolean opens(Call call) {
    if (!call.method().equals("GET")
        || !call.path().equals("/")
        || !call.query().has("code")
        || !isPageHost(call)
        || !call.header("sec-purpose").isEmpty()
        || EMBEDDED.contains(call.header("sec-fetch-dest"))) {
      return false;
    }
    codes.values().removeIf(clock.instant()::isAfter);
    String given = call.query().text("code");
    if (codes.keySet().removeIf(code -> isSame(code, given))) {
      return true;
    }
    if (hasKey(call.header("cookie"))) {
      return false;
    }
    throw new RefusedException(
        RefusedException.NO_TOKEN,
        "this address has been used, or is too old: it lets one browser in, for "
            + CODE_LIFE.toMinutes()
            + " minutes.\ntry: the page that \"ballast open\" names in its window, or stop it with"
            + " Ctrl-C and start it again");
  }

  /**
   * @throws RefusedException if the request is for another host or from another site
   */
  void check(Call call) {
    if (!isHere(call.header("host"))) {
      throw forbidden("this server answers only at 127.0.0.1 and localhost");
    }
    if (EMBEDDED.contains(call.header("sec-fetch-dest"))) {
      throw forbidden("nothing here may be shown inside another page");
    }
    String origin = call.header("origin").toLowerCase(Locale.ROOT);
    boolean foreign =
        origin.isEmpty()
            ? ELSEWHERE.contains(call.header("sec-fetch-site"))
            : !isOwn(origin) && OF_PAGES.stream().anyMatch(origin::startsWith);
    if (foreign) {
      throw forbidden(
          "pages of other sites may not ask this server, and their links may not lead here: type"
              + " the address into the browser");
    }
  }

  /**
   * @throws RefusedException if the browser was not admitted, or if a change does not come from a
   *     page of this server
   */
  void checkBrowser(Call call) {
    if (!isPageHost(call) || !hasKey(call.header("cookie"))) {
      throw new RefusedException(
          RefusedException.NO_TOKEN,
          "this browser has not been let in: open the page that \"ballast open\" names in its"
              + " window");
    }
    boolean change = !call.method().equals("GET") && !call.method().equals("HEAD");
    if (change && !call.header("origin").equalsIgnoreCase(pageAddress())) {
      throw forbidden("a change must come from a page of this server");
    }
  }

  private static RefusedException forbidden(String message) {
    return new RefusedException(RefusedException.FORBIDDEN, message);
  }

  private boolean isPageHost(Call call) {
    return call.header("host").equalsIgnoreCase(pageHost);
  }

  private boolean isHere(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals(pageHost)
        || name.equals(NUMERIC + ":" + port)
        || name.equals("localhost:" + port)
        || name.equals("[::1]:" + port);
  }

  private boolean isOwn(String origin) {
    return origin.startsWith("http://") && isHere(origin.substring("http://".length()));
  }

  /** Whether one of the cookies is the key. Pages of other ports may have set more of this name. */
  private boolean hasKey(String cookies) {
    for (String one : cookies.split(";", -1)) {
      int sign = one.indexOf('=');
      if (sign > 0
          && one.substring(0, sign).strip().equals(cookie())
          && isSame(one.substring(sign + 1).strip(), key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}

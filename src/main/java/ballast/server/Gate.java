package ballast.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Refuses requests that no program of this computer and no page of this server makes: those for
 * another host (a name that was bound to this computer, "DNS rebinding"), those from pages of other
 * sites, and those of a browser that does not know the token.
 */
final class Gate {

  private static final int TOKEN_BYTES = 24;

  /** Where pages come from; everything else, such as an extension of a browser, is a program. */
  private static final List<String> OF_PAGES = List.of("http:", "https:", "null", "file:", "data:");

  private final int port;
  private final String token;

  /** A gate with a new token. */
  Gate(int port) {
    this.port = port;
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String token() {
    return token;
  }

  /** Servers on two ports of one computer share their cookies, so the port is in the name. */
  private String cookie() {
    return "ballast-" + port;
  }

  /** The header that makes a browser keep the token until it is closed. */
  String setCookie() {
    return cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /** Whether the first address was used, which has the token. */
  boolean opens(Call call) {
    return call.method().equals("GET") && isToken(call.query().text("token"));
  }

  /**
   * Checks what holds for all requests.
   *
   * @throws RefusedException if the request is for another host or from another site
   */
  void check(Call call) {
    if (!isHere(call.header("host"))) {
      throw new RefusedException(
          RefusedException.FORBIDDEN, "this server answers only at 127.0.0.1 and localhost");
    }
    String origin = call.header("origin").toLowerCase(Locale.ROOT);
    boolean foreign =
        origin.isEmpty()
            ? call.header("sec-fetch-site").equals("cross-site") && !isNavigation(call)
            : !isOwn(origin) && OF_PAGES.stream().anyMatch(origin::startsWith);
    if (foreign) {
      throw new RefusedException(
          RefusedException.FORBIDDEN, "pages of other sites may not ask this server");
    }
  }

  /**
   * Checks a request for a page or a change.
   *
   * @throws RefusedException if the browser has no token, or a change does not come from a page of
   *     this server
   */
  void checkBrowser(Call call) {
    if (!hasCookie(call.header("cookie"))) {
      throw new RefusedException(
          RefusedException.NO_TOKEN,
          "this browser has not been let in: open the address that \"ballast open\" has printed");
    }
    boolean change = !call.method().equals("GET") && !call.method().equals("HEAD");
    if (change && !isOwn(call.header("origin").toLowerCase(Locale.ROOT))) {
      throw new RefusedException(
          RefusedException.FORBIDDEN, "a change must come from a page of this server");
    }
  }

  /** A link on another page, or in a mail, may be followed; the cookie is not sent then. */
  private static boolean isNavigation(Call call) {
    return call.header("sec-fetch-mode").equals("navigate");
  }

  private boolean isHere(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("127.0.0.1:" + port)
        || name.equals("localhost:" + port)
        || name.equals("[::1]:" + port);
  }

  private boolean isOwn(String origin) {
    return origin.startsWith("http://") && isHere(origin.substring("http://".length()));
  }

  private boolean hasCookie(String cookies) {
    for (String one : cookies.split(";", -1)) {
      int sign = one.indexOf('=');
      if (sign > 0 && one.substring(0, sign).strip().equals(cookie())) {
        return isToken(one.substring(sign + 1).strip());
      }
    }
    return false;
  }

  private boolean isToken(String text) {
    return MessageDigest.isEqual(text.getBytes(US_ASCII), token.getBytes(US_ASCII));
  }
}

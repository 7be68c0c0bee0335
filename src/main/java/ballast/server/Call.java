package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A complete request.
 *
 * @param method in capitals
 * @param path decoded, begins with {@code /}
 * @param headers by name in lower case; the first of several with one name
 * @param body empty if there is none, or if it is a file
 * @param upload the uploaded file, for an upload route; deleted after the answer
 */
@SuppressWarnings("ArrayRecordComponent") // calls are read, never compared
public record Call(
    String method,
    String path,
    Parameters query,
    Map<String, String> headers,
    byte[] body,
    Optional<Path> upload) {

  public Call(
      String method, String path, Parameters query, Map<String, String> headers, byte[] body) {
    this(method, path, query, headers, body, Optional.empty());
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /**
   * @throws RefusedException if the body is not a form
   */
  public Parameters form() {
    if (body.length == 0) {
      return Parameters.NONE;
    }
    if (!header("content-type").toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw RefusedException.badRequest("the body is not a form (" + FORM + ")");
    }
    return Parameters.of(new String(body, UTF_8));
  }

  public Path file() {
    return upload.orElseThrow();
  }

  public Parameters parameters() {
    return body.length == 0 ? query : form();
  }
}

package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has come in whole.
 *
 * @param method in capitals
 * @param path decoded, begins with {@code /}
 * @param query what stands behind the question mark
 * @param headers by their names in lower case; of several with one name the first
 * @param body empty when there is none, or it is a file
 * @param upload the file that was sent, for a route of uploads; deleted after the answer
 */
@SuppressWarnings("ArrayRecordComponent") // calls are read, never compared
public record Call(
    String method,
    String path,
    Parameters query,
    Map<String, String> headers,
    byte[] body,
    Optional<Path> upload) {

  /** A request without a file. */
  public Call(
      String method, String path, Parameters query, Map<String, String> headers, byte[] body) {
    this(method, path, query, headers, body, Optional.empty());
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  /** A header; empty when it is missing. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /**
   * The fields of a form.
   *
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

  /** The file that was sent to a route of uploads. */
  public Path file() {
    return upload.orElseThrow();
  }

  /** The parameters, wherever they stand: those of the form if there is a body. */
  public Parameters parameters() {
    return body.length == 0 ? query : form();
  }
}

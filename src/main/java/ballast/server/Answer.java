package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A response. It is complete before anything is sent, so that an error never cuts it off.
 *
 * @param status HTTP status
 * @param type media type with its charset
 * @param body may be empty
 * @param file sent instead of the body, then deleted; for large content
 */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
public record Answer(
    int status, String type, Map<String, String> headers, byte[] body, Optional<Path> file) {

  public Answer(int status, String type, Map<String, String> headers, byte[] body) {
    this(status, type, headers, body, Optional.empty());
  }

  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int SEE_OTHER = 303;

  @FunctionalInterface
  public interface Content {
    void write(Writer out) throws IOException;
  }

  public static Answer of(String type, Content content) throws IOException {
    return of(OK, type, content);
  }

  /** Like {@link #of(String, Content)}, with another status. */
  public static Answer of(int status, String type, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(bytes, UTF_8)) {
      content.write(out);
    }
    return new Answer(status, type, Map.of(), bytes.toByteArray());
  }

  public static Answer of(String type, byte[] body) {
    return new Answer(OK, type, Map.of(), body);
  }

  /**
   * Returns a file for the browser to save.
   *
   * @param file deleted after it is sent
   */
  public static Answer download(String type, String name, Path file) {
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return new Answer(
        OK,
        type,
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded),
        new byte[0],
        Optional.of(file));
  }

  public static Answer text(int status, String text) {
    return new Answer(status, TEXT, Map.of(), (text + "\n").getBytes(UTF_8));
  }

  public static Answer nothing() {
    return new Answer(NO_CONTENT, TEXT, Map.of(), new byte[0]);
  }

  public static Answer seeOther(String path) {
    return new Answer(SEE_OTHER, TEXT, Map.of("Location", path), new byte[0]);
  }

  /**
   * Returns this answer with the status of a conflict, for a page with an outdated state; see
   * {@link RefusedException}.
   */
  public Answer asConflict() {
    return new Answer(RefusedException.CONFLICT, type, headers, body, file);
  }

  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, Map.copyOf(more), body, file);
  }
}

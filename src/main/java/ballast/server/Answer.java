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
 * What is sent back. It is made whole before anything is sent, so that an answer is never cut off
 * by an error.
 *
 * @param status of HTTP
 * @param type media type with its charset
 * @param headers further ones
 * @param body may be empty
 * @param file sent instead of the body, then deleted; for what may be large
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

  /** Writes a body. */
  @FunctionalInterface
  public interface Content {
    void write(Writer out) throws IOException;
  }

  /** What a renderer writes, in UTF-8. */
  public static Answer of(String type, Content content) throws IOException {
    return of(OK, type, content);
  }

  /** The same with another status. */
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
   * A file that the browser saves.
   *
   * @param name suggested to the user
   * @param file what is sent; deleted afterwards
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

  /** There is nothing to say, and nothing is wrong. */
  public static Answer nothing() {
    return new Answer(NO_CONTENT, TEXT, Map.of(), new byte[0]);
  }

  /** Sends a browser to another page of this server, which it gets with GET. */
  public static Answer seeOther(String path) {
    return new Answer(SEE_OTHER, TEXT, Map.of("Location", path), new byte[0]);
  }

  /**
   * The same for a page that shows a state that is no longer there; see {@link RefusedException}.
   */
  public Answer asConflict() {
    return new Answer(RefusedException.CONFLICT, type, headers, body, file);
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, Map.copyOf(more), body, file);
  }
}

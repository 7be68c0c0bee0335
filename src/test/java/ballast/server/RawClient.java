package ballast.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends bytes to a server as they stand: a library would put headers right. */
public final class RawClient {

  private static final int PATIENCE_MILLIS = 20_000;

  private final int port;

  public RawClient(int port) {
    this.port = port;
  }

  /** A client of a server whose address is {@code http://127.0.0.1:PORT}. */
  public static RawClient of(String address) {
    return new RawClient(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
  }

  /**
   * An answer.
   *
   * @param status 0 if the server has closed the connection without a word
   * @param head status line and headers
   */
  public record Reply(int status, String head, String body) {

    public String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  public Reply get(String target) throws IOException {
    return get(target, "");
  }

  /**
   * The same with more headers.
   *
   * @param headers each with its line end
   */
  public Reply get(String target, String headers) throws IOException {
    return get(host(), target, headers);
  }

  /** The same with another header for the host, or none. */
  Reply get(String host, String target, String headers) throws IOException {
    return send("GET " + target + " HTTP/1.1\r\n" + host + headers + "Connection: close\r\n\r\n");
  }

  public Reply post(String target, Map<String, String> form) throws IOException {
    return post(target, encoded(form), "Content-Type: application/x-www-form-urlencoded\r\n");
  }

  public Reply post(String target, String body, String headers) throws IOException {
    return send(
        "POST "
            + target
            + " HTTP/1.1\r\n"
            + host()
            + headers
            + "Content-Length: "
            + body.getBytes(UTF_8).length
            + "\r\nConnection: close\r\n\r\n"
            + body);
  }

  /** Parameters as a form or a query has them. */
  public static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The header with the right host. */
  public String host() {
    return "Host: 127.0.0.1:" + port + "\r\n";
  }

  public Reply send(String request) throws IOException {
    return send(request.getBytes(UTF_8));
  }

  /** Sends bytes, says that no more come, and reads until the server closes. */
  public Reply send(byte[] request) throws IOException {
    try (Socket socket = open()) {
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        socket.shutdownOutput();
      } catch (SocketException e) {
        // The server has refused before everything was sent; its answer may be there.
      }
      return read(socket.getInputStream());
    }
  }

  public Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Reads an answer up to the end of the stream. */
  public static Reply read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
      }
    } catch (SocketException e) {
      // It was reset: what has come counts.
    }
    String all = bytes.toString(ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (!all.startsWith("HTTP/1.1 ") || end < 0) {
      return new Reply(0, all, "");
    }
    String body = new String(all.substring(end + 4).getBytes(ISO_8859_1), UTF_8);
    return new Reply(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), body);
  }
}

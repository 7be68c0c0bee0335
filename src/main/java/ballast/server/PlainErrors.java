package ballast.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the library itself refuses, in a line of text that tells nothing about the server.
 */
final class PlainErrors implements Request.Handler {

  private static final Set<Integer> NOT_OURS =
      Set.of(HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // What the sender has written is wrong; nothing is wrong with the server.
    int status =
        NOT_OURS.contains(response.getStatus()) ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
    response.setStatus(status);
    Dispatch.harden(response);
    response.getHeaders().put("Content-Type", Answer.TEXT);
    String said = HttpStatus.getMessage(status);
    if (status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431) {
      said =
          "this browser sends more than this server reads, since servers at the same address have"
              + " stored cookies in it\n"
              + "try: load this page again; if that does not help, delete the cookies of this"
              + " address";
      response.getHeaders().put("Clear-Site-Data", "\"cookies\"");
    }
    Content.Sink.write(response, true, said + "\n", callback);
    return true;
  }
}

package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes requests from the library, checks and reads them, and sends the answers. */
final class Dispatch extends Handler.Abstract {

  private static final int ERROR = 500;

  /** Pages load only what this server has, and run no script that stands in a page. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Routes routes;
  private final Gate gate;
  private final Runnable opened;
  private final Semaphore budget = Body.budget();
  private final Consumer<Throwable> failures;

  /**
   * @param opened is called after a browser was let in
   */
  Dispatch(Routes routes, Gate gate, Runnable opened, Consumer<Throwable> failures) {
    this.routes = routes;
    this.gate = gate;
    this.opened = opened;
    this.failures = failures;
  }

  /** The headers that every answer has. */
  static void harden(Response response) {
    var headers = response.getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // With "no-referrer" a browser sends the origin "null" with a plain form, as from anywhere.
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Sender sender = new Sender(response, callback);
    try {
      Call head = head(request);
      if (gate.opens(head)) {
        opened.run();
        sender.send(opening().with("Set-Cookie", gate.setCookie()));
        return true;
      }
      gate.check(head);
      Route route = routes.find(head.method(), head.path());
      if (route.access() == Route.Access.BROWSER) {
        gate.checkBrowser(head);
      }
      new Body(route, budget, request.getLength(), head.query().text("name"))
          .read(request, body -> answer(route, head, body, sender));
    } catch (RefusedException e) {
      sender.refuse(e);
    } catch (RuntimeException | Error e) {
      fail(sender, e);
    }
    return true;
  }

  /**
   * Leads to the first page. A redirect would not do: the browser may come from the page of a file,
   * and then sends the cookie only after a step that a page of this server takes.
   */
  private static Answer opening() {
    return Answer.of(
        Answer.HTML,
        ("<!DOCTYPE html>\n"
                + "<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url=/\"><link"
                + " rel=\"icon\" href=\"data:,\"><title>Ballast</title><p><a"
                + " href=\"/\">Ballast</a></p>\n")
            .getBytes(UTF_8));
  }

  private void answer(Route route, Call head, Body body, Sender sender) {
    try (body) {
      sender.send(Routes.answer(route, head, body));
    } catch (RefusedException e) {
      sender.refuse(e);
    } catch (Exception | Error e) {
      fail(sender, e);
    }
  }

  private void fail(Sender sender, Throwable e) {
    failures.accept(e);
    sender.send(
        Answer.text(ERROR, "this is an error in Ballast; its window says more. Nothing is lost"));
  }

  private static Call head(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      @Nullable String value = field.getValue();
      headers.putIfAbsent(
          field.getName().toLowerCase(Locale.ROOT), value == null ? "" : value.strip());
    }
    @Nullable String query = request.getHttpURI().getQuery();
    @Nullable String path = request.getHttpURI().getCanonicalPath();
    return new Call(
        request.getMethod(),
        path == null ? "" : path,
        query == null ? Parameters.NONE : Parameters.of(query),
        headers,
        new byte[0]);
  }

  /** Sends one answer. */
  private record Sender(Response response, Callback callback) {

    void refuse(RefusedException e) {
      send(Answer.text(e.status(), String.valueOf(e.getMessage())));
    }

    void send(Answer answer) {
      response.setStatus(answer.status());
      harden(response);
      var headers = response.getHeaders();
      headers.put("Content-Type", answer.type());
      answer.headers().forEach(headers::put);
      if (answer.file().isPresent()) {
        send(answer.file().get());
        return;
      }
      headers.put("Content-Length", answer.body().length);
      response.write(/* last= */ true, ByteBuffer.wrap(answer.body()), callback);
    }

    private void send(Path file) {
      try {
        response.getHeaders().put("Content-Length", Files.size(file));
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
          Files.copy(file, out);
        }
        callback.succeeded();
      } catch (IOException e) {
        callback.failed(e); // the reader has gone
      } finally {
        Body.delete(file);
      }
    }
  }
}

package ballast.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
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
  private final Consumer<Throwable> failures;

  Dispatch(Routes routes, Gate gate, Consumer<Throwable> failures) {
    this.routes = routes;
    this.gate = gate;
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
      gate.check(head);
      Route route = routes.find(head.method(), head.path());
      if (route.access() == Route.Access.BROWSER) {
        if (gate.opens(head)) {
          sender.send(Answer.seeOther(head.path()).with("Set-Cookie", gate.setCookie()));
          return true;
        }
        gate.checkBrowser(head);
      }
      if (request.getLength() > route.maxBody()) {
        throw tooLarge(route);
      }
      read(request, head, route, sender);
    } catch (RefusedException e) {
      sender.refuse(e);
    } catch (RuntimeException | Error e) {
      fail(sender, e);
    }
    return true;
  }

  /** Reads the body without holding a thread while a slow sender sends it. */
  private void read(Request request, Call head, Route route, Sender sender) {
    Content.Source.asByteArrayAsync(
        request,
        route.maxBody(),
        new Promise.Invocable<>() {
          @Override
          public void succeeded(byte[] body) {
            answer(route, head, body, sender);
          }

          @Override
          public void failed(Throwable e) {
            // Else the sender has gone, or its body is cut off.
            sender.refuse(
                e instanceof IllegalStateException
                    ? tooLarge(route)
                    : RefusedException.badRequest("the body did not arrive whole"));
          }

          @Override
          public InvocationType getInvocationType() {
            return InvocationType.BLOCKING;
          }
        });
  }

  private void answer(Route route, Call head, byte[] body, Sender sender) {
    try {
      Call call = new Call(head.method(), head.path(), head.query(), head.headers(), body);
      sender.send(Routes.answer(route, call));
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

  private static RefusedException tooLarge(Route route) {
    return new RefusedException(
        RefusedException.TOO_LARGE,
        route.maxBody() == 0
            ? "this request takes no body"
            : "the body is larger than " + route.maxBody() + " bytes");
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
        delete(file);
      }
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}

package ballast.server;

import ballast.bitext.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the route of a request, and words what cannot be answered. Immutable. */
final class Routes {

  private final Map<String, Map<String, Route>> byPath = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two answer the same
   */
  Routes(List<Route> routes) {
    for (Route route : routes) {
      Route other =
          byPath.computeIfAbsent(route.path(), key -> new HashMap<>()).put(route.method(), route);
      if (other != null) {
        throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
      }
    }
  }

  /**
   * @throws RefusedException if there is none
   */
  Route find(String method, String path) {
    Map<String, Route> here = byPath.get(path);
    if (here == null) {
      throw RefusedException.notFound("nothing is at this address");
    }
    Route route = here.get(method.equals("HEAD") ? "GET" : method);
    if (route == null) {
      throw new RefusedException(
          RefusedException.WRONG_METHOD,
          "this address takes " + String.join(" and ", new TreeSet<>(here.keySet())) + " only");
    }
    return route;
  }

  /** What the handler answers, or why it cannot. */
  static Answer answer(Route route, Call head, Body body) throws IOException {
    try {
      return route.handler().answer(body.of(head));
    } catch (InputException e) {
      return cannot(e);
    } catch (IOException | UncheckedIOException e) {
      if (InputException.isOfFullDisk(e)) {
        return cannot(InputException.fullDisk(e));
      }
      throw e;
    } catch (OutOfMemoryError e) {
      return Answer.text(
          RefusedException.TOO_LARGE,
          "this needs more than the %,d MB of memory that Java may use\ntry: start it again with BALLAST_JAVA_OPTS=-Xmx4g, which lets it use 4 GB; or give it less at a time"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
  }

  private static Answer cannot(InputException e) {
    String hint = e.hint().isEmpty() ? "" : "\ntry: " + e.hint();
    return Answer.text(RefusedException.status(e), e.getMessage() + hint);
  }
}

package ballast.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.SilentNotices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.app.project.Project;
import ballast.memory.opening.Memories;
import ballast.server.Answer;
import ballast.server.LocalServer;
import ballast.server.RawClient;
import ballast.server.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A folder that is served, and a client. */
final class Served implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Protocols protocols;
  private final LocalServer server;
  private final RawClient client;
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  Served(Path folder) {
    Notices notices =
        new SilentNotices() {
          @Override
          public void warn(String message) {
            warnings.add(message);
          }
        };
    this.protocols =
        Protocols.of(
            Workplace.in(folder),
            Memories.at(Project.around(folder).memory()),
            LiveCheck.Against.PROJECT,
            notices);
    List<Route> routes = new ArrayList<>(protocols.routes());
    routes.add(Route.page("/page", call -> letIn()));
    routes.add(Route.change("/change", call -> letIn()));
    this.server = LocalServer.start(0, routes, failures::add);
    this.client = RawClient.of(server.address());
  }

  /** Nobody here has the token. */
  private static Answer letIn() {
    throw new IllegalStateException("somebody without a token was let in");
  }

  String address() {
    return server.address();
  }

  RawClient client() {
    return client;
  }

  List<Throwable> failures() {
    return failures;
  }

  List<String> warnings() {
    return warnings;
  }

  RawClient.Reply get(int status, String path, Map<String, String> parameters) throws IOException {
    RawClient.Reply reply = client.get(path + "?" + RawClient.encoded(parameters));
    assertThat(reply.status()).as("%s %s: %s", path, parameters, reply.body()).isEqualTo(status);
    return reply;
  }

  /** The JSON that a question gets; its status must be 200. */
  JsonNode ask(String path, Map<String, String> parameters) throws IOException {
    RawClient.Reply reply = get(200, path, parameters);
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    return MAPPER.readTree(reply.body());
  }

  JsonNode post(String path, Map<String, String> form) throws IOException {
    RawClient.Reply reply = client.post(path, form);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return MAPPER.readTree(reply.body());
  }

  @Override
  public void close() {
    server.close();
    protocols.close();
  }
}

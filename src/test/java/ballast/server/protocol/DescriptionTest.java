package ballast.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.cli.CommandTest;
import ballast.memory.opening.Memories;
import ballast.server.RawClient;
import ballast.server.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document and the page describe what there is. */
final class DescriptionTest extends CommandTest {

  private static final Set<String> METHODS = Set.of("get", "post");
  private static final Map<String, String> ANY =
      Map.of("text", "船", "q", "船", "langpair", "zh|en", "language", "zh");

  @Test
  void everyRouteIsDescribedAndNothingElse() throws IOException {
    Set<String> routes = new TreeSet<>();
    try (Protocols protocols =
        Protocols.of(
            Workplace.in(folder),
            Memories.at(folder.resolve("tm/memory.db")),
            LiveCheck.Against.PROJECT,
            Notices.NONE)) {
      for (Route route : protocols.routes()) {
        assertThat(route.access()).isEqualTo(Route.Access.PROGRAMS);
        routes.add(route.method() + " " + route.path());
      }
    }
    try (Served served = new Served(folder)) {
      JsonNode document = served.ask("/openapi.json", Map.of());
      Set<String> described = new TreeSet<>();
      String page = served.client().get("/api").body();
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        assertThat(page).contains("<code>" + path.getKey() + "</code>");
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          assertThat(METHODS).contains(method.getKey());
          described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
      assertThat(described).isEqualTo(routes);
      assertThat(page).doesNotContain("<script").doesNotContain("style=");
    }
  }

  /** Its form: what OpenAPI 3.1 requires of the objects that are used. */
  @Test
  void theDocumentIsOpenApi() throws IOException {
    try (Served served = new Served(folder)) {
      JsonNode document = served.ask("/openapi.json", Map.of());
      assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
      assertThat(document.path("info").path("title").asText()).isNotEmpty();
      assertThat(document.path("info").path("version").asText()).isNotEmpty();
      for (JsonNode path : document.path("paths")) {
        for (JsonNode operation : path) {
          assertThat(operation.path("summary").asText()).isNotEmpty();
          for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.path("in").asText()).isEqualTo("query");
            assertThat(parameter.path("description").asText()).isNotEmpty();
            assertThat(parameter.path("schema").path("type").asText())
                .isIn("string", "integer", "boolean");
          }
          assertThat(operation.at("/responses/200/description").asText()).isNotEmpty();
          for (String reference : operation.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).path("type").asText())
                .as(reference)
                .isEqualTo("object");
          }
        }
      }
    }
  }

  @Test
  void everyAnswerIsAsDescribed() throws IOException {
    write("glossary/terms.csv", "zh,en\n船,ship\n");
    write("a.zh.txt", "船到了。他有3艘船。\n");
    write("a.en.txt", "The ship came. He has 3 ships.\n");
    run("align a.zh.txt a.en.txt -q");
    ObjectMapper mapper = new ObjectMapper();
    try (Served served = new Served(folder)) {
      JsonNode document = served.ask("/openapi.json", Map.of());
      int withSchema = 0;
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        JsonNode content = path.getValue().at("/get/responses/200/content");
        RawClient.Reply reply = served.get(200, path.getKey(), ANY);
        assertThat(reply.header("Content-Type")).startsWith(content.fieldNames().next());
        String schema = content.findPath("$ref").asText();
        if (!schema.isEmpty()) {
          withSchema++;
          assertThat(
                  SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                      .getSchema(document.at(schema.substring(1)).<ObjectNode>deepCopy())
                      .validate(mapper.readTree(reply.body())))
              .as(path.getKey() + " " + reply.body())
              .isEmpty();
        }
      }
      assertThat(withSchema).isEqualTo(3);
    }
  }
}

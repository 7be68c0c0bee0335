package ballast.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of a client, and the answers to them. */
public final class Dialogue {

  /** The client says this name, which is in the author of what it proposes. */
  public static final String CLIENT = "probe";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> lines = new ArrayList<>();
  private int last;

  /** A session that has begun. */
  public static Dialogue begun() {
    Dialogue dialogue = new Dialogue();
    dialogue.lines.add(
        """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
        "capabilities":{},"clientInfo":{"name":"%s","version":"1"}}}\
        """
            .formatted(CLIENT));
    dialogue.lines.add("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    return dialogue;
  }

  public static Dialogue silent() {
    return new Dialogue();
  }

  public Dialogue line(String line) {
    lines.add(line);
    return this;
  }

  /** Adds a request and returns its id. */
  public int ask(String method, Map<String, ?> params) {
    ObjectNode request = MAPPER.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", ++last).put("method", method);
    request.set("params", MAPPER.valueToTree(params));
    lines.add(request.toString());
    return last;
  }

  public int call(String tool, Map<String, ?> arguments) {
    return ask("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  public String input() {
    return String.join("\n", lines) + "\n";
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** Answers by id; -1 is one to a line that has none. */
  public record Answers(Map<Integer, JsonNode> byId) {

    JsonNode get(int id) {
      return byId.getOrDefault(id, MissingNode.getInstance());
    }
  }

  /** The answers; each line of the output is one. */
  public static Answers answers(String output) {
    Map<Integer, JsonNode> answers = new HashMap<>();
    for (String line : output.lines().toList()) {
      JsonNode answer = json(line);
      assertThat(answer.path("jsonrpc").asText()).as(line).isEqualTo("2.0");
      assertThat(answer.has("result") ^ answer.has("error")).as(line).isTrue();
      int id = answer.path("id").isNull() ? -1 : answer.path("id").asInt();
      assertThat(id == -1 || !answers.containsKey(id)).as("answered once: " + line).isTrue();
      answers.put(id, answer);
    }
    return new Answers(answers);
  }
}

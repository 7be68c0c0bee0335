package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Version;
import ballast.report.page.Html;
import ballast.report.page.Json;
import ballast.server.Answer;
import ballast.server.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Describes what may be asked: as an OpenAPI document, version 3.1, and as a page. */
final class Description {

  private final List<Operation> described;

  /**
   * @param operations those of the protocols
   */
  Description(List<Operation> operations) {
    described = new ArrayList<>(operations);
    described.addAll(operations());
  }

  List<Operation> operations() {
    return List.of(
        page("/openapi.json", "This description", Operation.Content.JSON, call -> document()),
        page("/api", "This description as a page", Operation.Content.HTML, call -> page()));
  }

  private static Operation page(
      String path, String summary, Operation.Content content, Route.Handler handler) {
    return new Operation(path, Operation.GET, summary, List.of(), content, handler);
  }

  private Answer document() throws IOException {
    return Answer.of(Answer.JSON, this::writeDocument);
  }

  private void writeDocument(Writer out) throws IOException {
    try (Json json = Json.foreign(out)) {
      json.put("openapi", "3.1.0");
      json.object("info");
      json.put("title", "Ballast");
      json.put("version", Version.current().number());
      json.put(
          "description",
          "Answers to programs on this computer. Nothing is written; no token is needed.");
      json.end();
      json.object("paths");
      for (Operation operation : described) {
        json.object(operation.path());
        for (String method : operation.methods()) {
          writeOperation(json, operation, method);
        }
        json.end();
      }
      json.end();
      json.object("components").object("schemas");
      for (String schema : schemas()) {
        json.raw(schema, resource(schema));
      }
      json.end().end();
    }
  }

  private static void writeOperation(Json json, Operation operation, String method)
      throws IOException {
    json.object(method.toLowerCase(Locale.ROOT));
    json.put("summary", operation.summary());
    boolean isForm = method.equals("POST") && !operation.fields().isEmpty();
    if (isForm) {
      writeForm(json, operation);
    } else if (!operation.fields().isEmpty()) {
      json.array("parameters");
      for (Operation.Field field : operation.fields()) {
        json.object().put("name", field.name()).put("in", "query");
        json.put("description", field.meaning()).put("required", field.required());
        json.object("schema").put("type", field.type()).end();
        json.end();
      }
      json.end();
    }
    writeAnswers(json, operation.answer());
    json.end();
  }

  private static void writeForm(Json json, Operation operation) throws IOException {
    json.object("requestBody").put("required", true).object("content");
    json.object("application/x-www-form-urlencoded").object("schema").put("type", "object");
    json.object("properties");
    for (Operation.Field field : operation.fields()) {
      json.object(field.name()).put("type", field.type());
      json.put("description", field.meaning()).end();
    }
    json.end();
    json.strings(
        "required",
        operation.fields().stream()
            .filter(Operation.Field::required)
            .map(Operation.Field::name)
            .toList());
    json.end().end().end().end();
  }

  private static void writeAnswers(Json json, Operation.Content answer) throws IOException {
    json.object("responses");
    json.object("200").put("description", "the answer");
    json.object("content").object(answer.type()).object("schema");
    if (answer.schema().isEmpty()) {
      json.strings(
          "type",
          answer.type().equals("application/json")
              ? List.of("object", "array")
              : List.of("string"));
    } else {
      json.put("$ref", "#/components/schemas/" + answer.schema());
    }
    json.end().end().end().end();
    writeRefusal(json, "400", "a parameter is missing or wrong; the text says which");
    writeRefusal(json, "403", "asked under another host name, or by a page of another site");
    writeRefusal(json, "413", "what was sent is too large");
    writeRefusal(json, "422", "a file cannot be read; the text says which and why");
    json.end();
  }

  private static void writeRefusal(Json json, String status, String description)
      throws IOException {
    json.object(status).put("description", description);
    json.object("content").object("text/plain").object("schema").put("type", "string");
    json.end().end().end().end();
  }

  private Set<String> schemas() {
    Set<String> names = new TreeSet<>();
    described.forEach(operation -> names.add(operation.answer().schema()));
    names.remove("");
    return names;
  }

  private static String resource(String schema) throws IOException {
    String name = "/ballast/schema/" + schema + ".schema.json";
    try (InputStream in = Description.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).strip();
    }
  }

  private Answer page() throws IOException {
    return Answer.of(Answer.HTML, this::writePage);
  }

  private void writePage(Writer out) throws IOException {
    Html html = new Html(out);
    html.add(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta name=\"color-scheme\" content=\"light dark\">\n"
            + PageStyle.LINK
            + "<title>What programs may ask Ballast</title>\n</head>\n<body>\n"
            + "<h1>What programs may ask Ballast</h1>\n"
            + "<p>Any program on this computer may ask; nothing is written. For programs, this is"
            + " <a href=\"/openapi.json\">openapi.json</a>.</p>\n");
    for (Operation operation : described) {
      html.add(
          "<h2>{} <code>{}</code></h2>\n<p>{}.</p>\n",
          String.join(", ", operation.methods()),
          operation.path(),
          operation.summary());
      if (!operation.fields().isEmpty()) {
        html.add("<dl>\n");
        for (Operation.Field field : operation.fields()) {
          html.add(
              "<dt><code>{}</code>{}</dt><dd>{}</dd>\n",
              field.name(),
              field.required() ? " (required)" : "",
              field.meaning());
        }
        html.add("</dl>\n");
      }
    }
    html.add("</body>\n</html>\n");
  }
}

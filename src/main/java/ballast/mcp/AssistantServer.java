package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.TerminalText;
import ballast.bitext.InputException;
import ballast.bitext.Version;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tools, resources and prompts of a project for one assistant. */
public final class AssistantServer {

  private static final String GLOSSARY = "ballast://glossary";
  private static final String DOCUMENT = "ballast://document/";
  private static final String JSON = "application/json";

  /** Maximum documents listed as resources; list_documents has the others. */
  private static final int MAX_LISTED = 200;

  private static final int MAX_CONCEPTS = 1_000;
  private static final int MAX_UNITS = 200;

  /** Maximum columns of a client's name in the history. */
  private static final int MAX_NAME = 60;

  private final McpJsonMapper mapper;
  private final ProjectTools project;
  private final Map<String, McpSchema.Prompt> prompts = new LinkedHashMap<>();
  private final Consumer<Throwable> failures;
  private final Set<String> listed = new HashSet<>();
  private @Nullable McpSyncServer server;

  private AssistantServer(McpJsonMapper mapper, ProjectTools project, Consumer<Throwable> failures)
      throws IOException {
    this.mapper = mapper;
    this.project = project;
    this.failures = failures;
    List<McpSchema.Prompt> described =
        mapper.readValue(ProjectTools.resource("prompts.json"), new TypeRef<>() {});
    described.forEach(prompt -> prompts.put(prompt.name(), prompt));
  }

  /**
   * Answers until the input ends.
   *
   * @param out receives each line to send, one at a time
   * @param failures receives bugs; the assistant learns only that there was one
   * @throws InputException if the input cannot be read
   */
  public static void serve(
      ServedProject setting, InputStream in, Consumer<String> out, Consumer<Throwable> failures) {
    McpJsonMapper mapper = new JacksonMcpJsonMapperSupplier().get();
    try (ProjectTools project = new ProjectTools(setting, mapper)) {
      AssistantServer assistant = new AssistantServer(mapper, project, failures);
      LineTransport transport = new LineTransport(mapper, in, out, assistant::refusal);
      assistant.server = assistant.build(transport);
      transport.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of the program's own files
    }
  }

  private McpSyncServer build(LineTransport transport) throws IOException {
    return McpServer.sync(transport)
        .serverInfo("ballast", Version.current().number())
        .instructions(ProjectTools.resource("instructions.txt"))
        .jsonMapper(mapper)
        .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
        .validateToolInputs(false) // Arguments does
        .immediateExecution(true) // the transport has threads
        .tools(project.tools().values().stream().map(this::tool).toList())
        .prompts(prompts.values().stream().map(this::prompt).toList())
        .resources(resource(GLOSSARY, "glossary", "The terms of the project"))
        .resourceTemplates(
            new McpServerFeatures.SyncResourceTemplateSpecification(
                McpSchema.ResourceTemplate.builder(DOCUMENT + "{name}", "document")
                    .description("The first sentence pairs of a document of the memory")
                    .mimeType(JSON)
                    .build(),
                (exchange, request) -> contents(request.uri())))
        .build();
  }

  /** Refuses requests that name nothing we have. The library's errors do not say what there is. */
  private String refusal(String method, Map<?, ?> params) {
    return switch (method) {
      case McpSchema.METHOD_INITIALIZE ->
          params.get("protocolVersion") instanceof String
                  && params.get("capabilities") instanceof Map<?, ?>
                  && params.get("clientInfo") instanceof Map<?, ?>
              ? ""
              : "give \"protocolVersion\", \"capabilities\" and \"clientInfo\"";
      case McpSchema.METHOD_TOOLS_CALL -> named("tool", project.tools().keySet(), params);
      case McpSchema.METHOD_PROMPT_GET -> named("prompt", prompts.keySet(), params);
      case McpSchema.METHOD_RESOURCES_READ ->
          params.get("uri") instanceof String uri
                  && (uri.equals(GLOSSARY) || uri.matches(DOCUMENT + "[^/]+"))
              ? ""
              : "\"uri\" is " + GLOSSARY + " or " + DOCUMENT + "NAME, percent-encoded";
      case McpSchema.METHOD_RESOURCES_LIST -> {
        listDocuments();
        yield "";
      }
      default -> "";
    };
  }

  private static String named(String kind, Collection<String> all, Map<?, ?> params) {
    Object given = params.get("arguments");
    if (given != null && !(given instanceof Map<?, ?>)) {
      return "\"arguments\" is an object";
    }
    return params.get("name") instanceof String name && all.contains(name)
        ? ""
        : "\"name\" is a %s: %s".formatted(kind, String.join(", ", all));
  }

  private McpServerFeatures.SyncToolSpecification tool(McpSchema.Tool tool) {
    return new McpServerFeatures.SyncToolSpecification(
        tool,
        (exchange, request) -> {
          String client = client(exchange.getClientInfo());
          return guarded(() -> result(tool.name(), request.arguments(), client));
        });
  }

  /** Problems that the assistant can solve are results, too. */
  private McpSchema.CallToolResult result(
      String tool, @Nullable Map<String, Object> given, String client) throws IOException {
    McpSchema.CallToolResult.Builder result = McpSchema.CallToolResult.builder();
    try {
      Reply reply = project.answer(tool, given, client);
      return result
          .structuredContent(reply.structured(mapper))
          .addTextContent(reply.marked())
          .build();
    } catch (InputException e) {
      return result.addTextContent(message(e)).isError(true).build();
    }
  }

  /** The name of the assistant's program, for the history of the memory. */
  private static String client(McpSchema.@Nullable Implementation info) {
    String name = info == null || info.name() == null ? "" : info.name();
    String shown = TerminalText.cut(TerminalText.plain(name).strip(), MAX_NAME);
    return shown.isEmpty() ? "assistant" : shown;
  }

  /** Turns problems into errors of the protocol, and reports bugs. */
  private <T> T guarded(Callable<T> work) {
    try {
      return work.call();
    } catch (McpError | CancellationException e) {
      throw e;
    } catch (InputException e) {
      throw Arguments.wrong(message(e));
    } catch (Exception e) {
      failures.accept(e);
      throw McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR)
          .message("a bug in Ballast; its standard error says more")
          .build();
    }
  }

  private static String message(InputException e) {
    return e.getMessage() + (e.hint().isEmpty() ? "" : "; " + e.hint());
  }

  private McpServerFeatures.SyncPromptSpecification prompt(McpSchema.Prompt prompt) {
    Map<String, Object> forms = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (McpSchema.PromptArgument one : prompt.arguments()) {
      forms.put(one.name(), Map.of("description", one.description()));
      required.addAll(Boolean.TRUE.equals(one.required()) ? List.of(one.name()) : List.of());
    }
    Map<String, Object> schema = Map.of("properties", forms, "required", required);
    return new McpServerFeatures.SyncPromptSpecification(
        prompt,
        (exchange, request) -> {
          Arguments given = Arguments.of(prompt.name(), schema, request.arguments(), "");
          String text = guarded(() -> new Prompts(project).message(prompt.name(), given));
          McpSchema.TextContent content = McpSchema.TextContent.builder(text).build();
          McpSchema.PromptMessage message =
              McpSchema.PromptMessage.builder(McpSchema.Role.USER, content).build();
          return McpSchema.GetPromptResult.builder(List.of(message)).build();
        });
  }

  private McpServerFeatures.SyncResourceSpecification resource(
      String uri, String name, String description) {
    return new McpServerFeatures.SyncResourceSpecification(
        McpSchema.Resource.builder(uri, name).description(description).mimeType(JSON).build(),
        (exchange, request) -> contents(request.uri()));
  }

  private McpSchema.ReadResourceResult contents(String uri) {
    String text =
        guarded(
            () -> {
              boolean isGlossary = uri.equals(GLOSSARY);
              Reply reply =
                  isGlossary
                      ? project.glossary(MAX_CONCEPTS)
                      : project.document(name(uri), "", MAX_UNITS);
              return LineTransport.json(mapper, reply.structured(mapper));
            });
    McpSchema.TextResourceContents contents =
        McpSchema.TextResourceContents.builder(uri, text).mimeType(JSON).build();
    return McpSchema.ReadResourceResult.builder(List.of(contents)).build();
  }

  private static String name(String uri) {
    try {
      return URLDecoder.decode(uri.substring(DOCUMENT.length()).replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InputException("the name in \"" + uri + "\" is not percent-encoded", "", e);
    }
  }

  private static String address(String document) {
    return DOCUMENT + URLEncoder.encode(document, UTF_8).replace("+", "%20");
  }

  /** Lists the documents that the memory has now. */
  private synchronized void listDocuments() {
    McpSyncServer now = server;
    if (now == null) {
      return;
    }
    Map<String, String> names = new LinkedHashMap<>();
    try {
      project.documentNames(MAX_LISTED).forEach(name -> names.put(address(name), name));
    } catch (InputException e) {
      // Reading a document gives the reason.
    }
    for (String uri : Set.copyOf(listed)) {
      if (!names.containsKey(uri) && listed.remove(uri)) {
        now.removeResource(uri);
      }
    }
    names.forEach(
        (uri, name) -> {
          if (listed.add(uri)) {
            now.addResource(resource(uri, name, "Sentence pairs of this document"));
          }
        });
  }
}

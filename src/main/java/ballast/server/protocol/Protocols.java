package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.check.LiveCheck;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.page.Json;
import ballast.app.page.PageOutput;
import ballast.app.project.Glossaries;
import ballast.app.project.KeptReading;
import ballast.app.project.MemoryPool;
import ballast.app.units.MatchJson;
import ballast.app.units.MemoryQueries;
import ballast.app.units.MemoryQueries.Similar;
import ballast.bitext.Side;
import ballast.bitext.Version;
import ballast.glossary.Concept;
import ballast.likeness.Score;
import ballast.memory.Concordance;
import ballast.memory.FuzzyQuery;
import ballast.memory.MemoryStore;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
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

/**
 * All queries of programs about one folder. Thread-safe.
 *
 * <pre>{@code
 * try (Protocols protocols = Protocols.of(workplace, memory, against, notices);
 *     LocalServer server = LocalServer.start(8081, protocols.routes(), failures)) {
 *   server.join();
 * }
 * }</pre>
 */
public final class Protocols implements AutoCloseable {

  private final LiveCheck check;
  private final MemoryPool pool;
  private final List<Operation> operations;

  private Protocols(LiveCheck check, MemoryPool pool, List<Operation> operations) {
    this.check = check;
    this.pool = pool;
    this.operations = List.copyOf(operations);
  }

  /**
   * Prepares the answers without reading anything.
   *
   * @param memory need not exist
   * @param against the glossaries and settings
   * @param notices receives problems of the glossaries; called on several threads, one at a time
   */
  public static Protocols of(
      Workplace workplace, MemoryStore memory, LiveCheck.Against against, Notices notices) {
    MemoryPool pool = new MemoryPool(memory);
    LiveCheck check = new LiveCheck(workplace, notices, against, pool);
    List<Operation> operations = new ArrayList<>();
    operations.addAll(new LanguageTool(check).operations());
    operations.addAll(new Apertium(pool).operations());
    operations.addAll(new Searches(pool, workplace, against.glossaries()).operations());
    operations.addAll(new Finder(pool).operations());
    operations.addAll(PageStyle.operations());
    operations.addAll(new Description(List.copyOf(operations)).operations());
    return new Protocols(check, pool, operations);
  }

  /** The routes, for {@link ballast.server.LocalServer#start}. */
  public List<Route> routes() {
    return operations.stream().flatMap(operation -> operation.routes().stream()).toList();
  }

  /**
   * Reads the glossaries, so that the first query need not wait.
   *
   * @throws ballast.bitext.InputException if a glossary or the settings cannot be read
   */
  public void prepare() {
    check.prepare();
  }

  @Override
  public void close() {
    pool.close();
  }

  /**
   * Answers like {@code ballast tm search}, {@code tm concordance} and {@code glossary search} with
   * {@code --json}. The parameters are named like the options.
   */
  private static final class Searches {

    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_MATCHES = 10;
    private static final int DEFAULT_HITS = 20;

    private static final Operation.Field IN =
        Operation.Field.text("in", "source, target or both; otherwise both");

    private final MemoryPool pool;
    private final KeptReading<List<Concept>> concepts;

    Searches(MemoryPool pool, Workplace workplace, Glossaries glossaries) {
      this.pool = pool;
      this.concepts =
          new KeptReading<>(
              () -> glossaries.paths(workplace), () -> glossaries.read(workplace, Notices.NONE));
    }

    List<Operation> operations() {
      Operation.Field text = Operation.Field.needed("text", "what is looked for");
      return List.of(
          new Operation(
              "/tm/search",
              Operation.GET,
              "The units that are like a sentence, as ballast tm search --json gives them",
              List.of(
                  text,
                  Operation.Field.number("min", "the lowest similarity, 50 to 100; otherwise 70"),
                  limit(DEFAULT_MATCHES),
                  IN,
                  Operation.Field.text("before", "the sentence before it"),
                  Operation.Field.text("after", "the sentence after it")),
              Operation.Content.of("tm-search"),
              this::search),
          new Operation(
              "/tm/concordance",
              Operation.GET,
              "Where a word or phrase occurs, as ballast tm concordance --json gives it",
              List.of(text, limit(DEFAULT_HITS), IN),
              Operation.Content.of("tm-concordance"),
              this::concordance),
          new Operation(
              "/glossary",
              Operation.GET,
              "The concepts with a term, as ballast glossary search --json gives them",
              List.of(text, limit(DEFAULT_HITS)),
              Operation.Content.of("glossary-search"),
              this::glossary));
    }

    private static Operation.Field limit(int otherwise) {
      return Operation.Field.number("limit", "at most so many; otherwise " + otherwise);
    }

    private Answer search(Call call) throws IOException {
      Parameters query = call.query();
      String text = query.required("text");
      SearchSide side = side(query);
      FuzzyQuery fuzzy =
          FuzzyQuery.of(text, Side.SOURCE)
              .withMinScore(
                  query.number("min", Score.MIN_THRESHOLD, Score.FULL, FuzzyQuery.DEFAULT_MIN))
              .withLimit(limit(query, DEFAULT_MATCHES))
              .between(query.text("before"), query.text("after"));
      Similar result =
          pool.read(memory -> new MemoryQueries(memory).similar(fuzzy, side))
              .orElse(new Similar(Side.SOURCE, List.of()));
      return Answer.of(
          Answer.JSON, out -> MatchJson.writeMatches(out, text, result.side(), result.matches()));
    }

    private Answer concordance(Call call) throws IOException {
      Parameters query = call.query();
      String text = query.required("text");
      if (text.isBlank()) {
        throw RefusedException.badRequest("parameter \"text\" is blank");
      }
      SearchSide side = side(query);
      int limit = limit(query, DEFAULT_HITS);
      Concordance found =
          pool.read(memory -> new MemoryQueries(memory).concordance(text, side, limit))
              .orElse(new Concordance(0, List.of()));
      return Answer.of(Answer.JSON, out -> MatchJson.writeConcordance(out, text, found));
    }

    private Answer glossary(Call call) throws IOException {
      Parameters query = call.query();
      String text = query.required("text");
      GlossaryQueries.Found found =
          GlossaryQueries.search(concepts.current(), text, limit(query, DEFAULT_HITS));
      return Answer.of(Answer.JSON, out -> found.writeJson(out, text));
    }

    private static int limit(Parameters query, int otherwise) {
      return query.number("limit", 1, MAX_LIMIT, otherwise);
    }

    private static SearchSide side(Parameters query) {
      String name = query.text("in");
      if (name.isEmpty()) {
        return SearchSide.BOTH;
      }
      for (SearchSide side : SearchSide.values()) {
        if (side.toString().equals(name)) {
          return side;
        }
      }
      throw RefusedException.badRequest("parameter \"in\" is not source, target or both");
    }
  }

  /**
   * Shows in a browser the occurrences of marked words in the memory. OmegaT's External Finder
   * opens the page by a key, as configured in {@code finder.xml}.
   */
  private static final class Finder {

    private static final String XML = "application/xml; charset=utf-8";
    private static final int MAX_HITS = 50;

    private final MemoryPool pool;

    Finder(MemoryPool pool) {
      this.pool = pool;
    }

    List<Operation> operations() {
      return List.of(
          new Operation(
              "/find",
              Operation.GET,
              "Where a word or phrase occurs, as a page",
              List.of(Operation.Field.needed("text", "what is looked for")),
              Operation.Content.HTML,
              this::find),
          new Operation(
              "/finder.xml",
              Operation.GET,
              "A file for OmegaT's folder of settings: a key opens /find for the marked words",
              List.of(),
              new Operation.Content("application/xml", ""),
              Finder::settings));
    }

    /** The gate has checked the host. */
    private static Answer settings(Call call) throws IOException {
      String xml =
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <items>
            <item>
              <name>Ballast</name>
              <url target="both" encoding="escape">http://%s/find?text={target}</url>
              <keystroke>ctrl alt F</keystroke>
            </item>
          </items>
          """;
      return Answer.of(XML, out -> out.write(xml.formatted(call.header("host"))));
    }

    private Answer find(Call call) throws IOException {
      String text = call.query().required("text").strip();
      if (text.isEmpty()) {
        throw RefusedException.badRequest("parameter \"text\" is blank");
      }
      Concordance found =
          pool.read(
                  memory -> new MemoryQueries(memory).concordance(text, SearchSide.BOTH, MAX_HITS))
              .orElse(new Concordance(0, List.of()));
      return Answer.of(
          Answer.HTML,
          out ->
              PageOutput.write(
                  out,
                  page ->
                      JteFoundTextsGenerated.render(
                          page, null, text, summary(found), found.hits())));
    }

    private static String summary(Concordance found) {
      int shown = found.hits().size();
      return found.total() == 0
          ? "No text of the memory contains it."
          : "Texts that contain it: "
              + found.total()
              + (shown < found.total() ? "; " + shown + " are shown." : ".");
    }
  }

  /** The style of HTML pages. The server's policy allows no inline style. */
  private static final class PageStyle {

    private static final String CSS = "text/css; charset=utf-8";

    private PageStyle() {}

    static List<Operation> operations() {
      return List.of(
          new Operation(
              "/pages.css",
              Operation.GET,
              "The style of these pages",
              List.of(),
              new Operation.Content("text/css", ""),
              PageStyle::answer));
    }

    private static Answer answer(Call call) throws IOException {
      String css = resource("/ballast/report/base.css") + resource("/ballast/server/pages.css");
      return Answer.of(CSS, css.getBytes(UTF_8));
    }

    private static String resource(String name) throws IOException {
      try (InputStream in = PageStyle.class.getResourceAsStream(name)) {
        return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      }
    }
  }

  /** Describes the queries as an OpenAPI 3.1 document and as a page. */
  private static final class Description {

    private final List<Operation> described;

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
      return Answer.of(
          Answer.HTML,
          out ->
              PageOutput.write(out, page -> JteOperationsGenerated.render(page, null, described)));
    }
  }
}

package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Workplace;
import ballast.app.align.AlignedText;
import ballast.app.align.AlignmentReport;
import ballast.app.align.TextAlignment;
import ballast.app.check.FindingOutput;
import ballast.app.check.FindingReport;
import ballast.app.check.LiveCheck;
import ballast.app.check.RuleExplanation;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchText;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.glossary.TermEdits;
import ballast.app.glossary.TermsInText;
import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.project.Glossaries;
import ballast.app.project.KeptReading;
import ballast.app.project.MemoryPool;
import ballast.app.units.ConcordanceText;
import ballast.app.units.MachineDrafts;
import ballast.app.units.MatchJson;
import ballast.app.units.MemoryJson;
import ballast.app.units.MemoryQueries;
import ballast.app.units.MemoryQueries.Similar;
import ballast.app.units.MemoryText;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.glossary.Concept;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import ballast.mcp.Reply.Written;
import ballast.memory.Concordance;
import ballast.memory.DocumentSummary;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tools of {@code tools.json} on a project. Each answers as the command of the same purpose.
 * Thread-safe. What takes long to load is loaded by the first tool that needs it.
 */
final class ProjectTools implements AutoCloseable {

  private final ServedProject setting;
  private final MemoryPool pool;
  private final KeptReading<TermsInText> terms;
  private final TextAlignment alignment;
  private final Object writing = new Object();
  private final Map<String, McpSchema.Tool> tools = new LinkedHashMap<>();
  private @Nullable LiveCheck check;

  ProjectTools(ServedProject setting, McpJsonMapper mapper) throws IOException {
    this.setting = setting;
    this.pool = new MemoryPool(setting.memory());
    this.alignment = new TextAlignment(setting.workplace());
    Glossaries glossaries = setting.against().glossaries();
    Workplace workplace = setting.workplace();
    this.terms =
        new KeptReading<>(
            () -> glossaries.paths(workplace),
            () -> {
              List<Concept> rows = glossaries.read(workplace, setting.notices());
              return new TermsInText(rows, Lexicon.bundled());
            });
    List<McpSchema.Tool> described = mapper.readValue(resource("tools.json"), new TypeRef<>() {});
    for (McpSchema.Tool tool : described) {
      if (setting.writes() || Boolean.TRUE.equals(tool.annotations().readOnlyHint())) {
        tools.put(tool.name(), described(tool, mapper));
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** The tools that may be called, by name. */
  Map<String, McpSchema.Tool> tools() {
    return tools;
  }

  /** Adds the schema of the answers to a description, if the command has one. */
  private static McpSchema.Tool described(McpSchema.Tool tool, McpJsonMapper mapper)
      throws IOException {
    McpSchema.Tool.Builder full =
        McpSchema.Tool.builder(tool.name(), tool.inputSchema())
            .description(tool.description())
            .annotations(tool.annotations());
    if (tool.meta() == null) {
      return full.build();
    }
    String file = "/ballast/schema/" + tool.meta().get("schema") + ".schema.json";
    return full.outputSchema(mapper, resource(file)).build();
  }

  /** Returns a text that comes with the program. */
  static String resource(String name) throws IOException {
    try (InputStream in = ProjectTools.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  /**
   * Calls a tool.
   *
   * @param client name of the assistant's program
   * @throws io.modelcontextprotocol.spec.McpError if an argument is wrong
   * @throws InputException for the assistant, with advice
   */
  Reply answer(String name, @Nullable Map<String, Object> given, String client) throws IOException {
    Map<String, Object> schema = Objects.requireNonNull(tools.get(name)).inputSchema();
    Arguments fit = Arguments.of(name, schema, given, client);
    return switch (name) {
      case "search_memory" -> search(fit);
      case "concordance" -> concordance(fit);
      case "find_terms" -> findTerms(fit);
      case "check_translation" -> check(fit);
      case "align_texts" -> align(fit);
      case "list_documents" -> documents(fit);
      case "read_document" ->
          document(fit.text("document"), fit.text("after"), fit.number("limit"));
      case "explain_rule" -> explain(fit.text("rule"));
      case "propose_translation" -> propose(fit);
      case "add_term" -> addTerm(fit);
      default -> throw new IllegalStateException(name);
    };
  }

  private static SearchSide side(Arguments given) {
    String name = given.text("in");
    return name.isEmpty() ? SearchSide.BOTH : SearchSide.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private Reply search(Arguments given) {
    String text = given.text("text");
    int limit = given.number("limit");
    FuzzyQuery query =
        FuzzyQuery.of(text, Side.SOURCE)
            .withMinScore(given.number("min"))
            .withLimit(limit)
            .between(given.text("before"), given.text("after"));
    Similar found = pool.require(memory -> new MemoryQueries(memory).similar(query, side(given)));
    if (found.matches().isEmpty()) {
      Concordance inside = occurrences(given);
      return occurrences(inside, out -> MatchJson.writeOccurrences(out, text, inside));
    }
    return Reply.of(
            out -> MatchJson.writeMatches(out, text, found.side(), found.matches()),
            out -> new MatchText(Style.PLAIN).write(out, text, found.side(), found.matches()))
        .more(found.matches().size() < limit ? 0 : 1, "there may be more");
  }

  private Reply concordance(Arguments given) {
    Concordance found = occurrences(given);
    return occurrences(found, out -> MatchJson.writeConcordance(out, given.text("text"), found));
  }

  private Concordance occurrences(Arguments given) {
    return pool.require(
        memory ->
            new MemoryQueries(memory)
                .concordance(given.text("text"), side(given), given.number("limit")));
  }

  private static Reply occurrences(Concordance found, Written json) {
    int more = found.total() - found.hits().size();
    return Reply.of(json, out -> new ConcordanceText(Style.PLAIN).write(out, found))
        .more(more, CountedNoun.of(more, "more text contains", "more texts contain") + " it");
  }

  private Reply findTerms(Arguments given) {
    String text = given.text("text");
    return concepts(terms.current().in(text, given.number("limit")), text);
  }

  /** The whole glossary, up to a number of concepts. */
  Reply glossary(int limit) {
    return concepts(GlossaryQueries.search(terms.current().rows(), "", limit), "");
  }

  private static Reply concepts(GlossaryQueries.Found found, String query) {
    int more = found.total() - found.concepts().size();
    return Reply.of(out -> found.writeJson(out, query), out -> found.writeText(out, Style.PLAIN))
        .more(more, CountedNoun.of(more, "more concept"));
  }

  private Reply check(Arguments given) {
    List<LiveCheck.Request> pairs = new ArrayList<>(given.pairs("pairs"));
    String target = given.text("target");
    if (target.isBlank() == pairs.isEmpty()) {
      throw Arguments.wrong("check_translation: give \"source\" and \"target\", or \"pairs\"");
    }
    if (pairs.isEmpty()) {
      pairs.add(LiveCheck.Request.of(given.text("source"), target));
    }
    FindingReport all = check().checkTogether(pairs, "pairs");
    FindingReport report = all.showing(given.number("limit"));
    int more = all.findings().size() - report.findings().size();
    return Reply.of(
            out -> findings(Form.JSON).write(out, report),
            out -> findings(Form.TEXT).write(out, report))
        .more(more, CountedNoun.of(more, "more finding"));
  }

  private static FindingOutput findings(Form form) {
    return new FindingOutput(form, Style.PLAIN, FindingOutput.Group.FILE, "pairs", Imprint.NONE);
  }

  /** Loads the rules, the glossaries and the settings at the first call. */
  synchronized LiveCheck check() {
    if (check == null) {
      check = new LiveCheck(setting.workplace(), setting.notices(), setting.against(), pool);
    }
    return check;
  }

  private Reply align(Arguments given) {
    AlignedText aligned =
        alignment.align(given.text("source"), given.text("target"), terms.current().rows());
    return Reply.of(
        out -> AlignmentReport.write(out, Form.JSON, aligned),
        out -> AlignmentReport.write(out, Form.TEXT, aligned));
  }

  private Reply documents(Arguments given) {
    String after = given.text("after");
    List<DocumentSummary> rest =
        pool.require(Memory::documents).stream()
            .dropWhile(one -> !after.isEmpty() && one.name().compareTo(after) <= 0)
            .toList();
    int shown = Math.min(rest.size(), given.number("limit"));
    List<DocumentSummary> page = rest.subList(0, shown);
    return page(
        out -> MemoryJson.writeDocuments(out, page),
        out -> new MemoryText(Style.PLAIN).writeDocuments(out, page),
        shown < rest.size() ? page.get(shown - 1).name() : "");
  }

  /** The names of the first documents; none without a memory. */
  List<String> documentNames(int limit) {
    return pool.read(Memory::documents).orElse(List.of()).stream()
        .map(DocumentSummary::name)
        .limit(limit)
        .toList();
  }

  Reply document(String name, String after, int limit) {
    UnitFilter units = UnitFilter.CURRENT.inDocuments(Set.of(name));
    MemoryQueries.Page page =
        pool.require(memory -> new MemoryQueries(memory).units(units, after, limit));
    if (page.units().isEmpty() && after.isEmpty()) {
      throw new InputException(
          "the memory has no units of a document \"" + name + '"', "list_documents has the names");
    }
    return page(
        out -> MatchJson.writeUnits(out, name, page.units()),
        out -> {
          for (Unit unit : page.units()) {
            out.write(TerminalText.plain(unit.source()) + "\n    ");
            out.write(TerminalText.plain(unit.target()) + "\n");
          }
        },
        page.hasMore() ? page.last() : "");
  }

  private static Reply page(Written json, Written text, String next) {
    String more = next.isEmpty() ? "" : "there are more; ask again with \"after\": \"" + next + '"';
    return new Reply(json, text, more, next);
  }

  private static Reply explain(String rule) {
    return Reply.of(
        out -> RuleExplanation.writeJson(out, rule),
        out -> RuleExplanation.writeText(out, Style.PLAIN, rule));
  }

  private Reply propose(Arguments given) {
    MachineDrafts.Draft draft =
        MachineDrafts.Draft.of(given.text("source"), given.text("target"), given.text("document"));
    MachineDrafts drafts =
        new MachineDrafts(setting.workplace().withAuthor("mcp:" + given.client()));
    MachineDrafts.Proposed proposed;
    synchronized (writing) {
      proposed = drafts.propose(setting.memory(), draft);
    }
    return Reply.of(proposed::writeJson, proposed::writeText);
  }

  private Reply addTerm(Arguments given) {
    String by = "proposed by mcp:" + given.client();
    String note = given.text("note").isBlank() ? by : given.text("note") + " (" + by + ")";
    TermEdits.NewTerm term =
        new TermEdits.NewTerm(
            given.text("zh"),
            given.text("en"),
            TermStatus.PROPOSED,
            List.of(),
            List.of(),
            note,
            "");
    String file;
    synchronized (writing) {
      file = new TermEdits(setting.workplace()).add(term, /* dryRun= */ false);
    }
    return Reply.of(
        out -> {
          try (Json json = Json.line(out)) {
            json.put("zh", term.zh().strip()).put("en", term.en().strip());
            json.put("status", TermStatus.PROPOSED.label()).put("file", file);
          }
        },
        out -> out.write("proposed in " + file + "; a person decides on it"));
  }
}

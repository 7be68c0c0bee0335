package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.AlignedText;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink.RecordedUnits;
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
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
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
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.glossary.Concept;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import ballast.likeness.Score;
import ballast.mcp.Tool.Arguments;
import ballast.mcp.Tool.Field;
import ballast.mcp.Tool.Reply;
import ballast.mcp.Tool.Written;
import ballast.memory.Concordance;
import ballast.memory.DocumentSummary;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tools on a project. Each answers as the command of the same purpose; {@code more} says what
 * it left out. Thread-safe. What takes long to load is loaded by the first tool that needs it.
 */
final class ProjectTools implements AutoCloseable {

  private static final int MAX_PAIRS = 200;
  private static final int MAX_ALIGNED = 200_000;
  private static final int MAX_TERM = 200;
  private static final String HIGHER = "; ask again with a higher \"limit\"";

  private final Workplace workplace;
  private final MemoryStore store;
  private final LiveCheck.Against against;
  private final Notices notices;
  private final MemoryPool pool;
  private final KeptReading<List<Concept>> concepts;
  private final KeptReading<TermsInText> terms;
  private final Object writing = new Object();
  private @Nullable LiveCheck check;
  private @Nullable TextAlignment alignment;

  /**
   * @param store need not exist
   * @param notices receives problems of the glossaries
   */
  ProjectTools(Workplace workplace, MemoryStore store, LiveCheck.Against against, Notices notices) {
    this.workplace = workplace;
    this.store = store;
    this.against = against;
    this.notices = notices;
    this.pool = new MemoryPool(store);
    this.concepts =
        new KeptReading<>(
            () -> against.glossaries().paths(workplace),
            () -> against.glossaries().read(workplace, notices));
    this.terms =
        new KeptReading<>(
            () -> against.glossaries().paths(workplace),
            () -> new TermsInText(concepts.current(), Lexicon.bundled()));
  }

  @Override
  public void close() {
    pool.close();
  }

  List<Tool> reading() {
    Field document = Field.needed("document", "its name, as list_documents gives it");
    Field after = Field.text("after", "the \"next\" of the page before; empty for the first page");
    return List.of(
        new Tool(
            "search_memory",
            "Finds earlier translations of sentences like this one, best first, with what differs"
                + " and warnings. Use it before you translate a sentence.",
            List.of(
                Field.needed("text", "a whole sentence, Chinese or English"),
                Field.number(
                    "min",
                    "the lowest similarity in percent",
                    Score.MIN_THRESHOLD,
                    Score.FULL,
                    FuzzyQuery.DEFAULT_MIN),
                limit(100, 10),
                side(),
                Field.text("before", "the sentence before it"),
                Field.text("after", "the sentence after it")),
            "tm-search",
            /* writes= */ false,
            this::search),
        new Tool(
            "concordance",
            "Shows where a word or phrase occurs in earlier translations, and how it was"
                + " translated.",
            List.of(Field.needed("text", "a word or phrase"), limit(200, 20), side()),
            "tm-concordance",
            /* writes= */ false,
            this::concordance),
        new Tool(
            "find_terms",
            "Finds the glossary's terms in a text, with their preferred, admitted, proposed and"
                + " forbidden translations and notes. Use it before you translate.",
            List.of(Field.needed("text", "the text, Chinese or English"), limit(200, 50)),
            "glossary-search",
            /* writes= */ false,
            this::findTerms),
        new Tool(
            "check_translation",
            "Checks a translation against its source: terms, numbers, omissions, punctuation and"
                + " more. Gives findings with places and replacements. Use it after you translate.",
            List.of(
                Field.text("source", "the source text; with \"target\""),
                Field.text("target", "its translation"),
                Field.pairs("pairs", "several sentences, instead of source and target", MAX_PAIRS),
                limit(500, 100)),
            "check",
            /* writes= */ false,
            this::check),
        new Tool(
            "align_texts",
            "Splits a text and its translation into sentences and pairs them, with confidence.",
            List.of(
                Field.needed("source", "the source text").upTo(MAX_ALIGNED),
                Field.needed("target", "its translation").upTo(MAX_ALIGNED)),
            "align",
            /* writes= */ false,
            this::align),
        new Tool(
            "list_documents",
            "Lists the documents of the translation memory.",
            List.of(after, limit(500, 100)),
            "tm-list",
            /* writes= */ false,
            this::documents),
        new Tool(
            "read_document",
            "Reads the sentence pairs of a document, page by page.",
            List.of(document, after, limit(200, 50)),
            "",
            /* writes= */ false,
            this::document),
        new Tool(
            "explain_rule",
            "Explains a rule of check_translation; without a name, lists all rules.",
            List.of(Field.text("rule", "its name, such as term-missing")),
            "explain",
            /* writes= */ false,
            ProjectTools::explain));
  }

  List<Tool> writing() {
    return List.of(
        new Tool(
            "propose_translation",
            "Records a translation as a draft. A person will approve or reject it.",
            List.of(
                Field.needed("source", "the source sentence"),
                Field.needed("target", "its translation"),
                Field.text("document", "name of the document that it is from").upTo(MAX_TERM)),
            "",
            /* writes= */ true,
            this::propose),
        new Tool(
            "add_term",
            "Proposes a term for the glossary. It is not checked until a person decides on it.",
            List.of(
                Field.needed("zh", "the Chinese term").upTo(MAX_TERM),
                Field.needed("en", "its English translation").upTo(MAX_TERM),
                Field.text("note", "why").upTo(MAX_TERM)),
            "",
            /* writes= */ true,
            this::addTerm));
  }

  private static Field limit(int most, int usual) {
    return Field.number("limit", "at most so many", 1, most, usual);
  }

  private static Field side() {
    return Field.choice("in", "the texts to search; otherwise both", "source", "target", "both");
  }

  private static SearchSide side(Arguments arguments) {
    String name = arguments.text("in");
    return name.isEmpty() ? SearchSide.BOTH : SearchSide.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Reads the memory.
   *
   * @throws ballast.bitext.InputException if it does not exist
   */
  private <T> T read(Function<Memory, T> reader) {
    return pool.read(reader)
        .orElseGet(
            () -> {
              try (Memory memory = store.openForReading()) {
                return reader.apply(memory);
              }
            });
  }

  private Reply search(Arguments arguments) {
    String text = arguments.text("text");
    SearchSide side = side(arguments);
    int limit = arguments.number("limit");
    FuzzyQuery query =
        FuzzyQuery.of(text, Side.SOURCE)
            .withMinScore(arguments.number("min"))
            .withLimit(limit)
            .between(arguments.text("before"), arguments.text("after"));
    Similar found = read(memory -> new MemoryQueries(memory).similar(query, side));
    if (found.matches().isEmpty()) {
      Concordance occurrences =
          read(memory -> new MemoryQueries(memory).concordance(text, side, limit));
      return occurrences(
          occurrences,
          out -> MatchJson.writeOccurrences(out, text, occurrences),
          "no unit is like");
    }
    Reply reply =
        Reply.of(
            out -> MatchJson.writeMatches(out, text, found.side(), found.matches()),
            out -> new MatchText(Style.PLAIN).write(out, text, found.side(), found.matches()));
    return found.matches().size() < limit
        ? reply
        : reply.more("there may be more than " + CountedNoun.of(limit, "unit") + HIGHER);
  }

  private Reply concordance(Arguments arguments) {
    String text = arguments.text("text");
    SearchSide side = side(arguments);
    int limit = arguments.number("limit");
    Concordance found = read(memory -> new MemoryQueries(memory).concordance(text, side, limit));
    return occurrences(
        found, out -> MatchJson.writeConcordance(out, text, found), "no text contains");
  }

  private static Reply occurrences(Concordance found, Written json, String none) {
    int more = found.total() - found.hits().size();
    Reply reply =
        Reply.of(
            json,
            out -> {
              if (found.hits().isEmpty()) {
                out.write(none + " this text\n");
              }
              new ConcordanceText(Style.PLAIN).write(out, found);
            });
    return more <= 0
        ? reply
        : reply.more(
            CountedNoun.of(more, "more text contains", "more texts contain") + " it" + HIGHER);
  }

  private Reply findTerms(Arguments arguments) {
    String text = arguments.text("text");
    return concepts(terms.current().in(text, arguments.number("limit")), text);
  }

  /** The whole glossary, up to a number of concepts. */
  Reply glossary(int limit) {
    return concepts(GlossaryQueries.search(concepts.current(), "", limit), "");
  }

  private static Reply concepts(GlossaryQueries.Found found, String query) {
    int more = found.total() - found.concepts().size();
    Reply reply =
        Reply.of(
            out -> found.writeJson(out, query),
            out -> {
              if (found.concepts().isEmpty()) {
                out.write("no term of the glossary\n");
              }
              found.writeText(out, Style.PLAIN);
            });
    return more <= 0 ? reply : reply.more(CountedNoun.of(more, "more concept") + HIGHER);
  }

  private Reply check(Arguments arguments) {
    List<List<String>> pairs = new ArrayList<>(arguments.pairs("pairs"));
    String target = arguments.text("target");
    if (target.isBlank() == pairs.isEmpty()) {
      throw Tool.wrong("check_translation: give \"source\" and \"target\", or \"pairs\"");
    }
    if (pairs.isEmpty()) {
      pairs.add(List.of(arguments.text("source"), target));
    }
    FindingReport all =
        check()
            .checkTogether(
                pairs.stream().map(pair -> request(pair.get(0), pair.get(1))).toList(), "pairs");
    int shown = Math.min(arguments.number("limit"), all.findings().size());
    FindingReport report = all.showing(all.findings().subList(0, shown));
    Reply reply =
        Reply.of(
            out -> findings(Form.JSON, out, report),
            out -> {
              if (report.findings().isEmpty()) {
                out.write("no findings\n");
              }
              findings(Form.TEXT, out, report);
            });
    int more = all.findings().size() - shown;
    return more == 0 ? reply : reply.more(CountedNoun.of(more, "more finding") + HIGHER);
  }

  private static LiveCheck.Request request(String source, String target) {
    boolean isChinese = LiveCheck.languageOf(target).isChinese();
    return new LiveCheck.Request(
        isChinese ? Lang.EN_US : Lang.ZH_CN, source, isChinese ? Lang.ZH_CN : Lang.EN_US, target);
  }

  private static void findings(Form form, Writer out, FindingReport report) throws IOException {
    FindingOutput output = new FindingOutput(form, Style.PLAIN, FindingOutput.Group.FILE, "pairs");
    out.write(text(stream -> output.write(stream, report)));
  }

  /** Loads the rules, the glossaries and the settings at the first call. */
  synchronized LiveCheck check() {
    if (check == null) {
      check = new LiveCheck(workplace, notices, against, pool);
    }
    return check;
  }

  private synchronized TextAlignment alignment() {
    if (alignment == null) {
      alignment = new TextAlignment(workplace);
    }
    return alignment;
  }

  private Reply align(Arguments arguments) {
    AlignedText aligned =
        alignment().align(arguments.text("source"), arguments.text("target"), concepts.current());
    return Reply.of(
        out -> out.write(beads(Form.JSON, aligned)), out -> out.write(beads(Form.TEXT, aligned)));
  }

  private static String beads(Form form, AlignedText aligned) throws IOException {
    return text(
        stream -> {
          AlignmentReport report =
              new AlignmentReport(form, Style.PLAIN, /* review= */ false, stream);
          report.add(aligned, List.of());
          report.finish(RecordedUnits.NONE);
        });
  }

  private interface Streamed {
    void write(OutputStream out) throws IOException;
  }

  private static String text(Streamed content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.write(bytes);
    return bytes.toString(UTF_8);
  }

  private Reply documents(Arguments arguments) {
    String after = arguments.text("after");
    List<DocumentSummary> all = read(Memory::documents);
    int from = 0;
    while (from < all.size() && !after.isEmpty() && all.get(from).name().compareTo(after) <= 0) {
      from++;
    }
    int to = Math.min(all.size(), from + arguments.number("limit"));
    List<DocumentSummary> page = all.subList(from, to);
    String next = to < all.size() ? page.get(page.size() - 1).name() : "";
    return page(
        out -> MemoryJson.writeDocuments(out, page),
        out -> MemoryText.writeDocuments(out, page),
        next);
  }

  /** The names of the first documents; none without a memory. */
  List<String> documentNames(int limit) {
    return pool.read(Memory::documents).orElse(List.of()).stream()
        .map(DocumentSummary::name)
        .limit(limit)
        .toList();
  }

  private Reply document(Arguments arguments) {
    return document(arguments.text("document"), arguments.text("after"), arguments.number("limit"));
  }

  Reply document(String name, String after, int limit) {
    UnitFilter units = UnitFilter.CURRENT.inDocuments(Set.of(name));
    MemoryQueries.Page page = read(memory -> new MemoryQueries(memory).units(units, after, limit));
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

  private static Reply explain(Arguments arguments) {
    String name = arguments.text("rule");
    String page = name.isEmpty() ? "" : RuleExplanation.explain(name);
    List<Rule> rules =
        Rules.all().stream().filter(rule -> name.isEmpty() || rule.id().equals(name)).toList();
    return Reply.of(
        out -> RuleExplanation.writeJson(out, rules, page),
        out -> {
          out.write(page);
          if (page.isEmpty()) {
            for (Rule rule : rules) {
              out.write(rule.id() + ": " + rule.summary() + "\n");
            }
          }
        });
  }

  private Reply propose(Arguments arguments) {
    String source = arguments.text("source");
    String target = arguments.text("target");
    Lang from = LiveCheck.languageOf(source);
    Lang to = LiveCheck.languageOf(target);
    if (from.isChinese() == to.isChinese()) {
      throw Tool.wrong("propose_translation: \"source\" and \"target\" are in one language");
    }
    MachineDrafts.Draft draft =
        new MachineDrafts.Draft(from, source, to, target, arguments.text("document"));
    MachineDrafts.Proposed proposed;
    synchronized (writing) {
      proposed = new MachineDrafts(author(arguments)).propose(store, draft);
    }
    String word =
        proposed.isNew()
            ? "recorded as a draft; a person decides on it"
            : "the memory has this pair already: " + proposed.unit().provenance().label();
    return Reply.of(proposed::writeJson, out -> out.write(word + "\n"));
  }

  private Workplace author(Arguments arguments) {
    return workplace.withAuthor("mcp:" + arguments.client());
  }

  private Reply addTerm(Arguments arguments) {
    String zh = arguments.text("zh");
    String en = arguments.text("en");
    String note = "proposed by mcp:" + arguments.client();
    String why =
        arguments.text("note").isBlank() ? note : arguments.text("note") + " (" + note + ")";
    TermEdits.NewTerm term = new TermEdits.NewTerm(zh, en, TermStatus.PROPOSED, List.of(), why, "");
    String file;
    synchronized (writing) {
      file = new TermEdits(workplace).add(term, /* dryRun= */ false);
    }
    return Reply.of(
        out -> {
          try (Json json = Json.line(out)) {
            json.put("zh", zh.strip()).put("en", en.strip());
            json.put("status", TermStatus.PROPOSED.label()).put("file", file);
          }
        },
        out -> out.write("proposed in " + file + "; a person decides on it\n"));
  }
}

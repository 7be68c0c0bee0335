package ballast.server.protocol;

import ballast.app.check.LiveCheck;
import ballast.app.check.LiveCheck.TextFinding;
import ballast.app.page.Json;
import ballast.bitext.Lang;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.bitext.Version;
import ballast.check.Finding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Answers the clients of LanguageTool servers: OmegaT, LibreOffice and others. OmegaT sends the
 * source text with the translation, and so receives all findings for the pair. The protocol is
 * version 2 of LanguageTool's HTTP API.
 */
final class LanguageTool {

  private static final String LANGUAGES =
      """
      [
        {"name": "Chinese", "code": "zh", "longCode": "zh"},
        {"name": "Chinese (China)", "code": "zh", "longCode": "zh-CN"},
        {"name": "Chinese (Taiwan)", "code": "zh", "longCode": "zh-TW"},
        {"name": "English", "code": "en", "longCode": "en"},
        {"name": "English (Australian)", "code": "en", "longCode": "en-AU"},
        {"name": "English (Canadian)", "code": "en", "longCode": "en-CA"},
        {"name": "English (GB)", "code": "en", "longCode": "en-GB"},
        {"name": "English (New Zealand)", "code": "en", "longCode": "en-NZ"},
        {"name": "English (US)", "code": "en", "longCode": "en-US"}
      ]
      """;

  private final LiveCheck check;

  LanguageTool(LiveCheck check) {
    this.check = check;
  }

  List<Operation> operations() {
    return List.of(
        new Operation(
            "/v2/check",
            Operation.GET_AND_POST,
            "Findings in a text, in the form of LanguageTool; offsets count UTF-16 units",
            CheckedText.FIELDS,
            Operation.Content.JSON,
            this::check),
        new Operation(
            "/v2/languages",
            Operation.GET_AND_POST,
            "The languages that are checked",
            List.of(),
            Operation.Content.JSON,
            call -> Answer.of(Answer.JSON, out -> out.write(LANGUAGES))),
        new Operation(
            "/v2/info",
            Operation.GET,
            "Name and version of the program",
            List.of(),
            Operation.Content.JSON,
            call -> Answer.of(Answer.JSON, LanguageToolJson::writeInfo)));
  }

  private Answer check(Call call) throws java.io.IOException {
    CheckedText text = CheckedText.of(call);
    LiveCheck.Outcome outcome = check.check(text.request());
    List<TextFinding> found = outcome.findings().stream().filter(text.filter()::admits).toList();
    LanguageToolJson json =
        new LanguageToolJson(text, check.sentences(text.lang(), text.text().plain()));
    return Answer.of(Answer.JSON, out -> json.write(out, found, outcome.isWhole()));
  }

  /**
   * A text sent by a client of LanguageTool.
   *
   * @param detected whether the language was detected from the characters
   */
  private record CheckedText(
      AnnotatedText text,
      Lang lang,
      boolean detected,
      LiveCheck.Request request,
      RuleFilter filter) {

    /** Maximum UTF-16 units of the text, and of the source text. */
    private static final int MAX_LENGTH = 50_000;

    static final List<Operation.Field> FIELDS =
        List.of(
            Operation.Field.text("text", "the text; this or data must be given"),
            Operation.Field.text("data", "JSON: {\"annotation\":[{\"text\":…},{\"markup\":…}]}"),
            Operation.Field.needed("language", "zh, zh-CN, en, en-US …, or auto"),
            Operation.Field.text(
                "srctext", "the source text; without it, what needs no source text is checked"),
            Operation.Field.text("motherTongue", "the language of srctext"),
            Operation.Field.text("enabledRules", "ids of rules, with commas between them"),
            Operation.Field.text("disabledRules", "ids of rules, with commas between them"),
            Operation.Field.text("enabledCategories", "ids of categories"),
            Operation.Field.text("disabledCategories", "ids of categories"),
            Operation.Field.flag("enabledOnly", "whether only what is enabled by name is checked"),
            Operation.Field.text(
                "level", "default leaves out hints; picky is as if it were missing"));

    /**
     * Parses a request. Form and query are combined.
     *
     * @throws RefusedException if it does not follow the protocol
     */
    static CheckedText of(Call call) {
      AnnotatedText text = text(call);
      String language = value(call, "language");
      if (language.isEmpty()) {
        throw RefusedException.badRequest("parameter \"language\" is missing");
      }
      boolean auto = language.equals("auto");
      Lang lang = auto ? written(text.plain()) : known(language);
      return new CheckedText(
          text,
          lang,
          auto,
          request(lang, text.plain(), value(call, "srctext"), value(call, "motherTongue")),
          RuleFilter.of(name -> value(call, name)));
    }

    private static String value(Call call, String name) {
      String inForm = call.body().length == 0 ? "" : call.form().text(name);
      String inQuery = call.query().text(name);
      boolean lists = !inForm.isEmpty() && !inQuery.isEmpty() && RuleFilter.isList(name);
      return lists ? inForm + ',' + inQuery : inForm.isEmpty() ? inQuery : inForm;
    }

    private static AnnotatedText text(Call call) {
      String data = value(call, "data");
      boolean missing =
          data.isEmpty()
              && !call.query().has("text")
              && (call.body().length == 0 || !call.form().has("text"));
      if (missing) {
        throw RefusedException.badRequest("parameter \"text\" is missing");
      }
      AnnotatedText text =
          data.isEmpty() ? AnnotatedText.plain(value(call, "text")) : AnnotatedText.read(data);
      requireShort(text.plain(), "text");
      return text;
    }

    private static void requireShort(String text, String name) {
      if (text.length() > MAX_LENGTH) {
        throw RefusedException.tooLarge(
            "\"%s\" has %,d characters; the most is %,d"
                .formatted(name, text.length(), MAX_LENGTH));
      }
    }

    /** Ignores a source text in a language other than Chinese and English. */
    private static LiveCheck.Request request(
        Lang lang, String text, String source, String motherTongue) {
      requireShort(source, "srctext");
      if (!source.isBlank()) {
        Lang from = sourceLang(source, motherTongue);
        boolean isPair =
            (from.isChinese() && lang.isEnglish()) || (from.isEnglish() && lang.isChinese());
        if (isPair) {
          return new LiveCheck.Request(from, source, lang, text);
        }
      }
      return LiveCheck.Request.alone(lang, text);
    }

    private static Lang sourceLang(String source, String motherTongue) {
      return motherTongue.isEmpty() ? LiveCheck.languageOf(source) : tag(motherTongue);
    }

    private static Lang written(String text) {
      Lang lang = LiveCheck.languageOf(text);
      return lang.isChinese() ? lang : Lang.EN_US;
    }

    private static Lang known(String language) {
      Lang lang = tag(language);
      if (!lang.isChinese() && !lang.isEnglish()) {
        throw RefusedException.badRequest(
            "the language " + lang + " is not checked here; Chinese (zh) and English (en) are");
      }
      return lang;
    }

    private static Lang tag(String language) {
      try {
        return new Lang(language);
      } catch (IllegalArgumentException e) {
        throw RefusedException.badRequest(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Writes answers in the format of LanguageTool's HTTP API, version 2. */
  private static final class LanguageToolJson {

    /** UTF-16 units of context around a finding. */
    private static final int CONTEXT = 40;

    /**
     * Maximum length of a sentence given in full, because an answer repeats it for each finding.
     */
    private static final int MAX_SENTENCE = 1_000;

    private static final String CUT = "...";

    private static final Map<Severity, String> CATEGORIES =
        Map.of(Severity.ERROR, "Errors", Severity.WARNING, "Warnings", Severity.INFO, "Hints");

    private final CheckedText text;
    private final List<Span> sentences;

    /**
     * @param sentences of the plain text
     */
    LanguageToolJson(CheckedText text, List<Span> sentences) {
      this.text = text;
      this.sentences = List.copyOf(sentences);
    }

    static void writeInfo(Writer out) throws IOException {
      try (Json json = Json.foreign(out)) {
        writeSoftware(json);
      }
    }

    private static void writeSoftware(Json json) throws IOException {
      json.object("software");
      json.put("name", "Ballast");
      json.put("version", Version.current().number());
      json.put("buildDate", "");
      json.put("apiVersion", 1);
      json.put("premium", false);
      json.put("premiumHint", "");
      json.put("status", "");
      json.end();
    }

    /**
     * Writes the answer to {@code /v2/check}.
     *
     * @param isWhole whether every rule was applied
     */
    void write(Writer out, List<TextFinding> found, boolean isWhole) throws IOException {
      try (Json json = Json.foreign(out)) {
        writeSoftware(json);
        json.object("warnings").put("incompleteResults", !isWhole).end();
        writeLanguage(json);
        json.array("matches");
        for (TextFinding one : found) {
          writeMatch(json, one);
        }
        json.end();
        // The pairs of numbers are written as text, because the spans of this project count code
        // points.
        StringBuilder ranges = new StringBuilder();
        for (Span sentence : sentences) {
          Span range = text.text().inWhole(sentence);
          ranges.append(ranges.isEmpty() ? "[" : ",[");
          ranges.append(range.start()).append(',').append(range.end()).append(']');
        }
        json.raw("sentenceRanges", "[" + ranges + "]");
      }
    }

    private void writeLanguage(Json json) throws IOException {
      String name = text.lang().isChinese() ? "Chinese" : "English";
      String code = text.lang().tag();
      json.object("language");
      json.put("name", name);
      json.put("code", code);
      json.object("detectedLanguage");
      json.put("name", name);
      json.put("code", code);
      json.put("confidence", 1);
      json.put("source", text.detected() ? "characters" : "request");
      json.end();
      json.end();
    }

    private void writeMatch(Json json, TextFinding one) throws IOException {
      Finding finding = one.finding();
      Span place = text.text().inWhole(one.place());
      json.object();
      json.put("message", finding.message());
      json.put("shortMessage", finding.rule().replace('-', ' '));
      json.array("replacements");
      for (String suggestion : finding.suggestions()) {
        json.object().put("value", suggestion).end();
      }
      json.end();
      json.put("offset", place.start());
      json.put("length", place.length());
      writeContext(json, place);
      json.put("sentence", sentence(one.sentence()));
      json.object("type").put("typeName", "Other").end();
      writeRule(json, finding);
      json.put("ignoreForIncompleteSentence", false);
      json.put("contextForSureMatch", 0);
      json.end();
    }

    private void writeContext(Json json, Span place) throws IOException {
      String whole = text.text().whole();
      int start = whole(whole, Math.max(0, place.start() - CONTEXT));
      int end = whole(whole, Math.min(whole.length(), place.end() + CONTEXT));
      String before = start > 0 ? CUT : "";
      String shown = whole.substring(start, end).replace('\n', ' ');
      json.object("context");
      json.put("text", before + shown + (end < whole.length() ? CUT : ""));
      json.put("offset", before.length() + place.start() - start);
      json.put("length", place.length());
      json.end();
    }

    /** Returns a position that does not divide a character. */
    private static int whole(String text, int at) {
      boolean inside =
          at > 0
              && at < text.length()
              && Character.isLowSurrogate(text.charAt(at))
              && Character.isHighSurrogate(text.charAt(at - 1));
      return inside ? at - 1 : at;
    }

    private String sentence(Span sentence) {
      String plain = text.text().plain();
      return sentence.length() <= MAX_SENTENCE
          ? sentence.of(plain)
          : plain.substring(sentence.start(), whole(plain, sentence.start() + MAX_SENTENCE)) + CUT;
    }

    private static void writeRule(Json json, Finding finding) throws IOException {
      json.object("rule");
      json.put("id", finding.rule());
      json.put("description", Rules.of(finding.rule()).map(Rule::summary).orElse(finding.rule()));
      json.put("issueType", IssueType.of(finding.rule()).label());
      json.object("category");
      json.put("id", IssueType.category(finding.severity()));
      json.put("name", CATEGORIES.getOrDefault(finding.severity(), ""));
      json.end();
      json.put("isPremium", false);
      json.end();
    }
  }

  /**
   * A text with markup, as clients of LanguageTool send it. The text without the markup is checked;
   * positions in answers refer to the whole. Immutable.
   */
  private static final class AnnotatedText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String whole;
    private final String plain;
    private final List<Run> runs;

    /**
     * A part of the plain text.
     *
     * @param start in the plain text
     * @param in the place in the whole
     * @param verbatim whether both are the same text; otherwise the part replaces markup
     */
    private record Run(int start, Span in, boolean verbatim) {}

    private record Part(String text, String markup, String interpretAs) {}

    private AnnotatedText(String whole, String plain, List<Run> runs) {
      this.whole = whole;
      this.plain = plain;
      this.runs = List.copyOf(runs);
    }

    static AnnotatedText plain(String text) {
      return of(List.of(new Part(text, "", "")));
    }

    /**
     * Parses {@code {"text": …}} or {@code {"annotation": [{"text": …}, {"markup": …,
     * "interpretAs": …}]}}.
     *
     * @throws RefusedException if the JSON is neither
     */
    static AnnotatedText read(String json) {
      List<Part> parts = new ArrayList<>();
      boolean known = false;
      try (JsonParser parser = FACTORY.createParser(json)) {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (name.equals("text")) {
            parts.add(new Part(string(parser), "", ""));
            known = true;
          } else if (name.equals("annotation")) {
            readParts(parser, parts);
            known = true;
          } else {
            parser.skipChildren();
          }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT && known);
      } catch (IOException e) {
        throw unknown();
      }
      return of(parts);
    }

    private static void readParts(JsonParser parser, List<Part> into) throws IOException {
      require(parser.currentToken() == JsonToken.START_ARRAY);
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String text = "";
        String markup = "";
        String interpretAs = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "text" -> text = string(parser);
            case "markup" -> markup = string(parser);
            case "interpretAs" -> interpretAs = string(parser);
            default -> parser.skipChildren();
          }
        }
        into.add(new Part(text, markup, interpretAs));
      }
      require(parser.currentToken() == JsonToken.END_ARRAY);
    }

    private static String string(JsonParser parser) throws IOException {
      require(parser.currentToken() == JsonToken.VALUE_STRING);
      return parser.getText();
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw unknown();
      }
    }

    private static RefusedException unknown() {
      return RefusedException.badRequest(
          "parameter \"data\" is not of the form {\"annotation\":[{\"text\":\"…\"},"
              + "{\"markup\":\"…\"}]}");
    }

    private static AnnotatedText of(List<Part> parts) {
      StringBuilder whole = new StringBuilder();
      StringBuilder plain = new StringBuilder();
      List<Run> runs = new ArrayList<>();
      for (Part part : parts) {
        int start = whole.length();
        if (!part.text().isEmpty()) {
          whole.append(part.text());
          runs.add(new Run(plain.length(), new Span(start, whole.length()), /* verbatim= */ true));
          plain.append(part.text());
        }
        start = whole.length();
        whole.append(part.markup());
        if (!part.interpretAs().isEmpty()) {
          runs.add(new Run(plain.length(), new Span(start, whole.length()), /* verbatim= */ false));
          plain.append(part.interpretAs());
        }
      }
      return new AnnotatedText(whole.toString(), plain.toString(), runs);
    }

    String whole() {
      return whole;
    }

    /** The text without the markup, which is checked. */
    String plain() {
      return plain;
    }

    /**
     * Returns the place in the whole of a span of the plain text.
     *
     * @param span not empty
     */
    Span inWhole(Span span) {
      Run first = run(span.start());
      Run last = run(span.end() - 1);
      int start =
          first.verbatim() ? first.in().start() + span.start() - first.start() : first.in().start();
      int end = last.verbatim() ? last.in().start() + span.end() - last.start() : last.in().end();
      return new Span(start, end);
    }

    private Run run(int at) {
      int low = 0;
      int high = runs.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (runs.get(middle).start() <= at) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return runs.get(low);
    }
  }

  /**
   * The findings that a client of LanguageTool wants, by rules and categories.
   *
   * @param onlyNamed whether all rules that are not in {@code on} are disabled
   * @param hints whether findings of the lowest severity are wanted
   */
  private record RuleFilter(Set<String> on, Set<String> off, boolean onlyNamed, boolean hints) {

    private static final List<String> ON = List.of("enabledRules", "enabledCategories");
    private static final List<String> OFF = List.of("disabledRules", "disabledCategories");

    RuleFilter {
      on = Set.copyOf(on);
      off = Set.copyOf(off);
    }

    /** Whether the value of a parameter is a comma-separated list. */
    static boolean isList(String parameter) {
      return ON.contains(parameter) || OFF.contains(parameter);
    }

    /**
     * @param values returns the value of a parameter, or ""
     */
    static RuleFilter of(UnaryOperator<String> values) {
      return new RuleFilter(
          names(ON, values),
          names(OFF, values),
          values.apply("enabledOnly").equals("true"),
          !values.apply("level").equals("default"));
    }

    private static Set<String> names(List<String> parameters, UnaryOperator<String> values) {
      Set<String> names = new TreeSet<>();
      for (String parameter : parameters) {
        for (String name : values.apply(parameter).split(",", -1)) {
          names.add(key(name));
        }
      }
      names.remove("");
      return names;
    }

    /**
     * Normalizes ids, because some clients, such as OmegaT, only accept underscores: {@code
     * NUMBER_MISMATCH}.
     */
    private static String key(String name) {
      return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean admits(TextFinding found) {
      Finding finding = found.finding();
      String category = key(IssueType.category(finding.severity()));
      if (off.contains(finding.rule()) || off.contains(category)) {
        return false;
      }
      return (!onlyNamed || on.contains(finding.rule()) || on.contains(category))
          && (hints || finding.severity() != Severity.INFO);
    }
  }

  /** The kind of problem that a rule finds: a localization quality issue type of ITS 2.0. */
  enum IssueType {
    TERMINOLOGY,
    NUMBERS,
    MISTRANSLATION,
    TYPOGRAPHICAL,
    WHITESPACE,
    UNTRANSLATED,
    MARKUP,
    OMISSION,
    DUPLICATION,
    INCONSISTENCY,
    OTHER;

    static IssueType of(String rule) {
      if (Rules.concernsTerms(rule)) {
        return TERMINOLOGY;
      }
      return switch (rule) {
        case "number-mismatch" -> NUMBERS;
        case "literal-mismatch", "negation-mismatch", "party-mismatch" -> MISTRANSLATION;
        case "punctuation-width", "unpaired", "straight-quote", "final-mark" -> TYPOGRAPHICAL;
        case "double-space", "space-before-mark" -> WHITESPACE;
        case "untranslated" -> UNTRANSLATED;
        case "code-mismatch" -> MARKUP;
        case "omitted" -> OMISSION;
        case "repeated-word" -> DUPLICATION;
        case "inconsistent-translation" -> INCONSISTENCY;
        default -> OTHER;
      };
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the category id of a severity. Clients disable whole categories. */
    static String category(Severity severity) {
      return "BALLAST_" + severity.name();
    }
  }
}

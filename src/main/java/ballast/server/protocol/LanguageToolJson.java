package ballast.server.protocol;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.bitext.Version;
import ballast.check.Finding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.report.page.Json;
import ballast.workflow.check.TextFinding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes answers in the form of LanguageTool's HTTP API, version 2. */
final class LanguageToolJson {

  /** UTF-16 units of the text around a finding. */
  private static final int CONTEXT = 40;

  /** The longest sentence that is given whole; an answer repeats it for each of its findings. */
  private static final int MAX_SENTENCE = 1_000;

  private static final String CUT = "...";

  private static final Map<Severity, String> CATEGORIES =
      Map.of(Severity.ERROR, "Errors", Severity.WARNING, "Warnings", Severity.INFO, "Hints");

  private final CheckedText text;
  private final List<Span> sentences;

  /**
   * @param sentences those of the plain text
   */
  LanguageToolJson(CheckedText text, List<Span> sentences) {
    this.text = text;
    this.sentences = List.copyOf(sentences);
  }

  /** The answer to {@code /v2/info}. */
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
   * The answer to {@code /v2/check}.
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
      // Pairs of numbers: written as text, because spans of this project count code points.
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

  /** A position that does not divide a character. */
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

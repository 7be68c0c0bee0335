package ballast.mcp;

import ballast.app.check.LiveCheck;
import ballast.bitext.Lang;
import ballast.bitext.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Requests that a person gives an assistant, with what the project knows about their texts. For
 * assistants that call no tools, too.
 */
record Prompts(ProjectTools project) {

  /** Maximum sentences looked up in the memory. */
  private static final int MAX_SENTENCES = 40;

  /** Maximum matches of a sentence. */
  private static final int MAX_MATCHES = 2;

  /** Returns the message of a prompt of {@code prompts.json}. */
  String message(String name, Arguments given) throws IOException {
    StringBuilder message = new StringBuilder(ProjectTools.resource(name + ".txt"));
    String text = given.text("text");
    if (!text.isEmpty()) {
      Lang lang = LiveCheck.languageOf(text);
      String other = lang.isChinese() ? "English" : "Chinese";
      message = new StringBuilder(message.toString().replace("{language}", other));
      add(message, "text", text);
      add(message, "terms", project.answer("find_terms", Map.of("text", text), "").shown());
      add(message, "memory", known(lang, text));
    }
    if (!given.text("rule").isEmpty()) {
      Map<String, Object> rule = Map.of("rule", given.text("rule"));
      add(message, "rule", project.answer("explain_rule", rule, "").shown());
    }
    String target = given.text("target");
    if (!target.isEmpty()) {
      String source = given.text("source");
      Map<String, Object> pair = Map.of("source", source, "target", target);
      add(message, "source", source);
      add(message, "translation", target);
      add(message, "findings", project.answer("check_translation", pair, "").shown());
    }
    return message.toString();
  }

  private String known(Lang lang, String text) throws IOException {
    StringBuilder known = new StringBuilder();
    List<Span> sentences = project.check().sentences(lang, text);
    for (Span sentence : sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size()))) {
      String query = sentence.of(text);
      Map<String, Object> search = Map.of("text", query, "limit", MAX_MATCHES);
      known.append(query).append('\n');
      known.append(project.answer("search_memory", search, "").shown()).append("\n\n");
    }
    return known.toString();
  }

  private static void add(StringBuilder message, String name, String text) {
    message.append("\n<%s>\n%s\n</%s>\n".formatted(name, text.strip(), name));
  }
}

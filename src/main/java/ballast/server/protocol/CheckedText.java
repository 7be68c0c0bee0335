package ballast.server.protocol;

import ballast.bitext.Lang;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.workflow.check.LiveCheck;
import java.util.List;

/**
 * A text that a client of LanguageTool has sent.
 *
 * @param text what is checked
 * @param lang its language
 * @param detected whether the language was found by its characters
 * @param request what is asked
 * @param filter which findings the client wants
 */
record CheckedText(
    AnnotatedText text, Lang lang, boolean detected, LiveCheck.Request request, RuleFilter filter) {

  /** The longest text, and the longest source text, in UTF-16 units. */
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
   * Reads a request; a form and the query count together.
   *
   * @throws RefusedException if it is not one of the protocol
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
          "\"%s\" has %,d characters; the most is %,d".formatted(name, text.length(), MAX_LENGTH));
    }
  }

  /** A source text in a language other than Chinese and English is as good as none. */
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

package ballast.server.protocol;

import ballast.app.documents.Direction;
import ballast.app.documents.MemoryLookup;
import ballast.app.page.Json;
import ballast.app.project.MemoryPool;
import ballast.bitext.Lang;
import ballast.likeness.Score;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the clients of Apertium servers, for example OmegaT's pane for machine translation. The
 * translation is that of the most similar sentence in the memory, if it is similar enough.
 */
final class Apertium {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private static final Map<String, Lang> LANGUAGES =
      Map.of(
          "zh", Lang.ZH_CN,
          "zho", Lang.ZH_CN,
          "chi", Lang.ZH_CN,
          "cmn", Lang.ZH_CN,
          "en", Lang.EN_US,
          "eng", Lang.EN_US);

  private final MemoryPool pool;

  Apertium(MemoryPool pool) {
    this.pool = pool;
  }

  List<Operation> operations() {
    return List.of(
        new Operation(
            "/translate",
            Operation.GET_AND_POST,
            "The translation of the sentence of the memory that is most like q; empty if none is"
                + " like it",
            List.of(
                Operation.Field.needed("q", "a sentence"),
                Operation.Field.needed("langpair", "zh|en or en|zh; also zho|eng, zh_CN|en_US"),
                Operation.Field.number(
                    "min",
                    "the lowest similarity in percent, 50 to 100; otherwise "
                        + MemoryLookup.DEFAULT_MIN)),
            Operation.Content.JSON,
            this::translate),
        new Operation(
            "/listPairs",
            Operation.GET_AND_POST,
            "The pairs of languages",
            List.of(),
            Operation.Content.JSON,
            call -> Answer.of(Answer.JSON, Apertium::writePairs)),
        new Operation(
            "/listLanguageNames",
            Operation.GET_AND_POST,
            "The names of the languages",
            List.of(),
            Operation.Content.JSON,
            call ->
                Answer.of(Answer.JSON, out -> out.write("{\"en\":\"English\",\"zh\":\"中文\"}\n"))));
  }

  private Answer translate(Call call) throws IOException {
    Parameters parameters = call.parameters();
    int min = parameters.number("min", Score.MIN_THRESHOLD, Score.FULL, MemoryLookup.DEFAULT_MIN);
    String text = parameters.text("q");
    Optional<Direction> direction = direction(parameters.text("langpair"));
    if (direction.isEmpty()) {
      return Answer.of(
          BAD_REQUEST, Answer.JSON, out -> writeError(out, "That pair is not installed"));
    }
    if (!parameters.has("q")) {
      return Answer.of(BAD_REQUEST, Answer.JSON, out -> writeError(out, "Missing argument q"));
    }
    Optional<String> found =
        pool.read(memory -> MemoryLookup.translation(memory, text, direction.get(), min))
            .flatMap(one -> one);
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.object("responseData").put("translatedText", found.orElse("")).end();
            if (found.isPresent()) {
              json.none("responseDetails");
            } else {
              json.put("responseDetails", "no sentence of the memory is like it at " + min + "%");
            }
            json.put("responseStatus", OK);
          }
        });
  }

  private static Optional<Direction> direction(String pair) {
    String[] codes = pair.split("\\|", -1);
    if (codes.length != 2) {
      return Optional.empty();
    }
    Optional<Lang> source = lang(codes[0]);
    Optional<Lang> target = lang(codes[1]);
    boolean known =
        source.isPresent()
            && target.isPresent()
            && !source.get().language().equals(target.get().language());
    return known ? Optional.of(new Direction(source.get(), target.get())) : Optional.empty();
  }

  /**
   * Returns the language of a code such as {@code zh}, {@code zho} or {@code zh_CN}; keeps its
   * region or script.
   */
  private static Optional<Lang> lang(String code) {
    String[] parts = code.strip().split("[_-]", 2);
    Lang plain = LANGUAGES.get(parts[0].toLowerCase(java.util.Locale.ROOT));
    if (plain == null || parts.length == 1) {
      return Optional.ofNullable(plain);
    }
    try {
      return Optional.of(new Lang(plain.language() + "-" + parts[1]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void writePairs(java.io.Writer out) throws IOException {
    try (Json json = Json.foreign(out)) {
      json.array("responseData");
      json.object().put("sourceLanguage", "zh").put("targetLanguage", "en").end();
      json.object().put("sourceLanguage", "en").put("targetLanguage", "zh").end();
      json.end();
      json.none("responseDetails");
      json.put("responseStatus", OK);
    }
  }

  private static void writeError(java.io.Writer out, String explanation) throws IOException {
    try (Json json = Json.foreign(out)) {
      json.put("status", "error");
      json.put("code", BAD_REQUEST);
      json.put("message", "Bad Request");
      json.put("explanation", explanation);
    }
  }
}

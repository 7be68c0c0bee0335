package ballast.workflow.glossary;

import ballast.lexicon.Explanation;
import ballast.lexicon.Lexicon;
import java.util.List;

/**
 * Looks up words in a lexicon.
 *
 * <pre>{@code
 * LexiconLookup.Result result =
 *     new LexiconLookup(Lexicon.bundled())
 *         .explain(new LexiconLookup.Request(List.of("压舱石", "ballast stone")));
 * result.texts().forEach(text -> System.out.println(text.words().size() + " words"));
 * }</pre>
 */
public final class LexiconLookup {

  private final Lexicon lexicon;

  public LexiconLookup(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A request for a lookup.
   *
   * @param texts words or phrases, Chinese or English
   */
  public record Request(List<String> texts) {
    public Request {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A text, cut into words.
   *
   * @param words each with its translations; empty if the text has none
   */
  public record Explained(String text, List<Explanation> words) {
    public Explained {
      words = List.copyOf(words);
    }
  }

  /**
   * The entries of the lexicon that were found.
   *
   * @param texts in the order in which they were asked
   */
  public record Result(List<Explained> texts) {
    public Result {
      texts = List.copyOf(texts);
    }

    /** Whether every text has words and the lexicon has them all. */
    public boolean allKnown() {
      return texts.stream()
          .allMatch(
              text ->
                  !text.words().isEmpty() && text.words().stream().allMatch(Explanation::isKnown));
    }
  }

  public Result explain(Request request) {
    return new Result(
        request.texts().stream()
            .map(text -> new Explained(text, Explanation.of(text, lexicon)))
            .toList());
  }
}

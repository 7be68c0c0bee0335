package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pair of texts with the analyses shared by several rules, made on demand. For one thread. */
public final class PairReading {

  private final Passage passage;
  private final TermJudge judge;
  private final boolean intoEnglish;
  private final PairTexts texts;
  private @Nullable List<TermReading> terms;

  /**
   * @param passage in Chinese and English, with a translation
   */
  public PairReading(Passage passage, TermJudge judge) {
    this.passage = passage;
    this.judge = judge;
    this.intoEnglish = passage.targetLang().isEnglish();
    this.texts =
        intoEnglish
            ? judge.texts(passage.source(), passage.target())
            : judge.texts(passage.target(), passage.source());
  }

  Passage passage() {
    return passage;
  }

  boolean isIntoEnglish() {
    return intoEnglish;
  }

  public String chinese() {
    return texts.chinese();
  }

  String english() {
    return texts.english();
  }

  EnglishText englishText() {
    return texts.englishText();
  }

  /** The glossary's terms in the Chinese text, each once, in order of first occurrence. */
  public List<TermReading> terms() {
    if (terms == null) {
      terms = judge.judge(texts);
    }
    return terms;
  }

  /**
   * A place where the English uses other words for a term, although it also has a required
   * rendering; see {@link TermJudge#variant}. Empty if it also has a forbidden rendering.
   */
  Optional<Span> variant(TermReading term) {
    boolean isAsWanted = term.rendered() && term.forbidden().isEmpty() && term.left().isEmpty();
    return isAsWanted ? judge.variant(term, terms(), texts) : Optional.empty();
  }

  TermJudge judge() {
    return judge;
  }

  PairTexts texts() {
    return texts;
  }

  /**
   * Whether the Chinese text contains the characters of a term of these concepts, even in another
   * sense.
   */
  boolean hasOneOf(List<Concept> concepts) {
    return concepts.stream().anyMatch(texts.scan().standing()::contains);
  }
}

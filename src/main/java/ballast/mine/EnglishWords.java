package ballast.mine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Classifies English words by their possible places in a term. For one thread. */
final class EnglishWords {

  /** Words allowed inside a term but not at its edge. */
  private static final Set<String> INSIDE =
      Set.of("of", "the", "and", "for", "in", "on", "to", "with");

  private static final Set<String> NEVER =
      Set.of(
          ("a an this that these those is are was were be been being has have had "
                  + "do does did will would can could shall should may might must not no it "
                  + "its he she his her him they them their we us our i you your who which "
                  + "what when where how why as at by from but or if than then there here "
                  + "so such also more most very just only about after before over under "
                  + "into up down out say said says one two new some any all other many "
                  + "much get go make take mr mrs ms s t")
              .split(" "));

  private final MiningTexts texts;
  private final Map<Integer, Integer> kinds = new HashMap<>();

  EnglishWords(MiningTexts texts) {
    this.texts = texts;
  }

  /** The class of a word: 0 for anywhere in a term, 1 for only inside, 2 for never. */
  int of(int lemma) {
    if (lemma < 0) {
      return 2;
    }
    return kinds.computeIfAbsent(
        lemma,
        id -> {
          String word = texts.word(id).toLowerCase(Locale.ROOT);
          boolean number = word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
          return NEVER.contains(word) || number ? 2 : INSIDE.contains(word) ? 1 : 0;
        });
  }
}

package ballast.mine;

import ballast.glossary.TermEntry;
import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records where the terms of a glossary occur and whether they are translated as it says; takes
 * about 150 bytes per occurrence. For one thread.
 */
public final class KnownTerms {

  private final ChineseWords chineseWords;
  private final Map<String, Uses> uses = new LinkedHashMap<>();

  /**
   * A pair that contains a term.
   *
   * @param pair its index
   * @param contexts the contexts of the term; empty if it is nowhere part of a longer phrase
   */
  record Use(int pair, boolean rendered, List<TermContext> contexts) {}

  /** All recorded uses of one term. */
  static final class Uses {
    final TermEntry entry;

    /** In order of ascending pair. */
    final List<Use> all = new ArrayList<>(1);

    /** The pairs without a rendering, ascending. */
    final List<Integer> missing = new ArrayList<>(1);

    Uses(TermEntry entry) {
      this.entry = entry;
    }
  }

  public KnownTerms(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  /**
   * Records the terms of the glossary in a pair. Leave out terms whose rendering is known to be
   * wrong: they would mislead.
   *
   * @param pair its index in {@link MiningTexts}; ascending from call to call
   * @param chinese raw text
   * @param terms each term once
   */
  public void add(int pair, String chinese, List<KnownUse> terms) {
    if (terms.isEmpty()) {
      return;
    }
    CutText words = new CutText(chinese, chineseWords);
    for (KnownUse term : terms) {
      Uses termUses = uses.computeIfAbsent(term.entry().id(), id -> new Uses(term.entry()));
      List<TermContext> contexts =
          term.places().stream().flatMap(place -> words.around(place).stream()).toList();
      termUses.all.add(new Use(pair, term.rendered(), contexts));
      if (!term.rendered()) {
        termUses.missing.add(pair);
      }
    }
  }

  /** The terms, in the order in which they were first seen. */
  Collection<Uses> uses() {
    return uses.values();
  }
}

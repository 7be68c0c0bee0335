package ballast.mine;

import ballast.glossary.TermEntry;
import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the terms of a glossary stand and whether they are translated as it says: some 150 bytes a
 * place. For one thread.
 */
public final class KnownTerms {

  private final ChineseWords chineseWords;
  private final Map<String, Uses> uses = new LinkedHashMap<>();

  /**
   * A pair that has a term.
   *
   * @param pair its index
   * @param standings empty when the term is no part of a longer word anywhere
   */
  record Use(int pair, boolean rendered, List<TermContext> standings) {}

  /** All that has been seen of one term. */
  static final class Uses {
    final TermEntry entry;

    /** By rising pair. */
    final List<Use> all = new ArrayList<>(1);

    /** Pairs without a rendering, rising. */
    final List<Integer> missing = new ArrayList<>(1);

    Uses(TermEntry entry) {
      this.entry = entry;
    }
  }

  public KnownTerms(ChineseWords chineseWords) {
    this.chineseWords = chineseWords;
  }

  /**
   * Takes in what a pair has of the glossary. A term whose rendering is known to be a wrong one
   * teaches nothing and is best left out.
   *
   * @param pair its index, as {@link MiningTexts} has it; rising
   * @param chinese raw text
   * @param terms each term once
   */
  public void see(int pair, String chinese, List<KnownUse> terms) {
    if (terms.isEmpty()) {
      return;
    }
    CutText words = new CutText(chinese, chineseWords);
    for (KnownUse term : terms) {
      Uses seen = uses.computeIfAbsent(term.entry().id(), id -> new Uses(term.entry()));
      List<TermContext> standings =
          term.places().stream().flatMap(place -> words.around(place).stream()).toList();
      seen.all.add(new Use(pair, term.rendered(), standings));
      if (!term.rendered()) {
        seen.missing.add(pair);
      }
    }
  }

  /** The terms, in the order in which they were first seen. */
  Collection<Uses> uses() {
    return uses.values();
  }
}

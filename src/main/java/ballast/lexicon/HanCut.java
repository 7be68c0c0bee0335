package ballast.lexicon;

import ballast.language.ChineseWords;

/** A run of Han cut into words by the lexicon. Offsets are UTF-16 units of the run. Immutable. */
final class HanCut implements ChineseWords.Cut {

  private final boolean[] ends;

  /**
   * @param longest the greatest length of a word in UTF-16 units
   */
  HanCut(WordCutter words, String run, int longest) {
    this.ends = new boolean[run.length() + 1];
    ends[0] = true;
    for (int end : words.ends(run.toCharArray(), longest)) {
      ends[end] = true;
    }
  }

  @Override
  public boolean endsAt(int offset) {
    return ends[offset];
  }
}

package ballast.revise;

import java.util.Collections;
import java.util.List;

/** What comparing Chinese needs to know of the language. */
public interface ChineseWords {

  /**
   * Cuts a run of Han characters into words.
   *
   * @param run nothing but Han
   * @return how many code points each word has, in order; together as many as the run has
   */
  List<Integer> lengths(String run);

  /** The simplified form of a character; the character itself when it has no other. */
  int simplified(int codePoint);

  /** Knows no words: each character is one. */
  ChineseWords NONE =
      new ChineseWords() {
        @Override
        public List<Integer> lengths(String run) {
          return Collections.nCopies(run.codePointCount(0, run.length()), 1);
        }

        @Override
        public int simplified(int codePoint) {
          return codePoint;
        }
      };
}

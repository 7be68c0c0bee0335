package ballast.mine;

import java.util.List;

/**
 * An English phrase beside a Chinese one.
 *
 * @param en the commonest of its forms, as written
 * @param lemmas numbers of its words
 * @param likeness how well its words translate those of the Chinese, in [0.1, 1]
 * @param elsewhere how many other pairs have it
 * @param pairs those of the Chinese phrase's that have it, in order; never empty
 */
record ContextWord(
    String en, List<Integer> lemmas, double likeness, int elsewhere, List<Integer> pairs) {

  int together() {
    return pairs.size();
  }
}

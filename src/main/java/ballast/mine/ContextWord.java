package ballast.mine;

import java.util.List;

/**
 * An English phrase that occurs together with a Chinese one.
 *
 * @param en its most common form, as written
 * @param lemmas the numbers of its words
 * @param likeness how well its words translate those of the Chinese phrase, in [0.1, 1]
 * @param elsewhere how many other pairs contain it
 * @param pairs the pairs of the Chinese phrase that contain it, in order; never empty
 */
record ContextWord(
    String en, List<Integer> lemmas, double likeness, int elsewhere, List<Integer> pairs) {

  int together() {
    return pairs.size();
  }
}

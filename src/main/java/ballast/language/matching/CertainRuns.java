package ballast.language.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds runs of equal sentences that the best path certainly contains.
 *
 * <p>A sentence that occurs once in each version is paired with its equal or not at all. A path
 * that avoids a run of such sentences removes and adds them all; if that alone costs more than some
 * complete path, the best path meets the run and then contains all of it.
 */
final class CertainRuns {

  private final ItemWords words;
  private final Twins twins;

  CertainRuns(ItemWords words, Twins twins) {
    this.words = words;
    this.twins = twins;
  }

  /**
   * The anchors that are in such a run.
   *
   * @param anchors pairs of positions of equal old and new sentences, both ascending
   * @param olds number of old sentences
   * @param news number of new sentences
   */
  List<int[]> among(List<int[]> anchors, int olds, int news) {
    double cost = between(anchors, olds, news);
    List<int[]> certain = new ArrayList<>();
    for (int start = 0; start < anchors.size(); ) {
      int end = start + 1;
      while (end < anchors.size() && follows(anchors.get(end - 1), anchors.get(end))) {
        end++;
      }
      List<int[]> run = anchors.subList(start, end);
      if (weighsOver(run, cost / 2)) {
        certain.addAll(run);
      }
      start = end;
    }
    return certain;
  }

  /** The cost of the path through all anchors that removes and adds all other sentences. */
  private double between(List<int[]> anchors, int olds, int news) {
    double cost = 0;
    int old = 0;
    int revised = 0;
    for (int[] anchor : anchors) {
      cost += olds(old, anchor[0]) + news(revised, anchor[1]);
      old = anchor[0] + 1;
      revised = anchor[1] + 1;
    }
    return cost + olds(old, olds) + news(revised, news);
  }

  private double olds(int start, int end) {
    double weight = 0;
    for (int i = start; i < end; i++) {
      weight += words.oldWeight(i);
    }
    return weight;
  }

  private double news(int start, int end) {
    double weight = 0;
    for (int j = start; j < end; j++) {
      weight += words.newWeight(j);
    }
    return weight;
  }

  private boolean follows(int[] anchor, int[] next) {
    return next[0] == anchor[0] + 1 && next[1] == anchor[1] + 1 && isOnly(anchor) == isOnly(next);
  }

  private boolean isOnly(int[] anchor) {
    return twins.areOnly(anchor[0], anchor[1]);
  }

  /**
   * Whether a run consists of sentences that occur once and weighs more than {@code minWeight};
   * stops as soon as it does.
   */
  private boolean weighsOver(List<int[]> run, double minWeight) {
    if (!isOnly(run.get(0))) {
      return false;
    }
    double weight = 0;
    for (int[] anchor : run) {
      weight += words.oldWeight(anchor[0]);
      if (weight > minWeight) {
        return true;
      }
    }
    return false;
  }
}

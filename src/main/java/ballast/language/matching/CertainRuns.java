package ballast.language.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of equal sentences that the best way leads through, whatever lies between them.
 *
 * <p>A sentence that occurs once in each version is paired with its equal or with none. A way that
 * passes a run of such sentences by removes and adds them all; when that alone costs more than some
 * other way does in all, the best way meets the run, and then leads through the whole of it.
 */
final class CertainRuns {

  private final ItemWords words;
  private final Twins twins;

  CertainRuns(ItemWords words, Twins twins) {
    this.words = words;
    this.twins = twins;
  }

  /**
   * Those of some anchors that are in such a run.
   *
   * @param anchors positions of equal old and new sentences, both rising
   * @param olds how many old sentences there are
   * @param news how many new ones
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

  /** What the way through all the anchors costs that removes and adds the rest. */
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

  /** Whether a run is of sentences that occur once, and heavy; stops as soon as it is. */
  private boolean weighsOver(List<int[]> run, double least) {
    if (!isOnly(run.get(0))) {
      return false;
    }
    double weight = 0;
    for (int[] anchor : run) {
      weight += words.oldWeight(anchor[0]);
      if (weight > least) {
        return true;
      }
    }
    return false;
  }
}

package ballast.align;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a {@link TokenTable} from weighted beads of one document: IBM Model 1 (Brown et al. 1993)
 * in both directions at once, by expectation and maximisation. Not thread-safe.
 *
 * <p>Only pairs that meet in at least two left sentences are kept apart; a pair that has met once
 * could not be told from chance. What the others would get is only summed up.
 */
final class TokenLearner {

  private final Tokens left;
  private final Tokens right;
  private final AlignerParameters parameters;
  private final int[] twins;
  private final double[] leftBase;
  private final double[] rightBase;
  private final double[] leftTotal;
  private final double[] rightTotal;

  /** Place of each right token in the bead at hand, from 1; 0 when it is not in it. */
  private final int[] placeOf;

  /** The pairs that meet in the bead at hand. */
  private int[] met = new int[0];

  /** Where the pairs of each left token of the bead begin in {@link #met}. */
  private int[] metStart = new int[1];

  private int[] rowOf;
  private int[] rights;
  private float[] rightGain;
  private float[] leftGain;
  private float[] rightCount;
  private float[] leftCount;

  /** One bead and how probable it is. */
  private record Seen(Range left, Range right, double weight) {}

  TokenLearner(Tokens left, Tokens right, AlignerParameters parameters) {
    this.left = left;
    this.right = right;
    this.parameters = parameters;
    this.twins = left.twins(right);
    this.leftBase = new double[left.types()];
    this.rightBase = new double[right.types()];
    Arrays.fill(leftBase, 1);
    Arrays.fill(rightBase, 1);
    this.leftTotal = new double[left.types()];
    this.rightTotal = new double[right.types()];
    this.placeOf = new int[right.types()];
    this.rowOf = new int[left.types() + 1];
    this.rights = new int[0];
    this.rightGain = new float[0];
    this.leftGain = new float[0];
    this.rightCount = new float[0];
    this.leftCount = new float[0];
    findPairs(List.of());
    maximise();
  }

  /** What is known so far: at first, that tokens which read the same mean the same. */
  TokenTable table() {
    return new TokenTable(rowOf, rights, rightGain, leftGain, leftBase.clone(), rightBase.clone());
  }

  /** Learns from the beads of at least that probability, in so many steps. */
  void learn(BeadPosteriors beads, double threshold, int steps) {
    List<Seen> seen = new ArrayList<>();
    beads.forEach(threshold, (l, r, weight) -> seen.add(new Seen(l, r, weight)));
    findPairs(seen);
    for (int step = 0; step < steps; step++) {
      seen.forEach(this::expect);
      maximise();
    }
  }

  /** Finds the pairs to keep apart, and takes over what is known of them. */
  private void findPairs(List<Seen> seen) {
    int[] from = new int[left.sentences()];
    int[] to = new int[left.sentences()];
    Arrays.fill(from, Integer.MAX_VALUE);
    for (Seen bead : seen) {
      for (int i = bead.left().start(); i < bead.left().end(); i++) {
        from[i] = Math.min(from[i], bead.right().start());
        to[i] = Math.max(to[i], bead.right().end());
      }
    }
    int[] newRows = new int[rowOf.length];
    int[] found = new int[Math.max(16, rights.length)];
    int[] lastMet = new int[right.types()];
    int[] meetings = new int[right.types()];
    int size = 0;
    for (int z = 0; z < left.types(); z++) {
      int begin = size;
      int twin = twins[z];
      for (int k = left.placeFrom(z, 0); k < left.placeEnd(z); k++) {
        int i = left.place(k);
        int end = to[i] == 0 ? 0 : right.start(to[i]);
        for (int p = to[i] == 0 ? 0 : right.start(from[i]); p < end; p++) {
          int e = right.at(p);
          if (lastMet[e] != i + 1) {
            lastMet[e] = i + 1;
            if (++meetings[e] == 2 && e != twin) {
              found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
              found[size++] = e;
            }
          }
        }
      }
      if (twin >= 0) {
        found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
        found[size++] = twin;
      }
      forget(z, from, to, lastMet, meetings);
      Arrays.sort(found, begin, size);
      newRows[z + 1] = size;
    }
    adopt(newRows, Arrays.copyOf(found, size));
  }

  private void forget(int z, int[] from, int[] to, int[] lastMet, int[] meetings) {
    for (int k = left.placeFrom(z, 0); k < left.placeEnd(z); k++) {
      int i = left.place(k);
      for (int p = to[i] == 0 ? 0 : right.start(from[i]);
          to[i] > 0 && p < right.start(to[i]);
          p++) {
        lastMet[right.at(p)] = 0;
        meetings[right.at(p)] = 0;
      }
    }
  }

  /** Both the old and the new rows are sorted. */
  private void adopt(int[] newRows, int[] newRights) {
    float[] newRight = new float[newRights.length];
    float[] newLeft = new float[newRights.length];
    for (int z = 0; z < left.types(); z++) {
      int old = rowOf[z];
      for (int k = newRows[z]; k < newRows[z + 1]; k++) {
        while (old < rowOf[z + 1] && rights[old] < newRights[k]) {
          old++;
        }
        if (old < rowOf[z + 1] && rights[old] == newRights[k]) {
          newRight[k] = rightGain[old];
          newLeft[k] = leftGain[old];
        }
      }
    }
    rowOf = newRows;
    rights = newRights;
    rightGain = newRight;
    leftGain = newLeft;
    rightCount = new float[newRights.length];
    leftCount = new float[newRights.length];
  }

  private void expect(Seen bead) {
    int z0 = left.start(bead.left().start());
    int z1 = left.start(bead.left().end());
    int e0 = right.start(bead.right().start());
    int e1 = right.start(bead.right().end());
    // A token may come twice in a bead of several sentences; its first place stands for all.
    for (int e = e1 - 1; e >= e0; e--) {
      placeOf[right.at(e)] = e - e0 + 1;
    }
    collect(z0, z1);
    expectRight(bead, z0, z1, e0, e1);
    expectLeft(bead, z0, z1, e0, e1);
    for (int e = e0; e < e1; e++) {
      placeOf[right.at(e)] = 0;
    }
  }

  /** Finds the pairs that meet in the bead at hand, left token by left token. */
  private void collect(int z0, int z1) {
    int size = 0;
    metStart = metStart.length <= z1 - z0 ? new int[2 * (z1 - z0) + 1] : metStart;
    for (int p = z0; p < z1; p++) {
      int z = left.at(p);
      int end = rowOf[z + 1];
      int most = size + end - rowOf[z];
      met = met.length < most ? Arrays.copyOf(met, 2 * most) : met;
      for (int k = rowOf[z]; k < end; k++) {
        met[size] = k;
        size += placeOf[rights[k]] > 0 ? 1 : 0;
      }
      metStart[p - z0 + 1] = size;
    }
  }

  /** Shares each right token among the left ones. */
  private void expectRight(Seen bead, int z0, int z1, int e0, int e1) {
    double[] sums = new double[e1 - e0];
    Arrays.fill(sums, TokenTable.NULL_TOKENS + base(bead.left(), left, leftBase));
    for (int m = 0; m < metStart[z1 - z0]; m++) {
      sums[placeOf[rights[met[m]]] - 1] += rightGain[met[m]];
    }
    double shares = 0;
    for (int e = e0; e < e1; e++) {
      shares += bead.weight() / sums[placeOf[right.at(e)] - 1];
    }
    for (int p = z0; p < z1; p++) {
      int z = left.at(p);
      leftTotal[z] += shares * leftBase[z];
      for (int m = metStart[p - z0]; m < metStart[p - z0 + 1]; m++) {
        int k = met[m];
        double share = bead.weight() / sums[placeOf[rights[k]] - 1];
        rightCount[k] += (float) (share * (rightGain[k] + leftBase[z]));
        leftTotal[z] += share * rightGain[k];
      }
    }
  }

  /** Shares each left token among the right ones. */
  private void expectLeft(Seen bead, int z0, int z1, int e0, int e1) {
    double base = TokenTable.NULL_TOKENS + base(bead.right(), right, rightBase);
    double shares = 0;
    for (int p = z0; p < z1; p++) {
      double sum = base;
      for (int m = metStart[p - z0]; m < metStart[p - z0 + 1]; m++) {
        sum += leftGain[met[m]];
      }
      double share = bead.weight() / sum;
      shares += share;
      for (int m = metStart[p - z0]; m < metStart[p - z0 + 1]; m++) {
        int k = met[m];
        leftCount[k] += (float) (share * (leftGain[k] + rightBase[rights[k]]));
        rightTotal[rights[k]] += share * leftGain[k];
      }
    }
    for (int e = e0; e < e1; e++) {
      rightTotal[right.at(e)] += shares * rightBase[right.at(e)];
    }
  }

  private static double base(Range range, Tokens tokens, double[] base) {
    double sum = 0;
    for (int i = range.start(); i < range.end(); i++) {
      sum += tokens.size(i) - (tokens.start(i + 1) - tokens.start(i));
      for (int p = tokens.start(i); p < tokens.start(i + 1); p++) {
        sum += base[tokens.at(p)];
      }
    }
    return sum;
  }

  /** Turns counts into gains and bases, and clears the counts. */
  private void maximise() {
    double[] leftKept = new double[leftBase.length];
    double[] rightKept = new double[rightBase.length];
    for (int z = 0; z < leftBase.length; z++) {
      for (int k = rowOf[z]; k < rowOf[z + 1]; k++) {
        if (rights[k] == twins[z]) {
          rightCount[k] += (float) parameters.identity();
          leftCount[k] += (float) parameters.identity();
          leftTotal[z] += parameters.identity();
          rightTotal[rights[k]] += parameters.identity();
        }
        leftKept[z] += kept(rightCount[k]);
        rightKept[rights[k]] += kept(leftCount[k]);
      }
    }
    double prior = parameters.smoothing();
    for (int z = 0; z < leftBase.length; z++) {
      for (int k = rowOf[z]; k < rowOf[z + 1]; k++) {
        int e = rights[k];
        rightGain[k] =
            (float) (kept(rightCount[k]) / right.probability(e) / (leftTotal[z] + prior));
        leftGain[k] = (float) (kept(leftCount[k]) / left.probability(z) / (rightTotal[e] + prior));
      }
    }
    settle(leftBase, leftTotal, leftKept, prior);
    settle(rightBase, rightTotal, rightKept, prior);
    Arrays.fill(rightCount, 0);
    Arrays.fill(leftCount, 0);
  }

  private static void settle(double[] base, double[] total, double[] kept, double prior) {
    for (int i = 0; i < base.length; i++) {
      base[i] = Math.max(0, prior + total[i] - kept[i]) / (prior + total[i]);
      total[i] = 0;
    }
  }

  private double kept(double count) {
    return Math.max(0, count - parameters.discount());
  }
}

package ballast.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ballast.align.Shapes.BeadShape;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BeadLatticeTest {

  private static final Shapes SHAPES = new Shapes(3, 2, 1);

  /** A scorer with random but fixed scores; some two-sided beads are forbidden. */
  private static BeadScorer random(long seed) {
    return (left, right) -> {
      long key = seed;
      for (int part : new int[] {left.start(), left.size(), right.start(), right.size()}) {
        key = key * 1_000_003 + part;
      }
      SplittableRandom random = new SplittableRandom(key);
      if (left.isEmpty() || right.isEmpty()) {
        // The same wherever the sentence stands, as the lattice scores it only once.
        int where = left.isEmpty() ? -1 - right.start() : left.start();
        return -new SplittableRandom(seed * 31 + where).nextDouble() * 4;
      }
      double value = random.nextDouble();
      return value < 0.1 ? Double.NEGATIVE_INFINITY : value * 6 - 3;
    };
  }

  /** All paths by brute force, with left-only beads before right-only ones as in the lattice. */
  private static void paths(
      int i, int j, int rows, int columns, int state, List<Link> path, List<List<Link>> all) {
    if (i == rows && j == columns) {
      all.add(List.copyOf(path));
      return;
    }
    for (BeadShape shape : SHAPES.list()) {
      if (i + shape.left() <= rows && j + shape.right() <= columns) {
        path.add(new Link(new Range(i, i + shape.left()), new Range(j, j + shape.right())));
        paths(i + shape.left(), j + shape.right(), rows, columns, BeadLattice.PAIRED, path, all);
        path.remove(path.size() - 1);
      }
    }
    if (i < rows && state != BeadLattice.RIGHT_ONLY) {
      path.add(new Link(new Range(i, i + 1), new Range(j, j)));
      paths(i + 1, j, rows, columns, BeadLattice.LEFT_ONLY, path, all);
      path.remove(path.size() - 1);
    }
    if (j < columns) {
      path.add(new Link(new Range(i, i), new Range(j, j + 1)));
      paths(i, j + 1, rows, columns, BeadLattice.RIGHT_ONLY, path, all);
      path.remove(path.size() - 1);
    }
  }

  private static double score(List<Link> path, BeadScorer scorer, double continuation) {
    double sum = 0;
    Link previous = null;
    for (Link link : path) {
      if (link.isOneSided()) {
        Range none = new Range(0, 0);
        sum +=
            scorer.score(
                link.left().isEmpty() ? none : link.left(),
                link.right().isEmpty() ? none : link.right());
        boolean run =
            previous != null
                && previous.isOneSided()
                && previous.left().isEmpty() == link.left().isEmpty();
        sum += run ? continuation : 0;
      } else {
        sum += scorer.score(link.left(), link.right());
      }
      previous = link;
    }
    return sum;
  }

  @Test
  void findsTheBestOfAllPaths() {
    for (long seed = 0; seed < 60; seed++) {
      int rows = (int) (seed % 5);
      int columns = (int) (seed / 5 % 6);
      BeadScorer scorer = random(seed);
      List<List<Link>> all = new ArrayList<>();
      paths(0, 0, rows, columns, BeadLattice.PAIRED, new ArrayList<>(), all);
      double best = all.stream().mapToDouble(path -> score(path, scorer, 1)).max().orElseThrow();

      List<Link> found = new BeadLattice(Band.full(rows, columns), SHAPES, 1).bestPath(scorer);

      assertThat(score(found, scorer, 1)).as("seed %d", seed).isCloseTo(best, within(1e-9));
    }
  }

  @Test
  void weighsAllPathsLikeBruteForce() {
    for (long seed = 100; seed < 130; seed++) {
      int rows = 1 + (int) (seed % 4);
      int columns = 1 + (int) (seed / 4 % 4);
      BeadScorer scorer = random(seed);
      List<List<Link>> all = new ArrayList<>();
      paths(0, 0, rows, columns, BeadLattice.PAIRED, new ArrayList<>(), all);
      double total = 0;
      for (List<Link> path : all) {
        total += Math.exp(0.5 * score(path, scorer, 1));
      }
      BeadPosteriors posteriors =
          new BeadPosteriors(new BeadLattice(Band.full(rows, columns), SHAPES, 1), scorer, 0.5);
      for (int left = 0; left < rows; left++) {
        Range alone = new Range(left, left + 1);
        Range pair = new Range(0, 1);
        double lonely = 0;
        double paired = 0;
        for (List<Link> path : all) {
          double weight = Math.exp(0.5 * score(path, scorer, 1)) / total;
          lonely +=
              path.stream().anyMatch(link -> link.left().equals(alone) && link.right().isEmpty())
                  ? weight
                  : 0;
          paired += path.contains(new Link(alone, pair)) ? weight : 0;
        }
        assertThat(posteriors.probability(alone, new Range(0, 0)))
            .as("seed %d, left %d alone", seed, left)
            .isCloseTo(lonely, within(1e-5));
        assertThat(posteriors.probability(alone, pair))
            .as("seed %d, left %d with right 0", seed, left)
            .isCloseTo(paired, within(1e-5));
      }
    }
  }

  @Test
  void aPathExistsWhenEveryTwoSidedBeadIsForbidden() {
    BeadScorer nothing =
        (left, right) -> left.isEmpty() || right.isEmpty() ? -1 : Double.NEGATIVE_INFINITY;

    List<Link> path = new BeadLattice(Band.full(3, 2), SHAPES, 0).bestPath(nothing);

    assertThat(path).hasSize(5).allMatch(Link::isOneSided);
  }

  @Test
  void aNarrowBandIsStillConnected() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(30);
      int columns = 1 + random.nextInt(30);
      int[] line = new int[rows + 1];
      for (int i = 1; i < rows; i++) {
        line[i] =
            Math.min(columns, line[i - 1] + (random.nextInt(5) == 0 ? random.nextInt(20) : 0));
      }
      line[rows] = columns;
      Band band = Band.widened(line, line, columns, 1);

      List<Link> path = new BeadLattice(band, SHAPES, 0).bestPath(random(round));

      assertThat(path.get(path.size() - 1).left().end()).as("round %d", round).isEqualTo(rows);
      assertThat(path.get(path.size() - 1).right().end()).as("round %d", round).isEqualTo(columns);
    }
  }
}

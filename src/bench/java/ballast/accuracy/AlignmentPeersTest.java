package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares ours with JVM aligners for translators: same sets, same run, same scorer. */
class AlignmentPeersTest {

  /** The first round is also the warm-up; the best counts. */
  private static final int ROUNDS = 3;

  /** CPU seconds of a round; after a longer one, the warm-up no longer matters. */
  private static final double LONG = 10;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /**
   * @param f1 percent
   * @param cost the seconds for 1,000 Chinese sentences; the memory of the costliest document
   */
  private record Result(String name, double f1, Cost cost) {

    String cell() {
      return String.format(
          Locale.ROOT, "%.1f / %.2f s / %.0f MB", f1, cost.seconds(), cost.megabytes());
    }
  }

  @Test
  void oursFindsMoreThanEveryPeer() {
    List<Contender> contenders = new ArrayList<>(Peers.all());
    contenders.add(Contender.ours());
    List<StringBuilder> rows =
        contenders.stream().map(peer -> new StringBuilder("| " + peer.name())).toList();
    StringBuilder head = new StringBuilder("| F1 / CPU per 1,000 sentences / memory");
    List<Runnable> checks = new ArrayList<>();
    for (String set : BeadSets.NAMES) {
      head.append(" | ").append(set);
      List<BeadSets.Item> items = BeadSets.read(AccuracyTable.evalDirectory("align").resolve(set));
      System.out.printf("%s: %d aligners on %d texts%n", set, contenders.size(), items.size());
      List<Result> results = contenders.stream().map(peer -> measure(peer, items)).toList();
      for (int row = 0; row < rows.size(); row++) {
        rows.get(row).append(" | ").append(results.get(row).cell());
      }
      checks.add(() -> check(set, results));
    }
    List<String> lines =
        new ArrayList<>(List.of(head + " |", "|---|" + "--:|".repeat(BeadSets.NAMES.size())));
    rows.forEach(row -> lines.add(row + " |"));
    lines.forEach(System.out::println);
    checks.forEach(Runnable::run);
    PageSection.bench(Path.of("src/site/markdown/accuracy.md"), "peers").publish(lines);
  }

  /** The last result is ours. */
  private static void check(String set, List<Result> results) {
    Result ours = results.get(results.size() - 1);
    double slowest = 0;
    double hungriest = 0;
    for (Result peer : results.subList(0, results.size() - 1)) {
      assertThat(ours.f1()).as("F1 on %s, %s", set, peer.name()).isGreaterThan(peer.f1());
      slowest = Math.max(slowest, peer.cost().seconds());
      hungriest = Math.max(hungriest, peer.cost().megabytes());
    }
    // The slowest is the one that learns words, like ours; both margins are wide.
    assertThat(ours.cost().seconds()).as("CPU time on %s", set).isLessThan(slowest);
    assertThat(ours.cost().megabytes()).as("heap on %s", set).isLessThan(4 * hungriest);
  }

  private static Result measure(Contender contender, List<BeadSets.Item> items) {
    BeadScore score = new BeadScore();
    Cost best = round(contender, items, score);
    for (int round = 1; round < ROUNDS && best.seconds() < LONG; round++) {
      best = best.orBetter(round(contender, items, new BeadScore()));
    }
    int sentences = items.stream().mapToInt(item -> item.zh().size()).sum();
    Cost perThousand = new Cost(1000 * best.seconds() / sentences, best.megabytes());
    return new Result(contender.name(), score.f1(), perThousand);
  }

  private static Cost round(Contender contender, List<BeadSets.Item> items, BeadScore score) {
    Cost cost = Cost.NONE;
    for (BeadSets.Item item : items) {
      List<String> beads = new ArrayList<>();
      cost = cost.then(Cost.of(() -> beads.addAll(contender.beads(item))));
      tile(contender.name(), beads, item);
      score.add(item.gold(), beads);
    }
    return cost;
  }

  /** Checks the beads, because a peer must not lose by a mistake in how we read its results. */
  private static void tile(String name, List<String> beads, BeadSets.Item item) {
    for (int side = 0; side < 2; side++) {
      List<Integer> positions = new ArrayList<>();
      for (String bead : beads) {
        NUMBER
            .matcher(bead.split(":", 2)[side])
            .results()
            .forEach(number -> positions.add(Integer.valueOf(number.group())));
      }
      int size = (side == 0 ? item.zh() : item.en()).size();
      assertThat(positions).as(name).isEqualTo(IntStream.range(0, size).boxed().toList());
    }
  }
}

package ballast.app.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.Rounds;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.BatchMemory.Recording;
import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What random moves leave in a memory: units with their ids, confidences and statuses, pins and
 * history. Undo leads back to the units before. The recorded outcomes are checksums. {@code
 * target/moves} has each in full, for a comparison with an earlier checkout. Run with {@code -Pfull
 * -Dgolden.update=true} to record them again.
 */
class MoveOutcomesTest {

  static final int SEQUENCES = 200;
  private static final int MOVES = 12;
  private static final Path RECORDED = Path.of("src/test/resources/memories/moves.tsv");

  private static final List<String> ZH =
      List.of("桥", "桥修好了。两岸的人都来看。好！老人说，桥是小城的压舱石。", "第二天，市场开了门。人们卖鱼和米。好！", "桥修好了。");
  private static final List<String> EN =
      List.of(
          "The Bridge",
          "The bridge is mended. People from both banks came to look. Good! The old man said the"
              + " bridge was the town's ballast stone.",
          "The next day the market opened. People sold fish and rice. Good!",
          "The bridge is mended.");

  @TempDir Path folder;

  /** A memory of its own for each sequence: to undo takes longer after many commands. */
  MemoryStore store(int seed) {
    return Memories.at(folder.resolve(seed + ".db"));
  }

  int sequences() {
    return Rounds.of(SEQUENCES);
  }

  @Test
  void movesLeaveWhatIsRecorded() throws IOException {
    Workplace workplace = MovedArticle.workplace(folder);
    Files.writeString(folder.resolve("a.zh.txt"), String.join("\n\n", ZH) + "\n", UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), String.join("\n\n", EN) + "\n", UTF_8);
    List<String> outcomes = new ArrayList<>();
    for (int seed = 1; seed <= sequences(); seed++) {
      outcomes.add(outcome(seed, store(seed), workplace));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(RECORDED, outcomes, UTF_8);
    }
    assertThat(outcomes).isEqualTo(Files.readAllLines(RECORDED, UTF_8).subList(0, outcomes.size()));
  }

  private String outcome(int seed, MemoryStore store, Workplace workplace) throws IOException {
    String name = "moves-%03d".formatted(seed);
    new ArticleAlignment(workplace, Notices.NONE)
        .align(
            ArticleAlignment.Request.of(new Pairs.One("a.zh.txt", "a.en.txt", name))
                .recording(new Recording(store, false, false, true)));
    BeadEditor editor = new BeadEditor(workplace, store, Notices.NONE);
    SplittableRandom random = new SplittableRandom(seed);
    List<Unit> first = units(store, name);
    OpenArticle article = editor.open(name);
    List<String> done = new ArrayList<>();
    for (int k = 0; k < MOVES; k++) {
      article = step(random, editor, article, done);
    }
    Outcome moved;
    try (Memory memory = store.openForReading()) {
      moved = Outcome.of(name, memory);
    }
    for (int k = standing(done); k > 0; k--) {
      article = Undo.last(editor, article);
    }
    assertThat(units(store, name)).as("moves taken back, seed %s", seed).isEqualTo(first);
    return moved.line(seed, done);
  }

  private static List<Unit> units(MemoryStore store, String document) {
    try (Memory memory = store.openForReading()) {
      return of(document, UnitFilter.CURRENT, memory);
    }
  }

  private static List<Unit> of(String document, UnitFilter filter, Memory memory) {
    List<Unit> units = new ArrayList<>();
    memory.forEachUnit(filter.inDocuments(Set.of(document)), units::add);
    return units;
  }

  /** Moves, or takes a move of this sequence back or does it again. */
  private static OpenArticle step(
      SplittableRandom random, BeadEditor editor, OpenArticle article, List<String> done) {
    int choice = random.nextInt(8);
    try {
      if (choice == 0 && standing(done) > 0) {
        OpenArticle before = Undo.last(editor, article);
        done.add("undo");
        return before;
      }
      if (choice == 1 && !done.isEmpty() && done.get(done.size() - 1).equals("undo")) {
        OpenArticle again = Undo.again(editor, article);
        done.add("redo");
        return again;
      }
      BeadMove move = RandomMovesTest.move(random, article.beads().size());
      OpenArticle after = editor.apply(article, move);
      if (!after.equals(article)) {
        done.add(move.toString());
      }
      return after;
    } catch (InputException e) {
      return article; // no move of this article
    }
  }

  /** The number of moves that are not taken back. */
  private static int standing(List<String> done) {
    return done.stream().mapToInt(step -> step.equals("undo") ? -1 : 1).sum();
  }

  /** What the memory has of a document, each as lines. */
  private record Outcome(
      String units, String confidences, String statuses, String pins, String history) {

    static Outcome of(String document, Memory memory) {
      List<Unit> units = MoveOutcomesTest.of(document, UnitFilter.CURRENT.withRetired(), memory);
      return new Outcome(
          lines(units.stream(), u -> u.id() + " " + u.source() + " | " + u.target()),
          lines(units.stream(), u -> u.id() + " " + u.provenance().confidence()),
          lines(units.stream(), u -> u.id() + " " + u.provenance().status()),
          lines(memory.pins(document).stream(), pin -> pin.by("").toString()),
          lines(
              memory.history(document).stream(),
              e -> e.uid() + " " + e.what() + " " + e.before() + " > " + e.after()));
    }

    private static <T> String lines(Stream<T> things, Function<T, String> line) {
      return things.map(line).map(text -> text + "\n").collect(joining());
    }

    String line(int seed, List<String> moves) throws IOException {
      List<String> parts = List.of(units, confidences, statuses, pins, history);
      Path full = Path.of("target/moves");
      Files.createDirectories(full);
      Files.writeString(
          full.resolve(seed + ".txt"),
          String.join("\n", moves) + "\n\n" + String.join("\n", parts),
          UTF_8);
      return Stream.concat(
              Stream.of(String.valueOf(seed), String.valueOf(moves.size())),
              parts.stream().map(part -> Sha256.hex(part).substring(0, 10)))
          .collect(joining("\t"));
    }
  }
}

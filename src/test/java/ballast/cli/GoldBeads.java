package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gold beads of a sample article; the format is in {@code src/test/resources/gold/README.md}.
 *
 * @param beads in order
 */
public record GoldBeads(List<GoldBead> beads) {

  public static final List<String> ARTICLES =
      List.of("ballast-stone", "leaning-to-one-side", "new-productive-forces", "distant-friends");

  /** The sentences of one bead; an empty list is a missing partner. */
  public record GoldBead(List<String> source, List<String> target) {}

  public static GoldBeads of(String article) throws IOException {
    List<GoldBead> beads = new ArrayList<>();
    Path file = Path.of("src/test/resources/gold", article + ".tsv");
    for (String line : Files.readAllLines(file, UTF_8)) {
      String[] cells = line.split("\t", -1);
      beads.add(new GoldBead(sentences(cells[0]), sentences(cells[1])));
    }
    return new GoldBeads(beads);
  }

  public List<String> source() {
    return beads.stream().flatMap(bead -> bead.source().stream()).toList();
  }

  public List<String> target() {
    return beads.stream().flatMap(bead -> bead.target().stream()).toList();
  }

  private static List<String> sentences(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ‖ ", -1));
  }
}

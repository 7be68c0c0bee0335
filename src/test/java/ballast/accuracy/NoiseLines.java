package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Lines to draw from at random, each once before any comes again. */
final class NoiseLines {

  private final List<String> lines;
  private final List<String> left = new ArrayList<>();
  private final SplittableRandom random;

  private NoiseLines(List<String> lines, SplittableRandom random) {
    this.lines = lines;
    this.random = random;
  }

  static NoiseLines of(String name, SplittableRandom random) {
    String resource = "/noise/" + name + ".txt";
    try (InputStream in = NoiseLines.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
      return new NoiseLines(text.lines().toList(), random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line, with a number where it says <code>{n}</code>. */
  String draw() {
    if (left.isEmpty()) {
      left.addAll(lines);
    }
    String line = left.remove(random.nextInt(left.size()));
    return line.replace("{n}", Integer.toString(random.nextInt(2, 31)));
  }
}

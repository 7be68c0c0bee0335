package ballast.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The simplified forms and pinyin readings of single Han characters. Immutable. Uses sorted arrays,
 * because twenty thousand boxed entries would cost more than the rest of a lexicon.
 */
public final class CharacterTable {

  /** A table without characters. */
  static final CharacterTable EMPTY =
      new CharacterTable(new int[0], new int[0], new int[0], new int[0][], new String[0]);

  private static final int MAX_CHAIN = 2;

  private final int[] traditional;
  private final int[] simplified;
  private final int[] read;
  private final int[] firstReading;
  private final short[] readings;
  private final String[] syllables;

  /** The arrays follow the order of {@link #traditional} and {@link #read}, which are ascending. */
  CharacterTable(
      int[] traditional, int[] simplified, int[] read, int[][] readings, String[] names) {
    this.traditional = traditional;
    this.simplified = simplified.clone();
    followChains();
    this.read = read;
    this.firstReading = new int[read.length + 1];
    // Loops, not streams: the first lambda of a program costs more than reading the table.
    int total = 0;
    for (int[] each : readings) {
      total += each.length;
    }
    this.readings = new short[total];
    int at = 0;
    for (int i = 0; i < read.length; i++) {
      for (int syllable : readings[i]) {
        this.readings[at++] = (short) syllable;
      }
      firstReading[i + 1] = at;
    }
    this.syllables = names;
  }

  /**
   * A simplified form may have another one itself (寧, 宁, 㝉: dictionaries know 宁 as a character of
   * its own as well). Both go to the last, or a text would differ from itself in the other script.
   */
  private void followChains() {
    for (int i = 0; i < simplified.length; i++) {
      for (int step = 0; step < MAX_CHAIN; step++) {
        simplified[i] = simplified(simplified[i]);
      }
    }
  }

  public static CharacterTable of(
      SortedMap<Integer, Integer> simplified, SortedMap<Integer, List<String>> readings) {
    TreeMap<String, Integer> syllables = new TreeMap<>();
    readings.values().forEach(each -> each.forEach(name -> syllables.put(name, 0)));
    int next = 0;
    for (Map.Entry<String, Integer> syllable : syllables.entrySet()) {
      syllable.setValue(next++);
    }
    return new CharacterTable(
        toArray(simplified.keySet()),
        toArray(simplified.values()),
        toArray(readings.keySet()),
        readings.values().stream()
            .map(each -> each.stream().mapToInt(syllables::get).toArray())
            .toArray(int[][]::new),
        syllables.keySet().toArray(new String[0]));
  }

  /** The last of its simplified forms; the character itself if it has none. */
  int simplified(int codePoint) {
    int at = Arrays.binarySearch(traditional, codePoint);
    return at < 0 ? codePoint : simplified[at];
  }

  /** The readings without tones, the most common first; empty if none is known. */
  List<String> readings(int codePoint) {
    int at = Arrays.binarySearch(read, codePoint);
    if (at < 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = firstReading[at]; i < firstReading[at + 1]; i++) {
      names.add(syllables[readings[i]]);
    }
    return List.copyOf(names);
  }

  /** The characters that have a simplified form, ascending. */
  int[] traditional() {
    return traditional.clone();
  }

  /** The characters that have a reading, ascending. */
  int[] read() {
    return read.clone();
  }

  /**
   * Indexes in {@link #syllables} of the readings of the {@code index}-th character of {@link
   * #read}.
   */
  int[] readingsAt(int index) {
    int[] places = new int[firstReading[index + 1] - firstReading[index]];
    for (int i = 0; i < places.length; i++) {
      places[i] = readings[firstReading[index] + i];
    }
    return places;
  }

  /** All syllables, in alphabetical order. */
  List<String> syllables() {
    return List.of(syllables);
  }

  private static int[] toArray(java.util.Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}

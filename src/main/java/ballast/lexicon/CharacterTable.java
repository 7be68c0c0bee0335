package ballast.lexicon;

import ballast.lexicon.LexiconArrays.Reader;
import ballast.lexicon.LexiconArrays.Writer;
import java.io.IOException;
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

  static final CharacterTable EMPTY =
      new CharacterTable(new int[0], new int[0], new int[0], new int[1], new int[0], new String[0]);

  private static final int MAX_CHAIN = 2;

  private final int[] traditional;
  private final int[] simplified;
  private final int[] read;
  private final int[] firstReading;
  private final int[] readings;
  private final String[] syllables;

  /**
   * @param traditional characters with a simplified form, ascending
   * @param simplified the form of each
   * @param read characters with a reading, ascending
   * @param firstReading the first reading of each, then the end of the last
   * @param readings indexes of syllables
   */
  private CharacterTable(
      int[] traditional,
      int[] simplified,
      int[] read,
      int[] firstReading,
      int[] readings,
      String[] syllables) {
    this.traditional = traditional;
    this.simplified = simplified;
    this.read = read;
    this.firstReading = firstReading;
    this.readings = readings;
    this.syllables = syllables;
    followChains();
  }

  /**
   * A simplified form may itself have one: 寧, 宁, 㝉, because dictionaries also list 宁 as a character
   * of its own. Both become the last form, or a text would differ from itself in the other script.
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
    int[] firstReading = new int[readings.size() + 1];
    int character = 0;
    for (List<String> each : readings.values()) {
      firstReading[character + 1] = firstReading[character++] + each.size();
    }
    return new CharacterTable(
        toArray(simplified.keySet()),
        toArray(simplified.values()),
        toArray(readings.keySet()),
        firstReading,
        toArray(readings.values().stream().flatMap(List::stream).map(syllables::get).toList()),
        syllables.keySet().toArray(new String[0]));
  }

  void write(Writer out) {
    out.ints(traditional);
    out.ints(simplified);
    out.ints(read);
    out.sizes(firstReading);
    out.ints(readings);
    out.lines(List.of(syllables));
  }

  static CharacterTable read(Reader in) throws IOException {
    int[] traditional = in.ints();
    int[] simplified = in.ints();
    int[] read = in.ints();
    int[] firstReading = in.starts();
    int[] readings = in.ints();
    String[] syllables = in.lines();
    Reader.require(
        simplified.length == traditional.length
            && firstReading.length == read.length + 1
            && readings.length == firstReading[read.length],
        "its characters do not match their forms");
    for (int form : simplified) {
      Reader.require(Character.isValidCodePoint(form), "a character is not a code point");
    }
    for (int syllable : readings) {
      Reader.require(syllable >= 0 && syllable < syllables.length, "a reading has no syllable");
    }
    return new CharacterTable(traditional, simplified, read, firstReading, readings, syllables);
  }

  int simplified(int codePoint) {
    int at = Arrays.binarySearch(traditional, codePoint);
    return at < 0 ? codePoint : simplified[at];
  }

  /** Returns the readings without tones, the most common first; empty if unknown. */
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

  private static int[] toArray(java.util.Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}

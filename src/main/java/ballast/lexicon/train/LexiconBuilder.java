package ballast.lexicon.train;

import ballast.lexicon.CharacterTable;
import ballast.lexicon.Entries;
import ballast.lexicon.LexiconFile;
import ballast.lexicon.WordIndex;
import ballast.lexicon.WordSection;
import ballast.lexicon.WordTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a lexicon file from the cells of a trained model. */
final class LexiconBuilder {

  private final ModelOne model;
  private final Corpus corpus;
  private final CharacterTable characters;
  private final List<String> notes;

  LexiconBuilder(ModelOne model, Corpus corpus, CharacterTable characters, List<String> notes) {
    this.model = model;
    this.corpus = corpus;
    this.characters = characters;
    this.notes = List.copyOf(notes);
  }

  /** A file and the numbers of words and entries in it. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are only handed on
  record Built(byte[] bytes, int chineseWords, int englishWords, int entries) {}

  /**
   * The words of one language that have an entry, in the order of the file, and the mapping from
   * vocabulary numbers to file numbers.
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Chosen(int[] words, int[] numbers, WordTable table) {}

  /**
   * Builds a file from some cells.
   *
   * @param cells cells of the table, ascending
   */
  Built build(int[] cells) {
    PairTable table = model.table();
    boolean[] chineseUsed = new boolean[corpus.chinese().vocabulary().size()];
    boolean[] englishUsed = new boolean[corpus.english().vocabulary().size()];
    int row = 0;
    for (int cell : cells) {
      while (table.rows[row + 1] <= cell) {
        row++;
      }
      chineseUsed[row] = true;
      englishUsed[table.columns[cell]] = true;
    }
    Chosen chinese = choose(corpus.chinese().vocabulary(), chineseUsed, model::chineseLinks);
    Chosen english = choose(corpus.english().vocabulary(), englishUsed, model::englishLinks);
    Entries entries = entries(cells, chinese, english);
    byte[] bytes = LexiconFile.write(notes, characters, chinese.table(), english.table(), entries);
    return new Built(bytes, chinese.words().length, english.words().length, cells.length);
  }

  private static Chosen choose(
      Vocabulary vocabulary, boolean[] used, java.util.function.IntToDoubleFunction links) {
    int[] counts = new int[used.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) Math.max(1, Math.round(vocabulary.counts()[i]));
    }
    int[] words =
        IntStream.range(0, used.length)
            .filter(i -> used[i])
            .boxed()
            .sorted(
                (a, b) -> {
                  int one = WordSection.classOf(counts[a]);
                  int other = WordSection.classOf(counts[b]);
                  return one != other
                      ? Integer.compare(other, one)
                      : vocabulary.words().get(a).compareTo(vocabulary.words().get(b));
                })
            .mapToInt(Integer::intValue)
            .toArray();
    int[] numbers = new int[used.length];
    int[] chosenCounts = new int[words.length];
    float[] chosenLinks = new float[words.length];
    long tokens = Math.round(vocabulary.tokens());
    long sum = 0;
    for (int i = 0; i < words.length; i++) {
      numbers[words[i]] = i;
      chosenCounts[i] = counts[words[i]];
      chosenLinks[i] = WordSection.coarse(links.applyAsDouble(words[i]), chosenCounts[i]);
      sum += chosenCounts[i];
    }
    WordIndex index = WordIndex.of(Arrays.stream(words).mapToObj(vocabulary.words()::get).toList());
    return new Chosen(
        words, numbers, new WordTable(index, chosenCounts, chosenLinks, Math.max(tokens, sum)));
  }

  private Entries entries(int[] cells, Chosen chinese, Chosen english) {
    PairTable table = model.table();
    int[] starts = new int[chinese.words().length + 1];
    int[] columns = new int[cells.length];
    float[] forward = new float[cells.length];
    float[] backward = new float[cells.length];
    int at = 0;
    for (int i = 0; i < chinese.words().length; i++) {
      int row = chinese.words()[i];
      int[] rowCells =
          Arrays.copyOfRange(
              cells, first(cells, table.rows[row]), first(cells, table.rows[row + 1]));
      long[] byNumber = new long[rowCells.length];
      for (int k = 0; k < rowCells.length; k++) {
        byNumber[k] = ((long) english.numbers()[table.columns[rowCells[k]]] << 32) | rowCells[k];
      }
      Arrays.sort(byNumber);
      for (long key : byNumber) {
        int cell = (int) key;
        columns[at] = (int) (key >> 32);
        forward[at] = table.forward[cell];
        backward[at] = table.backward[cell];
        at++;
      }
      starts[i + 1] = at;
    }
    return new Entries(starts, columns, forward, backward);
  }

  /** The index of the first of some ascending numbers that is not below {@code minimum}. */
  private static int first(int[] rising, int minimum) {
    int at = Arrays.binarySearch(rising, minimum);
    return at >= 0 ? at : -at - 1;
  }
}

package ballast.lexicon.train;

import ballast.lexicon.train.PairTable.Occurrences;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * IBM Model 1 (P. F. Brown, S. A. Della Pietra, V. J. Della Pietra and R. L. Mercer, "The
 * Mathematics of Statistical Machine Translation", Computational Linguistics 19, 1993) in both
 * directions at once, each with a null word.
 *
 * <p>A round has three phases. Each is divided into tasks that write to separate places, and every
 * sum has a fixed order, so that any number of threads gives the same bits. The first phase sums
 * the translation probabilities of each word in each pair of texts. The second computes the
 * expected links of each Chinese word, in the order of its pairs. The third sums the links of the
 * English words over a fixed number of stretches.
 */
final class ModelOne {

  private static final int STRETCHES = 16;
  private static final int PAIRS_A_TASK = 256;
  private static final int MIN_TABLE_PAIRS = 50;

  private final NumberedPairs corpus;
  private final Occurrences occurrences;
  private final PairTable table;
  private final Workers workers;

  /** The expected links of each Chinese and each English word in the last round. */
  private final double[] chineseLinks;

  private final double[] englishLinks;

  /** The probability of each word given the null word. */
  private final double[] nullToEnglish;

  private final double[] nullToChinese;

  /**
   * For each place of a side: weight times occurrences, divided by the sum of its translation
   * probabilities.
   */
  private final float[] englishScale;

  private final float[] chineseScale;

  private ModelOne(
      NumberedPairs corpus, Occurrences occurrences, PairTable table, Workers workers) {
    this.corpus = corpus;
    this.occurrences = occurrences;
    this.table = table;
    this.workers = workers;
    int chinese = corpus.chinese().vocabulary().size();
    int english = corpus.english().vocabulary().size();
    this.chineseLinks = new double[chinese];
    this.englishLinks = new double[english];
    this.nullToChinese = new double[chinese];
    this.nullToEnglish = new double[english];
    this.chineseScale = new float[corpus.chinese().words().length];
    this.englishScale = new float[corpus.english().words().length];
    Arrays.fill(nullToChinese, 1.0 / chinese);
    Arrays.fill(nullToEnglish, 1.0 / english);
    Arrays.fill(table.forward, (float) (1.0 / english));
    Arrays.fill(table.backward, (float) (1.0 / chinese));
  }

  /** Trains a model; the probabilities are in its {@link #table}. */
  static ModelOne train(
      NumberedPairs corpus, int rounds, Workers workers, Consumer<String> progress) {
    Occurrences occurrences = new Occurrences(corpus);
    PairTable table = PairTable.of(corpus, occurrences, workers);
    ModelOne model = new ModelOne(corpus, occurrences, table, workers);
    for (int round = 1; round <= rounds; round++) {
      progress.accept("round " + round + " of " + rounds);
      model.round();
    }
    return model;
  }

  PairTable table() {
    return table;
  }

  /** The expected links of a Chinese word to English words, without the null word. */
  double chineseLinks(int word) {
    return chineseLinks[word];
  }

  /** The expected links of an English word to Chinese words, without the null word. */
  double englishLinks(int word) {
    return englishLinks[word];
  }

  private void round() {
    int tasks = (corpus.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK;
    workers.run(
        tasks,
        task -> {
          int last = Math.min(corpus.size(), (task + 1) * PAIRS_A_TASK);
          for (int pair = task * PAIRS_A_TASK; pair < last; pair++) {
            scale(pair);
          }
        });
    linkNullToEnglish();
    workers.run(chineseLinks.length, this::link);
    normalise(nullToChinese);
    sumEnglish();
    workers.run(chineseLinks.length, this::divideByEnglish);
  }

  /** Phase 1: sums the translation probabilities of each word of a pair. */
  private void scale(int pair) {
    NumberedPairs.Side left = corpus.chinese();
    NumberedPairs.Side right = corpus.english();
    int rightStart = right.starts()[pair];
    double[] rightSums = new double[right.starts()[pair + 1] - rightStart];
    for (int j = 0; j < rightSums.length; j++) {
      rightSums[j] = nullToEnglish[right.words()[rightStart + j]];
    }
    float weight = corpus.weights()[pair];
    for (int place = left.starts()[pair]; place < left.starts()[pair + 1]; place++) {
      int word = left.words()[place];
      int times = left.times()[place];
      double sum = nullToChinese[word];
      int cell = table.rows[word];
      for (int j = 0; j < rightSums.length; j++) {
        cell = table.cell(word, right.words()[rightStart + j], cell);
        sum += right.times()[rightStart + j] * (double) table.backward[cell];
        rightSums[j] += times * (double) table.forward[cell];
      }
      chineseScale[place] = (float) (weight * times / sum);
    }
    for (int j = 0; j < rightSums.length; j++) {
      englishScale[rightStart + j] =
          (float) (weight * right.times()[rightStart + j] / rightSums[j]);
    }
  }

  /**
   * Phase 2: computes the expected links of a Chinese word and stores them as probabilities and as
   * counts.
   */
  private void link(int word) {
    int start = table.rows[word];
    int size = table.rows[word + 1] - start;
    double[] chineseCounts = new double[size];
    double[] back = new double[size];
    double none = 0;
    int[] places = places(word);
    int[] rightStarts = corpus.english().starts();
    int[] rightWords = corpus.english().words();
    byte[] rightTimes = corpus.english().times();
    for (int at = occurrences.start(word); at < occurrences.start(word + 1); at++) {
      int pair = occurrences.pair(at);
      int place = occurrences.place(at);
      double times = corpus.chinese().times()[place];
      double scale = chineseScale[place];
      none += scale;
      int cell = 0;
      for (int j = rightStarts[pair]; j < rightStarts[pair + 1]; j++) {
        cell =
            places.length > 0
                ? places[rightWords[j]]
                : table.cell(word, rightWords[j], start + cell) - start;
        chineseCounts[cell] += times * englishScale[j];
        back[cell] += rightTimes[j] * scale;
      }
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      chineseCounts[i] *= table.forward[start + i];
      sum += chineseCounts[i];
    }
    chineseLinks[word] = sum;
    for (int i = 0; i < size; i++) {
      table.forward[start + i] = sum > 0 ? (float) (chineseCounts[i] / sum) : 0;
      table.backward[start + i] *= (float) back[i];
    }
    nullToChinese[word] *= none;
  }

  /**
   * Returns cells by English word if the word is frequent enough for a lookup table to pay;
   * otherwise empty.
   */
  private int[] places(int word) {
    int size = table.rows[word + 1] - table.rows[word];
    if (occurrences.start(word + 1) - occurrences.start(word) < MIN_TABLE_PAIRS) {
      return new int[0];
    }
    int[] places = new int[corpus.english().vocabulary().size()];
    for (int i = 0; i < size; i++) {
      places[table.columns[table.rows[word] + i]] = i;
    }
    return places;
  }

  /** Computes the expected links of the null word to English words. */
  private void linkNullToEnglish() {
    double[] sums = new double[nullToEnglish.length];
    int[] words = corpus.english().words();
    for (int i = 0; i < words.length; i++) {
      sums[words[i]] += englishScale[i];
    }
    for (int word = 0; word < sums.length; word++) {
      nullToEnglish[word] *= sums[word];
    }
    normalise(nullToEnglish);
  }

  /** Phase 3: sums the links of each English word. */
  private void sumEnglish() {
    double[][] sums = new double[STRETCHES][englishLinks.length];
    int words = chineseLinks.length;
    workers.run(
        STRETCHES,
        stretch -> {
          int from = table.rows[(int) ((long) words * stretch / STRETCHES)];
          int to = table.rows[(int) ((long) words * (stretch + 1) / STRETCHES)];
          for (int cell = from; cell < to; cell++) {
            sums[stretch][table.columns[cell]] += table.backward[cell];
          }
        });
    Arrays.fill(englishLinks, 0);
    for (double[] stretch : sums) {
      for (int word = 0; word < stretch.length; word++) {
        englishLinks[word] += stretch[word];
      }
    }
  }

  private void divideByEnglish(int word) {
    for (int cell = table.rows[word]; cell < table.rows[word + 1]; cell++) {
      double links = englishLinks[table.columns[cell]];
      table.backward[cell] = links > 0 ? (float) (table.backward[cell] / links) : 0;
    }
  }

  private static void normalise(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }
}

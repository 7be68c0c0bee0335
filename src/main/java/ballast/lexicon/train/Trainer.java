package ballast.lexicon.train;

import ballast.bitext.InputException;
import ballast.language.Han;
import ballast.lexicon.CharacterTable;
import ballast.lexicon.Entries;
import ballast.lexicon.LexiconFile;
import ballast.lexicon.TextPieces;
import ballast.lexicon.WordCutter;
import ballast.lexicon.WordIndex;
import ballast.lexicon.WordTable;
import ballast.lexicon.train.NumberedPairs.Vocabulary;
import ballast.lexicon.train.SourceReport.SourceTally;
import ballast.lexicon.train.SourceReport.TrainingSource;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a lexicon on pairs of texts and a dictionary. The same sources in the same order give the
 * same bytes, on any machine and with any number of threads.
 */
public final class Trainer {

  private static final int SEARCH_STEPS = 12;

  private final TrainingOptions options;
  private final Consumer<String> progress;

  /**
   * @param progress receives each step as it begins, in a few words
   */
  public Trainer(TrainingOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Trains a lexicon.
   *
   * @param sources files with lines of Chinese, a tab and English
   * @param cedict CC-CEDICT; without it traditional characters are not converted to simplified ones
   * @throws InputException if a source cannot be read, or the sources are too small
   */
  public Training train(List<TrainingSource> sources, Optional<TrainingSource> cedict) {
    try (Workers workers = new Workers(options.jobs())) {
      return train(sources, cedict, workers);
    }
  }

  private Training train(
      List<TrainingSource> sources, Optional<TrainingSource> cedict, Workers workers) {
    List<SourceTally> tallies = new ArrayList<>();
    List<Cedict.Entry> entries = cedict.map(source -> Cedict.read(source.file())).orElse(List.of());
    CharacterTable characters = CharacterLearner.learn(entries);
    PairLoader loader = new PairLoader(characters, workers);
    if (cedict.isPresent()) {
      tallies.add(new SourceTally(cedict.get()));
      loader.addEntries(0, entries, tallies.get(0));
    }
    for (TrainingSource source : sources) {
      progress.accept("reading " + source.name());
      SourceTally tally = new SourceTally(source);
      tallies.add(tally);
      loader.addFile(tallies.size() - 1, source, tally);
    }
    progress.accept("choosing words");
    double[] weights = tallies.stream().mapToDouble(SourceTally::weight).toArray();
    WordCutter han = new WordCounter(loader.pairs(), weights, loader.words(), workers).count();
    NumberedPairs corpus = CorpusBuilder.build(loader.pairs(), han, tallies, workers);
    if (corpus.size() == 0) {
      throw new InputException(
          "there is nothing to learn: no word occurs "
              + TrainingOptions.DEFAULT_MIN_OCCURRENCES
              + " times",
          "give more pairs of texts, or give them more weight, as in FILE:3");
    }
    progress.accept("pairing words");
    ModelOne model = ModelOne.train(corpus, TrainingOptions.ROUNDS, workers, progress);
    progress.accept("writing");
    List<SourceReport> reports = tallies.stream().map(SourceTally::report).toList();
    return fit(new LexiconBuilder(model, corpus, characters, notes(reports)), model, reports);
  }

  private static List<String> notes(List<SourceReport> reports) {
    List<String> notes = new ArrayList<>();
    notes.add("A translation table by ballast lexicon train; sources: name, weight, pairs.");
    for (SourceReport report : reports) {
      notes.add(
          String.format(Locale.ROOT, "%s\t%s\t%d", report.name(), report.weight(), report.kept()));
    }
    return notes;
  }

  /** Finds the largest file within the allowed size by bisection. */
  private Training fit(LexiconBuilder builder, ModelOne model, List<SourceReport> reports) {
    Pruning pruning = Pruning.of(model);
    int fits = 0;
    int tooMany = pruning.size() + 1;
    int count = pruning.size();
    LexiconBuilder.Built best = builder.build(new int[0]);
    for (int step = 0; step < SEARCH_STEPS && fits + 1 < tooMany; step++) {
      LexiconBuilder.Built built = builder.build(pruning.best(count));
      if (built.bytes().length <= options.largest()) {
        best = built;
        fits = count;
      } else {
        tooMany = count;
      }
      double part = (double) options.largest() / built.bytes().length * 0.999;
      int guess = (int) Math.min(Integer.MAX_VALUE, count * part);
      count = guess > fits && guess < tooMany ? guess : fits + (tooMany - fits) / 2;
    }
    if (best.entries() == 0) {
      throw new InputException(
          "no entry fits into " + options.largest() + " bytes", "allow a larger file");
    }
    return new Training(
        best.bytes(),
        best.chineseWords(),
        best.englishWords(),
        best.entries(),
        pruning.size(),
        reports);
  }

  /**
   * A trained lexicon.
   *
   * @param candidates number of entries without a size limit
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are only written to a file
  public record Training(
      byte[] bytes,
      int chineseWords,
      int englishWords,
      int entries,
      int candidates,
      List<SourceReport> sources) {

    public Training {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Reads CC-CEDICT as packaged in Debian's dict-cc-cedict: a gzipped dictd text. An entry has a
   * line with the headword (traditional and simplified, separated by a bar if they differ), a line
   * with its pinyin in brackets, and lines with the senses. A second reading begins with its pinyin
   * line.
   */
  static final class Cedict {

    /**
     * One headword with one reading.
     *
     * @param pinyin syllables with tone marks, separated by spaces
     * @param senses the lines of the senses, as wrapped in the file
     */
    record Entry(String traditional, String simplified, String pinyin, List<String> senses) {}

    private final List<Entry> entries = new ArrayList<>();
    private String headword = "";
    private String pinyin = "";
    private List<String> senses = new ArrayList<>();

    private Cedict() {}

    /**
     * Reads all entries in order.
     *
     * @throws InputException if the file cannot be read or has no entries
     */
    static List<Entry> read(Path file) {
      try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
        raw.mark(2);
        boolean zipped = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        InputStream text = zipped ? new GZIPInputStream(raw) : raw;
        List<Entry> entries =
            new Cedict().read(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        if (entries.isEmpty()) {
          throw unusable(file, null);
        }
        return entries;
      } catch (IOException | UncheckedIOException e) {
        throw unusable(file, e);
      }
    }

    private static InputException unusable(Path file, @Nullable Exception e) {
      String message = "cannot read the dictionary \"" + file + "\"";
      String hint =
          "give cc-cedict.dict.dz of Debian's dict-cc-cedict (apt-get install dict-cc-cedict)";
      return e == null ? new InputException(message, hint) : new InputException(message, hint, e);
    }

    private List<Entry> read(String[] lines) {
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i].strip();
        String next = i + 1 < lines.length ? lines[i + 1] : "";
        if (isPinyin(next) && isHeadword(line)) {
          finish();
          headword = line;
          pinyin = "";
        } else if (isPinyin(line) && (pinyin.isEmpty() || !senses.isEmpty())) {
          finish();
          pinyin = line.substring(1, line.length() - 1);
        } else if (!line.isEmpty()) {
          senses.add(line);
        }
      }
      finish();
      return entries;
    }

    private void finish() {
      if (!headword.isEmpty() && !pinyin.isEmpty() && !senses.isEmpty()) {
        int bar = headword.indexOf('|');
        String traditional = bar < 0 ? headword : headword.substring(0, bar);
        String simplified = headword.substring(bar + 1);
        entries.add(new Entry(traditional, simplified, pinyin, List.copyOf(senses)));
      }
      senses = new ArrayList<>();
    }

    private static boolean isHeadword(String line) {
      return !line.isEmpty() && line.indexOf(' ') < 0 && Han.occursIn(line);
    }

    /** Whether the whole line is in brackets and without Han; long pinyin lines are not wrapped. */
    private static boolean isPinyin(String line) {
      String text = line.strip();
      return text.startsWith("[")
          && text.indexOf(']') == text.length() - 1
          && text.codePoints().noneMatch(Han::isHan);
    }
  }

  /** Learns the simplified forms and readings of characters from the headwords of a dictionary. */
  private static final class CharacterLearner {

    private static final int MAX_READINGS = 15;

    private final TreeMap<Integer, TreeMap<Integer, Integer>> simplified = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<String, Integer>> readings = new TreeMap<>();

    private static final Pattern TONE = Pattern.compile("\\p{Mn}");
    private static final Pattern LONE_MARK = Pattern.compile("(^| )[^a-z0-9]+(?= |$)");
    private static final Pattern SPACE = Pattern.compile(" +");

    private CharacterLearner() {}

    private static boolean isSyllable(String text) {
      return !text.equals("r") && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    static CharacterTable learn(List<Cedict.Entry> entries) {
      CharacterLearner learner = new CharacterLearner();
      entries.forEach(learner::add);
      return CharacterTable.of(learner.simplifiedForms(), learner.readingsInOrder());
    }

    private void add(Cedict.Entry entry) {
      int[] from = entry.traditional().codePoints().toArray();
      int[] to = entry.simplified().codePoints().toArray();
      if (from.length != to.length) {
        return;
      }
      for (int i = 0; i < from.length; i++) {
        simplified.computeIfAbsent(from[i], c -> new TreeMap<>()).merge(to[i], 1, Integer::sum);
      }
      String[] syllables = syllables(entry.pinyin());
      if (syllables.length != from.length) {
        return;
      }
      for (int i = 0; i < from.length; i++) {
        if (Han.isHan(from[i]) && isSyllable(syllables[i])) {
          addReading(from[i], syllables[i]);
          if (to[i] != from[i]) {
            addReading(to[i], syllables[i]);
          }
        }
      }
    }

    private void addReading(int character, String syllable) {
      readings.computeIfAbsent(character, c -> new TreeMap<>()).merge(syllable, 1, Integer::sum);
    }

    /** Returns the syllables in lower case without tones and without marks between them. */
    private static String[] syllables(String pinyin) {
      String plain =
          Normalizer.normalize(pinyin.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
              .replace("u\u0308", "v");
      String toneless = TONE.matcher(plain).replaceAll("");
      return SPACE.split(LONE_MARK.matcher(toneless).replaceAll("").strip());
    }

    /**
     * Includes only characters with a simplified form that usually differs: 著 becomes 着, but
     * sometimes stays 著.
     */
    private SortedMap<Integer, Integer> simplifiedForms() {
      SortedMap<Integer, Integer> forms = new TreeMap<>();
      simplified.forEach(
          (character, counts) -> {
            Map.Entry<Integer, Integer> mostFrequent =
                counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue())
                    .orElseThrow();
            boolean unchanged = counts.getOrDefault(character, 0) >= mostFrequent.getValue();
            if (!unchanged && Han.isHan(character) && Han.isHan(mostFrequent.getKey())) {
              forms.put(character, mostFrequent.getKey());
            }
          });
      return forms;
    }

    private SortedMap<Integer, List<String>> readingsInOrder() {
      SortedMap<Integer, List<String>> inOrder = new TreeMap<>();
      readings.forEach(
          (character, counts) ->
              inOrder.put(
                  character,
                  counts.entrySet().stream()
                      .sorted(
                          Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                              .thenComparing(Map.Entry.comparingByKey()))
                      .map(Map.Entry::getKey)
                      .limit(MAX_READINGS)
                      .toList()));
      return inOrder;
    }
  }

  /**
   * Reads the sources line by line into {@link RawPairs}. Collects possible Chinese words from the
   * Chinese sides of dictionary entries and of word lists.
   */
  private static final class PairLoader {

    private static final int BATCH = 8192;

    /** Minimum share of entries in a word list. */
    private static final double WORD_LIST = 1.0 / 3;

    /** Maximum English words in an entry. */
    private static final int MAX_KEYS = 8;

    /** Maximum characters of a word, or words of its translation. */
    private static final int SHORT = 2;

    private final CharacterTable characters;
    private final Workers workers;
    private final RawPairs pairs = new RawPairs();
    private final Set<String> words = new TreeSet<>();

    PairLoader(CharacterTable characters, Workers workers) {
      this.characters = characters;
      this.workers = workers;
    }

    RawPairs pairs() {
      return pairs;
    }

    /** The Chinese words of two characters or more that the sources list. */
    Set<String> words() {
      return words;
    }

    private record Pieces(List<String> chinese, List<String> english) {}

    private record Sides(String chinese, String english) {}

    void addEntries(int source, List<Cedict.Entry> entries, SourceTally tally) {
      List<Sides> batch = new ArrayList<>();
      for (Cedict.Entry entry : entries) {
        tally.read();
        String gloss = Gloss.plain(entry.senses());
        boolean surname =
            entry.simplified().length() == 1 && entry.senses().get(0).startsWith("surname");
        if (gloss.isEmpty() || surname) {
          tally.drop(SourceReport.Reason.EMPTY);
        } else {
          batch.add(new Sides(entry.simplified(), gloss));
        }
      }
      add(source, batch).stream().filter(PairLoader::isWord).forEach(this::addWord);
    }

    /**
     * Adds the pairs of a file with lines of Chinese, a tab and English.
     *
     * @throws InputException if it cannot be read or is not UTF-8
     */
    void addFile(int source, TrainingSource file, SourceTally tally) {
      List<Pieces> entries = new ArrayList<>();
      try (BufferedReader lines = Files.newBufferedReader(file.file(), StandardCharsets.UTF_8)) {
        List<Sides> batch = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          tally.read();
          int tab = line.indexOf('\t');
          if (tab < 0 || line.indexOf('\t', tab + 1) >= 0) {
            tally.drop(SourceReport.Reason.NOT_A_PAIR);
          } else {
            batch.add(new Sides(line.substring(0, tab), line.substring(tab + 1)));
          }
          if (batch.size() == BATCH) {
            add(source, batch).stream().filter(PairLoader::isEntry).forEach(entries::add);
            batch.clear();
          }
        }
        add(source, batch).stream().filter(PairLoader::isEntry).forEach(entries::add);
      } catch (CharacterCodingException e) {
        throw new InputException(
            "cannot read the pairs in \"" + file.file() + "\": not UTF-8",
            "convert it to UTF-8 first",
            e);
      } catch (IOException e) {
        throw new InputException(
            "cannot read the pairs in \"" + file.file() + "\"",
            "give a UTF-8 file with Chinese, a tab and English in each line",
            e);
      }
      if (entries.size() >= WORD_LIST * tally.count()) {
        entries.stream().filter(PairLoader::isOneWord).forEach(this::addWord);
      }
    }

    private List<Pieces> add(int source, List<Sides> batch) {
      Pieces[] cut = new Pieces[batch.size()];
      workers.run(
          batch.size(),
          i ->
              cut[i] =
                  new Pieces(
                      TextPieces.of(batch.get(i).chinese(), characters),
                      TextPieces.of(batch.get(i).english(), characters)));
      for (Pieces pieces : cut) {
        pairs.add(source, String.join(" ", pieces.chinese()), pieces.english());
      }
      return List.of(cut);
    }

    private static boolean isEntry(Pieces pair) {
      return pair.english().size() <= MAX_KEYS && isWord(pair);
    }

    private static boolean isWord(Pieces pair) {
      return pair.chinese().size() == 1
          && Han.isHan(pair.chinese().get(0).codePointAt(0))
          && pair.chinese().get(0).length() <= WordCutter.MAX_WORD_LENGTH;
    }

    /**
     * Whether the Chinese side of an entry of a word list counts as one word rather than a phrase,
     * because it or its translation is short. A phrase cut as one word would be too rare to learn
     * from.
     */
    private static boolean isOneWord(Pieces entry) {
      return entry.chinese().get(0).length() <= SHORT || entry.english().size() <= SHORT;
    }

    private void addWord(Pieces entry) {
      String word = entry.chinese().get(0);
      if (word.codePointCount(0, word.length()) > 1) {
        words.add(word);
      }
    }
  }

  /** Makes a lexicon file from the cells of a trained model. */
  private static final class LexiconBuilder {

    private final ModelOne model;
    private final NumberedPairs corpus;
    private final CharacterTable characters;
    private final List<String> notes;

    LexiconBuilder(
        ModelOne model, NumberedPairs corpus, CharacterTable characters, List<String> notes) {
      this.model = model;
      this.corpus = corpus;
      this.characters = characters;
      this.notes = List.copyOf(notes);
    }

    @SuppressWarnings("ArrayRecordComponent") // the bytes are only handed on
    record Built(byte[] bytes, int chineseWords, int englishWords, int entries) {}

    /**
     * The words of one language that have an entry.
     *
     * @param words vocabulary numbers in the order of the file
     * @param numbers file numbers by vocabulary number
     * @param links the links of each word as in the file, rounded to a step
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Chosen(int[] words, int[] numbers, float[] links, WordTable table) {}

    /**
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
      byte[] bytes =
          new LexiconFile(notes, characters, chinese.table(), english.table(), entries).toBytes();
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
                    int one = classOf(counts[a]);
                    int other = classOf(counts[b]);
                    return one != other
                        ? Integer.compare(other, one)
                        : vocabulary.words().get(a).compareTo(vocabulary.words().get(b));
                  })
              .mapToInt(Integer::intValue)
              .toArray();
      int[] numbers = new int[used.length];
      int[] chosenCounts = new int[words.length];
      byte[] steps = new byte[words.length];
      float[] chosenLinks = new float[words.length];
      long tokens = Math.round(vocabulary.tokens());
      long sum = 0;
      for (int i = 0; i < words.length; i++) {
        numbers[words[i]] = i;
        chosenCounts[i] = counts[words[i]];
        steps[i] = WordTable.step(links.applyAsDouble(words[i]), chosenCounts[i]);
        chosenLinks[i] = (float) (chosenCounts[i] * WordTable.ratio(steps[i]));
        sum += chosenCounts[i];
      }
      WordIndex index =
          WordIndex.of(Arrays.stream(words).mapToObj(vocabulary.words()::get).toList());
      WordTable table = new WordTable(index, chosenCounts, steps, Math.max(tokens, sum));
      return new Chosen(words, numbers, chosenLinks, table);
    }

    /**
     * The number of bits of a count. Words are ordered by it first, so that ids follow frequency.
     */
    private static int classOf(int count) {
      return 32 - Integer.numberOfLeadingZeros(count);
    }

    private Entries entries(int[] cells, Chosen chinese, Chosen english) {
      PairTable table = model.table();
      int[] starts = new int[chinese.words().length + 1];
      int[] columns = new int[cells.length];
      byte[] forward = new byte[cells.length];
      byte[] backward = new byte[cells.length];
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
          forward[at] = Entries.step((double) table.forward[cell] * chinese.links()[i]);
          backward[at] = Entries.step((double) table.backward[cell] * english.links()[columns[at]]);
          at++;
        }
        starts[i + 1] = at;
      }
      return Entries.of(starts, columns, forward, backward);
    }

    /** Returns the index of the first ascending number that is at least {@code minimum}. */
    private static int first(int[] rising, int minimum) {
      int at = Arrays.binarySearch(rising, minimum);
      return at >= 0 ? at : -at - 1;
    }
  }

  /**
   * Ranks the cells of a trained table by their value: sqrt(t(e|z) t(z|e)) ln(1 + links). Omits
   * cells that are improbable in both directions or have hardly any links.
   */
  private static final class Pruning {

    private static final double MIN_PROBABILITY = 0.003;
    private static final double MIN_LINKS = 0.1;

    /** The cells, the best first; equal ones in table order. */
    private final int[] ranked;

    private Pruning(int[] ranked) {
      this.ranked = ranked;
    }

    static Pruning of(ModelOne model) {
      PairTable table = model.table();
      long[] keys = new long[1 << 16];
      int size = 0;
      for (int word = 0; word < table.rows.length - 1; word++) {
        for (int cell = table.rows[word]; cell < table.rows[word + 1]; cell++) {
          double englishGivenChinese = table.forward[cell];
          double back = table.backward[cell];
          double links =
              (englishGivenChinese * model.chineseLinks(word)
                      + back * model.englishLinks(table.columns[cell]))
                  / 2;
          if (Math.max(englishGivenChinese, back) > MIN_PROBABILITY && links > MIN_LINKS) {
            if (size == keys.length) {
              keys = Arrays.copyOf(keys, size * 2);
            }
            float rank = (float) (Math.sqrt(englishGivenChinese * back) * StrictMath.log1p(links));
            // The bits of positive floats sort like the floats; inverted, the best come first.
            keys[size++] = ((long) ~Float.floatToIntBits(rank) << 32) | cell;
          }
        }
      }
      long[] sorted = Arrays.copyOf(keys, size);
      Arrays.parallelSort(sorted);
      return new Pruning(Arrays.stream(sorted).mapToInt(key -> (int) key).toArray());
    }

    int size() {
      return ranked.length;
    }

    int[] best(int count) {
      int[] best = Arrays.copyOf(ranked, count);
      Arrays.sort(best);
      return best;
    }
  }

  /** Reduces the senses of a dictionary entry to plain English. */
  static final class Gloss {

    private static final int MAX_WORDS = 14;

    private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\]]*\\]|\\([^()]*\\)");
    private static final Pattern MEASURE_WORDS = Pattern.compile("\\bCL:\\S+");
    private static final Pattern SURNAME = Pattern.compile("^surname \\S+$", Pattern.MULTILINE);
    private static final Pattern REMARKS =
        Pattern.compile(
            "\\b(old |erroneous |euphemistic )?(variant|form) of\\b|\\bsee( also)?\\b"
                + "|\\babbr\\. (for|of)\\b|\\balso (written|called|pr\\.)|\\b(Taiwan )?pr\\."
                + "|\\b(lit|fig|esp|usu|cf|Tw)\\.|\\b(sb|sth|etc|idiom|pinyin)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INFINITIVE = Pattern.compile("(^|[;,/])\\s*to (?=\\p{L})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{IsLatin}\\p{M}'’]+");

    private Gloss() {}

    /**
     * Returns at most {@value #MAX_WORDS} words separated by spaces; empty if nothing remains of
     * the senses.
     */
    static String plain(List<String> senses) {
      String text = String.join("\n", senses);
      String before;
      do {
        before = text;
        text = IN_BRACKETS.matcher(text).replaceAll(" ");
      } while (!text.equals(before));
      text = SURNAME.matcher(text).replaceAll(" ");
      text = MEASURE_WORDS.matcher(text).replaceAll(" ");
      text = REMARKS.matcher(text).replaceAll(" ");
      text = INFINITIVE.matcher(text.replace('\n', ';')).replaceAll("$1 ");
      String[] words = NO_WORD.matcher(text).replaceAll(" ").strip().split(" ");
      return String.join(" ", List.of(words).subList(0, Math.min(MAX_WORDS, words.length)));
    }
  }
}

package ballast.lexicon;

import ballast.bitext.InputException;
import ballast.bitext.Sha256;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import org.jspecify.annotations.Nullable;

/**
 * A translation table between Chinese and English words as learnt by IBM Model 1 (P. F. Brown et
 * al. 1993): for each pair of words, the probability of either given the other. Also contains the
 * frequencies of words and the forms and readings of Chinese characters. Thread-safe and immutable.
 *
 * <p>Words are keys made by {@link #words()}. Each has an id, from 0 on; frequent words have small
 * ids. An open lexicon takes the memory of its file and a few megabytes of indexes.
 */
public final class Lexicon implements ChineseWords, Renderings {

  public static final int UNKNOWN = WordIndex.UNKNOWN;

  private static final String BUNDLED = "/ballast/lexicon/zh-en.lexicon";
  private static final String HINT =
      "give a file that \"ballast lexicon train\" wrote, or train it again";

  /** Null for the bundled lexicon. */
  private final @Nullable Parts given;

  /** Null until the bundled lexicon is first needed. */
  private volatile @Nullable ForkJoinTask<Parts> reading;

  private final Renderings renderings = new EntryRenderings(this);

  private Lexicon(@Nullable Parts given) {
    this.given = given;
  }

  private record Parts(LexiconFile file, WordReader words) {

    static Parts read(InputStream in, long size) throws IOException {
      LexiconFile file = LexiconFile.read(in, size);
      WordTable chinese = file.chinese();
      WordCutter han = new WordCutter(chinese.index(), chinese.counts(), 1);
      return new Parts(file, new WordReader(file.characters(), han));
    }
  }

  private static final class Opening extends RecursiveTask<Parts> {

    private static final long serialVersionUID = 1L;

    @Override
    protected Parts compute() {
      try (InputStream in = Lexicon.class.getResourceAsStream(BUNDLED)) {
        return Parts.read(Objects.requireNonNull(in, BUNDLED), Long.MAX_VALUE);
      } catch (IOException | DamagedException e) {
        throw new IllegalStateException("cannot read " + BUNDLED + " of the program", e);
      }
    }
  }

  /**
   * Starts reading the bundled lexicon in the background. Takes tens of milliseconds each time, so
   * keep the result.
   *
   * <p>The first call that needs it waits, and throws {@link IllegalStateException} if it is
   * damaged.
   */
  public static Lexicon bundled() {
    Lexicon lexicon = bundledWhenNeeded();
    lexicon.reading = new Opening().fork();
    return lexicon;
  }

  /** Like {@link #bundled}, but starts reading at the first use. */
  public static Lexicon bundledWhenNeeded() {
    return new Lexicon(null);
  }

  public static String bundledDigest() {
    try (InputStream in = Lexicon.class.getResourceAsStream(BUNDLED)) {
      return Sha256.hex(Objects.requireNonNull(in, BUNDLED));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + BUNDLED + " of the program", e);
    }
  }

  /**
   * @throws InputException if the file cannot be read, is not a lexicon, is damaged, or was written
   *     by another version of Ballast
   */
  public static Lexicon open(Path file) {
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException("cannot read the lexicon \"" + file + "\"", HINT, e);
    } catch (DamagedException e) {
      throw new InputException(
          "cannot read the lexicon \"" + file + "\": " + e.getMessage(), HINT, e);
    }
  }

  public static Lexicon of(byte[] bytes) {
    try {
      return new Lexicon(Parts.read(new ByteArrayInputStream(bytes), bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Parts parts() {
    if (given != null) {
      return given;
    }
    ForkJoinTask<Parts> task = reading;
    return (task == null ? begin() : task).join();
  }

  private synchronized ForkJoinTask<Parts> begin() {
    ForkJoinTask<Parts> task = reading;
    if (task == null) {
      task = new Opening().fork();
      reading = task;
    }
    return task;
  }

  private LexiconFile file() {
    return parts().file();
  }

  private static InputException damaged(DamagedException e) {
    return new InputException("the lexicon is damaged: " + e.getMessage(), HINT, e);
  }

  public int chinese(String word) {
    return file().chinese().index().find(word);
  }

  public int english(String word) {
    return file().english().index().find(word);
  }

  public int chineseWords() {
    return file().chinese().size();
  }

  public int englishWords() {
    return file().english().size();
  }

  public String chineseWord(int id) {
    return file().chinese().index().word(id);
  }

  public String englishWord(int id) {
    return file().english().index().word(id);
  }

  /** Weighted by source. */
  public int chineseCount(int id) {
    return file().chinese().counts()[id];
  }

  /** Weighted by source. */
  public int englishCount(int id) {
    return file().english().counts()[id];
  }

  /** In (0, 1], among all Chinese words in training. */
  public double chineseShare(int id) {
    return file().chinese().share(id);
  }

  /** In (0, 1], among all English words in training. */
  public double englishShare(int id) {
    return file().english().share(id);
  }

  /**
   * Visits every entry of a Chinese word, by ascending English id.
   *
   * @throws InputException if the file was tampered with; accidental damage is detected on opening
   */
  public void translations(int chinese, EntryVisitor visitor) {
    if (chinese < 0 || chinese >= chineseWords()) {
      throw new IllegalArgumentException("chinese: " + chinese + " is not the id of a word");
    }
    LexiconFile file = file();
    try {
      file.entries().visit(chinese, file.chinese(), file.english(), visitor);
    } catch (DamagedException e) {
      throw damaged(e);
    }
  }

  /** The reader that turns texts into keys with this lexicon's words. */
  public WordReader words() {
    return parts().words();
  }

  @Override
  public Cut cut(String run) {
    return words().cut(run);
  }

  @Override
  public Cut parts(String word) {
    return words().parts(word);
  }

  @Override
  public double share(String word) {
    int id = chinese(word);
    return id == UNKNOWN ? 0 : chineseShare(id);
  }

  @Override
  public boolean renders(String chinese, String phrase) {
    return renderings.renders(chinese, phrase);
  }

  @Override
  public double probability(String chinese, String english) {
    return renderings.probability(chinese, english);
  }

  @Override
  public int simplified(int codePoint) {
    return file().characters().simplified(codePoint);
  }

  /**
   * Returns the readings of a simplified or traditional character, the most common first: pinyin
   * without tones in lower-case ASCII, with {@code v} for ü. Empty if unknown.
   */
  @Override
  public List<String> readings(int codePoint) {
    return file().characters().readings(codePoint);
  }

  /** Lines with the sources and the licence of the lexicon. */
  public List<String> notes() {
    return file().notes();
  }

  /** Renderings from the entries of a lexicon, with a cache of answers. Thread-safe. */
  private static final class EntryRenderings implements Renderings {

    /** Minimum probability of a rendering; below it, most are accidents of the training texts. */
    private static final double MIN_PROBABILITY = 0.02;

    /** Minimum letters of a key; shorter keys hardly ever carry the meaning of a term. */
    private static final int MIN_KEY_LENGTH = 4;

    private static final int MAX_REMEMBERED = 50_000;

    private final Lexicon lexicon;
    private final Map<String, Boolean> rendered = new ConcurrentHashMap<>();
    private final Map<String, Integer> english = new ConcurrentHashMap<>();

    /** Keyed by the id of a Chinese word, so its size is bounded by the lexicon. */
    private final Map<Integer, Map<Integer, Double>> entries = new ConcurrentHashMap<>();

    EntryRenderings(Lexicon lexicon) {
      this.lexicon = lexicon;
    }

    @Override
    public boolean renders(String chinese, String phrase) {
      String pair = chinese + '\t' + phrase;
      Boolean known = rendered.get(pair);
      if (known == null) {
        known = looksUp(chinese, phrase);
        if (rendered.size() < MAX_REMEMBERED) {
          rendered.put(pair, known);
        }
      }
      return known;
    }

    private boolean looksUp(String word, String phrase) {
      int id = lexicon.chinese(word);
      List<String> keys =
          lexicon.words().read(phrase).stream()
              .filter(key -> key.length() >= MIN_KEY_LENGTH)
              .toList();
      if (id == WordIndex.UNKNOWN || keys.isEmpty()) {
        return false;
      }
      Set<Integer> known = new HashSet<>();
      lexicon.translations(
          id,
          (translation, forward, backward, links) -> {
            if (forward >= MIN_PROBABILITY) {
              known.add(translation);
            }
          });
      return keys.stream().allMatch(key -> known.contains(lexicon.english(key)));
    }

    @Override
    public double probability(String chinese, String word) {
      int id = lexicon.chinese(chinese);
      return id == WordIndex.UNKNOWN
          ? 0
          : entries.computeIfAbsent(id, this::translations).getOrDefault(english(word), 0.0);
    }

    private int english(String word) {
      Integer known = english.get(word);
      if (known == null) {
        List<String> keys = lexicon.words().read(word);
        known = keys.size() == 1 ? lexicon.english(keys.get(0)) : WordIndex.UNKNOWN;
        if (english.size() < MAX_REMEMBERED) {
          english.put(word, known);
        }
      }
      return known;
    }

    private Map<Integer, Double> translations(int chinese) {
      Map<Integer, Double> found = new HashMap<>();
      lexicon.translations(
          chinese,
          (word, forward, backward, links) -> found.put(word, Math.max(forward, backward / 2)));
      return found;
    }
  }
}

package ballast.lexicon.train;

import ballast.bitext.InputException;
import ballast.language.Han;
import ballast.lexicon.CharacterTable;
import ballast.lexicon.TextPieces;
import ballast.lexicon.WordCutter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the sources line by line into {@link RawPairs} and collects possible Chinese words: the
 * Chinese sides of dictionary entries and of word lists.
 */
final class PairLoader {

  private static final int BATCH = 8192;

  /** A file with at least this share of entries is a word list. */
  private static final double WORD_LIST = 1.0 / 3;

  /** The greatest number of English words in an entry. */
  private static final int MAX_KEYS = 8;

  /** A word has at most this many characters, or its translation at most this many words. */
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

  /** A pair of texts cut into pieces. */
  private record Pieces(List<String> chinese, List<String> english) {}

  /** The two sides of a line or entry. */
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
   * Whether the Chinese side of an entry of a word list is taken for one word and not for a phrase:
   * it is short, or its translation is. A phrase cut as one word would be too rare to learn from.
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

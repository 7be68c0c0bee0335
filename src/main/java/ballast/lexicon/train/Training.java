package ballast.lexicon.train;

import java.util.List;

/**
 * A trained lexicon.
 *
 * @param bytes the file
 * @param chineseWords words in it
 * @param englishWords words in it
 * @param entries pairs of words in it
 * @param candidates pairs of words that would be in it if there were room
 * @param sources what became of the pairs
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

package ballast.lexicon.train;

import java.util.List;

/**
 * A trained lexicon.
 *
 * @param bytes the file
 * @param chineseWords number of words in it
 * @param englishWords number of words in it
 * @param entries number of entries in it
 * @param candidates number of entries that it would have without a size limit
 * @param sources how the pairs of each source were used
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

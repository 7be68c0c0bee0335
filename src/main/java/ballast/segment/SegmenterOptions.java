package ballast.segment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Options for splitting texts into sentences. Start from {@link #DEFAULT}.
 *
 * @param srx an SRX file that replaces the built-in rules for every language; null for the built-in
 *     rules
 * @param abbreviations a list of abbreviations that changes the built-in list; null for the
 *     built-in list alone
 * @param referee whether OpenNLP decides where the English rules cannot; without it those positions
 *     are not breaks
 * @param joinedAttributions whether Chinese {@code “为什么？”他问。} stays one sentence, as English
 *     attributions always do
 */
public record SegmenterOptions(
    @Nullable Path srx, @Nullable Path abbreviations, boolean referee, boolean joinedAttributions) {

  /** The built-in rules and abbreviations, with the referee and separate Chinese attributions. */
  public static final SegmenterOptions DEFAULT = new SegmenterOptions(null, null, true, false);

  public SegmenterOptions withSrx(Path file) {
    return new SegmenterOptions(file, abbreviations, referee, joinedAttributions);
  }

  /**
   * Adds the abbreviations of {@code file}, one a line: {@code +Inc.} never ends a sentence, {@code
   * ?Inc.} may (the referee decides), {@code -etc.} is an ordinary word; {@code #} starts a
   * comment.
   */
  public SegmenterOptions withAbbreviations(Path file) {
    return new SegmenterOptions(srx, file, referee, joinedAttributions);
  }

  public SegmenterOptions withReferee(boolean on) {
    return new SegmenterOptions(srx, abbreviations, on, joinedAttributions);
  }

  public SegmenterOptions withJoinedAttributions(boolean on) {
    return new SegmenterOptions(srx, abbreviations, referee, on);
  }
}

package ballast.segment;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user may change about splitting. Start from {@link #DEFAULT}.
 *
 * @param srx an SRX file whose rules replace ours for every language that is split; null for ours
 * @param abbreviations a list of abbreviations to add to, put in question in or take out of ours;
 *     null for ours unchanged
 * @param referee whether OpenNLP decides where English rules cannot; without it those positions
 *     stay joined
 * @param joinedAttributions whether Chinese {@code “为什么？”他问。} stays one sentence; English
 *     attributions always do
 */
public record SegmenterOptions(
    @Nullable Path srx, @Nullable Path abbreviations, boolean referee, boolean joinedAttributions) {

  /** Our rules, our abbreviations, with the referee, Chinese attributions on their own. */
  public static final SegmenterOptions DEFAULT = new SegmenterOptions(null, null, true, false);

  public SegmenterOptions withSrx(Path file) {
    return new SegmenterOptions(file, abbreviations, referee, joinedAttributions);
  }

  /**
   * With the abbreviations of {@code file}, one a line: {@code +Inc.} never ends a sentence, {@code
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

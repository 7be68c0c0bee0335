package ballast.format.markup;

import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.MarkupReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads subtitles, SubRip and WebVTT: each caption is a block, its tags are codes; numbers, times,
 * notes and styles are not text. The lines of a caption are joined unless each is a sentence, a
 * speaker's part or in another language.
 */
public final class SubtitleReader implements MarkupReader, MarkedText {

  private final boolean joins;

  /** Reads each caption as a block. */
  public SubtitleReader() {
    this(/* joins= */ false);
  }

  /**
   * @param joins whether captions over which a sentence goes on are one block; only for {@link
   *     #read}
   */
  public SubtitleReader(boolean joins) {
    this.joins = joins;
  }

  @Override
  public FoundContent read(String text, String name) {
    SubtitleFile file = SubtitleFile.read(text);
    List<SubtitleFile.Caption> captions = new ArrayList<>();
    List<FoundBlock> blocks = new ArrayList<>();
    CaptionText texts = new CaptionText(text, file.isWebVtt());
    for (SubtitleFile.Caption caption : file.captions()) {
      texts
          .of(caption.lines())
          .ifPresent(
              block -> {
                captions.add(caption);
                blocks.add(block.found());
              });
    }
    return new FoundContent(
        joins ? JoinedCaptions.of(text, captions, blocks) : blocks,
        file.notes(),
        file.problems().warnings());
  }

  @Override
  public List<MarkupBlock> blocks(String text) {
    SubtitleFile file = SubtitleFile.read(text);
    CaptionText captions = new CaptionText(text, file.isWebVtt());
    return file.captions().stream()
        .flatMap(caption -> captions.of(caption.lines()).stream())
        .toList();
  }
}

package ballast.format.markup;

import ballast.bitext.Span;
import ballast.format.article.FoundContent;
import ballast.format.article.MarkupReader;
import java.util.List;

/**
 * Reads subtitles, SubRip and WebVTT: each caption is a block, its tags are codes; numbers, times,
 * notes and styles are not text. The lines of a caption are joined unless each is a sentence, a
 * speaker's part or in another language.
 */
public final class SubtitleReader implements MarkupReader, MarkedText {

  @Override
  public FoundContent read(String text, String name) {
    SubtitleFile file = SubtitleFile.read(text);
    return new FoundContent(
        blocks(file, text).stream().map(MarkupBlock::found).toList(),
        file.notes(),
        file.problems().warnings());
  }

  @Override
  public List<MarkupBlock> blocks(String text) {
    return blocks(SubtitleFile.read(text), text);
  }

  private static List<MarkupBlock> blocks(SubtitleFile file, String text) {
    CaptionText captions = new CaptionText(text, file.isWebVtt());
    return file.captions().stream()
        .flatMap((List<Span> lines) -> captions.of(lines).stream())
        .toList();
  }
}

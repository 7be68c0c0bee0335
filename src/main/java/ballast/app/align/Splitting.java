package ballast.app.align;

import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.segment.Segmenter;
import ballast.segment.Segmenter.Break;
import ballast.segment.SegmenterOptions;
import java.util.List;

/**
 * Splits texts into sentences.
 *
 * <pre>{@code
 * Splitting splitting =
 *     new Splitting(Workplace.in(folder), ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT);
 * for (Splitting.SplitText text : splitting.split(List.of("article.zh.txt"), false)) {
 *   for (Segment sentence : text.sentences()) {
 *     String place = sentence.location().toString();
 *     String words = sentence.text();
 *   }
 * }
 * }</pre>
 */
public final class Splitting {

  /**
   * A text and its sentences.
   *
   * @param breaks each possible sentence end and the rule that decided; empty unless wanted
   */
  public record SplitText(ReadText text, List<Segment> sentences, List<Break> breaks) {

    public SplitText {
      sentences = List.copyOf(sentences);
      breaks = List.copyOf(breaks);
    }
  }

  private final Workplace workplace;
  private final DocumentReader reader;
  private final Segmenter segmenter;

  /**
   * @throws InputException if the rules cannot be read
   */
  public Splitting(Workplace workplace, ReaderOptions reading, SegmenterOptions segmenting) {
    this.workplace = workplace;
    this.reader = new DocumentReader(reading);
    this.segmenter = Segmenter.create(segmenting);
  }

  /**
   * @param files text files or HTML pages; {@code -} is standard input
   * @param withBreaks whether the result explains the sentence boundaries
   * @throws InputException if a text cannot be read
   */
  public List<SplitText> split(List<String> files, boolean withBreaks) {
    List<ReadText> texts = files.stream().map(file -> Texts.read(workplace, reader, file)).toList();
    return texts.stream().map(text -> split(text, withBreaks)).toList();
  }

  private SplitText split(ReadText text, boolean withBreaks) {
    return new SplitText(
        text,
        segmenter.segment(text.document()),
        withBreaks ? segmenter.breaks(text.document()) : List.of());
  }
}

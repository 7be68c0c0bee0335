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
 * Splitting.Request request = Splitting.Request.of(List.of("article.zh.txt"));
 * for (Splitting.SplitText text : new Splitting(Workplace.in(folder)).split(request).texts()) {
 *   for (Segment sentence : text.sentences()) {
 *     String place = sentence.location().toString();
 *     String words = sentence.text();
 *   }
 * }
 * }</pre>
 */
public final class Splitting {

  /**
   * The texts and how to split them.
   *
   * @param files text files or HTML pages; {@code -} is standard input
   * @param isExplained whether the result explains the sentence boundaries
   */
  public record Request(
      List<String> files, ReaderOptions reading, SegmenterOptions segmenting, boolean isExplained) {

    public Request {
      files = List.copyOf(files);
    }

    /** Splits these files with the defaults. */
    public static Request of(List<String> files) {
      return new Request(files, ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT, false);
    }

    public Request reading(ReaderOptions newReading) {
      return new Request(files, newReading, segmenting, isExplained);
    }

    public Request segmenting(SegmenterOptions newSegmenting) {
      return new Request(files, reading, newSegmenting, isExplained);
    }

    public Request explained(boolean isExplained) {
      return new Request(files, reading, segmenting, isExplained);
    }
  }

  /**
   * A text and its sentences.
   *
   * @param breaks each possible sentence end; empty unless the request asks for them
   */
  public record SplitText(ReadText text, List<Segment> sentences, List<Break> breaks) {

    public SplitText {
      sentences = List.copyOf(sentences);
      breaks = List.copyOf(breaks);
    }
  }

  /**
   * All texts.
   *
   * @param texts in request order
   */
  public record Result(List<SplitText> texts) {

    public Result {
      texts = List.copyOf(texts);
    }
  }

  private final Workplace workplace;

  public Splitting(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * @throws InputException if a text or the rules cannot be read
   */
  public Result split(Request request) {
    DocumentReader reader = new DocumentReader(request.reading());
    Segmenter segmenter = Segmenter.create(request.segmenting());
    List<ReadText> texts =
        request.files().stream().map(file -> Texts.read(workplace, reader, file)).toList();
    return new Result(
        texts.stream().map(text -> split(text, segmenter, request.isExplained())).toList());
  }

  private static SplitText split(ReadText text, Segmenter segmenter, boolean isExplained) {
    return new SplitText(
        text,
        segmenter.segment(text.document()),
        isExplained ? segmenter.breaks(text.document()) : List.of());
  }
}

package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SegmentCodes;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.format.unit.XliffOriginal;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.merge.XliffSentences.Sentence;
import ballast.workflow.translate.TranslatedDocument;
import ballast.workflow.translate.TranslatedSentence;
import ballast.workflow.translate.TranslationReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the translations of an XLIFF file into the document from which it was made.
 *
 * <pre>{@code
 * DocumentMerge.Request request = DocumentMerge.Request.of("guide.zh.md", "guide.xlf");
 * MergedDocument result = new DocumentMerge(Workplace.in(folder)).merge(request);
 * Files.write(folder.resolve("guide.en.md"), result.bytes());
 * }</pre>
 */
public final class DocumentMerge {

  /**
   * What is merged.
   *
   * @param original name of the document
   * @param xliff name of the XLIFF file with its sentences and their translations
   * @param reading how the document is read; its language is that of the XLIFF file unless it is
   *     given here
   * @param isLenient whether a code that is lost is put at the end of its sentence, and one that is
   *     there twice or foreign is left out, instead of an error
   */
  public record Request(String original, String xliff, ReaderOptions reading, boolean isLenient) {

    /** These two, strictly. */
    public static Request of(String original, String xliff) {
      return new Request(original, xliff, ReaderOptions.DEFAULT, false);
    }

    public Request lenient(boolean newIsLenient) {
      return new Request(original, xliff, reading, newIsLenient);
    }

    public Request reading(ReaderOptions newReading) {
      return new Request(original, xliff, newReading, isLenient);
    }
  }

  private static final int SHOWN = 40;

  private final Workplace workplace;
  private final Notices notices;

  /** Without messages. */
  public DocumentMerge(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * @param notices receives warnings
   */
  public DocumentMerge(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Merges.
   *
   * @throws InputException if a file cannot be read, they do not belong together, the format cannot
   *     be written, or a code is lost or doubled
   */
  public MergedDocument merge(Request request) {
    XliffOriginal head = head(request);
    byte[] bytes =
        ArticleBytes.of(
            workplace.resolve(request.original()), request.original(), ArticleBytes.MAX);
    if (ArticleFormat.of(request.original(), bytes) == ArticleFormat.PDF) {
      throw TranslatedFile.cannotWrite(request.original(), ArticleFormat.PDF);
    }
    Lang from = lang(head.sourceLang(), request);
    Lang to = lang(head.targetLang(), request);
    ReaderOptions asked = request.reading().forTranslation();
    ReaderOptions reading = asked.lang() == null ? asked.withLang(from) : asked;
    ReadText text = new DocumentReader(reading).read(bytes, request.original());
    checkSame(head, text, request);
    List<Sentence> sentences =
        XliffSentences.read(workplace, request.xliff(), head.name(), from, to);
    Pieces pieces = pieces(text.document(), sentences, request);
    return new TranslatedFile(reading, bytes, text, to).write(pieces.pieces(), pieces.repaired());
  }

  /**
   * Writes a document with what a memory has filled in.
   *
   * @param report of one document that was read from a file
   * @param reading how it was read
   * @throws InputException if the format cannot be written, or the file has changed meanwhile
   */
  public MergedDocument fill(TranslationReport report, ReaderOptions reading) {
    if (report.documents().size() != 1) {
      throw new InputException(
          "cannot write %d documents into one file".formatted(report.documents().size()),
          "translate them one by one, or as XLIFF");
    }
    TranslatedDocument document = report.documents().get(0);
    ReadText text = document.text();
    String name = document.name();
    byte[] bytes = ArticleBytes.of(workplace.resolve(name), name, ArticleBytes.MAX);
    if (!Sha256.hex(bytes).equals(text.sha256())) {
      throw new InputException(
          "\"" + name + "\" has changed while it was being translated", "run the command again");
    }
    List<Piece> pieces = document.sentences().stream().map(DocumentMerge::piece).toList();
    ReaderOptions same = reading.withLang(text.document().lang());
    return new TranslatedFile(same, bytes, text, report.direction().target())
        .write(pieces, List.of());
  }

  private static Piece piece(TranslatedSentence sentence) {
    Side side = sentence.isFilled() ? Side.TARGET : Side.SOURCE;
    List<InlineCode> codes = sentence.codes().stream().filter(code -> code.side() == side).toList();
    return sentence.isFilled()
        ? new Piece(sentence.segment(), sentence.best().translation(), codes, true)
        : Piece.kept(sentence.segment(), codes);
  }

  /** The pieces of a document, and the codes that had to be repaired. */
  private record Pieces(List<Piece> pieces, List<MergeRemark> repaired) {}

  private XliffOriginal head(Request request) {
    XliffSentences.check(workplace, request.xliff());
    List<XliffOriginal> originals =
        XliffOriginal.of(workplace.resolve(request.xliff()), request.xliff());
    if (originals.isEmpty()) {
      throw new InputException(
          "\"" + request.xliff() + "\" holds no document", "check that it is the file you mean");
    }
    if (originals.size() == 1) {
      return originals.get(0);
    }
    String wanted = fileName(request.original());
    List<XliffOriginal> same =
        originals.stream().filter(one -> fileName(one.name()).equals(wanted)).toList();
    if (same.size() != 1) {
      throw new InputException(
          "\"%s\" holds %d documents, and %s the name %s"
              .formatted(
                  request.xliff(),
                  originals.size(),
                  same.isEmpty() ? "none of them has" : same.size() + " of them have",
                  wanted),
          "make an XLIFF file of each document: ballast translate DOCUMENT -o FILE.xlf");
    }
    return same.get(0);
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static Lang lang(String tag, Request request) {
    if (tag.isEmpty()) {
      throw new InputException(
          "\"" + request.xliff() + "\" does not say its languages",
          "make it with ballast translate DOCUMENT -o FILE.xlf");
    }
    return new Lang(tag);
  }

  private void checkSame(XliffOriginal head, ReadText text, Request request) {
    if (head.sha256().isEmpty()) {
      notices.warn(
          "\"%s\" does not say from which state of the document it was made"
              .formatted(request.xliff()));
    } else if (!head.sha256().equals(text.sha256())) {
      throw new InputException(
          "\"%s\" is not the document from which \"%s\" was made, or has changed since"
              .formatted(request.original(), request.xliff()),
          "give the document as it was; or translate the new one, with what the XLIFF file has:"
              + " ballast tm import FILE.xlf, then ballast translate");
    }
  }

  private static Pieces pieces(Document document, List<Sentence> sentences, Request request) {
    SentencePlaces places = new SentencePlaces(document);
    List<Segment> segments = new ArrayList<>();
    Map<Segment, Sentence> returned = new HashMap<>();
    for (Sentence sentence : sentences) {
      Optional<Segment> found = places.next(sentence.source());
      if (found.isPresent()) {
        segments.add(found.get());
        returned.put(found.get(), sentence);
      } else if (!sentence.target().isEmpty()) {
        throw new InputException(
            "\"%s\" has no sentence \"%s\" where \"%s\" has it"
                .formatted(
                    request.original(), Excerpt.of(sentence.source(), SHOWN), request.xliff()),
            "give the document from which the XLIFF file was made, read in the same way");
      }
    }
    return pieces(document, new Gaps(document).filled(segments), returned, request);
  }

  private static Pieces pieces(
      Document document, List<Segment> segments, Map<Segment, Sentence> returned, Request request) {
    List<List<InlineCode>> codes = SegmentCodes.of(document, segments);
    List<Piece> pieces = new ArrayList<>();
    List<MergeRemark> problems = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Sentence sentence = returned.get(segment);
      if (sentence == null || sentence.target().isEmpty()) {
        pieces.add(Piece.kept(segment, codes.get(i)));
        continue;
      }
      CodeMapping.Mapped mapped =
          CodeMapping.map(codes.get(i), sentence.target(), sentence.codes());
      pieces.add(new Piece(segment, sentence.target(), mapped.codes(), true));
      mapped
          .problems()
          .forEach(what -> problems.add(new MergeRemark(segment.location(), segment.text(), what)));
    }
    if (!problems.isEmpty() && !request.isLenient()) {
      throw refusal(problems);
    }
    return new Pieces(pieces, problems);
  }

  private static InputException refusal(List<MergeRemark> problems) {
    MergeRemark first = problems.get(0);
    String more = problems.size() == 1 ? "" : ", and so on: " + problems.size() + " codes in all";
    return new InputException(
        "cannot merge: "
            + first.location()
            + ": "
            + first.what()
            + " in \""
            + Excerpt.of(first.text(), SHOWN)
            + "\""
            + more,
        "correct the translation in the CAT tool; or --lenient, which puts what is lost at the end"
            + " of its sentence");
  }
}

package ballast.app.documents;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.documents.MergedDocument.MergeRemark;
import ballast.app.documents.TranslatedFile.Piece;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.documents.TranslationReport.TranslatedSentence;
import ballast.bitext.CodeComparison;
import ballast.bitext.CodeComparison.Problem;
import ballast.bitext.Document;
import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Sha256;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.bitext.UnitCodes;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.BlockWriter;
import ballast.format.document.DocumentReader;
import ballast.format.file.FileInput;
import ballast.format.file.FileStart;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.TranslationState;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.XliffOriginal;
import ballast.language.WhiteSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges the translations of an XLIFF file into the original document.
 *
 * <pre>{@code
 * DocumentMerge.Request request =
 *     new DocumentMerge.Request("guide.zh.md", "guide.xlf", ReaderOptions.DEFAULT, false);
 * MergedDocument result = new DocumentMerge(Workplace.in(folder), Notices.NONE).merge(request);
 * Files.write(folder.resolve("guide.en.md"), result.bytes());
 * }</pre>
 */
public final class DocumentMerge {

  /**
   * The files to merge.
   *
   * @param xliff name of the XLIFF file with its sentences and their translations
   * @param reading options for reading the document; the XLIFF file gives the language if they have
   *     none
   * @param isLenient whether to repair codes instead of failing: a lost one goes to the end of its
   *     sentence, a repeated or foreign one is dropped
   */
  public record Request(String original, String xliff, ReaderOptions reading, boolean isLenient) {}

  /**
   * A sentence of the XLIFF file.
   *
   * @param target its translation; empty if it has none, it was rejected, or it is a copy of the
   *     source inserted by a tool to be overwritten
   * @param codes codes of the translation, by rising offset
   */
  private record Returned(String source, String target, List<InlineCode> codes) {}

  private static final int SHOWN = 40;

  private final Workplace workplace;
  private final Notices notices;

  public DocumentMerge(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Merges.
   *
   * @throws InputException if a file cannot be read, they do not belong together, the format cannot
   *     be written, or a code is lost or repeated
   */
  public MergedDocument merge(Request request) {
    XliffOriginal head = head(request);
    byte[] bytes = ArticleBytes.of(workplace.resolve(request.original()), request.original());
    if (ArticleFormat.of(request.original(), bytes) == ArticleFormat.PDF) {
      throw BlockWriter.cannotWrite(request.original(), ArticleFormat.PDF);
    }
    Lang from = lang(head.sourceLang(), request);
    Lang to = lang(head.targetLang(), request);
    ReaderOptions asked = request.reading().forTranslation();
    ReaderOptions reading = asked.lang() == null ? asked.withLang(from) : asked;
    ReadText text = new DocumentReader(reading).read(bytes, request.original());
    checkSame(head, text, request);
    List<MergeRemark> repaired = new ArrayList<>();
    List<Piece> pieces =
        pieces(text.document(), sentences(request, head.name(), from, to), request, repaired);
    if (!repaired.isEmpty() && !request.isLenient()) {
      throw refusal(repaired);
    }
    return new TranslatedFile(reading, bytes, text, to).write(pieces, repaired);
  }

  /**
   * Writes a document with the translations filled in from a memory.
   *
   * @param report report on one document that was read from a file
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
    byte[] bytes = ArticleBytes.of(workplace.resolve(name), name);
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
    List<InlineCode> codes = InlineCode.on(side, sentence.codes());
    return sentence.isFilled()
        ? new Piece(sentence.segment(), sentence.translation(), codes, true)
        : Piece.kept(sentence.segment(), codes);
  }

  private XliffOriginal head(Request request) {
    Path path = workplace.resolve(request.xliff());
    requireXliff(path, request.xliff());
    List<XliffOriginal> originals = XliffOriginal.of(path, request.xliff());
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

  /** Refuses a file whose first bytes are not those of XLIFF. */
  private static void requireXliff(Path path, String file) {
    if (!Files.isRegularFile(path)) {
      String why = Files.exists(path) ? "it is not a file" : "the file does not exist";
      throw new InputException("cannot read \"" + file + "\": " + why, "check the name");
    }
    try {
      FileStart start = FileStart.of(path);
      if (UnitFile.format(path).filter(UnitFormat.XLIFF::equals).isEmpty()) {
        throw new InputException(
            "\"" + file + "\" is not an XLIFF file: " + start,
            "give the document first, then the XLIFF file:"
                + " ballast merge DOCUMENT FILE.xlf -o RESULT");
      }
    } catch (IOException e) {
      throw FileInput.unreadable(file, e);
    }
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

  /**
   * @param repaired receives the problems of codes
   */
  private static List<Piece> pieces(
      Document document, List<Returned> sentences, Request request, List<MergeRemark> repaired) {
    SentencePlaces places = new SentencePlaces(document);
    List<Segment> segments = new ArrayList<>();
    Map<Segment, Returned> returned = new HashMap<>();
    for (Returned sentence : sentences) {
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
    return pieces(document, withGaps(document, segments), returned, repaired);
  }

  private static List<Piece> pieces(
      Document document,
      List<Segment> segments,
      Map<Segment, Returned> returned,
      List<MergeRemark> repaired) {
    List<List<InlineCode>> codes = UnitCodes.bySentence(document, segments);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      Returned sentence = returned.get(segment);
      if (sentence == null || sentence.target().isEmpty()) {
        pieces.add(Piece.kept(segment, codes.get(i)));
        continue;
      }
      CodeComparison compared =
          CodeComparison.numbered(
              segment.text(), codes.get(i), sentence.target(), sentence.codes());
      List<InlineCode> placed = compared.placed(sentence.target().length());
      pieces.add(new Piece(segment, sentence.target(), placed, true));
      compared.problems().stream()
          .filter(Problem::isBroken)
          .map(problem -> new MergeRemark(segment.location(), segment.text(), problem.what()))
          .forEach(repaired::add);
    }
    return pieces;
  }

  private static InputException refusal(List<MergeRemark> problems) {
    MergeRemark first = problems.get(0);
    String more = problems.size() == 1 ? "" : ", and so on: " + problems.size() + " codes in all";
    return new InputException(
        "cannot merge: %s: %s in \"%s\"%s"
            .formatted(first.location(), first.what(), Excerpt.of(first.text(), SHOWN), more),
        "correct the translation in the CAT tool; or --lenient, which puts what is lost at the end"
            + " of its sentence");
  }

  /**
   * Reads the sentences of one document from the XLIFF file in its order, translated or not.
   *
   * @param document name of the document in it; empty for all
   */
  private List<Returned> sentences(Request request, String document, Lang from, Lang to) {
    Collector collector = new Collector(document);
    UnitFile.read(
        workplace.resolve(request.xliff()),
        request.xliff(),
        PairOptions.toLookAt(from, to),
        collector);
    return collector.sentences;
  }

  private static final class Collector implements UnitEvents {

    private final String document;
    private final List<Returned> sentences = new ArrayList<>();

    Collector(String document) {
      this.document = document;
    }

    private boolean isOther(RawUnit raw) {
      return !document.isEmpty()
          && raw.properties().stream()
              .filter(property -> property.name().equals("x-document"))
              .limit(1)
              .anyMatch(property -> !property.value().equals(document));
    }

    @Override
    public void pair(FoundPair pair) {
      if (isOther(pair.raw())) {
        return;
      }
      Unit unit = pair.unit();
      boolean unusable =
          unit.provenance().status() == Unit.Status.REJECTED || isCopy(pair.raw(), unit);
      sentences.add(
          new Returned(
              unit.source(),
              unusable ? "" : unit.target(),
              InlineCode.on(Side.TARGET, unit.codes())));
    }

    private static boolean isCopy(RawUnit raw, Unit unit) {
      boolean isStateless =
          raw.properties().stream().noneMatch(one -> one.name().equals("x-xliff-state"));
      return unit.source().equals(unit.target())
          && (isStateless || TranslationState.isUntouched(raw.properties()));
    }

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {
      if (!isOther(unit) && !unit.variants().isEmpty()) {
        sentences.add(new Returned(unit.variants().get(0).text(), "", List.of()));
      }
    }
  }

  /**
   * Finds the sentences of an XLIFF file in the original document, one after the other. White space
   * may differ because tools and XML change it.
   */
  static final class SentencePlaces {

    private final Document document;
    private final String text;

    /** Block and text offset at which the next sentence is expected. */
    private int block;

    private int from;

    SentencePlaces(Document document) {
      this.document = document;
      this.text = document.text();
    }

    /**
     * Returns the next sentence with this text after the one found before; empty if the rest of the
     * document does not contain it.
     */
    Optional<Segment> next(String sentence) {
      for (int index = block; index < document.blocks().size(); index++) {
        Span span = document.blocks().get(index).span();
        for (int at = Math.max(from, span.start()); at < span.end(); at++) {
          int end = WhiteSpace.isSpace(text.charAt(at)) ? at : match(sentence, at, span.end());
          if (end > at) {
            block = index;
            from = end;
            return Optional.of(new Segment(document, index, new Span(at, end)));
          }
        }
      }
      return Optional.empty();
    }

    /** Returns the end of a sentence that begins at {@code at}; -1 if the text differs. */
    private int match(String sentence, int at, int limit) {
      int i = skip(sentence, 0, sentence.length());
      int j = at;
      while (i < sentence.length()) {
        boolean space = WhiteSpace.isSpace(sentence.charAt(i));
        int next = space ? skip(sentence, i, sentence.length()) : i + 1;
        if (space && next == sentence.length()) {
          return j;
        }
        if (j >= limit || space != WhiteSpace.isSpace(text.charAt(j))) {
          return -1;
        }
        if (!space && sentence.charAt(i) != text.charAt(j)) {
          return -1;
        }
        j = space ? skip(text, j, limit) : j + 1;
        i = next;
      }
      return j;
    }

    private static int skip(String text, int from, int limit) {
      int at = from;
      while (at < limit && WhiteSpace.isSpace(text.charAt(at))) {
        at++;
      }
      return at;
    }
  }

  /**
   * @param sentences some sentences of a document, in order
   * @return these and, as sentences too, the text before, between and after them in each block
   */
  static List<Segment> withGaps(Document document, List<Segment> sentences) {
    List<Segment> all = new ArrayList<>();
    int next = 0;
    for (int block = 0; block < document.blocks().size(); block++) {
      Span span = document.blocks().get(block).span();
      int from = span.start();
      while (next < sentences.size() && sentences.get(next).blockIndex() == block) {
        Segment sentence = sentences.get(next);
        addGap(all, document, block, from, sentence.span().start());
        all.add(sentence);
        from = sentence.span().end();
        next++;
      }
      addGap(all, document, block, from, span.end());
    }
    return all;
  }

  private static void addGap(List<Segment> all, Document document, int block, int from, int to) {
    String text = document.text();
    int start = SentencePlaces.skip(text, from, to);
    int end = to;
    while (end > start && WhiteSpace.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      all.add(new Segment(document, block, new Span(start, end)));
    }
  }
}

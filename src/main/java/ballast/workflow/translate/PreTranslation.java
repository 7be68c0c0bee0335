package ballast.workflow.translate;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.lexicon.Lexicon;
import ballast.likeness.Score;
import ballast.links.CodePlacer;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import ballast.workflow.Notices;
import ballast.workflow.Progress;
import ballast.workflow.Texts;
import ballast.workflow.Workplace;
import ballast.workflow.align.WholeBlocks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates new documents from a memory, for a translator to complete.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * PreTranslation.Request request =
 *     PreTranslation.Request.of(List.of("article.zh.txt"), memory);
 * TranslationReport report = new PreTranslation(Workplace.in(folder)).translate(request);
 * for (TranslatedSentence sentence : report.documents().get(0).sentences()) {
 *   String chinese = sentence.segment().text();
 *   String english = sentence.isFilled() ? sentence.best().translation() : "";
 * }
 * }</pre>
 */
public final class PreTranslation {

  /**
   * The documents, and how they are translated.
   *
   * @param files text files or HTML pages of one language; {@code -} is standard input
   * @param reading how they are read; its language is that of all of them
   * @param segmenting how they are split; ignored where each line already is a sentence
   * @param target the language wanted; null: English for Chinese, Chinese for English
   * @param memory where the memory is
   * @param matching what counts as a match
   */
  public record Request(
      List<String> files,
      ReaderOptions reading,
      SegmenterOptions segmenting,
      @Nullable Lang target,
      MemoryStore memory,
      Matching matching) {

    public Request {
      files = List.copyOf(files);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("no documents");
      }
    }

    /** These files, with the defaults for everything else. */
    public static Request of(List<String> files, MemoryStore memory) {
      return new Request(
          files, ReaderOptions.DEFAULT, SegmenterOptions.DEFAULT, null, memory, Matching.DEFAULT);
    }

    public Request reading(ReaderOptions newReading) {
      return new Request(files, newReading, segmenting, target, memory, matching);
    }

    public Request segmenting(SegmenterOptions newSegmenting) {
      return new Request(files, reading, newSegmenting, target, memory, matching);
    }

    public Request into(@Nullable Lang newTarget) {
      return new Request(files, reading, segmenting, newTarget, memory, matching);
    }

    public Request matching(Matching newMatching) {
      return new Request(files, reading, segmenting, target, memory, newMatching);
    }
  }

  /**
   * What counts as a match.
   *
   * @param minScore the lowest similarity of a proposal, in percent, 50 to 100
   * @param fillFrom the score from which on a match becomes the translation, 50 to {@link
   *     #MAX_SCORE}
   * @param limit how many proposals a sentence gets at most, from 1
   * @param side the texts of the units that are compared with the document
   */
  public record Matching(int minScore, int fillFrom, int limit, SearchSide side) {

    /** An exact match whose two neighbours are the same. */
    public static final int MAX_SCORE = Score.FULL + 2;

    /** Proposals from 70 %, at most three; exact matches are filled in; both directions. */
    public static final Matching DEFAULT =
        new Matching(FuzzyQuery.DEFAULT_MIN, Score.FULL, 3, SearchSide.BOTH);

    public Matching {
      if (minScore < Score.MIN_THRESHOLD || minScore > Score.FULL) {
        throw new IllegalArgumentException("minScore " + minScore + ": from 50 to 100");
      }
      if (fillFrom < Score.MIN_THRESHOLD || fillFrom > MAX_SCORE) {
        throw new IllegalArgumentException("fillFrom " + fillFrom + ": from 50 to 102");
      }
      if (limit < 1) {
        throw new IllegalArgumentException("limit " + limit + ": at least 1");
      }
    }
  }

  private final Workplace workplace;
  private final Notices notices;

  /** Without messages. */
  public PreTranslation(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * @param notices receives the progress
   */
  public PreTranslation(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Looks up every sentence.
   *
   * @throws InputException if a document or the memory cannot be read, the documents are of several
   *     languages, or the target language is not clear
   */
  public TranslationReport translate(Request request) {
    DocumentReader reader = new DocumentReader(request.reading().forTranslation());
    List<ReadText> texts =
        request.files().stream().map(file -> Texts.read(workplace, reader, file)).toList();
    Direction direction = Direction.of(texts, request.target());
    Segmenter segmenter = Segmenter.create(request.segmenting());
    boolean lines = request.reading().layout() == ReaderOptions.Layout.LINES;
    Matching matching = request.matching();
    Lexicon lexicon = Lexicon.bundledWhenNeeded();
    CodePlacer placer = new CodePlacer(lexicon, lexicon);
    try (Memory memory = request.memory().openForReading()) {
      MemoryLookup lookup =
          new MemoryLookup(memory, direction.units(matching.side()), matching.minScore());
      SentenceTranslator translator =
          new SentenceTranslator(
              lookup, matching.limit(), matching.fillFrom(), new TargetCodes(placer, direction));
      long length = texts.stream().mapToLong(text -> text.document().text().length()).sum();
      Progress progress = Progress.of(notices, "translating", length);
      List<TranslatedDocument> documents = new ArrayList<>();
      for (ReadText text : texts) {
        Document document = text.document();
        List<Segment> sentences = lines ? WholeBlocks.of(document) : segmenter.segment(document);
        documents.add(
            new TranslatedDocument(text, translator.translate(document, sentences, progress)));
      }
      return new TranslationReport(
          direction,
          documents,
          translator.analysis(),
          translator.counts(),
          translator.skipped(),
          translator.unsearched());
    }
  }
}

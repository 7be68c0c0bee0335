package ballast.app.documents;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.Texts;
import ballast.app.WholeBlocks;
import ballast.app.Workplace;
import ballast.app.documents.Direction.SearchSide;
import ballast.app.documents.MatchAnalysis.Neighbourhood;
import ballast.app.documents.TranslationReport.FoundTranslation;
import ballast.app.documents.TranslationReport.TranslatedDocument;
import ballast.app.documents.TranslationReport.TranslatedSentence;
import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.UnitCodes;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.lexicon.Lexicon;
import ballast.likeness.Score;
import ballast.links.CodePlacer;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pre-translates new documents from a memory, for a translator to complete.
 *
 * <pre>{@code
 * MemoryStore memory = Memories.at(folder.resolve("tm/memory.db"));
 * PreTranslation.Request request =
 *     new PreTranslation.Request(
 *         List.of("article.zh.txt"),
 *         ReaderOptions.DEFAULT,
 *         SegmenterOptions.DEFAULT,
 *         Lang.EN_US,
 *         memory,
 *         new PreTranslation.Matching(70, 100, 3, Direction.SearchSide.BOTH));
 * TranslationReport report =
 *     new PreTranslation(Workplace.in(folder), Notices.NONE).translate(request);
 * for (TranslationReport.TranslatedSentence sentence : report.documents().get(0).sentences()) {
 *   String chinese = sentence.segment().text();
 *   String english = sentence.isFilled() ? sentence.translation() : "";
 * }
 * }</pre>
 */
public final class PreTranslation {

  /**
   * The documents, and how to translate them.
   *
   * @param files text files or HTML pages in one language; {@code -} is standard input
   * @param reading how they are read; its language is that of all files
   * @param segmenting how they are split; ignored if each line already is a sentence
   * @param target the wanted language; null: English for Chinese, Chinese for English
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
  }

  /**
   * Defines a match.
   *
   * @param minScore minimum similarity of a proposal in percent, 50 to 100
   * @param fillFrom minimum score for a match to become the translation, 50 to {@link #MAX_SCORE}
   * @param limit maximum proposals per sentence, at least 1
   * @param side the texts of the units that are compared with the document
   */
  public record Matching(int minScore, int fillFrom, int limit, SearchSide side) {

    /** Score of an exact match with both neighbours the same. */
    public static final int MAX_SCORE = Score.FULL + 2;

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

  public PreTranslation(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Looks up every sentence.
   *
   * @throws InputException if a document or the memory cannot be read, the documents are in several
   *     languages, or the target language is unclear
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
          new SentenceTranslator(lookup, matching, new TargetCodes(placer, direction));
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
          translator.analysis,
          new TranslationReport.Counts(
              translator.filled, translator.copied, translator.proposed, translator.empty),
          translator.skipped,
          translator.unsearched);
    }
  }

  private static final class SentenceTranslator {

    private final MemoryLookup lookup;
    private final Matching matching;
    private final TargetCodes targetCodes;
    private final MatchAnalysis analysis = new MatchAnalysis();
    private final List<TranslationReport.Skipped> skipped = new ArrayList<>();
    private final List<TranslationReport.Skipped> unsearched = new ArrayList<>();
    private int filled;
    private int copied;
    private int proposed;
    private int empty;

    SentenceTranslator(MemoryLookup lookup, Matching matching, TargetCodes targetCodes) {
      this.targetCodes = targetCodes;
      this.lookup = lookup;
      this.matching = matching;
    }

    List<TranslatedSentence> translate(
        Document document, List<Segment> segments, Progress progress) {
      analysis.startDocument(document.name());
      Iterator<Neighbourhood> places = Neighbourhood.of(segments).iterator();
      Iterator<List<InlineCode>> codes = UnitCodes.bySentence(document, segments).iterator();
      List<TranslatedSentence> sentences = new ArrayList<>();
      int block = -1;
      for (Segment segment : segments) {
        List<InlineCode> own = codes.next();
        if (segment.type().isContent()) {
          Neighbourhood place = places.next();
          sentences.add(translate(place, own));
          if (MemoryLookup.isTooLong(place.text())) {
            unsearched.add(skipped(segment, place.text()));
          }
        } else {
          sentences.add(new TranslatedSentence(segment, List.of(), false, own));
          if (segment.blockIndex() != block) {
            skipped.add(skipped(segment, document.text(segment.block())));
          }
        }
        block = segment.blockIndex();
        progress.add(segment.text().length());
      }
      return sentences;
    }

    private TranslatedSentence translate(Neighbourhood place, List<InlineCode> codes) {
      List<FoundTranslation> found = lookup.find(place, matching.limit());
      int best = found.isEmpty() ? 0 : found.get(0).match().score();
      analysis.add(place.text(), () -> lookup.score(place, found));
      if (best < matching.fillFrom() && MatchAnalysis.isCopied(place.text())) {
        copied++;
        List<InlineCode> both = new ArrayList<>(codes);
        codes.forEach(code -> both.add(code.at(Side.TARGET, code.offset())));
        return new TranslatedSentence(place.segment(), List.of(), true, both);
      }
      // If a code cannot be placed in a translation, the translation is only proposed.
      Optional<List<InlineCode>> placed =
          !found.isEmpty() && best >= matching.fillFrom()
              ? targetCodes.place(place.segment(), codes, found.get(0))
              : Optional.empty();
      boolean isFilled = placed.isPresent();
      if (isFilled) {
        filled++;
      } else if (found.isEmpty()) {
        empty++;
      } else {
        proposed++;
      }
      List<InlineCode> both = new ArrayList<>(codes);
      placed.ifPresent(both::addAll);
      return new TranslatedSentence(place.segment(), found, isFilled, both);
    }

    private static TranslationReport.Skipped skipped(Segment segment, String text) {
      return new TranslationReport.Skipped(segment.location(), segment.type().label(), text);
    }
  }

  /**
   * Places the codes of a sentence in a translation from the memory: like the unit's own codes if
   * they are in the same places, otherwise by word alignment.
   */
  record TargetCodes(CodePlacer placer, Direction direction) {

    private static final Pattern NAME = Pattern.compile("\\b(?:id|i|x)=\"([^\"]*)\"");

    /** Elements of TMX and XLIFF that are one half of a pair; {@code it} may be either. */
    private static final Set<String> OPENING = Set.of("bpt", "bx", "sc");

    private static final Set<String> CLOSING = Set.of("ept", "ex", "ec");

    /**
     * @param codes codes of the sentence, at their offsets in it
     * @return codes on side {@link Side#TARGET}, by rising offset; empty if one cannot be placed
     */
    Optional<List<InlineCode>> place(
        Segment sentence, List<InlineCode> codes, FoundTranslation found) {
      if (codes.isEmpty()) {
        return Optional.of(List.of());
      }
      return asInUnit(sentence, codes, found)
          .or(
              () ->
                  placer.place(
                      sentence.text(),
                      direction.source(),
                      codes,
                      found.translation(),
                      direction.target()));
    }

    /**
     * Places the codes if the unit has the same text with codes of the same kinds in the same
     * places.
     */
    private static Optional<List<InlineCode>> asInUnit(
        Segment sentence, List<InlineCode> codes, FoundTranslation found) {
      Unit unit = found.match().unit();
      List<InlineCode> sources = InlineCode.on(found.side(), unit.codes());
      List<InlineCode> targets = InlineCode.on(found.side().other(), unit.codes());
      if (!sentence.text().equals(found.text())
          || sources.size() != codes.size()
          || targets.size() != codes.size()) {
        return Optional.empty();
      }
      List<String> names = names(sources);
      for (int i = 0; i < codes.size(); i++) {
        if (codes.get(i).offset() != sources.get(i).offset()
            || !kind(codes.get(i)).equals(kind(sources.get(i)))) {
          return Optional.empty();
        }
      }
      List<InlineCode> placed = new ArrayList<>();
      List<String> targetNames = names(targets);
      for (int i = 0; i < targets.size(); i++) {
        int which = names.indexOf(targetNames.get(i));
        if (which < 0 || targetNames.indexOf(targetNames.get(i)) != i) {
          return Optional.empty();
        }
        InlineCode code = codes.get(which);
        placed.add(code.at(Side.TARGET, targets.get(i).offset()));
      }
      return Optional.of(placed);
    }

    private static String kind(InlineCode code) {
      if (code.isOpening() || OPENING.contains(code.element())) {
        return "opening";
      }
      if (code.isClosing() || CLOSING.contains(code.element())) {
        return "closing";
      }
      boolean half = code.element().equals("it");
      String place = code.attributes();
      return half
          ? (place.matches(".*\\bpos=\"(?:close|end)\".*") ? "closing" : "opening")
          : "alone";
    }

    /** Names each code so that its counterpart on the other side has the same name. */
    private static List<String> names(List<InlineCode> codes) {
      List<String> names = new ArrayList<>();
      List<String> open = new ArrayList<>();
      for (InlineCode code : codes) {
        Matcher matcher = NAME.matcher(code.attributes());
        String name = matcher.find() ? matcher.group(1) : "";
        if (code.isOpening()) {
          open.add(name);
        } else if (code.isClosing() && name.isEmpty() && !open.isEmpty()) {
          name = open.remove(open.size() - 1);
        }
        String key = kind(code) + " " + name;
        long before = names.stream().filter(other -> other.startsWith(key + "#")).count();
        names.add(key + "#" + before);
      }
      return names;
    }
  }
}

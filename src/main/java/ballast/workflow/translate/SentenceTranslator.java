package ballast.workflow.translate;

import ballast.bitext.Document;
import ballast.bitext.InlineCode;
import ballast.bitext.Segment;
import ballast.bitext.SegmentCodes;
import ballast.workflow.Progress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Looks up documents sentence by sentence and counts the outcomes. */
final class SentenceTranslator {

  private final MemoryLookup lookup;
  private final int limit;
  private final int fillFrom;
  private final TargetCodes targetCodes;
  private final MatchCounter counter = new MatchCounter();
  private final List<TranslationReport.Skipped> skipped = new ArrayList<>();
  private final List<TranslationReport.Skipped> unsearched = new ArrayList<>();
  private int filled;
  private int proposed;
  private int empty;

  /**
   * @param limit how many matches a sentence gets at most
   * @param fillFrom the least score from which on a match becomes the translation, in percent
   * @param targetCodes places the codes of a sentence in its translation
   */
  SentenceTranslator(MemoryLookup lookup, int limit, int fillFrom, TargetCodes targetCodes) {
    this.targetCodes = targetCodes;
    this.lookup = lookup;
    this.limit = limit;
    this.fillFrom = fillFrom;
  }

  /**
   * The sentences of a document, none left out, each with its matches.
   *
   * @param progress receives the length of each
   */
  List<TranslatedSentence> translate(Document document, List<Segment> segments, Progress progress) {
    counter.startDocument();
    Iterator<Neighbourhood> places = Neighbourhood.of(segments).iterator();
    Iterator<List<InlineCode>> codes = SegmentCodes.of(document, segments).iterator();
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
    List<FoundTranslation> found = lookup.find(place, limit);
    int best = found.isEmpty() ? 0 : found.get(0).match().score();
    counter.add(place.text(), () -> lookup.score(place, found));
    // A translation into which a code cannot be placed is a proposal.
    Optional<List<InlineCode>> placed =
        !found.isEmpty() && best >= fillFrom
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

  /** The sentences so far in bands. */
  MatchAnalysis analysis() {
    return counter.analysis();
  }

  TranslationReport.Counts counts() {
    return new TranslationReport.Counts(filled, proposed, empty);
  }

  /** The sentences so far that were too long to look up. */
  List<TranslationReport.Skipped> unsearched() {
    return List.copyOf(unsearched);
  }

  /** The blocks so far that are not to be translated. */
  List<TranslationReport.Skipped> skipped() {
    return List.copyOf(skipped);
  }
}

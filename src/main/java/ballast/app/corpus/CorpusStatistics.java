package ballast.app.corpus;

import ballast.language.TextAmount;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a corpus.
 *
 * @param units beads that are pairs of texts
 * @param confidence units by confidence: 0 to 0.1, 0.1 to 0.2 and so on, ten numbers; an upper
 *     bound belongs to the next band, 1 to the last one
 * @param languages by pair of languages, in the order of their tags
 * @param types by type of the block at the start of a bead, in the order of their names
 * @param deduped the result of {@link CorpusDeduplication}; null if it has not run, or the corpus
 *     has grown since
 */
public record CorpusStatistics(
    Documents documents,
    Beads beads,
    Units units,
    List<Long> confidence,
    List<LanguagePair> languages,
    List<OfType> types,
    @Nullable Deduped deduped) {

  /** Number of bands of confidence. */
  public static final int BANDS = 10;

  public CorpusStatistics {
    confidence = List.copyOf(confidence);
    languages = List.copyOf(languages);
    types = List.copyOf(types);
  }

  /**
   * Numbers of documents.
   *
   * @param failed rejected because they could not be aligned
   * @param unrelated rejected because the two texts are not translations of each other
   * @param bugs number of {@code failed} that are internal errors
   */
  public record Documents(long aligned, long failed, long unrelated, long bugs) {}

  /**
   * Numbers of beads.
   *
   * @param oneSided those without a text on one side
   * @param moved those with a target out of the order of the source
   */
  public record Beads(long total, long oneSided, long moved) {}

  /**
   * Numbers of units.
   *
   * @param distinct those with different pairs of texts; the others are exact duplicates
   * @param doubtful those with a confidence below 0.5
   * @param source size of the sources
   * @param target size of the translations
   */
  public record Units(
      long total, long distinct, long doubtful, TextAmount source, TextAmount target) {

    /** The number of units with both texts of an earlier one. */
    public long duplicates() {
      return total - distinct;
    }
  }

  /**
   * Contents of the documents from one language into another.
   *
   * @param source a BCP 47 tag
   * @param target a BCP 47 tag
   * @param sourceSize size of the sources of units
   * @param targetSize size of the translations of units
   */
  public record LanguagePair(
      String source,
      String target,
      long documents,
      long beads,
      long units,
      TextAmount sourceSize,
      TextAmount targetSize) {}

  /** Beads that begin in blocks of one type: {@code paragraph}, {@code heading} … */
  public record OfType(String type, long beads, long units) {}

  /** The table without duplicates; {@code near} of its units have an earlier near duplicate. */
  public record Deduped(long units, long near) {}

  public JobMessage message() {
    List<Object> cells = new ArrayList<>();
    add(cells, documents.aligned, documents.failed, documents.unrelated, documents.bugs);
    add(cells, beads.total, beads.oneSided, beads.moved);
    add(cells, units.total, units.distinct, units.doubtful);
    add(cells, units.source, units.target);
    cells.addAll(confidence);
    cells.add(languages.size());
    for (LanguagePair pair : languages) {
      cells.addAll(List.of(pair.source, pair.target));
      add(cells, pair.documents, pair.beads, pair.units);
      add(cells, pair.sourceSize, pair.targetSize);
    }
    cells.add(types.size());
    for (OfType type : types) {
      cells.add(type.type);
      add(cells, type.beads, type.units);
    }
    if (deduped != null) {
      add(cells, deduped.units, deduped.near);
    }
    return JobMessage.of(JobMessage.Kind.ENDED, cells.toArray());
  }

  private static void add(List<Object> cells, long... numbers) {
    for (long number : numbers) {
      cells.add(number);
    }
  }

  private static void add(List<Object> cells, TextAmount source, TextAmount target) {
    add(cells, source.characters(), source.words(), target.characters(), target.words());
  }

  static CorpusStatistics of(JobMessage message) {
    Iterator<String> cells = message.cells().iterator();
    Documents documents = new Documents(number(cells), number(cells), number(cells), number(cells));
    Beads beads = new Beads(number(cells), number(cells), number(cells));
    Units units =
        new Units(number(cells), number(cells), number(cells), amount(cells), amount(cells));
    List<Long> confidence = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      confidence.add(number(cells));
    }
    List<LanguagePair> languages = new ArrayList<>();
    for (long left = number(cells); left > 0; left--) {
      languages.add(
          new LanguagePair(
              cells.next(),
              cells.next(),
              number(cells),
              number(cells),
              number(cells),
              amount(cells),
              amount(cells)));
    }
    List<OfType> types = new ArrayList<>();
    for (long left = number(cells); left > 0; left--) {
      types.add(new OfType(cells.next(), number(cells), number(cells)));
    }
    Deduped deduped = cells.hasNext() ? new Deduped(number(cells), number(cells)) : null;
    return new CorpusStatistics(documents, beads, units, confidence, languages, types, deduped);
  }

  private static long number(Iterator<String> cells) {
    return Long.parseLong(cells.next());
  }

  private static TextAmount amount(Iterator<String> cells) {
    return new TextAmount(number(cells), number(cells));
  }
}

package ballast.spark.count;

import ballast.app.corpus.CorpusStatistics;
import ballast.language.TextAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Adds up the counts of a corpus. */
final class BeadCounts {

  private static final int FIRST_DOUBTLESS_BAND = CorpusStatistics.BANDS / 2;

  private final Map<String, Counted> languages = new TreeMap<>();
  private final Map<String, Counted> types = new TreeMap<>();
  private final Counted all = new Counted();
  private final long[] bands = new long[CorpusStatistics.BANDS];
  private long oneSided;
  private long moved;

  private static final class Counted {
    private long documents;
    private long beads;
    private long units;
    private TextAmount source = TextAmount.NONE;
    private TextAmount target = TextAmount.NONE;

    void add(long moreBeads, boolean areUnits, long moreDocuments) {
      beads += moreBeads;
      units += areUnits ? moreBeads : 0;
      documents += moreDocuments;
    }

    void add(TextAmount moreSource, TextAmount moreTarget) {
      source = source.plus(moreSource);
      target = target.plus(moreTarget);
    }
  }

  /**
   * Adds beads with the same languages, type, kind (unit or not) and band of confidence. These
   * columns come first, then the numbers of beads, first beads of a document, one-sided and moved
   * beads.
   */
  void add(Row row) {
    boolean areUnits = row.getBoolean(3);
    long beads = row.getLong(5);
    long documents = row.getLong(6);
    language(row.getString(0) + "\t" + row.getString(1)).add(beads, areUnits, documents);
    types.computeIfAbsent(row.getString(2), type -> new Counted()).add(beads, areUnits, documents);
    all.add(beads, areUnits, documents);
    bands[row.getInt(4)] += areUnits ? beads : 0;
    oneSided += row.getLong(7);
    moved += row.getLong(8);
  }

  /**
   * Adds the texts of units.
   *
   * @param pair both languages, separated by a tab
   */
  void addAmount(String pair, TextAmount source, TextAmount target) {
    language(pair).add(source, target);
    all.add(source, target);
  }

  private Counted language(String pair) {
    return languages.computeIfAbsent(pair, key -> new Counted());
  }

  long units() {
    return all.units;
  }

  long documents() {
    return all.documents;
  }

  CorpusStatistics statistics(
      CorpusStatistics.Documents documents,
      long distinct,
      CorpusStatistics.@Nullable Deduped deduped) {
    List<CorpusStatistics.LanguagePair> pairs = new ArrayList<>();
    languages.forEach((pair, counted) -> pairs.add(pair(pair.split("\t", -1), counted)));
    List<CorpusStatistics.OfType> ofTypes = new ArrayList<>();
    types.forEach(
        (type, counted) ->
            ofTypes.add(new CorpusStatistics.OfType(type, counted.beads, counted.units)));
    long doubtful = Arrays.stream(bands, 0, FIRST_DOUBTLESS_BAND).sum();
    return new CorpusStatistics(
        documents,
        new CorpusStatistics.Beads(all.beads, oneSided, moved),
        new CorpusStatistics.Units(all.units, distinct, doubtful, all.source, all.target),
        LongStream.of(bands).boxed().toList(),
        pairs,
        ofTypes,
        deduped);
  }

  private static CorpusStatistics.LanguagePair pair(String[] tags, Counted counted) {
    return new CorpusStatistics.LanguagePair(
        tags[0],
        tags[1],
        counted.documents,
        counted.beads,
        counted.units,
        counted.source,
        counted.target);
  }
}

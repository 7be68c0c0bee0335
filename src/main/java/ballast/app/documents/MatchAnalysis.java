package ballast.app.documents;

import ballast.app.page.Json;
import ballast.bitext.Segment;
import ballast.language.TextAmount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * The share of new documents already in a memory: segments, characters and words in each band.
 * Repetitions count across documents.
 */
public final class MatchAnalysis {

  public record Count(long segments, TextAmount amount) {

    static final Count NOTHING = new Count(0, TextAmount.NONE);

    Count plus(Count other) {
      return new Count(segments + other.segments, amount.plus(other.amount));
    }
  }

  /** Names of products and standards, which are the same in every language: H7N9, ISO-9001. */
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\d])(?=[A-Z./-]{0,9}\\d)[A-Z\\d][A-Z\\d./-]*+(?!\\p{L})");

  private final Set<String> seen = new HashSet<>();
  private final Set<String> seenHere = new HashSet<>();
  private final Map<String, Bands> documents = new LinkedHashMap<>();
  private final Bands all = new Bands();
  private Bands current = all;

  void startDocument(String name) {
    seenHere.clear();
    current = documents.computeIfAbsent(name, one -> new Bands());
  }

  /** Whether a segment has only numbers, codes and marks, which a translation repeats. */
  static boolean isCopied(String segment) {
    return CODE.matcher(segment).replaceAll("").codePoints().noneMatch(Character::isLetter);
  }

  /**
   * @param score returns its best score; not called if the segment is copied or a repetition
   */
  void add(String segment, IntSupplier score) {
    String key = segment.strip();
    Count one = new Count(1, TextAmount.of(segment));
    if (isCopied(key)) {
      add(MatchBand.COPIED, one, false);
      return;
    }
    boolean isInternal = !seenHere.add(key);
    boolean isNew = seen.add(key);
    add(isNew ? MatchBand.of(score.getAsInt()) : MatchBand.REPETITION, one, isInternal);
  }

  private void add(MatchBand band, Count one, boolean isInternal) {
    all.add(band, one, isInternal);
    current.add(band, one, isInternal);
  }

  public long segments() {
    return all.total().segments();
  }

  public long segments(MatchBand band) {
    return all.in(band).segments();
  }

  /** Returns the counts of all documents together. */
  public Bands all() {
    return all;
  }

  /** Returns the counts of each document by name, in the order in which they were counted. */
  public Map<String, Bands> documents() {
    return Collections.unmodifiableMap(documents);
  }

  /** Segments by band, of one document or of all. */
  public static final class Bands {

    private final Map<MatchBand, Count> counts = new EnumMap<>(MatchBand.class);
    private Count internal = Count.NOTHING;

    private Bands() {}

    private void add(MatchBand band, Count one, boolean isInternal) {
      counts.merge(band, one, Count::plus);
      if (isInternal) {
        internal = internal.plus(one);
      }
    }

    public Count in(MatchBand band) {
      return counts.getOrDefault(band, Count.NOTHING);
    }

    /**
     * Returns the counts of repetitions within one document; {@link MatchBand#REPETITION} includes
     * them.
     */
    public Count internal() {
      return internal;
    }

    public Count total() {
      return counts.values().stream().reduce(Count.NOTHING, Count::plus);
    }

    /** Writes the members {@code bands} and {@code total} of the open object. */
    void writeFields(Json json) throws IOException {
      json.array("bands");
      for (MatchBand band : MatchBand.values()) {
        write(json.object().put("band", band.label()), in(band));
        if (band == MatchBand.REPETITION) {
          write(json.object("internal"), internal);
          json.end();
        }
        json.end();
      }
      json.end();
      write(json.object("total"), total());
      json.end();
    }

    private static void write(Json json, Count count) throws IOException {
      json.put("segments", count.segments());
      json.put("characters", count.amount().characters());
      json.put("words", count.amount().words());
    }
  }

  /**
   * Match bands used for pricing. Scores are in percent; 101 and 102 are exact matches with the
   * same neighbour on one side or on both.
   */
  public enum MatchBand {
    /** A segment that occurred before, whether or not it is in the memory. */
    REPETITION("repetitions", 0),
    /** The same segment between the same neighbours. */
    BOTH_NEIGHBOURS("102", 102),
    /** The same segment with one neighbour the same. */
    ONE_NEIGHBOUR("101", 101),
    EXACT("100", 100),
    FROM_95("95-99", 95),
    FROM_85("85-94", 85),
    FROM_75("75-84", 75),
    FROM_50("50-74", 50),
    /** A segment of numbers, codes and marks only, however often it occurs. */
    COPIED("copied", Integer.MAX_VALUE),
    NONE("no match", 0);

    private final String label;
    private final int from;

    MatchBand(String label, int from) {
      this.label = label;
      this.from = from;
    }

    /** Returns the name used in output, for example {@code 85-94}. */
    public String label() {
      return label;
    }

    /**
     * @param score 0 to 102; 0 if there is no match
     */
    public static MatchBand of(int score) {
      for (MatchBand band : values()) {
        if (band != REPETITION && score >= band.from) {
          return band;
        }
      }
      throw new IllegalArgumentException("score " + score + " is negative");
    }
  }

  /**
   * A sentence of an article and its neighbours. Page clutter around an article is not a neighbour
   * because it is never in a memory.
   *
   * @param before the text before; empty at the beginning
   * @param after the text after; empty at the end
   */
  record Neighbourhood(String before, Segment segment, String after) {

    /** Returns the sentences of an article that may be in a memory, in order. */
    static List<Neighbourhood> of(List<Segment> document) {
      List<Segment> content = document.stream().filter(one -> one.type().isContent()).toList();
      List<Neighbourhood> places = new ArrayList<>();
      for (int i = 0; i < content.size(); i++) {
        places.add(
            new Neighbourhood(
                i == 0 ? "" : content.get(i - 1).text(),
                content.get(i),
                i == content.size() - 1 ? "" : content.get(i + 1).text()));
      }
      return places;
    }

    String text() {
      return segment.text();
    }
  }
}

package ballast.links;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts how well codes are placed. What is not placed counts as missed. */
final class PlacementFigures {

  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}'’&&[^\\p{IsHan}]]+");

  private int sentences;
  private int placed;
  private int spans;
  private int placedSpans;
  private int exact;
  private int words;
  private int placedWords;
  private int commonWords;
  private int marks;
  private int exactMarks;
  private int lost;

  /** Adds a sentence; returns whether every code stands where it should. */
  boolean add(MarkedSentence.Pair pair, Optional<List<InlineCode>> codes) {
    sentences++;
    Map<String, Span> wanted = spans(pair.target().codes());
    boolean right = codes.isPresent();
    Map<String, Span> found = codes.map(PlacementFigures::spans).orElse(Map.of());
    if (codes.isPresent()) {
      placed++;
      lost += wanted.keySet().equals(found.keySet()) ? 0 : 1;
    }
    for (String id : wanted.keySet()) {
      Span place = found.get(id);
      boolean same = wanted.get(id).equals(place);
      right &= same;
      if (id.startsWith("n")) {
        marks++;
        exactMarks += same ? 1 : 0;
        continue;
      }
      spans++;
      placedSpans += place == null ? 0 : 1;
      exact += same ? 1 : 0;
      Set<Integer> there = words(pair.target().text(), wanted.get(id));
      Set<Integer> here = place == null ? Set.of() : words(pair.target().text(), place);
      words += there.size();
      placedWords += here.size();
      there.retainAll(here);
      commonWords += there.size();
    }
    return right;
  }

  double placedShare() {
    return (double) placed / sentences;
  }

  double exactF1() {
    return 2.0 * exact / (spans + placedSpans);
  }

  /** Of the spans that are placed, the share that is exact. */
  double exactPrecision() {
    return (double) exact / placedSpans;
  }

  double wordF1() {
    return 2.0 * commonWords / (words + placedWords);
  }

  double exactMarks() {
    return (double) exactMarks / marks;
  }

  /** Sentences that were placed but did not have the same codes afterwards. */
  int lost() {
    return lost;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d sentences, placed %.3f; %d spans: exact F1 %.3f (precision %.3f), words F1 %.3f;"
            + " %d marks: exact %.3f; lost %d",
        sentences,
        placedShare(),
        spans,
        exactF1(),
        exactPrecision(),
        wordF1(),
        marks,
        exactMarks(),
        lost);
  }

  private static Map<String, Span> spans(List<InlineCode> codes) {
    Map<String, Span> spans = new HashMap<>();
    for (InlineCode code : codes) {
      String id = code.attributes().replaceAll("id=\"(.*)\"", "$1");
      Span open = spans.get(id);
      spans.put(id, new Span(open == null ? code.offset() : open.start(), code.offset()));
    }
    return spans;
  }

  private static Set<Integer> words(String text, Span span) {
    Set<Integer> words = new HashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (word.start() >= span.start() && word.end() <= span.end()) {
        words.add(word.start());
      }
    }
    return words;
  }
}

package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.align.LinkEvidence.Coverage.Covered;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The features of a bead that do not depend on the beads before and after it: the input of {@link
 * Rescorer}. Some occur twice, the second time multiplied by {@code freedom}, a measure of how
 * freely this document is translated: low coverage is weaker evidence against a bead in a novel
 * than in a law. Not thread-safe.
 */
final class RescoringFeatures {

  /** Factor for sums over words, so that features are of the order of 1. */
  private static final double TENTH = 0.1;

  private static final int MAX_NUMBERS = 3;

  /** Rarity sum below which a sentence is short. */
  private static final double SHORT = 12;

  /** Prior of the mean coverage, with the weight of {@link #DEFAULT_BEADS} beads. */
  private static final double DEFAULT_COVERAGE = 0.3;

  private static final double DEFAULT_BEADS = 5;
  private static final double DEFAULT_SPREAD = 0.1;

  /** A share that is evidence neither for nor against a bead, and its weight as a rarity. */
  private static final double NEUTRAL_SHARE = 0.2;

  private static final double NEUTRAL_MASS = 8;
  private static final double SMOOTHING = 0.03;
  private static final double MIN_PROBABILITY = 1e-3;

  private final BothTexts texts;
  private final Evidence evidence;
  private final SentenceMarks left;
  private final SentenceMarks right;
  private final boolean quotes;
  private final double leftMean;
  private final double rightMean;
  private final double freedom;

  private final AloneScores.Shares shares;

  /** For each sentence, its coverage by the best single sentence of the other side. */
  private final Covered[] leftBest;

  private final Covered[] rightBest;

  /**
   * @param band contains all beads that will be scored
   * @param posteriors probabilities of beads by the scores of {@code scorer}
   */
  record Evidence(
      Band band,
      DocumentScorer scorer,
      BeadPosteriors posteriors,
      LengthModel lengths,
      LinkEvidence links) {}

  /**
   * @param path a first path, to compute this document's mean coverage
   */
  RescoringFeatures(BothTexts texts, Evidence evidence, List<Link> path) {
    this.texts = texts;
    this.evidence = evidence;
    this.left = new SentenceMarks(texts.left());
    this.right = new SentenceMarks(texts.right());
    this.quotes = left.quotations().any() && right.quotations().any();
    this.leftBest = new Covered[texts.left().size()];
    this.rightBest = new Covered[texts.right().size()];
    Arrays.fill(leftBest, new Covered(0, 0));
    Arrays.fill(rightBest, new Covered(0, 0));
    double leftSum = DEFAULT_COVERAGE * DEFAULT_BEADS;
    double rightSum = DEFAULT_COVERAGE * DEFAULT_BEADS;
    double beads = DEFAULT_BEADS;
    int step = 0;
    // Both in one pass, because the links of a sentence are not kept for long.
    for (int i = 0; i < leftBest.length; i++) {
      findBest(i);
      for (; step < path.size() && path.get(step).left().end() <= i + 1; step++) {
        Link link = path.get(step);
        if (!link.isOneSided()) {
          Coverage coverage = evidence.links().ofPath(link);
          leftSum += coverage.left();
          rightSum += coverage.right();
          beads++;
        }
      }
    }
    this.leftMean = leftSum / beads;
    this.rightMean = rightSum / beads;
    this.shares = AloneScores.Shares.of(evidence.posteriors(), texts);
    this.freedom = (DEFAULT_COVERAGE + SMOOTHING - (leftMean + rightMean) / 2) / DEFAULT_SPREAD;
  }

  /**
   * @param tokenScore the tokens' part of the last round's score, in nats
   */
  double[] paired(Range source, Range target, double tokenScore) {
    FeatureRow features = new FeatureRow(FeatureNames.PAIRED.size());
    Coverage coverage = evidence.links().coverage(source, target);
    double odds = odds(source, target);
    double tokens = TENTH * tokenScore;
    double leftShares = shares(coverage.leftSentences());
    double rightShares = shares(coverage.rightSentences());
    features.add(TENTH * (tokenScore + evidence.scorer().structure(source, target)));
    features.add(odds);
    features.add(tokens);
    features.add(TENTH * coverage.leftAll().covered());
    features.add(TENTH * coverage.leftAll().mass());
    features.add(TENTH * coverage.rightAll().covered());
    features.add(TENTH * coverage.rightAll().mass());
    features.add(leftShares);
    features.add(rightShares);
    features.add(leastShare(coverage.leftSentences()));
    features.add(leastShare(coverage.rightSentences()));
    features.add(
        evidence.lengths().score(texts.left().length(source), texts.right().length(target)));
    addMarks(source, target, features);
    features.addAt(ShapeClass.of(source.size(), target.size()), ShapeClass.LABELS.size(), 1);
    features.add(freedom * odds);
    features.add(freedom * tokens);
    features.add(freedom * leftShares);
    features.add(freedom * rightShares);
    return features.all();
  }

  private void addMarks(Range source, Range target, FeatureRow features) {
    boolean alone =
        left.quotations().openAfter(source.end() - 1)
            != right.quotations().openAfter(target.end() - 1);
    int opened =
        left.quotations().opened(source.start(), source.end())
            - right.quotations().opened(target.start(), target.end());
    features.add(quotes && alone ? 1 : 0);
    features.add(quotes ? Math.min(2, Math.abs(opened)) : 0);
    boolean first = left.opensQuotation(source.start()) != right.opensQuotation(target.start());
    boolean last =
        left.closesQuotation(source.end() - 1) != right.closesQuotation(target.end() - 1);
    features.add(quotes && first ? 1 : 0);
    features.add(quotes && last ? 1 : 0);
    features.add(left.asks(source) != right.asks(target) ? 1 : 0);
    features.add(left.endMark(source.end() - 1) != right.endMark(target.end() - 1) ? 1 : 0);
    NumberEvidence numbers =
        NumberEvidence.of(texts.left().numbers(source), texts.right().numbers(target));
    features.add(Math.min(MAX_NUMBERS, numbers.shared()));
    features.add(Math.min(MAX_NUMBERS, numbers.onlyLeft()));
    features.add(Math.min(MAX_NUMBERS, numbers.onlyRight()));
    boolean merged = source.size() + target.size() > 2;
    features.add(merged && left.bracketed(source) != right.bracketed(target) ? 1 : 0);
    features.add(Math.max(left.repeated(source), right.repeated(target)));
    features.add(left.cuts(source) + right.cuts(target));
  }

  boolean areSame(Range source, Range target) {
    return source.size() == 1
        && target.size() == 1
        && texts.left().text(source.start()).equals(texts.right().text(target.start()));
  }

  /**
   * @param score the score of leaving the sentence alone, in nats
   */
  double[] alone(boolean onLeft, int sentence, double score) {
    FeatureRow features = new FeatureRow(FeatureNames.ALONE.size());
    Range here = new Range(sentence, sentence + 1);
    Range none = new Range(0, 0);
    SentenceMarks marks = onLeft ? left : right;
    Covered best = onLeft ? leftBest[sentence] : rightBest[sentence];
    double odds = onLeft ? odds(here, none) : odds(none, here);
    double bestShare = logShare(best);
    features.add(TENTH * score);
    features.add(odds);
    features.add(onLeft ? 1 : 0);
    features.add(onLeft ? 0 : 1);
    features.add(Math.log(1 + best.mass()));
    features.add(bestShare);
    features.add(relativeToMean(best, onLeft ? leftMean : rightMean));
    features.add(best.share());
    Quotations quotations = marks.quotations();
    boolean turns = quotations.openAfter(sentence) != quotations.openAfter(sentence - 1);
    features.add(quotes && turns ? 1 : 0);
    features.add(marks.bracketed(here));
    features.add(Math.min(2, (onLeft ? texts.left() : texts.right()).numbers(here).size()));
    features.add(best.mass() < SHORT ? 1 : 0);
    features.add(marks.asks(here) ? 1 : 0);
    features.add(marks.cuts(here));
    features.add(freedom * odds);
    features.add(onLeft ? freedom : 0);
    features.add(onLeft ? 0 : freedom);
    features.add(freedom * bestShare);
    features.add(onLeft ? shares.left() : shares.right());
    return features.all();
  }

  private void findBest(int i) {
    Band band = evidence.band();
    for (int j = band.low(i); j < band.high(i + 1); j++) {
      if (band.contains(i, j) && band.contains(i + 1, j + 1)) {
        Coverage coverage = evidence.links().coverage(new Range(i, i + 1), new Range(j, j + 1));
        leftBest[i] = better(leftBest[i], coverage.leftAll());
        rightBest[j] = better(rightBest[j], coverage.rightAll());
      }
    }
  }

  private static Covered better(Covered best, Covered candidate) {
    return candidate.covered() > best.covered() || best.mass() == 0 ? candidate : best;
  }

  private double odds(Range source, Range target) {
    double probability = evidence.posteriors().probability(source, target);
    double bounded = Math.max(MIN_PROBABILITY, Math.min(1 - MIN_PROBABILITY, probability));
    return Math.log(bounded / (1 - bounded));
  }

  private static double shares(List<Covered> sentences) {
    return sentences.stream().mapToDouble(RescoringFeatures::logShare).sum();
  }

  private static double leastShare(List<Covered> sentences) {
    return sentences.size() == 1
        ? 0
        : sentences.stream().mapToDouble(RescoringFeatures::logShare).min().orElse(0);
  }

  /** The logarithm of a share relative to the neutral one, in nats; near 0 for a short sentence. */
  private static double logShare(Covered covered) {
    double share =
        (covered.covered() + NEUTRAL_SHARE * NEUTRAL_MASS) / (covered.mass() + NEUTRAL_MASS);
    return Math.log((share + SMOOTHING) / (NEUTRAL_SHARE + SMOOTHING));
  }

  private static double relativeToMean(Covered covered, double mean) {
    return Math.log(
        (covered.covered() + DEFAULT_COVERAGE) / (covered.mass() + 1) / (mean + SMOOTHING));
  }

  /**
   * The punctuation that a translation keeps: quotations, questions, end marks, brackets around a
   * sentence. Also marks places where a text was cut within a sentence or repeats itself.
   * Immutable.
   */
  static final class SentenceMarks {

    enum EndMark {
      NONE,
      STOP,
      QUESTION,
      EXCLAMATION,
      COLON,
      DOTS
    }

    /** Only punctuation that closes the previous sentence. */
    private static final Pattern CLOSING = Pattern.compile("[。，、；：”’」』）)】\\]》,.;:\\s]+");

    /** Not a sentence end: a comma, or an abbreviation that needs a continuation. */
    private static final Pattern OPEN_END =
        Pattern.compile(
            "(?:[，、,]|\\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
                + "|No|Mrs?|Ms|Dr|St|vs|Gen|Prof)\\.)$");

    /** Characters of the longest abbreviation, its stop, and the character before it. */
    private static final int LONGEST_END = 6;

    private final TextSide side;
    private final Quotations quotations;
    private final EndMark[] ends;
    private final int[] bracketedSums;

    /** For each sentence, its likeness to the previous one, 0 to 1. */
    private final double[] repeated;

    /** For each sentence, whether it continues the previous one. */
    private final boolean[] continued;

    SentenceMarks(TextSide side) {
      this.side = side;
      this.quotations = Quotations.of(side);
      this.ends = new EndMark[side.size()];
      this.bracketedSums = new int[side.size() + 1];
      this.repeated = new double[side.size()];
      this.continued = new boolean[side.size() + 1];
      Arrays.setAll(ends, i -> endMark(side.text(i)));
      for (int i = 0; i < side.size(); i++) {
        bracketedSums[i + 1] = bracketedSums[i] + (isBracketed(side.text(i)) ? 1 : 0);
        repeated[i] = i == 0 ? 0 : alike(side.sentences().get(i - 1), side.sentences().get(i));
        continued[i] = i > 0 && isContinued(side.text(i - 1), side.text(i));
      }
    }

    /** The Dice coefficient of the distinct words of two sentences, 0 to 1. */
    private static double alike(Sentence one, Sentence other) {
      Set<String> words = new HashSet<>(one.words());
      Set<String> others = new HashSet<>(other.words());
      int all = words.size() + others.size();
      words.retainAll(others);
      return all == 0 ? 0 : 2.0 * words.size() / all;
    }

    /** Whether the border between two segments is within a sentence. */
    static boolean isContinued(String before, String next) {
      String begins = next.strip();
      String ended = before.strip();
      return !begins.isEmpty()
          && (Character.isLowerCase(begins.codePointAt(0))
              || CLOSING.matcher(begins).matches()
              || OPEN_END
                  .matcher(ended.substring(Math.max(0, ended.length() - LONGEST_END)))
                  .find());
    }

    /** The highest likeness of a sentence in the range to the previous one in the range, 0 to 1. */
    double repeated(Range sentences) {
      double most = 0;
      for (int i = sentences.start() + 1; i < sentences.end(); i++) {
        most = Math.max(most, repeated[i]);
      }
      return most;
    }

    /** The number of ends of the range, 0 to 2, that are within a sentence of the text. */
    int cuts(Range sentences) {
      return (continued[sentences.start()] ? 1 : 0) + (continued[sentences.end()] ? 1 : 0);
    }

    Quotations quotations() {
      return quotations;
    }

    EndMark endMark(int sentence) {
      return ends[sentence];
    }

    boolean asks(Range sentences) {
      return sentences.of(side.sentences()).stream().anyMatch(Sentence::asks);
    }

    /** The number of sentences that are in brackets from beginning to end. */
    int bracketed(Range sentences) {
      return bracketedSums[sentences.end()] - bracketedSums[sentences.start()];
    }

    /** The end mark of a sentence; closing quotation marks and brackets after it are skipped. */
    static EndMark endMark(String text) {
      for (int k = text.length() - 1; k >= 0; k--) {
        char c = text.charAt(k);
        switch (c) {
          case '。', '；', ';' -> {
            return EndMark.STOP;
          }
          case '.' -> {
            return k > 0 && text.charAt(k - 1) == '.' ? EndMark.DOTS : EndMark.STOP;
          }
          case '？', '?' -> {
            return EndMark.QUESTION;
          }
          case '！', '!' -> {
            return EndMark.EXCLAMATION;
          }
          case '：', ':' -> {
            return EndMark.COLON;
          }
          case '…' -> {
            return EndMark.DOTS;
          }
          default -> {
            if (Character.isLetterOrDigit(c)) {
              return EndMark.NONE;
            }
          }
        }
      }
      return EndMark.NONE;
    }

    boolean opensQuotation(int sentence) {
      String stripped = side.text(sentence).strip();
      return !stripped.isEmpty() && "“「『‘\"'".indexOf(stripped.charAt(0)) >= 0;
    }

    /** Whether a sentence ends with a closing quotation mark, before or after its end mark. */
    boolean closesQuotation(int sentence) {
      String stripped = side.text(sentence).strip();
      int end = stripped.length();
      while (end > 0 && "。！？!?.,，；;…".indexOf(stripped.charAt(end - 1)) >= 0) {
        end--;
      }
      return end > 0 && "”」』’\"'".indexOf(stripped.charAt(end - 1)) >= 0;
    }

    /** Whether a sentence begins with a bracket and ends with one, before or after its end mark. */
    static boolean isBracketed(String text) {
      String stripped = text.strip();
      return stripped.length() > 2
          && "(（[【".indexOf(stripped.charAt(0)) >= 0
          && (closes(stripped.charAt(stripped.length() - 1))
              || closes(stripped.charAt(stripped.length() - 2)));
    }

    private static boolean closes(char c) {
      return ")）]】".indexOf(c) >= 0;
    }
  }

  private static final class FeatureRow {

    private final double[] all;
    private int size;

    FeatureRow(int count) {
      this.all = new double[count];
    }

    void add(double feature) {
      all[size++] = feature;
    }

    /** Adds {@code count} features: {@code feature} at {@code index}, otherwise 0. */
    void addAt(int index, int count, double feature) {
      all[size + index] = feature;
      size += count;
    }

    double[] all() {
      if (size != all.length) {
        throw new IllegalStateException(size + " features of " + all.length);
      }
      return all;
    }
  }

  static final class FeatureNames {

    /** In the order of {@link RescoringFeatures#paired}. */
    static final List<String> PAIRED;

    /** In the order of {@link RescoringFeatures#alone}. */
    static final List<String> ALONE =
        List.of(
            "score",
            "odds",
            "left",
            "right",
            "mass",
            "best-share",
            "best-share-of-usual",
            "best",
            "quotation",
            "bracketed",
            "numbers",
            "short",
            "question",
            "cuts",
            "odds-by-freedom",
            "left-by-freedom",
            "right-by-freedom",
            "best-share-by-freedom",
            "document");

    static {
      List<String> names =
          new ArrayList<>(
              List.of(
                  "score",
                  "odds",
                  "tokens",
                  "left-said",
                  "left-mass",
                  "right-said",
                  "right-mass",
                  "left-shares",
                  "right-shares",
                  "left-least-share",
                  "right-least-share",
                  "length",
                  "quotation-ends-alone",
                  "quotations-differ",
                  "quotation-first-differs",
                  "quotation-last-differs",
                  "question-alone",
                  "end-marks-differ",
                  "numbers-shared",
                  "numbers-left",
                  "numbers-right",
                  "brackets-differ",
                  "repeated",
                  "cuts"));
      names.addAll(ShapeClass.LABELS);
      for (String name : List.of("odds", "tokens", "left-shares", "right-shares")) {
        names.add(name + "-by-freedom");
      }
      PAIRED = List.copyOf(names);
    }

    private FeatureNames() {}
  }

  /** The classes of two-sided shapes that {@link RescoringFeatures} distinguishes. */
  static final class ShapeClass {

    /** The class names; all larger shapes share the last. */
    static final List<String> LABELS =
        List.of("1-1", "1-2", "1-3", "1-many", "2-1", "many-1", "2-2", "2-3", "3-2", "many-many");

    private ShapeClass() {}

    /** The index in {@link #LABELS} of a shape's class. Both counts are at least 1. */
    static int of(int left, int right) {
      if (left == 1) {
        return Math.min(right, 4) - 1;
      }
      if (right == 1) {
        return left == 2 ? 4 : 5;
      }
      if (left == 2 && right <= 3) {
        return 4 + right;
      }
      return left == 3 && right == 2 ? 8 : 9;
    }
  }

  /**
   * The sentences of a text after which a quotation is still open. A translation changes words and
   * sentences, but seldom the places of direct speech. Immutable.
   */
  static final class Quotations {

    /** Maximum sentences that an open quotation can have without another mark. */
    private static final int MAX_SENTENCES = 12;

    /** Indices in the array of open marks. */
    private static final int CURLY = 0;

    private static final int STRAIGHT = 1;
    private static final int CURLY_SINGLE = 2;
    private static final int STRAIGHT_SINGLE = 3;

    private static final String BEFORE_WORDS = "([{—–-";

    private final boolean[] open;
    private final int[] opened;

    private Quotations(boolean[] open, int[] opened) {
      this.open = open;
      this.opened = opened;
    }

    static Quotations of(TextSide side) {
      return of(IntStream.range(0, side.size()).mapToObj(side::text).toList());
    }

    static Quotations of(List<String> sentences) {
      boolean[] open = new boolean[sentences.size()];
      int[] opened = new int[sentences.size() + 1];
      boolean[] marks = new boolean[4];
      int quiet = 0;
      for (int i = 0; i < open.length; i++) {
        int found = read(sentences.get(i), marks);
        opened[i + 1] = opened[i] + found;
        open[i] = marks[0] || marks[1] || marks[2] || marks[3];
        quiet = open[i] && found == 0 ? quiet + 1 : 0;
        if (quiet > MAX_SENTENCES) {
          Arrays.fill(marks, false);
          open[i] = false;
          quiet = 0;
        }
      }
      return new Quotations(open, opened);
    }

    boolean any() {
      return opened[open.length] > 0;
    }

    /** Whether a quotation is open after a sentence; false for -1. */
    boolean openAfter(int sentence) {
      return sentence >= 0 && open[sentence];
    }

    /** The number of quotations that open from {@code start} to {@code end}, exclusive. */
    int opened(int start, int end) {
      return opened[end] - opened[start];
    }

    /** Reads a sentence and updates the open marks; returns the number of quotations it opens. */
    private static int read(String text, boolean[] marks) {
      int count = 0;
      for (int k = 0; k < text.length(); k++) {
        switch (text.charAt(k)) {
          case '“', '「', '『' -> count += open(marks, CURLY);
          case '”', '」', '』' -> marks[CURLY] = false;
          case '"' -> {
            if (marks[STRAIGHT]) {
              marks[STRAIGHT] = false;
            } else {
              count += open(marks, STRAIGHT);
            }
          }
          case '‘' -> count += open(marks, CURLY_SINGLE);
          case '’' -> marks[CURLY_SINGLE] &= isInWord(text, k);
          case '\'' -> {
            if (opensWords(text, k)) {
              count += open(marks, STRAIGHT_SINGLE);
            } else {
              marks[STRAIGHT_SINGLE] &= isInWord(text, k);
            }
          }
          default -> {}
        }
      }
      return count;
    }

    private static int open(boolean[] marks, int mark) {
      int opens = marks[mark] ? 0 : 1;
      marks[mark] = true;
      return opens;
    }

    /** Whether an apostrophe is between letters, as in a contraction. */
    private static boolean isInWord(String text, int k) {
      return k > 0
          && k + 1 < text.length()
          && Character.isLetterOrDigit(text.charAt(k - 1))
          && Character.isLetterOrDigit(text.charAt(k + 1));
    }

    private static boolean opensWords(String text, int k) {
      boolean begins =
          k == 0
              || Character.isWhitespace(text.charAt(k - 1))
              || BEFORE_WORDS.indexOf(text.charAt(k - 1)) >= 0;
      return begins && k + 1 < text.length() && !Character.isWhitespace(text.charAt(k + 1));
    }
  }
}

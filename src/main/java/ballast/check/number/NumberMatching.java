package ballast.check.number;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Finds out which numbers of two texts do not correspond. For one pair of texts. */
public final class NumberMatching {

  /** The most that stands between the parts of a date: 2024 年 3 月, ", ", " of ". */
  private static final int DATE_GAP = 4;

  private final List<ComparedNumber> source;
  private final List<ComparedNumber> target;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<ComparedNumber> sourceOnly;
  private final List<ComparedNumber> targetOnly;

  /**
   * A number of the source and the one that stands in its place.
   *
   * @param kind of both
   * @param source its place, with a unit of measure if there is one
   * @param target the other's place
   */
  public record Mistake(Kind kind, Span source, Span target, Severity severity) {

    /** Whether both are parts of one date in both texts. */
    private boolean isOneDateWith(Mistake other) {
      return isDate(kind)
          && isDate(other.kind)
          && severity == other.severity
          && isNear(source, other.source)
          && isNear(target, other.target);
    }

    private static boolean isDate(Kind kind) {
      return kind == Kind.YEAR || kind == Kind.MONTH || kind == Kind.DAY;
    }

    private static boolean isNear(Span one, Span other) {
      return one.start() - other.end() <= DATE_GAP && other.start() - one.end() <= DATE_GAP;
    }

    private Mistake with(Mistake other) {
      return new Mistake(kind, union(source, other.source), union(target, other.target), severity);
    }

    private static Span union(Span one, Span other) {
      return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }
  }

  private record Candidate(ComparedNumber number, ComparedNumber other, double distance) {}

  private NumberMatching(List<ComparedNumber> source, List<ComparedNumber> target) {
    this.source = source;
    this.target = target;
    sourceOnly = new ArrayList<>(source.stream().filter(f -> f.isMissingIn(target)).toList());
    targetOnly = new ArrayList<>(target.stream().filter(f -> f.isMissingIn(source)).toList());
  }

  /** Compares the numbers of two texts. */
  public static NumberMatching of(List<ComparedNumber> source, List<ComparedNumber> target) {
    NumberMatching matching = new NumberMatching(source, target);
    removeParts(matching.sourceOnly, matching.targetOnly, ordinals(target));
    removeParts(matching.targetOnly, matching.sourceOnly, ordinals(source));
    removeDates(matching.sourceOnly, matching.targetOnly);
    removeDates(matching.targetOnly, matching.sourceOnly);
    matching.pair((a, b) -> a.couldBeMeantBy(b) && a.isAlike(b), Severity.ERROR);
    matching.pair((a, b) -> a.couldBeMeantBy(b) && a.isWithinReach(b), Severity.ERROR);
    if (matching.sourceOnly.size() == 1 && matching.targetOnly.size() == 1) {
      matching.pair(ComparedNumber::mightBeMeantBy, Severity.INFO); // one of them is in words
    }
    return matching;
  }

  /** The mistaken numbers in the order of the source; those of one date together. */
  public List<Mistake> mistakes() {
    List<Mistake> joined = new ArrayList<>();
    List<Mistake> inOrder = new ArrayList<>(mistakes);
    inOrder.sort(Comparator.comparing(Mistake::source));
    for (Mistake mistake : inOrder) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).isOneDateWith(mistake)) {
        joined.set(last, joined.get(last).with(mistake));
      } else {
        joined.add(mistake);
      }
    }
    return joined;
  }

  /** The numbers of the source for which the target has none. */
  public List<ComparedNumber> missing() {
    return List.copyOf(sourceOnly);
  }

  /** The numbers of the target for which the source has none. */
  public List<ComparedNumber> added() {
    return List.copyOf(targetOnly);
  }

  /** Pairs those that may stand for each other, the likeliest first. */
  private void pair(BiPredicate<ComparedNumber, ComparedNumber> mistaken, Severity severity) {
    List<Candidate> candidates = new ArrayList<>();
    for (ComparedNumber number : sourceOnly) {
      for (ComparedNumber other : targetOnly) {
        if (mistaken.test(number, other)) {
          candidates.add(new Candidate(number, other, distance(number, other)));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::distance));
    for (Candidate candidate : candidates) {
      ComparedNumber number = candidate.number();
      ComparedNumber other = candidate.other();
      if (sourceOnly.contains(number) && targetOnly.contains(other)) {
        Severity how = number.isIncomparable(other) ? Severity.INFO : severity;
        mistakes.add(new Mistake(number.number().kind(), number.span(), other.span(), how));
        sourceOnly.remove(number);
        targetOnly.remove(other);
      }
    }
  }

  /** How far apart two numbers are: in rank among the numbers of their texts, and in value. */
  private double distance(ComparedNumber number, ComparedNumber other) {
    double rank = rank(number, source) - rank(other, target);
    return Math.abs(rank) + 1 - number.closeness(other);
  }

  private static double rank(ComparedNumber number, List<ComparedNumber> all) {
    return (all.indexOf(number) + 0.5) / all.size();
  }

  /** Removes the numbers that are a month and a day of the others: 228 and February 28. */
  private static void removeDates(List<ComparedNumber> some, List<ComparedNumber> others) {
    for (int i = others.size() - 2; i >= 0; i--) {
      ComparedNumber one = others.get(i);
      ComparedNumber next = others.get(i + 1);
      if (some.removeIf(number -> number.isDateOf(one, next) || number.isDateOf(next, one))) {
        others.removeAll(List.of(one, next));
        i--;
      }
    }
  }

  private static List<ComparedNumber> ordinals(List<ComparedNumber> numbers) {
    return numbers.stream().filter(ComparedNumber::isOrdinal).toList();
  }

  /** Removes the numbers whose groups of digits the others have as numbers: 23.45 and 23点45分. */
  private static void removeParts(
      List<ComparedNumber> some, List<ComparedNumber> others, List<ComparedNumber> ordinals) {
    for (ComparedNumber number : List.copyOf(some)) {
      List<ComparedNumber> found = new ArrayList<>();
      for (BigDecimal part : number.parts()) {
        // 第四十八条 holds for all the paragraphs after it: 48.2 and 48.3.
        Stream.concat(others.stream(), ordinals.stream())
            .filter(other -> !found.contains(other) && other.hasDigits(part))
            .findFirst()
            .ifPresent(found::add);
      }
      // Of 第九十三条之一, Article 93.1, only 九十三 is read as a number.
      boolean article = number.isSection() && found.size() == 1 && found.get(0).isOrdinal();
      // At the start of a text the first group may number it: "2.5% for others" is 二、…百分之五.
      boolean item =
          number.span().start() == 0
              && found.size() == 1
              && found.get(0).hasDigits(number.parts().get(number.parts().size() - 1));
      if (!found.isEmpty() && (article || item || found.size() == number.parts().size())) {
        some.remove(number);
        others.removeAll(found);
      }
    }
  }
}

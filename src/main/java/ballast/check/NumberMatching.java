package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Finds out which numbers of two texts do not correspond. For one pair of texts. */
final class NumberMatching {

  /** The most that stands between the parts of a date: 2024 年 3 月, ", ", " of ". */
  private static final int DATE_GAP = 4;

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
  record Mistake(Kind kind, Span source, Span target, Severity severity) {

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

  private NumberMatching(List<ComparedNumber> source, List<ComparedNumber> target) {
    sourceOnly = new ArrayList<>(source.stream().filter(f -> f.isMissingIn(target)).toList());
    targetOnly = new ArrayList<>(target.stream().filter(f -> f.isMissingIn(source)).toList());
  }

  /** Compares the numbers of two texts. */
  static NumberMatching of(List<ComparedNumber> source, List<ComparedNumber> target) {
    NumberMatching matching = new NumberMatching(source, target);
    removeParts(matching.sourceOnly, matching.targetOnly);
    removeParts(matching.targetOnly, matching.sourceOnly);
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
  List<Mistake> mistakes() {
    List<Mistake> joined = new ArrayList<>();
    for (Mistake mistake : mistakes) {
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
  List<ComparedNumber> missing() {
    return List.copyOf(sourceOnly);
  }

  /** The numbers of the target for which the source has none. */
  List<ComparedNumber> added() {
    return List.copyOf(targetOnly);
  }

  private void pair(BiPredicate<ComparedNumber, ComparedNumber> mistaken, Severity severity) {
    for (ComparedNumber number : List.copyOf(sourceOnly)) {
      for (ComparedNumber other : targetOnly) {
        if (mistaken.test(number, other)) {
          Severity how = number.isIncomparable(other) ? Severity.INFO : severity;
          mistakes.add(new Mistake(number.number().kind(), number.span(), other.span(), how));
          sourceOnly.remove(number);
          targetOnly.remove(other);
          break;
        }
      }
    }
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

  /** Removes the numbers whose groups of digits the others have as numbers: 23.45 and 23点45分. */
  private static void removeParts(List<ComparedNumber> some, List<ComparedNumber> others) {
    for (ComparedNumber number : List.copyOf(some)) {
      List<ComparedNumber> found = new ArrayList<>();
      for (BigDecimal part : number.parts()) {
        others.stream()
            .filter(other -> !found.contains(other) && other.hasDigits(part))
            .findFirst()
            .ifPresent(found::add);
      }
      // Of 第九十三条之一, Article 93.1, only 九十三 is read as a number.
      boolean article = number.isSection() && found.size() == 1 && found.get(0).isOrdinal();
      if (!found.isEmpty() && (article || found.size() == number.parts().size())) {
        some.remove(number);
        others.removeAll(found);
      }
    }
  }
}

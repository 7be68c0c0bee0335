package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.language.NumberValue.Kind;
import ballast.language.Quantity.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds numbers in one text that are missing from the other. If both texts have a leftover number
 * of one kind, one is a mistake for the other. If only one text has one, it counts only if a
 * translator would never omit it.
 */
final class NumberMismatch extends Rule {

  private static final int MAX_LEAD = 24;

  private static final Pattern IN_BRACKETS = Pattern.compile("[(（][^()（）0-9]*$");

  private static final Pattern BEGINNING_OF_NAME = Pattern.compile(" \\p{Lu}\\p{Ll}+");

  NumberMismatch() {
    super(
        "number-mismatch",
        Severity.ERROR,
        "a number, percentage or date differs between the texts");
  }

  @Override
  List<Finding> check(PairReading reading) {
    String sourceText = reading.passage().source();
    String targetText = reading.passage().target();
    List<ComparedNumber> source = TextNumbers.of(sourceText);
    List<ComparedNumber> target = TextNumbers.of(targetText);
    NumberMatching matching = NumberMatching.of(reading.passage(), source, target);
    List<Finding> findings = new ArrayList<>();
    for (NumberMatching.Mistake mistake : matching.mistakes()) {
      findings.add(
          finding(
              mistake.severity(),
              new Finding.Spans(List.of(mistake.source()), List.of(mistake.target())),
              mistake.source().of(sourceText) + " became " + mistake.target().of(targetText)));
    }
    matching.sourceOnly.removeIf(number -> !number.isWeighty());
    for (ComparedNumber number : matching.sourceOnly) {
      Finding.Spans spans = Finding.Spans.inSource(number.span());
      String message = number.span().of(sourceText) + " is missing in the translation";
      findings.add(finding(how(number, sourceText, target), spans, message));
    }
    matching.targetOnly.removeIf(number -> !number.isWeighty());
    for (ComparedNumber number : matching.targetOnly) {
      Finding.Spans spans = Finding.Spans.inTarget(List.of(number.span()));
      String message = number.span().of(targetText) + " is not in the source";
      findings.add(finding(how(number, targetText, source), spans, message));
    }
    return joined(findings);
  }

  /**
   * The severity of a missing number. These are probably no mistakes:
   *
   * <ul>
   *   <li>a number in words, if the other text has no number: a figure of speech
   *   <li>an amount near one in the other text: a coarse conversion
   *   <li>money in brackets: a converted price
   *   <li>an article with its paragraph, if the other text has the paragraph: 99.1 for 第一款
   * </ul>
   */
  private static Severity how(ComparedNumber number, String text, List<ComparedNumber> others) {
    boolean digits = number.number().span().of(text).chars().anyMatch(Character::isDigit);
    boolean figure = digits || !others.isEmpty();
    Span span = number.number().span();
    String lead = text.substring(Math.max(0, span.start() - MAX_LEAD), span.start());
    return figure
            && !(number.counts(Dimension.MONEY) && IN_BRACKETS.matcher(lead).find())
            && !isInName(text, span)
            && others.stream().noneMatch(number::isNear)
            && others.stream().noneMatch(number::isParagraphOf)
        ? Severity.WARNING
        : Severity.INFO;
  }

  /** Whether a number is part of a name that lacks it in Chinese: the 228 Incident. */
  private static boolean isInName(String text, Span number) {
    int after = number.end() + (text.startsWith(" ", number.end()) ? 1 : 0);
    return text.startsWith("地震", after)
        || (text.startsWith("the ", number.start() - 4)
            && BEGINNING_OF_NAME.matcher(text).region(number.end(), text.length()).lookingAt());
  }

  /** Joins findings with the same message: a number may be wrong in several places. */
  private List<Finding> joined(List<Finding> findings) {
    Map<String, List<Finding>> byMessage = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byMessage
          .computeIfAbsent(finding.severity() + finding.message(), key -> new ArrayList<>(1))
          .add(finding);
    }
    return byMessage.values().stream().map(this::together).toList();
  }

  private Finding together(List<Finding> all) {
    Finding.Spans spans =
        new Finding.Spans(
            places(all, finding -> finding.spans().source()),
            places(all, finding -> finding.spans().target()));
    return finding(all.get(0).severity(), spans, all.get(0).message());
  }

  private static List<Span> places(List<Finding> all, Function<Finding, List<Span>> side) {
    return all.stream().flatMap(one -> side.apply(one).stream()).distinct().sorted().toList();
  }

  private Finding finding(Severity how, Finding.Spans spans, String message) {
    return finding(spans, message).with(how);
  }

  private static final class NumberMatching {

    /** Maximum characters between the parts of a date: 2024 年 3 月, ", ", " of ". */
    private static final int DATE_GAP = 4;

    /**
     * Maximum leftover numbers to search before and after the corresponding place of the other
     * text; only lists and tables have more.
     */
    private static final int NEIGHBOURS = 100;

    private static final int MAX_COMPARISONS = 1000;

    /** English words that mean two without saying so. */
    private static final Pattern BOTH =
        Pattern.compile(
            "(?i)\\b(?:both|n?either|pairs?|couples?|twins?|dual|double[sd]?|twice|respective(?:ly)?|each"
                + " other|another|former|latter|second)\\b");

    private final List<ComparedNumber> source;
    private final List<ComparedNumber> target;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<ComparedNumber> sourceOnly;
    private final List<ComparedNumber> targetOnly;

    /** A number of the source, with its unit of measure, and the different one in its place. */
    record Mistake(Kind kind, Span source, Span target, Severity severity) {

      /** A mistake; a hint if a number may be a figure of speech or a conversion. */
      static Mistake of(ComparedNumber number, ComparedNumber other) {
        boolean hint = number.isIncomparable(other) || !(number.isCertain() && other.isCertain());
        Severity severity = hint ? Severity.INFO : Severity.ERROR;
        return new Mistake(number.number().kind(), number.span(), other.span(), severity);
      }

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
        return new Mistake(
            kind, union(source, other.source), union(target, other.target), severity);
      }

      private static Span union(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
      }
    }

    private record Candidate(ComparedNumber number, ComparedNumber other, double distance) {}

    private NumberMatching(List<ComparedNumber> source, List<ComparedNumber> target) {
      this.source = source;
      this.target = target;
      sourceOnly = missing(source, target);
      targetOnly = missing(target, source);
    }

    /** The numbers without a counterpart. Equal numbers are looked up once. */
    private static List<ComparedNumber> missing(
        List<ComparedNumber> some, List<ComparedNumber> others) {
      Map<ComparedNumber, Boolean> known = new HashMap<>();
      List<ComparedNumber> different =
          others.stream().map(ComparedNumber::anywhere).distinct().toList();
      return new ArrayList<>(
          some.stream()
              .filter(
                  number -> known.computeIfAbsent(number.anywhere(), n -> n.isMissingIn(different)))
              .toList());
    }

    static NumberMatching of(
        Passage texts, List<ComparedNumber> source, List<ComparedNumber> target) {
      NumberMatching matching = new NumberMatching(source, target);
      if (matching.sourceOnly.isEmpty() && matching.targetOnly.isEmpty()) {
        return matching;
      }
      boolean counted =
          Stream.of(matching.sourceOnly, matching.targetOnly)
              .flatMap(List::stream)
              .anyMatch(ComparedNumber::isCounted);
      List<ComparedNumber> sourceIdioms = TextNumbers.idioms(counted ? texts.source() : "");
      List<ComparedNumber> targetIdioms = TextNumbers.idioms(counted ? texts.target() : "");
      matching.sourceOnly.removeIf(one -> one.isCounted() && !one.isMissingIn(targetIdioms));
      matching.targetOnly.removeIf(one -> one.isCounted() && !one.isMissingIn(sourceIdioms));
      if (matching.sourceOnly.stream().anyMatch(ComparedNumber::isPair)
          && BOTH.matcher(texts.target()).find()) {
        matching.sourceOnly.removeIf(ComparedNumber::isPair);
      }
      removeParts(matching.sourceOnly, matching.targetOnly, ordinals(target));
      removeParts(matching.targetOnly, matching.sourceOnly, ordinals(source));
      removeDates(matching.sourceOnly, matching.targetOnly);
      removeDates(matching.targetOnly, matching.sourceOnly);
      matching.pair(ComparedNumber::countsSameAs);
      matching.pair((a, b) -> a.couldBeMeantBy(b) && a.isAlike(b));
      matching.pair((a, b) -> a.couldBeMeantBy(b) && a.isWithinReach(b));
      for (Kind kind : List.of(Kind.ORDINAL, Kind.CARDINAL, Kind.FRACTION)) {
        matching.pairSingle(a -> a.quantity() == null && a.number().kind() == kind);
      }
      matching.pairSingle(ComparedNumber::isSeveral);
      List<ComparedNumber> idioms = List.copyOf(targetIdioms);
      targetIdioms.removeIf(one -> !one.isMissingIn(source) || !one.isMissingIn(sourceIdioms));
      sourceIdioms.removeIf(one -> !one.isMissingIn(target) || !one.isMissingIn(idioms));
      matching.pairSurplus(sourceIdioms, targetIdioms);
      return matching;
    }

    /** Pairs the numbers of one sort if there is one in each text, even in words. */
    private void pairSingle(Predicate<ComparedNumber> sort) {
      Predicate<ComparedNumber> telling = number -> number.isTelling() && sort.test(number);
      List<ComparedNumber> left = sourceOnly.stream().filter(telling).limit(2).toList();
      List<ComparedNumber> right = targetOnly.stream().filter(telling).limit(2).toList();
      if (left.size() == 1
          && right.size() == 1
          && left.get(0).mightBeMeantBy(right.get(0))
          && left.get(0).isClose(right.get(0))) {
        add(left.get(0), right.get(0));
      }
    }

    private void add(ComparedNumber number, ComparedNumber other) {
      if (number.isNear(other)) {
        return;
      }
      mistakes.add(Mistake.of(number, other));
      sourceOnly.remove(number);
      targetOnly.remove(other);
    }

    /**
     * Pairs a number without a counterpart with one that the other text has once too often: 三至六周
     * and "two to six weeks" after 两周.
     */
    private void pairSurplus(List<ComparedNumber> sourceIdioms, List<ComparedNumber> targetIdioms) {
      if ((long) source.size() * target.size() > MAX_COMPARISONS) {
        return;
      }
      List<ComparedNumber> left = sourceOnly.stream().filter(ComparedNumber::isCounted).toList();
      List<ComparedNumber> right = targetOnly.stream().filter(ComparedNumber::isCounted).toList();
      if (left.size() + right.size() != 1) {
        return;
      }
      ComparedNumber only = left.isEmpty() ? right.get(0) : left.get(0);
      List<ComparedNumber> more =
          left.isEmpty() ? surplus(source, target) : surplus(target, source);
      more.addAll(left.isEmpty() ? sourceIdioms : targetIdioms);
      more.removeIf(other -> !only.isSortOf(other));
      if (more.size() == 1) {
        add(left.isEmpty() ? more.get(0) : only, left.isEmpty() ? only : more.get(0));
      }
    }

    /** The numbers that have a counterpart only together with another one. */
    private static List<ComparedNumber> surplus(
        List<ComparedNumber> some, List<ComparedNumber> others) {
      List<ComparedNumber> left = new ArrayList<>(some);
      List<ComparedNumber> right = new ArrayList<>(others);
      for (int pass = 0; pass < 2; pass++) {
        boolean alike = pass == 0;
        left.removeIf(
            number -> {
              for (ComparedNumber other : right) {
                if ((!alike || number.isAlike(other)) && number.isSaidBy(other)) {
                  right.remove(other);
                  return true;
                }
              }
              return false;
            });
      }
      left.removeIf(number -> number.isMissingIn(others));
      return left;
    }

    /** The mistaken numbers in the order of the source; those of one date are joined. */
    List<Mistake> mistakes() {
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

    /** Pairs possible counterparts, likeliest first. */
    private void pair(BiPredicate<ComparedNumber, ComparedNumber> mistaken) {
      Set<ComparedNumber> taken = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Candidate candidate : candidates(mistaken)) {
        if (!taken.contains(candidate.number()) && !taken.contains(candidate.other())) {
          taken.add(candidate.number());
          taken.add(candidate.other());
          mistakes.add(Mistake.of(candidate.number(), candidate.other()));
        }
      }
      sourceOnly.removeIf(taken::contains);
      targetOnly.removeIf(taken::contains);
    }

    private List<Candidate> candidates(BiPredicate<ComparedNumber, ComparedNumber> mistaken) {
      IdentityHashMap<ComparedNumber, Double> ranks = new IdentityHashMap<>();
      for (List<ComparedNumber> all : List.of(source, target)) {
        for (int i = 0; i < all.size(); i++) {
          ranks.put(all.get(i), (i + 0.5) / all.size());
        }
      }
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < sourceOnly.size(); i++) {
        ComparedNumber number = sourceOnly.get(i);
        int at = (int) ((long) i * targetOnly.size() / sourceOnly.size());
        int from = Math.max(0, at - NEIGHBOURS);
        int to = Math.min(targetOnly.size(), from + 2 * NEIGHBOURS);
        for (ComparedNumber other : targetOnly.subList(from, to)) {
          if (mistaken.test(number, other)) {
            // Distance in rank among the numbers of their texts, and in value.
            double rank = ranks.getOrDefault(number, 0.0) - ranks.getOrDefault(other, 0.0);
            double distance = Math.abs(rank) + 1 - number.closeness(other);
            candidates.add(new Candidate(number, other, distance));
          }
        }
      }
      candidates.sort(Comparator.comparingDouble(Candidate::distance));
      return candidates;
    }

    /** Removes numbers that equal a month and a day of the others: 228 and February 28. */
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

    /** Removes numbers if the others have their groups of digits as numbers: 23.45 and 23点45分. */
    private static void removeParts(
        List<ComparedNumber> some, List<ComparedNumber> others, List<ComparedNumber> ordinals) {
      for (ComparedNumber number : List.copyOf(some)) {
        List<ComparedNumber> found = new ArrayList<>();
        for (BigDecimal part : number.parts()) {
          // 第四十八条 applies to all paragraphs after it: 48.2 and 48.3.
          Stream.concat(others.stream(), ordinals.stream())
              .filter(other -> !found.contains(other) && other.hasDigits(part))
              .findFirst()
              .ifPresent(found::add);
        }
        // In 第九十三条之一, Article 93.1, only 九十三 is read as a number.
        boolean article = number.isSection() && found.size() == 1 && found.get(0).isOrdinal();
        // At the start of a text the first group may be its label: "2.5% for others" is 二、…百分之五.
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
}

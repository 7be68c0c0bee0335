package ballast.align;

import ballast.align.LinkEvidence.Coverage;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.language.MonthName;
import ballast.language.NumberValue;
import ballast.language.WeekdayName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The confidence of each bead of a path, and the reasons for it.
 *
 * <p>Confidence is the calibrated probability that the bead is right ({@link BeadModel}): about
 * eighty of a hundred beads with confidence 0.8 are. It depends on the bead's rivals in the lattice
 * (forward-backward), on its coverage, and on the beads around it.
 */
final class Confidence {

  private final SearchOutcome outcome;
  private final BeadFeatures features;
  private final TextSide left;
  private final TextSide right;
  private final boolean swapped;
  private final Reasons reasons;

  /**
   * @param swapped whether the user's source is on the right
   */
  Confidence(SearchOutcome outcome, BothTexts texts, boolean swapped) {
    this.outcome = outcome;
    this.left = texts.left();
    this.right = texts.right();
    this.features = new BeadFeatures(outcome, left, right);
    this.swapped = swapped;
    List<Precedent> terms = texts.precedents().stream().filter(Precedent::isTerm).toList();
    this.reasons = swapped ? new Reasons(right, left, terms) : new Reasons(left, right, terms);
  }

  List<Bead> beads() {
    return IntStream.range(0, outcome.path().size()).mapToObj(this::bead).toList();
  }

  private Bead bead(int index) {
    Link link = outcome.path().get(index);
    Link turned = swapped ? link.swapped() : link;
    Range source = turned.left();
    Range target = turned.right();
    if (features.isMark(index)) {
      return new Bead(source, target, 1, List.of("user mark"));
    }
    double[] values = features.of(index);
    if (link.isOneSided()) {
      double probability = BeadModel.ALONE.probability(values);
      return new Bead(source, target, probability, reasons.alone(source, target));
    }
    Coverage cover = features.coverage(index);
    double fit = outcome.lengths().fit(left.length(link.left()), right.length(link.right()));
    Reasons.Evidence evidence =
        new Reasons.Evidence(
            swapped ? 1 / fit : fit,
            swapped ? cover.right() : cover.left(),
            swapped ? cover.left() : cover.right(),
            outcome.posteriors().probability(link.left(), link.right()),
            names(link));
    return new Bead(
        source,
        target,
        BeadModel.RIGHT.probability(values),
        reasons.paired(source, target, evidence));
  }

  private List<String> names(Link link) {
    List<String> names = outcome.tokens().left().cognates(link.left(), PinyinNames.PREFIX);
    names.retainAll(outcome.tokens().right().cognates(link.right(), PinyinNames.PREFIX));
    return names;
  }

  /**
   * Lists the reasons for and against a bead, the strongest first. Users see them: they are short,
   * in English, and always the same for the same bead.
   */
  private static final class Reasons {

    private static final int MAX_LISTED = 3;

    private record Reason(double strength, String words) {}

    private final TextSide source;
    private final TextSide target;
    private final List<Reason> reasons = new ArrayList<>();

    private final List<Precedent> terms;

    /** The sides are the user's source and target, not the aligner's left and right. */
    Reasons(TextSide source, TextSide target, List<Precedent> terms) {
      this.source = source;
      this.target = target;
      this.terms = terms;
    }

    /**
     * The evidence for or against a two-sided bead that is not in its sentences.
     *
     * @param fit target length divided by the expected length
     * @param sourceCover share of the source words with a counterpart in the target, in [0, 1]
     * @param targetCover share of the target words with a counterpart in the source, in [0, 1]
     * @param probability probability of the bead among its rivals
     * @param names names that the target spells in pinyin, lower case
     */
    record Evidence(
        double fit,
        double sourceCover,
        double targetCover,
        double probability,
        List<String> names) {}

    List<String> alone(Range from, Range to) {
      reasons.clear();
      alone(from.isEmpty() ? target : source, from.isEmpty() ? to : from);
      return sorted();
    }

    List<String> paired(Range from, Range to, Evidence evidence) {
      reasons.clear();
      numbers(from, to);
      latin(from, to);
      names(to, evidence.names());
      terms(from, to);
      wording(evidence.sourceCover(), evidence.targetCover());
      length(evidence.fit());
      marks(from, to);
      blocks(from, to);
      if (evidence.probability() < 0.6) {
        add(5, "another pairing is almost as likely");
      }
      return sorted();
    }

    private List<String> sorted() {
      reasons.sort(Comparator.comparingDouble(Reason::strength).reversed());
      return reasons.stream().map(Reason::words).toList();
    }

    private void add(double strength, String words) {
      reasons.add(new Reason(strength, words));
    }

    private void alone(TextSide side, Range range) {
      boolean furniture = side.type(range.start()) == BlockType.FURNITURE;
      add(9, furniture ? "page furniture: left alone" : "only here: no partner found");
    }

    private void numbers(Range from, Range to) {
      List<NumberValue> here = source.numbers(from);
      List<NumberValue> there = target.numbers(to);
      List<NumberValue> sourceOnly = here.stream().filter(n -> n.isMissingIn(there)).toList();
      List<NumberValue> shared = here.stream().filter(n -> !n.isMissingIn(there)).toList();
      if (!shared.isEmpty()) {
        add(8, (shared.size() == 1 ? "number agrees: " : "numbers agree: ") + show(shared));
      }
      onlyIn("source", sourceOnly);
      onlyIn("target", there.stream().filter(n -> n.isMissingIn(here)).toList());
    }

    private void onlyIn(String name, List<NumberValue> missing) {
      if (!missing.isEmpty()) {
        add(
            7,
            (missing.size() == 1 ? "number " : "numbers ")
                + show(missing)
                + " only in the "
                + name);
      }
    }

    private static String show(List<NumberValue> numbers) {
      return list(numbers.stream().map(Reasons::show).toList());
    }

    /** Examples: 308.27 billion, 8%, February, Friday, 1949, 012345678. */
    private static String show(NumberValue number) {
      return switch (number.kind()) {
        case MONTH -> month(number.value().intValue());
        case WEEKDAY -> WeekdayName.name(number.value().intValue());
        case PERCENT -> amount(number.value()) + "%";
        case CODE -> number.code();
        case DECADE -> number.key() + "s";
        case CARDINAL, ORDINAL, FRACTION, DAY, YEAR, DATE_NAME, VAGUE -> amount(number.value());
      };
    }

    private static String month(int month) {
      if (month < 1 || month > 12) {
        return "month " + month;
      }
      return MonthName.name(month);
    }

    private static String amount(BigDecimal value) {
      String[] names = {" trillion", " billion", " million"};
      int power = 12;
      for (String name : names) {
        if (value.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) >= 0) {
          return plain(value.scaleByPowerOfTen(-power)) + name;
        }
        power -= 3;
      }
      return plain(value);
    }

    private static String plain(BigDecimal value) {
      BigDecimal rounded =
          value.setScale(Math.min(4, Math.max(0, value.scale())), RoundingMode.HALF_UP);
      return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String list(List<String> words) {
      String listed = String.join(", ", words.subList(0, Math.min(MAX_LISTED, words.size())));
      return words.size() > MAX_LISTED ? listed + " and more" : listed;
    }

    private void latin(Range from, Range to) {
      Map<String, String> there = new LinkedHashMap<>();
      to.of(target.sentences()).forEach(sentence -> there.putAll(sentence.latin()));
      List<String> shared = new ArrayList<>();
      for (Sentence sentence : from.of(source.sentences())) {
        sentence
            .latin()
            .forEach(
                (word, written) -> {
                  if (there.containsKey(word) && !shared.contains(written) && shared.size() < 9) {
                    shared.add(written);
                  }
                });
      }
      if (!shared.isEmpty()) {
        add(6, "shares " + list(shared));
      }
    }

    private void names(Range to, List<String> names) {
      List<String> written = new ArrayList<>();
      for (Sentence sentence : to.of(target.sentences())) {
        for (String name : names) {
          String form = sentence.latin().get(name);
          if (form != null && !written.contains(form)) {
            written.add(form);
          }
        }
      }
      if (!written.isEmpty()) {
        add(6.8, (written.size() == 1 ? "name agrees: " : "names agree: ") + list(written));
      }
    }

    private void terms(Range from, Range to) {
      if (terms.isEmpty()) {
        return;
      }
      Set<String> here = Precedent.words(from.of(source.sentences()));
      Set<String> there = Precedent.words(to.of(target.sentences()));
      List<String> found =
          terms.stream()
              .filter(term -> term.isIn(here, there))
              .map(term -> term.rendering().source() + " = " + term.rendering().target())
              .distinct()
              .toList();
      if (!found.isEmpty()) {
        add(7.5, (found.size() == 1 ? "term agrees: " : "terms agree: ") + list(found));
      }
    }

    private void wording(double here, double there) {
      String shares = String.format(Locale.ROOT, " (%.0f%% and %.0f%%)", 100 * here, 100 * there);
      double lower = Math.min(here, there);
      if (lower >= 0.4) {
        add(4 + 4 * lower, "most of the wording is on both sides" + shares);
      } else if (lower >= 0.15) {
        add(3.2, "some of the wording is on both sides" + shares);
      } else {
        add(6.5, "little of the wording is on both sides" + shares);
      }
    }

    private void length(double fit) {
      if (fit > 1.6) {
        add(5.5, "target is " + times(fit) + " times longer than expected");
      } else if (fit < 1 / 1.6) {
        add(5.5, "target is " + times(1 / fit) + " times shorter than expected");
      } else {
        String ratio = String.format(Locale.ROOT, "%.2f", fit);
        add(fit > 0.8 && fit < 1.25 ? 3 : 2, "length fits (ratio " + ratio + ")");
      }
    }

    private static String times(double fit) {
      return fit > 99 ? "more than 99" : String.format(Locale.ROOT, "%.1f", fit);
    }

    private void marks(Range from, Range to) {
      boolean here = from.of(source.sentences()).stream().anyMatch(Sentence::asks);
      boolean there = to.of(target.sentences()).stream().anyMatch(Sentence::asks);
      if (here && there) {
        add(3.5, "question mark on both sides");
      } else if (here || there) {
        add(3.6, "question mark only in the " + (here ? "source" : "target"));
      }
    }

    private void blocks(Range from, Range to) {
      BlockType here = source.type(from.start());
      BlockType there = target.type(to.start());
      if (here != there) {
        add(4.5, here.label() + " opposite " + there.label());
      } else if (here == BlockType.HEADING) {
        add(5, "both are headings");
      }
      if (source.crossesBlocks(from) != target.crossesBlocks(to)) {
        add(4.2, "crosses a paragraph border on one side only");
      }
    }
  }
}

package ballast.accuracy;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import net.loomchild.maligna.calculator.length.NormalDistributionCalculator;
import net.loomchild.maligna.calculator.length.PoissonDistributionCalculator;
import net.loomchild.maligna.calculator.length.counter.CharCounter;
import net.loomchild.maligna.coretypes.Alignment;
import net.loomchild.maligna.coretypes.CategoryDefaults;
import net.loomchild.maligna.filter.Filter;
import net.loomchild.maligna.filter.aligner.Aligner;
import net.loomchild.maligna.filter.aligner.align.hmm.fb.ForwardBackwardAlgorithm;
import net.loomchild.maligna.filter.aligner.align.hmm.viterbi.ViterbiAlgorithm;
import net.loomchild.maligna.filter.macro.MooreMacro;
import net.loomchild.maligna.matrix.FullMatrixFactory;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.steps.gcaligner.AlignmentFunction;
import net.sf.okapi.steps.gcaligner.DpMatrix;
import net.sf.okapi.steps.gcaligner.DpMatrixCell;
import net.sf.okapi.steps.gcaligner.GaleAndChurch;
import net.sf.okapi.steps.gcaligner.Penalties;

/**
 * The JVM aligners for translators, each with its own users' settings: mALIGNa as in OmegaT's
 * dialog (counting characters for languages without spaces; full matrix, default shapes), and
 * Okapi's sentence alignment step.
 */
final class Peers {

  private Peers() {}

  static List<Contender> all() {
    return List.of(
        maligna("mALIGNa, Gale-Church, Viterbi (OmegaT's default)", Peers::normalViterbi),
        maligna("mALIGNa, Gale-Church, forward-backward", Peers::normalForwardBackward),
        maligna("mALIGNa, Poisson, Viterbi", Peers::poissonViterbi),
        maligna("mALIGNa, Poisson, forward-backward", Peers::poissonForwardBackward),
        maligna("mALIGNa, Moore", text -> new MooreMacro()),
        new Contender("mALIGNa, Moore, Chinese words spaced", Peers::mooreOnWords),
        new Contender("Okapi, Gale-Church", Peers::okapi));
  }

  private static Contender maligna(String name, Function<List<Alignment>, Filter> filter) {
    return new Contender(name, (zh, en) -> maligna(texts(zh), texts(en), filter));
  }

  private static List<String> maligna(
      List<String> zh, List<String> en, Function<List<Alignment>, Filter> filter) {
    List<Alignment> text = List.of(new Alignment(zh, en));
    List<String> beads = new ArrayList<>();
    int source = 0;
    int target = 0;
    for (Alignment bead : filter.apply(text).apply(text)) {
      int sourceEnd = source + bead.getSourceSegmentList().size();
      int targetEnd = target + bead.getTargetSegmentList().size();
      beads.add(bead(source, sourceEnd, target, targetEnd));
      source = sourceEnd;
      target = targetEnd;
    }
    return beads;
  }

  private static Filter normalViterbi(List<Alignment> text) {
    return new Aligner(
        new ViterbiAlgorithm(
            new NormalDistributionCalculator(new CharCounter()),
            CategoryDefaults.BEST_CATEGORY_MAP,
            new FullMatrixFactory()));
  }

  private static Filter normalForwardBackward(List<Alignment> text) {
    return new Aligner(
        new ForwardBackwardAlgorithm(
            new NormalDistributionCalculator(new CharCounter()),
            CategoryDefaults.BEST_CATEGORY_MAP,
            new FullMatrixFactory()));
  }

  private static Filter poissonViterbi(List<Alignment> text) {
    return new Aligner(
        new ViterbiAlgorithm(
            new PoissonDistributionCalculator(new CharCounter(), text),
            CategoryDefaults.BEST_CATEGORY_MAP,
            new FullMatrixFactory()));
  }

  private static Filter poissonForwardBackward(List<Alignment> text) {
    return new Aligner(
        new ForwardBackwardAlgorithm(
            new PoissonDistributionCalculator(new CharCounter(), text),
            CategoryDefaults.BEST_CATEGORY_MAP,
            new FullMatrixFactory()));
  }

  /** Moore's words are separated by spaces, so Chinese needs spaces inserted. */
  private static List<String> mooreOnWords(List<Segment> zh, List<Segment> en) {
    return maligna(
        zh.stream().map(segment -> spaced(segment.text())).toList(),
        texts(en),
        text -> new MooreMacro());
  }

  private static String spaced(String text) {
    BreakIterator words = BreakIterator.getWordInstance(ULocale.CHINA);
    words.setText(text);
    StringJoiner spaced = new StringJoiner(" ");
    int start = words.first();
    for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
      spaced.add(text.substring(start, end));
      start = end;
    }
    return spaced.toString();
  }

  /** Like {@code SentenceAligner}, without its limit of 80,000 cells. */
  private static List<String> okapi(List<Segment> zh, List<Segment> en) {
    AlignmentFunction<String> function =
        new AlignmentFunction<>(
            LocaleId.CHINA_CHINESE,
            LocaleId.US_ENGLISH,
            List.of(new GaleAndChurch<>()),
            new Penalties());
    List<String> beads = new ArrayList<>();
    for (DpMatrixCell cell : new DpMatrix<>(texts(zh), texts(en), function).align()) {
      int x = cell.getXindex();
      int y = cell.getYindex();
      switch (cell.getState()) {
        case DpMatrixCell.MATCH -> beads.add(bead(x - 1, x, y - 1, y));
        case DpMatrixCell.DELETED -> beads.add(bead(x - 1, x, y, y));
        case DpMatrixCell.INSERTED -> beads.add(bead(x, x, y - 1, y));
        case DpMatrixCell.MULTI_MATCH ->
            beads.add(
                bead(
                    cell.getMultiMatchXIndexBegin() - 1,
                    x,
                    cell.getMultiMatchYIndexBegin() - 1,
                    y));
        default -> throw new IllegalStateException("state " + cell.getState());
      }
    }
    return beads;
  }

  private static List<String> texts(List<Segment> segments) {
    return segments.stream().map(Segment::text).toList();
  }

  private static String bead(int source, int sourceEnd, int target, int targetEnd) {
    return new Bead(new Range(source, sourceEnd), new Range(target, targetEnd), 1, List.of())
        .toIndexLists();
  }
}

package ballast.accuracy;

import ballast.align.Aligner;
import ballast.align.Rendering;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.format.term.GlossaryReader;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What glossary and approved units are worth: texts are aligned with them and without, and nothing
 * of a text is ever among what is known of it. Weights are those that {@code ballast align} gives.
 */
@Tag("accuracy")
class EvidenceAccuracyTest {

  private static final double APPROVED = 2;
  private static final double PREFERRED = 4;
  private static final double ADMITTED = 2;
  private static final int PARTS = 10;

  private final Aligner aligner = new Aligner(Lexicon.bundled());

  private static final class Tally {
    private int right;
    private int found;
    private int wanted;

    double f1() {
      return 200.0 * right / Math.max(1, found + wanted);
    }
  }

  @Test
  void eachArticleKnowsTheGlossaryAndTheOtherArticles() throws IOException {
    List<Rendering> terms = terms(Path.of("glossary/diplomacy.csv"));
    List<Gold> articles = articles();
    Tally without = new Tally();
    Tally withTerms = new Tally();
    Tally withUnits = new Tally();
    Tally withBoth = new Tally();
    for (Gold article : articles) {
      List<Rendering> units =
          articles.stream()
              .filter(other -> !other.equals(article))
              .flatMap(other -> other.units().stream())
              .toList();
      measure(article, List.of(), without);
      measure(article, terms, withTerms);
      measure(article, units, withUnits);
      measure(article, joined(terms, units), withBoth);
    }
    AccuracyTable table = new AccuracyTable("known: sample articles");
    table.row("samples, nothing known", "F1", without.f1());
    table.row("samples, glossary", "F1", withTerms.f1());
    table.row("samples, other articles", "F1", withUnits.f1());
    table.row("samples, both", "F1", withBoth.f1());
    table.printAndCheck();
    PageSection.accuracy("known-samples").publish(table.markdown());
  }

  @Test
  void eachPartOfASeriesKnowsThePartsBefore() {
    AccuracyTable table = new AccuracyTable("known: series");
    Tally last = new Tally();
    Tally lastAlone = new Tally();
    Tally later = new Tally();
    Tally laterAlone = new Tally();
    for (Gold novel : set("literary")) {
      List<Gold> parts = novel.parts(PARTS);
      series(parts.subList(1, PARTS), parts, later, laterAlone);
      series(parts.subList(PARTS - 1, PARTS), parts, last, lastAlone);
    }
    table.row("novels, part 10, alone", "F1", lastAlone.f1());
    table.row("novels, part 10", "F1", last.f1());
    table.row("novels, parts 2-10, alone", "F1", laterAlone.f1());
    table.row("novels, parts 2-10", "F1", later.f1());
    Tally news = new Tally();
    Tally newsAlone = new Tally();
    List<Gold> documents = set("news-resplit");
    series(documents.subList(1, documents.size()), documents, news, newsAlone);
    table.row("news, 2nd on, alone", "F1", newsAlone.f1());
    table.row("news, 2nd on", "F1", news.f1());
    table.printAndCheck();
    PageSection.accuracy("known-series").publish(table.markdown());
  }

  /** Aligns some texts of a series, each with the gold of those before it and without. */
  private void series(List<Gold> measured, List<Gold> series, Tally known, Tally alone) {
    for (Gold text : measured) {
      List<Rendering> before =
          series.subList(0, series.indexOf(text)).stream()
              .flatMap(earlier -> earlier.units().stream())
              .toList();
      measure(text, before, known);
      measure(text, List.of(), alone);
    }
  }

  private void measure(Gold text, List<Rendering> known, Tally tally) {
    List<Segment> zh = BeadSets.segments("text.zh", Lang.ZH_CN, text.zh());
    List<Segment> en = BeadSets.segments("text.en", Lang.EN_US, text.en());
    Set<String> gold = new HashSet<>(text.beads().stream().map(Bead::toIndexLists).toList());
    tally.wanted += text.beads().size();
    for (Bead bead : aligner.align(zh, en, known, List.of()).beads()) {
      tally.found++;
      tally.right += gold.contains(bead.toIndexLists()) ? 1 : 0;
    }
  }

  private record Gold(List<String> zh, List<String> en, List<Bead> beads) {

    List<Rendering> units() {
      return beads.stream()
          .filter(bead -> !bead.isOneSided())
          .map(
              bead ->
                  new Rendering(
                      String.join("", bead.source().of(zh)),
                      String.join(" ", bead.target().of(en)),
                      APPROVED))
          .toList();
    }

    /** Consecutive parts of as many beads each as can be. */
    List<Gold> parts(int count) {
      List<Gold> parts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int from = beads.size() * i / count;
        int to = beads.size() * (i + 1) / count;
        int zhFrom = beads.get(from).source().start();
        int enFrom = beads.get(from).target().start();
        int zhTo = beads.get(to - 1).source().end();
        int enTo = beads.get(to - 1).target().end();
        parts.add(
            new Gold(
                zh.subList(zhFrom, zhTo),
                en.subList(enFrom, enTo),
                beads.subList(from, to).stream()
                    .map(bead -> bead(moved(bead.source(), zhFrom), moved(bead.target(), enFrom)))
                    .toList()));
      }
      return parts;
    }

    private static Range moved(Range range, int by) {
      return new Range(range.start() - by, range.end() - by);
    }
  }

  private static Bead bead(Range source, Range target) {
    return new Bead(source, target, 1, List.of());
  }

  private static List<Rendering> joined(List<Rendering> first, List<Rendering> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static List<Rendering> terms(Path glossary) {
    List<Rendering> terms = new ArrayList<>();
    for (Concept concept : new GlossaryReader().read(glossary, glossary.toString()).concepts()) {
      for (Term en : concept.en()) {
        double weight = en.status() == TermStatus.PREFERRED ? PREFERRED : ADMITTED;
        concept.zhForms().stream()
            .filter(zh -> en.isAllowed())
            .forEach(zh -> terms.add(new Rendering(zh, en.text(), weight)));
      }
    }
    return terms;
  }

  private static List<Gold> articles() {
    return SampleArticles.all().stream()
        .map(article -> new Gold(article.zh(), article.en(), article.beads()))
        .toList();
  }

  private static List<Gold> set(String name) {
    return BeadSets.read(AccuracyTable.evalDirectory("align").resolve(name)).stream()
        .map(EvidenceAccuracyTest::gold)
        .toList();
  }

  private static Gold gold(BeadSets.Item item) {
    List<Bead> beads = new ArrayList<>();
    int zh = 0;
    int en = 0;
    for (String lists : item.gold()) {
      String[] sides = lists.split(":", -1);
      int zhEnd = zh + count(sides[0]);
      int enEnd = en + count(sides[1]);
      beads.add(bead(new Range(zh, zhEnd), new Range(en, enEnd)));
      zh = zhEnd;
      en = enEnd;
    }
    if (!beads.stream().map(Bead::toIndexLists).toList().equals(item.gold())) {
      throw new IllegalStateException("the gold beads do not tile their text in order");
    }
    return new Gold(
        item.zh().stream().map(Segment::text).toList(),
        item.en().stream().map(Segment::text).toList(),
        beads);
  }

  private static int count(String list) {
    return list.equals("[]") ? 0 : list.split(",").length;
  }
}

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
import java.util.List;
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

  @Test
  void eachArticleKnowsTheGlossaryAndTheOtherArticles() throws IOException {
    List<Rendering> terms = terms(Path.of("glossary/diplomacy.csv"));
    List<Gold> articles = articles();
    BeadScore without = new BeadScore();
    BeadScore withTerms = new BeadScore();
    BeadScore withUnits = new BeadScore();
    BeadScore withBoth = new BeadScore();
    for (Gold article : articles) {
      List<Rendering> units =
          articles.stream()
              .filter(other -> !other.equals(article))
              .flatMap(other -> other.units().stream())
              .toList();
      measure(article, List.of(), without);
      measure(article, terms, withTerms);
      measure(article, units, withUnits);
      measure(article, Stream.concat(terms.stream(), units.stream()).toList(), withBoth);
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
    BeadScore last = new BeadScore();
    BeadScore lastAlone = new BeadScore();
    BeadScore later = new BeadScore();
    BeadScore laterAlone = new BeadScore();
    for (Gold novel : set("literary")) {
      List<Gold> parts = novel.parts(PARTS);
      series(parts.subList(1, PARTS), parts, later, laterAlone);
      series(parts.subList(PARTS - 1, PARTS), parts, last, lastAlone);
    }
    table.row("novels, part 10, alone", "F1", lastAlone.f1());
    table.row("novels, part 10", "F1", last.f1());
    table.row("novels, parts 2-10, alone", "F1", laterAlone.f1());
    table.row("novels, parts 2-10", "F1", later.f1());
    BeadScore news = new BeadScore();
    BeadScore newsAlone = new BeadScore();
    List<Gold> documents = set("news-resplit");
    series(documents.subList(1, documents.size()), documents, news, newsAlone);
    table.row("news, 2nd on, alone", "F1", newsAlone.f1());
    table.row("news, 2nd on", "F1", news.f1());
    table.printAndCheck();
    PageSection.accuracy("known-series").publish(table.markdown());
  }

  /** Aligns some texts of a series, each with the gold of those before it and without. */
  private void series(List<Gold> measured, List<Gold> series, BeadScore known, BeadScore alone) {
    for (Gold text : measured) {
      List<Rendering> before =
          series.subList(0, series.indexOf(text)).stream()
              .flatMap(earlier -> earlier.units().stream())
              .toList();
      measure(text, before, known);
      measure(text, List.of(), alone);
    }
  }

  private void measure(Gold text, List<Rendering> known, BeadScore score) {
    List<Segment> zh = BeadSets.segments("text.zh", Lang.ZH_CN, text.zh());
    List<Segment> en = BeadSets.segments("text.en", Lang.EN_US, text.en());
    score.add(
        text.beads().stream().map(Bead::toIndexLists).toList(),
        aligner.align(zh, en, known, List.of()).beads().stream().map(Bead::toIndexLists).toList());
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

  private static List<Rendering> terms(Path glossary) {
    List<Rendering> terms = new ArrayList<>();
    for (Concept concept : GlossaryReader.read(glossary, glossary.toString()).concepts()) {
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
    return BeadSets.read(name).stream().map(EvidenceAccuracyTest::gold).toList();
  }

  private static Gold gold(BeadSets.Item item) {
    List<Bead> beads = new ArrayList<>();
    int zh = 0;
    int en = 0;
    for (String lists : item.gold()) {
      String[] sides = lists.split(":", -1);
      int zhEnd = zh + BeadSets.range(sides[0]).size();
      int enEnd = en + BeadSets.range(sides[1]).size();
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
}

package ballast.accuracy;

import ballast.align.Aligner;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A text of any length, composed of the development sets: their documents in a new order each time,
 * some sides of beads omitted, and Chinese sentences joined up to the requested ratio of English
 * ones. As a program, aligns such a text and prints its cost, so that it can run in a heap of a
 * given size.
 */
final class LongText {

  private static final long SEED = 20_261_124;
  private static final double OMITTED = 0.02;
  private static final double JOINED = 0.5;
  private static final int MAX_TARGETS = 4;

  /** Minimum length of texts with a long passage, one document, only in English. */
  private static final int PASSAGE_FROM = 5_000;

  private final List<String> zh = new ArrayList<>();
  private final List<String> en = new ArrayList<>();
  private final List<Bead> gold = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final double ratio;

  /**
   * @param ratio English sentences for each Chinese one; like {@code sentences}, approximate
   */
  LongText(List<BeadSets.Item> items, int sentences, double ratio) {
    this.ratio = ratio;
    List<BeadSets.Item> order = new ArrayList<>(items);
    boolean passage = sentences >= PASSAGE_FROM;
    while (zh.size() < sentences) {
      Collections.shuffle(order, random);
      for (BeadSets.Item item : order) {
        if (passage && zh.size() > sentences / 2) {
          item.en().forEach(segment -> add(List.of(), List.of(segment.text())));
          passage = false;
        }
        for (String bead : item.gold()) {
          if (zh.size() < sentences) {
            String[] sides = bead.split(":", 2);
            add(texts(item.zh(), sides[0]), texts(item.en(), sides[1]));
          }
        }
      }
    }
  }

  /** Uses two of the sets; the third is the first again. */
  static LongText of(int sentences, double ratio) {
    Path sets = AccuracyTable.evalDirectory("align");
    List<BeadSets.Item> items = new ArrayList<>(BeadSets.read(sets.resolve("literary")));
    items.addAll(BeadSets.read(sets.resolve("news-resplit")));
    return new LongText(items, sentences, ratio);
  }

  List<Segment> zh() {
    return BeadSets.segments("zh", Lang.ZH_CN, zh);
  }

  List<Segment> en() {
    return BeadSets.segments("en", Lang.EN_US, en);
  }

  List<String> gold() {
    return gold.stream().map(Bead::toIndexLists).toList();
  }

  /**
   * Arguments: the number of Chinese sentences, and of English ones for each. Prints, separated by
   * tabs: Chinese sentences, English sentences, F1, CPU seconds, megabytes.
   */
  public static void main(String[] args) {
    LongText text = of(Integer.parseInt(args[0]), Double.parseDouble(args[1]));
    List<Segment> zh = text.zh();
    List<Segment> en = text.en();
    List<String> beads = new ArrayList<>();
    Cost cost =
        Cost.of(() -> beads.addAll(Contender.beads(new Aligner(Lexicon.bundled()), zh, en)));
    BeadScore score = new BeadScore();
    score.add(text.gold(), beads);
    System.out.printf(
        Locale.ROOT,
        "%d\t%d\t%f\t%f\t%f%n",
        zh.size(),
        en.size(),
        score.f1(),
        cost.seconds(),
        cost.megabytes());
  }

  private void add(List<String> source, List<String> target) {
    double chance = random.nextDouble();
    boolean twoSided = !source.isEmpty() && !target.isEmpty();
    List<String> left = twoSided && chance < OMITTED ? List.of() : source;
    List<String> right = twoSided && chance > 1 - OMITTED ? List.of() : target;
    int zhStart = zh.size();
    int enStart = en.size();
    if (joins(left, right)) {
      Bead last = gold.remove(gold.size() - 1);
      zhStart = last.source().start();
      enStart = last.target().start();
      zh.set(zh.size() - 1, zh.get(zh.size() - 1) + left.get(0));
      zh.addAll(left.subList(1, left.size()));
    } else {
      zh.addAll(left);
    }
    en.addAll(right);
    gold.add(new Bead(new Range(zhStart, zh.size()), new Range(enStart, en.size()), 1, List.of()));
  }

  private boolean joins(List<String> left, List<String> right) {
    if (gold.isEmpty() || left.isEmpty() || right.isEmpty() || en.size() > ratio * zh.size()) {
      return false;
    }
    Bead last = gold.get(gold.size() - 1);
    return !last.isOneSided()
        && last.target().size() + right.size() <= MAX_TARGETS
        && random.nextDouble() < JOINED;
  }

  private static List<String> texts(List<Segment> sentences, String indexes) {
    List<String> texts = new ArrayList<>();
    for (String index : indexes.replaceAll("[\\[\\]\\s]", "").split(",", -1)) {
      if (!index.isEmpty()) {
        texts.add(sentences.get(Integer.parseInt(index)).text());
      }
    }
    return texts;
  }
}

package ballast.accuracy;

import ballast.accuracy.NoisyDraft.Side;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Makes documents with the noise of real ones from clean ones, and keeps their gold right. The same
 * documents give the same noise each time.
 */
final class NoisySets {

  private static final long SEED = 20260220;

  /** One lost and one swapped passage in so many beads. */
  private static final int SECTION = 120;

  private static final double DROPPED = 0.05;
  private static final double LINE_BETWEEN = 1 / 40.0;

  private final NoiseVariant variant;
  private final SplittableRandom random;
  private final BitSet taken = new BitSet();
  private final BitSet breaks = new BitSet();

  private NoisySets(NoiseVariant variant, SplittableRandom random) {
    this.variant = variant;
    this.random = random;
  }

  /**
   * A document with noise.
   *
   * @param item its sentences and gold; beads without partner have one sentence. For {@code
   *     ENGLISH_ORIGINAL} the source, here {@code zh}, is English
   * @param crossing the beads of {@code item.gold()} that stand elsewhere on the other side
   */
  record Noisy(BeadSets.Item item, Set<String> crossing) {}

  /** The documents of a set with the noise of {@code variant}; more of them when it cuts. */
  static List<Noisy> of(List<BeadSets.Item> items, NoiseVariant variant) {
    List<Noisy> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      SplittableRandom random = new SplittableRandom(SEED + 1000L * variant.label().hashCode() + i);
      for (Range range : articles(items.get(i).gold().size(), variant, random)) {
        String name = String.format(Locale.ROOT, "%s-%d-%d", variant.label(), i, range.start());
        NoisyDraft draft = new NoisyDraft(items.get(i), range);
        all.add(new NoisySets(variant, random).noisy(draft, name));
      }
    }
    return all;
  }

  private static List<Range> articles(int beads, NoiseVariant variant, SplittableRandom random) {
    List<Range> articles = new ArrayList<>();
    int start = 0;
    while (start < beads) {
      int end = start + random.nextInt(variant.shortest(), variant.longest() + 1);
      if (!variant.isCut() || end + variant.shortest() > beads) {
        end = beads;
      }
      articles.add(new Range(start, end));
      start = end;
    }
    return articles;
  }

  private Noisy noisy(NoisyDraft draft, String name) {
    movePassages(draft);
    if (variant.hasDroppedBeads()) {
      dropBeads(draft);
    }
    if (variant.hasParagraphs()) {
      makeParagraphs(draft);
    }
    for (Side side : Side.values()) {
      String lang = side.name().toLowerCase(Locale.ROOT);
      if (variant.hasHeadlines()) {
        addHeadlines(draft, side, NoiseLines.of("headlines." + lang, random));
      }
      if (variant.hasFurniture()) {
        addFurniture(draft, side, NoiseLines.of("furniture." + lang, random));
      }
    }
    boolean traditional = variant == NoiseVariant.TRADITIONAL;
    UnaryOperator<String> convert =
        traditional ? Transliterator.getInstance("Hans-Hant")::transliterate : text -> text;
    Noisy noisy =
        draft.build(name, variant.hasParagraphs(), traditional ? Lang.ZH_TW : Lang.ZH_CN, convert);
    return variant == NoiseVariant.ENGLISH_ORIGINAL ? exchanged(noisy) : noisy;
  }

  /** Loses and swaps passages, one of each in a section, never the same beads. */
  private void movePassages(NoisyDraft draft) {
    int sections = Math.max(1, draft.size() / SECTION);
    for (int section = 0; section < sections; section++) {
      int start = draft.size() * section / sections;
      int end = draft.size() * (section + 1) / sections;
      int middle = (start + end) / 2;
      boolean lostFirst = random.nextBoolean();
      Range first = new Range(start, middle);
      Range second = new Range(middle, end);
      if (variant.hasLost()) {
        losePassage(draft, lostFirst ? first : second);
      }
      if (variant.hasSwapped()) {
        swapPassages(draft, lostFirst ? second : first);
      }
    }
  }

  private void losePassage(NoisyDraft draft, Range room) {
    Range passage = within(room, random.nextInt(4, 13));
    Side side = anySide();
    for (int bead = passage.start(); bead < passage.end(); bead++) {
      draft.lose(bead, side);
    }
    take(passage);
  }

  private void swapPassages(NoisyDraft draft, Range room) {
    int most = room.size() / 2;
    int first = Math.min(most, random.nextInt(3, 9));
    int second = Math.min(most, random.nextInt(3, 9));
    Range both = within(room, first + second);
    draft.swap(both, both.start() + first);
    take(both);
    breaks.set(both.start() + first);
  }

  private void take(Range passage) {
    taken.set(passage.start(), passage.end());
    breaks.set(passage.start());
    breaks.set(passage.end());
  }

  private Range within(Range room, int wanted) {
    int size = Math.min(wanted, room.size());
    int start = room.start() + random.nextInt(room.size() - size + 1);
    return new Range(start, start + size);
  }

  private void dropBeads(NoisyDraft draft) {
    for (int bead = 0; bead < draft.size(); bead++) {
      boolean drop = random.nextDouble() < DROPPED;
      if (drop && !taken.get(bead)) {
        draft.lose(bead, anySide());
      }
    }
  }

  private void makeParagraphs(NoisyDraft draft) {
    int left = random.nextInt(2, 7);
    for (int bead = 1; bead < draft.size(); bead++) {
      left--;
      if (left == 0 || breaks.get(bead)) {
        left = random.nextInt(2, 7);
      } else {
        draft.continueParagraph(bead);
      }
    }
  }

  /** One or two lines at either end, some between, and now and then a sentence quoted in large. */
  private void addHeadlines(NoisyDraft draft, Side side, NoiseLines lines) {
    if (random.nextBoolean()) {
      quoteInLarge(draft, side);
    }
    int between = 2 + draft.size() / 60;
    for (int i = 0; i < between; i++) {
      draft.insert(side, anyBorder(draft, side), lines.draw());
    }
    draft.insert(side, 0, lines.draw());
    draft.insert(side, random.nextInt(2), lines.draw());
    insertAtEnd(draft, side, lines.draw());
  }

  private void quoteInLarge(NoisyDraft draft, Side side) {
    int bead = random.nextInt(draft.size());
    List<String> texts = draft.texts(bead, side);
    int border = anyBorder(draft, side);
    // Next to itself nobody could say which is the quotation.
    if (!texts.isEmpty() && Math.abs(draft.position(bead, side) - border) > 5) {
      draft.insert(side, border, texts.get(0));
    }
  }

  private void addFurniture(NoisyDraft draft, Side side, NoiseLines lines) {
    List<Integer> borders = draft.borders(side);
    for (int i = borders.size() - 1; i >= 0; i--) {
      if (random.nextDouble() < LINE_BETWEEN) {
        draft.insert(side, borders.get(i), lines.draw());
      }
    }
    int clumps = random.nextInt(1, 3);
    for (int i = 0; i < clumps; i++) {
      int border = anyBorder(draft, side);
      insertClump(draft, side, border, random.nextInt(2, 5), lines);
    }
    insertClump(draft, side, 0, random.nextInt(3, 11), lines);
    int last = random.nextInt(4, 16);
    for (int i = 0; i < last; i++) {
      insertAtEnd(draft, side, lines.draw());
    }
  }

  private static void insertClump(
      NoisyDraft draft, Side side, int position, int size, NoiseLines lines) {
    for (int i = 0; i < size; i++) {
      draft.insert(side, position, lines.draw());
    }
  }

  private static void insertAtEnd(NoisyDraft draft, Side side, String line) {
    List<Integer> borders = draft.borders(side);
    draft.insert(side, borders.get(borders.size() - 1), line);
  }

  private int anyBorder(NoisyDraft draft, Side side) {
    List<Integer> borders = draft.borders(side);
    return borders.get(random.nextInt(borders.size()));
  }

  private Side anySide() {
    return random.nextBoolean() ? Side.ZH : Side.EN;
  }

  private static Noisy exchanged(Noisy noisy) {
    BeadSets.Item item = noisy.item();
    List<String> gold =
        item.gold().stream().map(bead -> bead.split(":")).map(s -> s[1] + ":" + s[0]).toList();
    return new Noisy(new BeadSets.Item(item.en(), item.zh(), gold), Set.of());
  }
}

package ballast.accuracy;

import ballast.bitext.Bead;
import ballast.bitext.Segment;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The development sets as they are and with the noise of {@link NoisyAccuracyTest}, for what is
 * fitted to them.
 */
public final class DevelopmentDocuments {

  private DevelopmentDocuments() {}

  /**
   * A document with its gold beads.
   *
   * @param name of the document, with the set and the noise
   * @param source number of the text it was made from: several documents of one source say the same
   * @param zh Chinese sentences
   * @param en English sentences
   * @param gold beads as {@code Bead.toIndexLists} writes them, Chinese first
   */
  public record Labelled(
      String name, int source, List<Segment> zh, List<Segment> en, Set<String> gold) {}

  /** All documents, in an order that is always the same. */
  public static List<Labelled> all() {
    List<Labelled> all = new ArrayList<>();
    Map<String, Integer> sources = new LinkedHashMap<>();
    for (String set : BeadSets.NAMES) {
      List<BeadSets.Item> items = BeadSets.read(set);
      for (BeadSets.Item item : items) {
        all.add(labelled(set, item, source(set, item, sources)));
      }
      if (!set.endsWith("-omissions")) {
        addNoisy(set, items, sources, all);
      }
    }
    addSamples(sources, all);
    return all;
  }

  /** The sample articles from their files, in paragraphs. */
  private static void addSamples(Map<String, Integer> sources, List<Labelled> all) {
    TextReader reader = new TextReader(ReaderOptions.DEFAULT);
    Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
    for (SampleArticles.Article article : SampleArticles.all()) {
      String label = "samples " + article.name();
      sources.put(label, sources.size());
      List<List<Segment>> sides = new ArrayList<>();
      for (String lang : List.of("zh", "en")) {
        String name = article.name() + "." + lang + ".txt";
        Path file = Path.of("tm/articles").resolve(name);
        sides.add(segmenter.segment(reader.read(ArticleBytes.of(file, name), name).document()));
      }
      Set<String> gold = Set.copyOf(article.beads().stream().map(Bead::toIndexLists).toList());
      all.add(new Labelled(label, sources.size() - 1, sides.get(0), sides.get(1), gold));
    }
  }

  /** English originals are left out: to the aligner they are the clean documents again. */
  private static void addNoisy(
      String set, List<BeadSets.Item> items, Map<String, Integer> sources, List<Labelled> all) {
    List<BeadSets.Item> some = BeadSets.some(items);
    for (NoiseVariant variant : NoiseVariant.values()) {
      if (variant == NoiseVariant.CLEAN || variant == NoiseVariant.ENGLISH_ORIGINAL) {
        continue;
      }
      for (NoisySets.Noisy noisy : NoisySets.of(some, variant)) {
        // VARIANT-NUMBER-START.zh
        String[] name = noisy.item().zh().get(0).document().name().split("-");
        BeadSets.Item clean = some.get(Integer.parseInt(name[name.length - 2]));
        all.add(labelled(set, noisy.item(), source(set, clean, sources)));
      }
    }
  }

  private static Labelled labelled(String set, BeadSets.Item item, int source) {
    String name = set + " " + item.zh().get(0).document().name();
    return new Labelled(name, source, item.zh(), item.en(), Set.copyOf(item.gold()));
  }

  /**
   * The chapters with omissions are the literary ones again, and three chapters are of one novel: a
   * model that has seen one of them knows the style of the others.
   */
  private static int source(String set, BeadSets.Item item, Map<String, Integer> sources) {
    Path file = Path.of(item.zh().get(0).document().name()).getFileName();
    String key = set + " " + file;
    if (set.startsWith("literary")) {
      int number = Integer.parseInt(file.toString());
      key = "novel " + (set.equals("literary-more") ? (number + 3) / 4 : number);
    }
    sources.putIfAbsent(key, sources.size());
    return sources.get(key);
  }
}

package ballast.accuracy;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.cli.GoldBeads;
import ballast.cli.GoldBeads.GoldBead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The sample articles of {@code tm/articles} with the beads that people have marked. */
final class SampleArticles {

  private SampleArticles() {}

  /**
   * One article.
   *
   * @param zh Chinese sentences
   * @param en English sentences
   * @param beads tile both
   */
  record Article(String name, List<String> zh, List<String> en, List<Bead> beads) {}

  static List<Article> all() {
    try {
      List<Article> articles = new ArrayList<>();
      for (String name : GoldBeads.ARTICLES.stream().sorted().toList()) {
        articles.add(article(name, GoldBeads.of(name)));
      }
      return articles;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article article(String name, GoldBeads gold) {
    List<Bead> beads = new ArrayList<>();
    int zh = 0;
    int en = 0;
    for (GoldBead bead : gold.beads()) {
      Range source = new Range(zh, zh + bead.source().size());
      Range target = new Range(en, en + bead.target().size());
      beads.add(new Bead(source, target, 1, List.of()));
      zh = source.end();
      en = target.end();
    }
    return new Article(name, gold.source(), gold.target(), beads);
  }
}

package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.cli.GoldBeads;
import ballast.cli.GoldBeads.GoldBead;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.lexicon.Lexicon;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sample articles as saved pages, from bytes to beads. A sentence that is not in the gold, or
 * that was taken for furniture, is foreign: it may pair with its like, since some pages are
 * translated whole, but not with the article.
 */
@Tag("accuracy")
class PageAccuracyTest {

  private static final String SAVED = "new-productive-forces";
  private static final List<String> LAYOUTS = List.of("semantic", "divs", "tables");

  private final TextReader reader = new TextReader(ReaderOptions.DEFAULT);
  private final Segmenter segmenter = Segmenter.create(SegmenterOptions.DEFAULT);
  private final Aligner aligner = new Aligner(Lexicon.bundled());

  @Test
  void pagesGiveTheBeadsOfTheirArticles() throws IOException {
    AccuracyTable table = new AccuracyTable("saved pages");
    Tally saved = new Tally();
    measure(GoldBeads.of(SAVED), page("zh"), page("en"), saved);
    saved.rows("pages saved", table);
    for (String layout : LAYOUTS) {
      Tally tally = new Tally();
      for (String article : GoldBeads.ARTICLES) {
        if (!article.equals(SAVED)) {
          measure(
              GoldBeads.of(article),
              split(wrapped(article, layout, "zh"), "page.zh.html"),
              split(wrapped(article, layout, "en"), "page.en.html"),
              tally);
        }
      }
      tally.rows("pages " + layout, table);
    }
    table.printAndCheck();
    PageSection.accuracy("pages").publish(table.markdown());
  }

  private List<Segment> page(String lang) throws IOException {
    Path file = Path.of("tm/pages", SAVED + "." + lang + ".html");
    return split(Files.readAllBytes(file), file.toString());
  }

  private List<Segment> split(byte[] bytes, String name) {
    return segmenter.segment(reader.read(bytes, name).document());
  }

  /** An article in the frame of a page; every block of its text file becomes an element. */
  private byte[] wrapped(String article, String layout, String lang) throws IOException {
    Path file = Path.of("tm/articles", article + "." + lang + ".txt");
    Document document =
        reader.read(ArticleBytes.of(file, file.toString()), file.toString()).document();
    List<Block> blocks = document.blocks();
    StringBuilder body = new StringBuilder();
    for (Block block : blocks.subList(1, blocks.size())) {
      boolean heading = block.type() == BlockType.HEADING && layout.equals("semantic");
      String element = heading ? "h2" : layout.equals("divs") ? "div" : "p";
      String text = escaped(document.text(block));
      body.append("<" + element + ">" + text + "</" + element + ">\n");
    }
    String frame =
        Files.readString(Path.of("src/test/resources/noise/pages", layout + "." + lang + ".html"));
    return frame
        .replace("{title}", escaped(document.text(blocks.get(0))))
        .replace("{body}", body)
        .getBytes(UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void measure(GoldBeads gold, List<Segment> source, List<Segment> target, Tally tally) {
    Alignment alignment = aligner.align(source, target);
    tally.wanted += gold.beads().size();
    for (Bead bead : alignment.beads()) {
      List<Segment> sources = bead.source().of(source);
      List<Segment> targets = bead.target().of(target);
      int foreign = foreign(sources, gold.source()) + foreign(targets, gold.target());
      boolean apart = sources.size() + targets.size() == foreign;
      tally.foreign += foreign;
      tally.apart += apart ? foreign : 0;
      if (!apart) {
        boolean right = gold.beads().contains(new GoldBead(texts(sources), texts(targets)));
        tally.found++;
        tally.right += right && foreign == 0 ? 1 : 0;
      }
      if (alignment.isUnit(bead)) {
        tally.units++;
        tally.pure += foreign == 0 ? 1 : 0;
      }
    }
  }

  private static int foreign(List<Segment> segments, List<String> article) {
    int foreign = 0;
    for (Segment segment : segments) {
      boolean ours = segment.type().isContent() && article.contains(text(segment));
      foreign += ours ? 0 : 1;
    }
    return foreign;
  }

  private static List<String> texts(List<Segment> segments) {
    return segments.stream().map(PageAccuracyTest::text).toList();
  }

  /** As in the gold: the saved page has a no-break space in a name. */
  private static String text(Segment segment) {
    return segment.text().replace('\u00A0', ' ');
  }

  private static final class Tally {

    private int right;
    private int found;
    private int wanted;
    private int foreign;
    private int apart;
    private int units;
    private int pure;

    void rows(String name, AccuracyTable table) {
      table.row(name, "article F1", 200.0 * right / (found + wanted));
      table.row(name, "foreign apart", 100.0 * apart / Math.max(1, foreign));
      table.row(name, "units not foreign", 100.0 * pure / Math.max(1, units));
      table.note(name, "foreign sentences", foreign);
    }
  }
}

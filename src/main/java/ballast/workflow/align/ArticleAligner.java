package ballast.workflow.align;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.table.BeadTable;
import ballast.lexicon.Lexicon;
import ballast.memory.PinnedBead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, splits and aligns one article. For one thread; see {@link #another}. */
public final class ArticleAligner {

  private final ArticleReader reader;
  private final Aligner aligner;
  private final KnownRenderings known;

  /**
   * @param lexicon stays open
   * @param known renderings from the glossary and the memory
   */
  public ArticleAligner(ArticleReader reader, Lexicon lexicon, KnownRenderings known) {
    this(reader, new Aligner(lexicon), known);
  }

  private ArticleAligner(ArticleReader reader, Aligner aligner, KnownRenderings known) {
    this.reader = reader;
    this.aligner = aligner;
    this.known = known;
  }

  /** The same aligner, which searches a long text with this many threads, at least 1. */
  ArticleAligner withThreads(int threads) {
    return new ArticleAligner(reader, aligner.withThreads(threads), known);
  }

  /** An equal aligner for another thread; nothing is loaded a second time. */
  ArticleAligner another() {
    return new ArticleAligner(reader.another(), aligner, known);
  }

  /** The same aligner for articles whose files are these. */
  ArticleAligner of(ArticleFiles files) {
    return new ArticleAligner(reader.of(files), aligner, known);
  }

  /**
   * An article that has been aligned.
   *
   * @param text sentences and beads
   * @param source the source file
   * @param target the target file
   * @param evidence the evidence that was used
   * @param layout how both texts lie in one file; null if they are two files
   * @param corrections what was made of the file of corrections; null if there is none
   * @param pins the beads that persons have set, in document order
   * @param lost the beads that persons had set and whose texts are gone
   */
  public record Aligned(
      AlignedText text,
      ReadText source,
      ReadText target,
      Evidence evidence,
      BilingualText.@Nullable Layout layout,
      @Nullable Corrections corrections,
      List<PinnedBead> pins,
      List<PinnedBead> lost) {

    public Aligned {
      pins = List.copyOf(pins);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Makes sure that both texts are in a language that they may be in.
   *
   * @throws InputException if one is neither Chinese nor English, and nobody has asked for that
   */
  void requireLanguages(Aligned aligned) {
    reader
        .wrongLanguage(aligned.source(), aligned.target())
        .ifPresent(
            reason -> {
              throw new InputException(
                  reason,
                  "if that language is meant, name it with --from or --to; --force takes the texts"
                      + " as they are");
            });
  }

  /**
   * Aligns an article in which nobody has set a bead.
   *
   * @throws InputException if a file cannot be read, or the two are not a text and its translation
   */
  public Aligned align(Article article) {
    return align(article, SetBeads.NONE);
  }

  /**
   * Reads and splits both files, and aligns their sentences around the beads that persons have set.
   *
   * @throws InputException if a file cannot be read, or the two are not a text and its translation
   */
  Aligned align(Article article, SetBeads beads) {
    ArticleReader.BothFiles files = reader.files(article);
    ReadText source = files.source();
    ReadText target = files.target();
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    Evidence evidence = known.forDocument(article.document(), from, to);
    PinnedAlignment pinned = new PinnedAlignment(aligner, evidence.renderings());
    @Nullable Corrections corrections = null;
    PinnedAlignment.Result result;
    if (files.layout() == BilingualText.Layout.CATALOGUE) {
      refuseCorrections(article);
      Alignment alignment = blockByBlock(source.document(), target.document());
      result = new PinnedAlignment.Result(alignment, List.of(), List.of());
    } else {
      ArticlePins pins = new ArticlePins(reader.split(source), reader.split(target));
      if (article.corrections().isEmpty()) {
        result = pinned.align(pins, beads.kept());
      } else {
        corrections = corrections(article, pins.texts());
        result = pinned.align(pins, corrections, beads, reader.workplace());
      }
    }
    AlignedText text =
        new AlignedText(
            article.document(),
            AlignedText.TextInfo.of(article.source(), source),
            AlignedText.TextInfo.of(article.target(), target),
            result.alignment());
    return new Aligned(
        text, source, target, evidence, files.layout(), corrections, result.pins(), result.lost());
  }

  private static void refuseCorrections(Article article) {
    if (!article.corrections().isEmpty()) {
      throw new InputException(
          "\"" + article.source() + "\" itself says which texts translate each other",
          "leave --corrections out");
    }
  }

  private Corrections corrections(Article article, PlainPair texts) {
    String name = article.corrections();
    return Corrections.of(BeadTable.read(reader.workplace().resolve(name), name), name, texts);
  }

  /** The file says which block is the translation of which. */
  private static Alignment blockByBlock(Document source, Document target) {
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < source.blocks().size(); i++) {
      Range block = new Range(i, i + 1);
      beads.add(new Bead(block, block, 1, List.of()));
    }
    return new Alignment(WholeBlocks.of(source), WholeBlocks.of(target), beads);
  }
}

package ballast.workflow.align;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.format.table.BeadTable;
import ballast.lexicon.Lexicon;
import ballast.memory.PinnedBead;
import ballast.segment.Segmenter;
import ballast.workflow.Texts;
import ballast.workflow.Workplace;
import ballast.workflow.project.MarkedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, splits and aligns one article. For one thread; see {@link #another}. */
public final class ArticleAligner {

  /** The parts that several threads share. */
  private record Shared(
      Workplace workplace,
      DocumentReader sources,
      DocumentReader targets,
      Aligner aligner,
      KnownRenderings known) {}

  private final Shared shared;
  private final Segmenter segmenter;

  /**
   * @param lexicon stays open
   * @param sourceOptions how sources are read; without a language it is detected
   * @param targetOptions how translations are read
   * @param known renderings from the glossary and the memory
   */
  public ArticleAligner(
      Workplace workplace,
      Lexicon lexicon,
      Segmenter segmenter,
      ReaderOptions sourceOptions,
      ReaderOptions targetOptions,
      KnownRenderings known) {
    this(
        new Shared(
            workplace,
            new DocumentReader(sourceOptions),
            new DocumentReader(targetOptions),
            new Aligner(lexicon),
            known),
        segmenter);
  }

  private ArticleAligner(Shared shared, Segmenter segmenter) {
    this.shared = shared;
    this.segmenter = segmenter;
  }

  /** An equal aligner for another thread; nothing is loaded a second time. */
  ArticleAligner another() {
    return new ArticleAligner(shared, segmenter.another());
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
    BothFiles files = files(article);
    return align(article, files.source(), files.target(), files.layout(), beads);
  }

  /**
   * Reads and splits both files.
   *
   * @throws InputException as {@link #align}, and if the file says itself which of its texts
   *     translate each other
   */
  public ReadArticle read(Article article) {
    BothFiles files = files(article);
    if (files.layout() == BilingualText.Layout.CATALOGUE) {
      throw new InputException(
          "\"" + article.source() + "\" itself says which texts translate each other",
          "change the file, and align it again");
    }
    Document source = files.source().document();
    Document target = files.target().document();
    new MarkCheck(shared.sources.options().mark()).check(source, target);
    return new ReadArticle(
        article,
        files.source(),
        files.target(),
        split(files.source()),
        split(files.target()),
        shared.known.forDocument(article.document(), source.lang(), target.lang()).renderings());
  }

  /** Two texts and, if both are in one file, how they lie in it. */
  private record BothFiles(
      ReadText source, ReadText target, BilingualText.@Nullable Layout layout) {}

  private BothFiles files(Article article) {
    if (article.isOneFile()) {
      return oneFile(article);
    }
    ReadText source = read(shared.sources, article.source(), article.target());
    ReadText target = read(shared.targets, article.target(), article.source());
    check(article, source, target);
    return new BothFiles(source, target, null);
  }

  /** The file holds the source and its translation. */
  private BothFiles oneFile(Article article) {
    ReaderOptions options = shared.sources.options();
    DocumentReader reader = new DocumentReader(options.withLang(null));
    BilingualText text =
        Texts.readBilingual(shared.workplace, reader, article.source(), options.lang());
    return new BothFiles(text.source(), text.target(), text.layout());
  }

  private Aligned align(
      Article article,
      ReadText source,
      ReadText target,
      BilingualText.@Nullable Layout layout,
      SetBeads beads) {
    new MarkCheck(shared.sources.options().mark()).check(source.document(), target.document());
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    Evidence evidence = shared.known.forDocument(article.document(), from, to);
    PinnedAlignment pinned = new PinnedAlignment(shared.aligner, evidence.renderings());
    @Nullable Corrections corrections = null;
    PinnedAlignment.Result result;
    if (layout == BilingualText.Layout.CATALOGUE) {
      refuseCorrections(article);
      Alignment alignment = blockByBlock(source.document(), target.document());
      result = new PinnedAlignment.Result(alignment, List.of(), List.of());
    } else if (article.corrections().isEmpty()) {
      result = pinned.align(split(source), split(target), beads.kept());
    } else {
      PlainPair texts = PlainPair.of(split(source), split(target));
      corrections = corrections(article, texts);
      result = pinned.align(texts, corrections, beads, shared.workplace);
    }
    AlignedText text =
        new AlignedText(
            article.document(),
            AlignedText.TextInfo.of(article.source(), source),
            AlignedText.TextInfo.of(article.target(), target),
            result.alignment());
    return new Aligned(
        text, source, target, evidence, layout, corrections, result.pins(), result.lost());
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
    return Corrections.of(BeadTable.read(shared.workplace.resolve(name), name), name, texts);
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

  /** If two names differ in the marks of their languages only, the marks say the languages. */
  private ReadText read(DocumentReader reader, String file, String other) {
    ReadText text = Texts.read(shared.workplace, reader, file);
    MarkedName name = MarkedName.of(file);
    @Nullable Lang named = name.lang();
    if (reader.options().lang() != null
        || named == null
        || named.language().equals(text.document().lang().language())
        || file.equals("-")
        || !name.isCounterpartOf(MarkedName.of(other))) {
      return text;
    }
    return Texts.read(shared.workplace, new DocumentReader(reader.options().withLang(named)), file);
  }

  private List<Segment> split(ReadText reading) {
    boolean presegmented = shared.sources.options().layout() == ReaderOptions.Layout.LINES;
    return presegmented
        ? WholeBlocks.of(reading.document())
        : segmenter.segment(reading.document());
  }

  private void check(Article article, ReadText source, ReadText target) {
    if (source.sha256().equals(target.sha256())) {
      throw new InputException(
          "source and target are the same text: \""
              + article.source()
              + "\" and \""
              + article.target()
              + "\"",
          "give the Chinese article first, then its English translation");
    }
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    boolean chosen =
        shared.sources.options().lang() != null && shared.targets.options().lang() != null;
    if (!chosen && from.isEnglish() && to.isChinese()) {
      throw new InputException(
          "source and target look swapped: \""
              + article.source()
              + "\" is English, \""
              + article.target()
              + "\" is Chinese",
          "ballast align \""
              + article.target()
              + "\" \""
              + article.source()
              + "\"; or, if the English is the original, add --from en --to zh");
    }
    if (!chosen && from.language().equals(to.language())) {
      throw new InputException(
          "both files are in the same language, "
              + from
              + ": \""
              + article.source()
              + "\" and \""
              + article.target()
              + "\"",
          "give an article and its translation; if a language was detected wrongly, give"
              + " --from and --to");
    }
  }
}

package ballast.app.align;

import ballast.app.Texts;
import ballast.app.WholeBlocks;
import ballast.app.Workplace;
import ballast.app.project.MarkedName;
import ballast.bitext.Alignment;
import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.BilingualText;
import ballast.format.article.Mark;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ScriptDetector;
import ballast.format.document.DocumentReader;
import ballast.segment.Segmenter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and splits both texts of an article. Not thread-safe; see {@link #another}. */
public final class ArticleReader {

  private final Workplace workplace;
  private final DocumentReader sources;
  private final DocumentReader targets;
  private final Segmenter segmenter;
  private final Executor executor;

  /** The texts by file name; null if they are read from the workplace. */
  private final @Nullable Function<String, byte[]> given;

  public ArticleReader(Workplace workplace, ArticleReading reading) {
    this(workplace, reading, Runnable::run);
  }

  /**
   * @param reading languages that it does not name are detected
   * @param executor reads and splits the target while the calling thread processes the source
   */
  public ArticleReader(Workplace workplace, ArticleReading reading, Executor executor) {
    this(
        workplace,
        new DocumentReader(reading.source()),
        new DocumentReader(reading.target()),
        Segmenter.create(reading.segmenting()),
        executor,
        /* given= */ null);
  }

  private ArticleReader(
      Workplace workplace,
      DocumentReader sources,
      DocumentReader targets,
      Segmenter segmenter,
      Executor executor,
      @Nullable Function<String, byte[]> given) {
    this.workplace = workplace;
    this.sources = sources;
    this.targets = targets;
    this.segmenter = segmenter;
    this.executor = executor;
    this.given = given;
  }

  ArticleReader another() {
    return new ArticleReader(workplace, sources, targets, segmenter.another(), executor, given);
  }

  /** Returns a reader of an article with these bytes instead of its files. */
  ArticleReader of(Article article, byte[] source, byte[] target) {
    return new ArticleReader(
        workplace,
        sources,
        targets,
        segmenter,
        executor,
        name -> name.equals(article.source()) ? source : target);
  }

  Workplace workplace() {
    return workplace;
  }

  /**
   * Reads and splits both files.
   *
   * @throws InputException if a file cannot be read, the two are not a text and its translation, or
   *     the file itself states which of its texts translate each other
   */
  public ReadArticle read(Article article) {
    BilingualText files = files(article);
    if (files.isCatalogue()) {
      throw new InputException(
          "\"" + article.source() + "\" itself says which texts translate each other",
          "change the file, and align it again");
    }
    ArticleReader other = another();
    Two<List<Segment>> sentences =
        both(() -> split(files.source()), () -> other.split(files.target()));
    return new ReadArticle(
        article,
        files.source(),
        files.target(),
        new ArticlePins(sentences.source(), sentences.target()));
  }

  /** A translated text, read and split as for aligning. */
  record ReadTarget(ReadText text, List<Segment> sentences) {}

  /** Reads and splits only the translation; the source need not exist. */
  ReadTarget target(Article article) {
    if (!article.isOneFile()) {
      ReadText text = read(targets, article.target(), article.source());
      return new ReadTarget(text, split(text));
    }
    BilingualText both = oneFile(article);
    ReadText text = both.target();
    return new ReadTarget(text, both.isCatalogue() ? WholeBlocks.of(text.document()) : split(text));
  }

  private record Two<T>(T source, T target) {}

  private <T> Two<T> both(Supplier<T> source, Supplier<T> target) {
    CompletableFuture<T> later = CompletableFuture.supplyAsync(target, executor);
    T first = source.get();
    try {
      return new Two<>(first, later.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  BilingualText files(Article article) {
    BilingualText both = article.isOneFile() ? oneFile(article) : twoFiles(article);
    new MarkCheck(sources.options().mark())
        .check(both.source().document(), both.target().document());
    return both;
  }

  private BilingualText twoFiles(Article article) {
    Two<ReadText> texts =
        both(
            () -> read(sources, article.source(), article.target()),
            () -> read(targets, article.target(), article.source()));
    check(article, texts.source(), texts.target());
    return new BilingualText(
        warned(sources, texts.source()),
        warned(targets, texts.target()),
        BilingualText.Layout.TWO_FILES,
        /* untranslated= */ List.of());
  }

  ReadText readAny(String name) {
    return read(new DocumentReader(sources.options().withLang(null)), name);
  }

  private static ReadText warned(DocumentReader reader, ReadText text) {
    return wrongLanguage(reader, text)
        .map(
            reason ->
                text.withWarning(
                    reason + "; if that language is meant, name it with --from or --to"))
        .orElse(text);
  }

  /** Explains which text is neither Chinese nor English, unless the user asked for its language. */
  Optional<String> wrongLanguage(ReadText source, ReadText target) {
    return wrongLanguage(sources, source)
        .map(reason -> "\"" + source.document().name() + "\": " + reason)
        .or(
            () ->
                wrongLanguage(targets, target)
                    .map(reason -> "\"" + target.document().name() + "\": " + reason));
  }

  /** A language in the file name does not prove the language of the text. */
  private static Optional<String> wrongLanguage(DocumentReader reader, ReadText text) {
    return reader.options().lang() != null
        ? Optional.empty()
        : new ScriptDetector()
            .foreign(text.document().text())
            .map(
                found ->
                    "the text is in the wrong language, %s: %s"
                        .formatted(
                            Locale.forLanguageTag(found.lang().tag())
                                .getDisplayLanguage(Locale.ENGLISH),
                            found.reason()));
  }

  private BilingualText oneFile(Article article) {
    ReaderOptions options = sources.options();
    DocumentReader reader = new DocumentReader(options.withLang(null));
    String name = article.source();
    return given == null
        ? Texts.readBilingual(workplace, reader, name, options.lang())
        : reader.readBilingual(given.apply(name), name, options.lang());
  }

  /** If two names differ only in their language marks, those marks decide the languages. */
  private ReadText read(DocumentReader reader, String file, String other) {
    ReadText text = read(reader, file);
    MarkedName name = MarkedName.of(file);
    @Nullable Lang named = name.lang();
    if (reader.options().lang() != null
        || named == null
        || named.language().equals(text.document().lang().language())
        || file.equals("-")
        || !name.isCounterpartOf(MarkedName.of(other))) {
      return text;
    }
    return read(new DocumentReader(reader.options().withLang(named)), file);
  }

  private ReadText read(DocumentReader reader, String name) {
    return given == null
        ? Texts.read(workplace, reader, name)
        : reader.read(given.apply(name), name);
  }

  List<Segment> split(ReadText reading) {
    boolean presegmented = sources.options().layout() == ReaderOptions.Layout.LINES;
    return presegmented
        ? WholeBlocks.of(reading.document())
        : segmenter.segment(reading.document());
  }

  private void check(Article article, ReadText source, ReadText target) {
    if (source.sha256().equals(target.sha256())) {
      throw new InputException(
          "source and target are the same text: \"%s\" and \"%s\""
              .formatted(article.source(), article.target()),
          "give an article and its translation");
    }
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    boolean chosen = sources.options().lang() != null && targets.options().lang() != null;
    if (!chosen && from.isEnglish() && to.isChinese()) {
      throw new InputException(
          "source and target look swapped: \"%s\" is English, \"%s\" is Chinese"
              .formatted(article.source(), article.target()),
          "ballast align \"%s\" \"%s\"; or, if the English is the original, add --from en --to zh"
              .formatted(article.target(), article.source()));
    }
    if (!chosen && from.language().equals(to.language())) {
      throw new InputException(
          "both files are in the same language, %s: \"%s\" and \"%s\""
              .formatted(from, article.source(), article.target()),
          "give an article and its translation; if a language was detected wrongly, give"
              + " --from and --to");
    }
  }

  /** An article that has been read and split, so that it can be aligned several times. */
  public record ReadArticle(Article article, ReadText source, ReadText target, ArticlePins pins) {

    public List<Segment> sources() {
      return pins.sources();
    }

    public List<Segment> targets() {
      return pins.targets();
    }

    public AlignedText aligned(Alignment alignment) {
      return new AlignedText(
          article.document(),
          AlignedText.TextInfo.of(article.source(), source),
          AlignedText.TextInfo.of(article.target(), target),
          alignment);
    }
  }

  /** Refuses two texts with different marks because it is unclear which marks correspond. */
  private static final class MarkCheck {

    /** Maximum code points of a mark in a message. */
    private static final int MAX_SHOWN = 40;

    private final Mark mark;

    MarkCheck(Mark mark) {
      this.mark = mark;
    }

    private record Place(String label, String words) {}

    void check(Document source, Document target) {
      List<Place> here = places(source);
      List<Place> there = places(target);
      int common = Math.min(here.size(), there.size());
      for (int k = 0; k < common; k++) {
        if (!agree(here.get(k), there.get(k))) {
          throw otherLabel(source, here, target, there, k);
        }
      }
      if (here.size() != there.size()) {
        Place alone = here.size() > there.size() ? here.get(common) : there.get(common);
        throw refused(counts(source, here, target, there) + alone.words() + " has no partner");
      }
    }

    private InputException otherLabel(
        Document source, List<Place> here, Document target, List<Place> there, int at) {
      Place left = here.get(at);
      Place right = there.get(at);
      String counts = counts(source, here, target, there);
      boolean leftAlone = !labels(there).contains(left.label());
      boolean rightAlone = !labels(here).contains(right.label());
      if (leftAlone == rightAlone) {
        return refused(counts + left.words() + " is opposite " + right.words());
      }
      return refused(counts + (leftAlone ? left : right).words() + " has no partner");
    }

    private InputException refused(String message) {
      return new InputException(
          message,
          "put the same marks, in the same order, into both texts; if these lines are not"
              + " marks, choose others with --mark TEXT");
    }

    private static String counts(
        Document source, List<Place> here, Document target, List<Place> there) {
      return String.format(
          Locale.ROOT,
          "the marks of the two texts are not the same: \"%s\" has %d, \"%s\" has %d; ",
          source.name(),
          here.size(),
          target.name(),
          there.size());
    }

    private static Set<String> labels(List<Place> places) {
      return places.stream().map(Place::label).collect(Collectors.toSet());
    }

    /** A mark without a label corresponds to any other mark. */
    private static boolean agree(Place left, Place right) {
      return left.label().isEmpty()
          || right.label().isEmpty()
          || left.label().equals(right.label());
    }

    private List<Place> places(Document document) {
      return document.blocks().stream()
          .filter(block -> block.type() == BlockType.MARK)
          .map(block -> place(document, block))
          .toList();
    }

    private Place place(Document document, Block block) {
      String text = document.text(block);
      int line = document.location(block.span().start()).line();
      return new Place(
          mark.label(text).toLowerCase(Locale.ROOT),
          String.format(
              Locale.ROOT,
              "\"%s\" (line %d of \"%s\")",
              Excerpt.of(text, MAX_SHOWN),
              line,
              document.name()));
    }
  }
}

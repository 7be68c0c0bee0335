package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.article.ScriptDetector;
import ballast.format.document.DocumentReader;
import ballast.segment.Segmenter;
import ballast.workflow.Workplace;
import ballast.workflow.project.MarkedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and splits both texts of an article. For one thread; see {@link #another}. */
public final class ArticleReader {

  private final Workplace workplace;
  private final ArticleFiles files;
  private final DocumentReader sources;
  private final DocumentReader targets;
  private final Segmenter segmenter;
  private final Executor executor;

  /** Reads one text after the other. */
  public ArticleReader(Workplace workplace, ArticleReading reading) {
    this(workplace, reading, Runnable::run);
  }

  /**
   * @param reading where it names no language, that is detected
   * @param executor reads and splits the target while the calling thread does so with the source
   */
  public ArticleReader(Workplace workplace, ArticleReading reading, Executor executor) {
    this(
        workplace,
        ArticleFiles.of(workplace),
        new DocumentReader(reading.source()),
        new DocumentReader(reading.target()),
        Segmenter.create(reading.segmenting()),
        executor);
  }

  private ArticleReader(
      Workplace workplace,
      ArticleFiles files,
      DocumentReader sources,
      DocumentReader targets,
      Segmenter segmenter,
      Executor executor) {
    this.workplace = workplace;
    this.files = files;
    this.sources = sources;
    this.targets = targets;
    this.segmenter = segmenter;
    this.executor = executor;
  }

  /** An equal reader for another thread; nothing is loaded a second time. */
  ArticleReader another() {
    return new ArticleReader(workplace, files, sources, targets, segmenter.another(), executor);
  }

  /** The same reader for articles whose files are these. */
  ArticleReader of(ArticleFiles others) {
    return new ArticleReader(workplace, others, sources, targets, segmenter, executor);
  }

  Workplace workplace() {
    return workplace;
  }

  /**
   * Reads and splits both files.
   *
   * @throws InputException if a file cannot be read, the two are not a text and its translation, or
   *     the file says itself which of its texts translate each other
   */
  public ReadArticle read(Article article) {
    BothFiles files = files(article);
    if (files.layout() == BilingualText.Layout.CATALOGUE) {
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

  /** Two texts and, if both are in one file, how they lie in it. */
  record BothFiles(ReadText source, ReadText target, BilingualText.@Nullable Layout layout) {}

  /**
   * Reads both texts.
   *
   * @throws InputException if a file cannot be read, or the two are not a text and its translation
   */
  BothFiles files(Article article) {
    BothFiles both = article.isOneFile() ? oneFile(article) : twoFiles(article);
    new MarkCheck(sources.options().mark())
        .check(both.source().document(), both.target().document());
    return both;
  }

  private BothFiles twoFiles(Article article) {
    Two<ReadText> texts =
        both(
            () -> read(sources, article.source(), article.target()),
            () -> read(targets, article.target(), article.source()));
    check(article, texts.source(), texts.target());
    return new BothFiles(
        warned(sources, texts.source()), warned(targets, texts.target()), /* layout= */ null);
  }

  /** Reads one text in whatever language. */
  ReadText readAny(String name) {
    return files.read(new DocumentReader(sources.options().withLang(null)), name);
  }

  private static ReadText warned(DocumentReader reader, ReadText text) {
    return wrongLanguage(reader, text)
        .map(
            reason ->
                text.withWarning(
                    reason + "; if that language is meant, name it with --from or --to"))
        .orElse(text);
  }

  /**
   * Says that a text is in another language than Chinese and English, although nobody has asked for
   * that; empty if neither is.
   */
  Optional<String> wrongLanguage(ReadText source, ReadText target) {
    return wrongLanguage(sources, source)
        .map(reason -> "\"" + source.document().name() + "\": " + reason)
        .or(
            () ->
                wrongLanguage(targets, target)
                    .map(reason -> "\"" + target.document().name() + "\": " + reason));
  }

  /** What a name says of the language does not make it true. */
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

  /** The file holds the source and its translation. */
  private BothFiles oneFile(Article article) {
    ReaderOptions options = sources.options();
    DocumentReader reader = new DocumentReader(options.withLang(null));
    BilingualText text = files.readBilingual(reader, article.source(), options.lang());
    return new BothFiles(text.source(), text.target(), text.layout());
  }

  /** If two names differ in the marks of their languages only, the marks say the languages. */
  private ReadText read(DocumentReader reader, String file, String other) {
    ReadText text = files.read(reader, file);
    MarkedName name = MarkedName.of(file);
    @Nullable Lang named = name.lang();
    if (reader.options().lang() != null
        || named == null
        || named.language().equals(text.document().lang().language())
        || file.equals("-")
        || !name.isCounterpartOf(MarkedName.of(other))) {
      return text;
    }
    return files.read(new DocumentReader(reader.options().withLang(named)), file);
  }

  /** The sentences of a text; its lines, where each line is a sentence already. */
  List<Segment> split(ReadText reading) {
    boolean presegmented = sources.options().layout() == ReaderOptions.Layout.LINES;
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
          "give an article and its translation");
    }
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    boolean chosen = sources.options().lang() != null && targets.options().lang() != null;
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

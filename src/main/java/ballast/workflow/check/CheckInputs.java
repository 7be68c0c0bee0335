package ballast.workflow.check;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Locator;
import ballast.bitext.Segment;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.check.Waiver;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.FilterOptions;
import ballast.cli.option.MemoryOptions;
import ballast.cli.option.ReadingOptions;
import ballast.cli.option.SegmentingOptions;
import ballast.cli.terminal.Console;
import ballast.format.article.ReaderOptions;
import ballast.format.article.TextReader;
import ballast.format.unit.FoundPair;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitFile;
import ballast.glossary.Concept;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.segment.Segmenter;
import ballast.workflow.align.Article;
import ballast.workflow.align.ArticleAligner;
import ballast.workflow.align.KnownRenderings;
import java.nio.charset.Charset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the pairs of texts that {@code ballast check} is to look at. */
public final class CheckInputs {

  private static final int SHOWN_PROBLEMS = 10;

  /** What the user says of them. */
  public record Options(
      List<String> files,
      CommonOptions common,
      MemoryOptions memory,
      FilterOptions filter,
      ReadingOptions reading,
      SegmentingOptions segmenting) {

    Options of(List<String> others) {
      CommonOptions quiet = new CommonOptions();
      quiet.quiet = true;
      return new Options(others, quiet, memory, filter, reading, segmenting);
    }
  }

  private final Console console;
  private final Options options;
  private final Lexicon lexicon;
  private final List<Concept> concepts;
  private final List<Waiver> astray = new ArrayList<>();

  public CheckInputs(Console console, Options options, Lexicon lexicon, List<Concept> concepts) {
    this.console = console;
    this.options = options;
    this.lexicon = lexicon;
    this.concepts = concepts;
  }

  /**
   * Gives every pair to {@code action}: of the files, of an article and its translation, or of the
   * memory when no file is named.
   *
   * @throws InputException if something cannot be read
   */
  public void forEach(Consumer<CheckedPair<Passage>> action) {
    List<String> files = options.files();
    if (files.isEmpty()) {
      memory(action);
    } else if (files.stream().noneMatch(UnitFile::isOne)) {
      article(action);
    } else {
      files.forEach(file -> units(file, action));
    }
  }

  /** Other files, which are read in the same way and without a word. */
  CheckInputs of(List<String> files) {
    return new CheckInputs(console, options.of(files), lexicon, concepts);
  }

  /** The files that are read one by one, or an article and its translation, which are not. */
  List<List<String>> together() {
    List<String> files = options.files();
    return files.stream().noneMatch(UnitFile::isOne)
        ? List.of(files)
        : files.stream().map(List::of).toList();
  }

  /** Says what a person should know of them. */
  void warn(String message) {
    options.common().warn(console, message);
  }

  /** Waivers in what has been given that are for none of the pairs. */
  public List<Waiver> astray() {
    return List.copyOf(astray);
  }

  private void memory(Consumer<CheckedPair<Passage>> action) {
    String file = String.valueOf(options.memory().path(console).getFileName());
    try (Memory memory = options.memory().openForReading(console)) {
      memory.forEachUnit(wanted(), unit -> action.accept(located(unit, file)));
    }
  }

  /** Rejected units only where they are asked for: nobody is offered them. */
  private UnitFilter wanted() {
    UnitFilter wanted = options.filter().filter();
    return wanted.statuses().isEmpty()
        ? wanted.withStatuses(UnitFilter.OFFERED.statuses())
        : wanted;
  }

  /** A unit of a memory stands in its document, at the place of its bead. */
  private static CheckedPair<Passage> located(Unit unit, String file) {
    String document = unit.provenance().document();
    Location where =
        new Location(
            document.isEmpty() ? file : document, Math.max(1, unit.provenance().position()), 1);
    return CheckedPair.at(Passage.of(unit), where);
  }

  private void units(String file, Consumer<CheckedPair<Passage>> action) {
    Problems problems = new Problems(file);
    UnitFile.read(
        console.resolve(file),
        file,
        pairOptions(),
        new UnitEvents() {
          @Override
          public void pair(FoundPair pair) {
            Location where = new Location(file, pair.raw().line(), 1);
            action.accept(CheckedPair.at(Passage.of(pair.unit()), where));
          }

          @Override
          public void refused(RawUnit unit, boolean isPair, String reason) {
            problems.add(unit.line(), reason);
          }

          @Override
          public void mapped(String code, Lang lang) {
            // Which code a file has for its languages makes no difference here.
          }

          @Override
          public void corrected(int line, String what) {
            problems.add(line, what);
          }
        });
    problems.sayRest();
  }

  /** What is read and how. */
  Options options() {
    return options;
  }

  /** How pairs are taken out of files. */
  PairOptions pairOptions() {
    return new PairOptions(
        language(options.filter().from, Lang.ZH_CN),
        language(options.filter().to, Lang.EN_US),
        /* acceptVariant= */ true,
        Status.DRAFT,
        console.clock().instant().truncatedTo(ChronoUnit.SECONDS),
        /* trusting= */ true);
  }

  private static Lang language(@Nullable String tag, Lang otherwise) {
    Lang lang = ReadingOptions.language(tag);
    return lang == null ? otherwise : lang;
  }

  /** Says what of a file could not be looked at. */
  private final class Problems {

    private final String file;
    private int count;

    Problems(String file) {
      this.file = file;
    }

    void add(int line, String what) {
      count++;
      if (options.common().verbose || count <= SHOWN_PROBLEMS) {
        options.common().say(console, file + ":" + line + ": not checked: " + what);
      }
    }

    void sayRest() {
      if (count > SHOWN_PROBLEMS && !options.common().verbose) {
        options
            .common()
            .say(console, file + ": " + (count - SHOWN_PROBLEMS) + " more; -v names them");
      }
    }
  }

  private void article(Consumer<CheckedPair<Passage>> action) {
    if (options.files().size() != 2) {
      throw new InputException(
          "cannot tell what to check: " + String.join(", ", options.files()),
          "ballast check ZH EN for an article and its translation, or .tmx, .tsv, .xlf files");
    }
    Segmenter segmenter = Segmenter.create(options.segmenting().options(console));
    ArticleAligner aligner =
        new ArticleAligner(
            console.workplace(),
            lexicon,
            segmenter,
            readerOptions(options.filter().from, options.reading().sourceCharset()),
            targetOptions(),
            KnownRenderings.of(concepts, null));
    Article article = new Article(options.files().get(0), options.files().get(1), "");
    ArticleAligner.Aligned aligned = aligner.align(article);
    Alignment alignment = aligned.text().alignment();
    ArticleWaivers waivers = new ArticleWaivers(alignment, aligned.source(), aligned.target());
    for (Bead bead : alignment.beads()) {
      bead(alignment, bead, waivers, action);
    }
    astray.addAll(waivers.astray());
  }

  private ReaderOptions targetOptions() {
    return readerOptions(options.filter().to, options.reading().targetCharset());
  }

  /** What reads the translation of an article. */
  TextReader targetReader() {
    return new TextReader(targetOptions());
  }

  private static ReaderOptions readerOptions(@Nullable String tag, @Nullable Charset charset) {
    return ReaderOptions.DEFAULT.withEncoding(charset).withLang(ReadingOptions.language(tag));
  }

  /** Pairs, and source sentences that have no translation; furniture of a page is neither. */
  private void bead(
      Alignment alignment,
      Bead bead,
      ArticleWaivers waivers,
      Consumer<CheckedPair<Passage>> action) {
    List<Segment> source = bead.source().of(alignment.source());
    List<Segment> target = bead.target().of(alignment.target());
    boolean omitted =
        target.isEmpty() && source.stream().allMatch(segment -> segment.type().isContent());
    if (!omitted && !alignment.isUnit(bead)) {
      return;
    }
    Lang from = source.get(0).document().lang();
    Lang to =
        alignment.target().isEmpty() ? Lang.EN_US : alignment.target().get(0).document().lang();
    Passage passage =
        new Passage(
            "",
            "",
            from,
            to,
            alignment.sourceText(bead),
            alignment.targetText(bead),
            waivers.take(bead));
    Locator place = new BeadPlace(source);
    action.accept(
        new CheckedPair<>(passage, place, target.isEmpty() ? place : new BeadPlace(target)));
  }
}

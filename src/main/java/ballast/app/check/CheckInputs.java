package ballast.app.check;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.app.ReadingProgress;
import ballast.app.Texts;
import ballast.app.Workplace;
import ballast.app.align.Article;
import ballast.app.align.ArticleAligner;
import ballast.app.align.ArticleReader;
import ballast.app.align.KnownRenderings;
import ballast.app.align.PairList;
import ballast.app.project.SavedInput;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Location.Locator;
import ballast.bitext.LooseText;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.bitext.UnitCodes;
import ballast.check.CheckedPair;
import ballast.check.Passage;
import ballast.check.Passage.Gap;
import ballast.check.Waiver;
import ballast.format.article.HiddenText;
import ballast.format.article.ReaderOptions;
import ballast.format.unit.PairOptions;
import ballast.format.unit.RawUnit;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.TranslationState;
import ballast.format.unit.UnitEvents;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;
import ballast.glossary.Concept;
import ballast.language.LangCode;
import ballast.lexicon.Lexicon;
import ballast.links.Stretches.StretchFinder;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.UnitFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of texts to check, or to count or mine their terms. For one thread. */
public final class CheckInputs {

  private final Workplace workplace;
  private final Notices notices;
  private final PairSource source;
  private final Lexicon lexicon;
  private final List<Concept> concepts;
  private final SaidElsewhere elsewhere;
  private final List<Waiver> astray = new ArrayList<>();
  private @Nullable ArticleAligner aligner;
  private final List<List<String>> together;
  private final List<PairList.Alone> leftOut;

  /**
   * Finds the files of {@code source}.
   *
   * @param notices receives the parts of the files that cannot be checked
   * @param concepts terms that help to align an article
   * @throws InputException if a name refers to nothing that can be checked
   */
  public CheckInputs(
      Workplace workplace,
      Notices notices,
      PairSource source,
      Lexicon lexicon,
      List<Concept> concepts) {
    this.workplace = workplace;
    this.notices = notices;
    this.source = source;
    this.lexicon = lexicon;
    this.concepts = List.copyOf(concepts);
    this.elsewhere = new SaidElsewhere(new StretchFinder(lexicon, lexicon));
    CheckedFiles files = new CheckedFiles(workplace, notices, source, lexicon);
    this.together = files.together();
    this.leftOut = files.leftOut();
  }

  private CheckInputs(CheckInputs other, List<String> files) {
    this.workplace = other.workplace;
    this.notices = Notices.NONE;
    this.source = other.source;
    this.lexicon = other.lexicon;
    this.concepts = other.concepts;
    this.elsewhere = other.elsewhere;
    this.together = List.of(List.copyOf(files));
    this.leftOut = List.of();
  }

  /**
   * Passes every pair to {@code action}: the pairs of the files, of an article and its translation,
   * or of the memory if no file is named.
   *
   * @param doing the activity in progress messages, such as {@code checking}
   * @throws InputException if something cannot be read
   */
  public void forEach(String doing, Consumer<CheckedPair<Passage>> action) {
    if (source.isMemory()) {
      memory(doing, action);
    }
    long all = together.stream().mapToLong(this::size).sum();
    ReadingProgress progress = new ReadingProgress(notices, doing, "pair", all);
    for (List<String> files : together) {
      progress.start(files.get(0), size(files));
      if (files.size() == 1) {
        units(files.get(0), progress, action);
      } else {
        article(new Article(files.get(0), files.get(1), ""), action);
      }
      progress.end();
    }
  }

  /** Total size of these files in bytes; 0 for standard input. */
  private long size(List<String> files) {
    return files.stream()
        .filter(file -> !file.equals("-"))
        .mapToLong(file -> workplace.resolve(file).toFile().length())
        .sum();
  }

  /** Reads other files that belong together in the same way, without messages. */
  CheckInputs of(List<String> files) {
    return new CheckInputs(this, files);
  }

  /** The files: of units, each read alone, or an article and its translation, read together. */
  List<List<String>> together() {
    return together;
  }

  List<PairList.Alone> leftOut() {
    return leftOut;
  }

  public void warnLeftOut() {
    leftOut.forEach(text -> notices.warn(text.file() + " is left out: " + text.reason()));
  }

  /** Waivers in the texts that apply to no pair. */
  public List<Waiver> astray() {
    return List.copyOf(astray);
  }

  private void memory(String doing, Consumer<CheckedPair<Passage>> action) {
    MemoryStore store = source.requireMemory();
    String file = store.name();
    try (Memory memory = store.openForReading()) {
      List<LooseText> texts = memory.looseTexts(source.filter().documents());
      ArticleWaivers waivers = new ArticleWaivers(texts);
      Progress progress = Progress.ofUnits(notices, doing + " the units", memory, wanted(), 1);
      List<LooseText> lines =
          texts.stream()
              .filter(text -> source.isWhole() && text.kind() == LooseText.SOURCE)
              .toList();
      SaidElsewhere.Beside beside = new SaidElsewhere.Beside(lines);
      memory.forEachUnit(
          wanted(),
          progress.counting(
              unit -> {
                beside.see(unit);
                action.accept(located(unit, file, waivers));
              }));
      if (source.isWhole()) {
        lines.stream()
            .filter(text -> !beside.isSaid(text, elsewhere))
            .forEach(text -> action.accept(unmatched(text, waivers)));
        addAstray(texts);
      }
    }
  }

  /** Excludes rejected units unless the filter names their status. */
  private UnitFilter wanted() {
    UnitFilter wanted = source.filter();
    return wanted.statuses().isEmpty()
        ? wanted.withStatuses(UnitFilter.OFFERED.statuses())
        : wanted;
  }

  private static CheckedPair<Passage> located(Unit unit, String file, ArticleWaivers waivers) {
    String document = unit.provenance().document();
    int bead = unit.provenance().position();
    Location where = new Location(document.isEmpty() ? file : document, Math.max(1, bead), 1);
    return CheckedPair.at(Passage.of(unit).waiving(waivers.of(document, bead)), where);
  }

  private static CheckedPair<Passage> unmatched(LooseText text, ArticleWaivers waivers) {
    String document = text.document();
    Passage passage =
        new Passage("", document, text.sourceLang(), text.targetLang(), text.text(), "");
    return CheckedPair.at(passage.waiving(waivers.of(document, text.bead())), text.where());
  }

  private void units(String file, ReadingProgress progress, Consumer<CheckedPair<Passage>> action) {
    @Nullable UnitFormat format = source.named().standardInput();
    if (file.equals("-") && format != null) {
      try (SavedInput saved = SavedInput.of(workplace, format)) {
        units(saved.file(), saved.name(), progress, action);
      }
    } else {
      units(workplace.resolve(file), file, progress, action);
    }
  }

  private void units(
      Path path, String file, ReadingProgress progress, Consumer<CheckedPair<Passage>> action) {
    CheckedUnits units = new CheckedUnits(file, progress, action);
    UnitFile.read(path, file, pairOptions(), units, progress);
    units.sayRest();
  }

  PairOptions pairOptions() {
    Lang from = source.source().lang();
    Lang to = source.target().lang();
    return PairOptions.toLookAt(from == null ? Lang.ZH_CN : from, to == null ? Lang.EN_US : to)
        .asked(from != null, to != null);
  }

  private void article(Article article, Consumer<CheckedPair<Passage>> action) {
    ArticleAligner.Aligned aligned = aligner().align(article);
    Texts.warn(aligned.files().source(), notices);
    Texts.warn(aligned.files().target(), notices);
    Alignment alignment = aligned.text().alignment();
    sayFurniture(alignment.source());
    sayFurniture(alignment.target());
    List<LooseText> texts =
        aligned.text().looseTexts(aligned.files().source(), aligned.files().target());
    ArticleWaivers waivers = new ArticleWaivers(texts);
    UnitCodes codes = new UnitCodes(alignment.source(), alignment.target());
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      if (aligned.text().isChecked(bead)
          && !(bead.target().isEmpty()
              && elsewhere.isSaid(
                  alignment.sourceText(bead), unit(alignment, i - 1), unit(alignment, i + 1)))) {
        action.accept(pair(aligned, bead, waivers.of(article.document(), i + 1), codes));
      }
    }
    addAstray(texts);
  }

  private static SaidElsewhere.@Nullable Texts unit(Alignment alignment, int at) {
    List<Bead> beads = alignment.beads();
    return at >= 0 && at < beads.size() && alignment.isUnit(beads.get(at))
        ? new SaidElsewhere.Texts(
            alignment.sourceText(beads.get(at)), alignment.targetText(beads.get(at)))
        : null;
  }

  /** The same for all articles, because it reads the rules for sentences at the first. */
  private ArticleAligner aligner() {
    if (aligner == null) {
      ArticleReader reader = new ArticleReader(workplace, source.reading());
      aligner = new ArticleAligner(reader, lexicon, KnownRenderings.of(concepts, null));
    }
    return aligner;
  }

  private void addAstray(List<LooseText> texts) {
    texts.stream()
        .filter(text -> text.bead() == 0)
        .forEach(text -> astray.add(Waiver.of(text.text(), text.where())));
  }

  private void sayFurniture(List<Segment> sentences) {
    List<String> furniture =
        sentences.stream()
            .filter(sentence -> sentence.type() == BlockType.FURNITURE)
            .map(Segment::text)
            .toList();
    if (!furniture.isEmpty()) {
      notices.detail(
          "%s: %d of %s are furniture and not checked: %s",
          sentences.get(0).document().name(),
          furniture.size(),
          CountedNoun.of(sentences.size(), "sentence"),
          HiddenText.named(furniture));
    }
  }

  ReaderOptions targetReading() {
    return source.target();
  }

  private static CheckedPair<Passage> pair(
      ArticleAligner.Aligned aligned, Bead bead, List<Waiver> waivers, UnitCodes codes) {
    Alignment alignment = aligned.text().alignment();
    List<Segment> target = bead.target().of(alignment.target());
    boolean isCatalogue = aligned.files().isCatalogue();
    Passage passage =
        new Passage(
                "",
                "",
                aligned.files().source().document().lang(),
                aligned.files().target().document().lang(),
                alignment.sourceText(bead),
                alignment.targetText(bead))
            .marked(
                codes.unrelated(bead, isCatalogue), isCatalogue ? Gap.UNTRANSLATED : Gap.OMITTED)
            .waiving(waivers);
    Locator place = new BeadPlace(bead.source().of(alignment.source()));
    return new CheckedPair<>(passage, place, target.isEmpty() ? place : new BeadPlace(target));
  }

  private final class CheckedUnits implements UnitEvents {

    private static final int MAX_SHOWN = 10;

    private final String file;
    private final ReadingProgress progress;
    private final Consumer<CheckedPair<Passage>> action;
    private int problems;

    CheckedUnits(String file, ReadingProgress progress, Consumer<CheckedPair<Passage>> action) {
      this.file = file;
      this.progress = progress;
      this.action = action;
    }

    @Override
    public void pair(FoundPair pair) {
      Unit unit = pair.unit();
      if (!unit.source().equals(unit.target())
          || !TranslationState.isNotTranslated(pair.raw().properties())) {
        check(pair.raw(), Passage.of(unit));
      }
      progress.unit();
    }

    @Override
    public void refused(RawUnit unit, boolean isPair, String reason) {
      List<Variant> texts = unit.variants();
      Lang from = texts.size() == 2 ? LangCode.lang(texts.get(0).lang()) : null;
      Lang to = texts.size() == 2 ? LangCode.lang(texts.get(1).lang()) : null;
      boolean isEmpty = from != null && to != null && texts.get(1).text().isBlank();
      if (from == null || to == null || !isEmpty || texts.get(0).text().isBlank()) {
        add(unit.line(), "not checked: " + reason);
      } else if (!TranslationState.isNotTranslated(unit.properties())) {
        boolean isNew = !source.isFinal() && TranslationState.isUntouched(unit.properties());
        Passage passage =
            new Passage("", "", from, to, texts.get(0).text(), "")
                .marked(List.of(), isNew ? Gap.NEW : Gap.UNTRANSLATED)
                .waiving(Waiver.in(unit.properties()));
        check(unit, passage);
      }
    }

    private void check(RawUnit unit, Passage passage) {
      action.accept(CheckedPair.at(passage, new Location(file, unit.line(), 1)));
    }

    @Override
    public void corrected(int line, String what) {
      add(line, "checked as corrected: " + what);
    }

    @Override
    public void misdated(int line, String what) {
      // The texts are checked anyway.
    }

    private void add(int line, String what) {
      problems++;
      if (notices.wantsDetails() || problems <= MAX_SHOWN) {
        notices.say(file + ":" + line + ": " + what);
      }
    }

    void sayRest() {
      if (problems > MAX_SHOWN && !notices.wantsDetails()) {
        notices.say(file + ": " + (problems - MAX_SHOWN) + " more; -v names them");
      }
    }
  }

  /** The waivers in articles by their beads. For one thread. */
  private static final class ArticleWaivers {

    private record Key(String document, int number) {}

    private final Map<Key, List<Waiver>> byBead = new HashMap<>();

    ArticleWaivers(List<LooseText> texts) {
      Map<Key, Waiver> known = new HashMap<>();
      for (LooseText text : texts) {
        if (text.kind() >= LooseText.WAIVER && text.bead() > 0) {
          Key number = new Key(text.document(), text.kind());
          Key bead = new Key(text.document(), text.bead());
          Waiver waiver = Waiver.of(text.text(), text.where());
          byBead
              .computeIfAbsent(bead, key -> new ArrayList<>())
              .add(known.computeIfAbsent(number, key -> waiver));
        }
      }
    }

    List<Waiver> of(String document, int bead) {
      return byBead.getOrDefault(new Key(document, bead), List.of());
    }
  }

  /** Maps positions in the joined sentences of one side of a bead to locations in its document. */
  static final class BeadPlace implements Locator {

    private final List<Segment> segments;
    private final int separator;

    BeadPlace(List<Segment> segments) {
      this.segments = List.copyOf(segments);
      this.separator = segments.get(0).document().lang().isChinese() ? 0 : 1;
    }

    @Override
    public Location at(int offset) {
      return segments.get(0).document().location(inDocument(offset));
    }

    int inDocument(int offset) {
      int remaining = offset;
      for (int i = 0; i < segments.size(); i++) {
        Segment segment = segments.get(i);
        int length = segment.span().length();
        // An offset at the end of a sentence belongs to the next sentence, if there is one.
        if (remaining < length || i == segments.size() - 1) {
          return segment.span().start() + Math.min(remaining, length);
        }
        remaining = Math.max(0, remaining - length - separator);
      }
      throw new IllegalStateException("a bead side without sentences");
    }
  }
}

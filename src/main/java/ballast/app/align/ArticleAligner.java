package ballast.app.align;

import ballast.align.Aligner;
import ballast.align.Pin;
import ballast.align.Rendering;
import ballast.app.WholeBlocks;
import ballast.app.Workplace;
import ballast.app.align.KnownRenderings.Evidence;
import ballast.app.align.PlainPair.BeadStretch;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Block;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.table.BeadTable;
import ballast.lexicon.Lexicon;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads, splits and aligns one article. Not thread-safe; see {@link #another}. */
public final class ArticleAligner {

  /** Number of attempts before every line of a table becomes a pin. */
  private static final int MAX_ROUNDS = 4;

  private final ArticleReader reader;
  private final Aligner aligner;
  private final KnownRenderings known;

  /**
   * @param lexicon stays open
   */
  public ArticleAligner(ArticleReader reader, Lexicon lexicon, KnownRenderings known) {
    this(reader, new Aligner(lexicon), known);
  }

  private ArticleAligner(ArticleReader reader, Aligner aligner, KnownRenderings known) {
    this.reader = reader;
    this.aligner = aligner;
    this.known = known;
  }

  /** Returns the same aligner, searching long texts with this many threads, at least 1. */
  ArticleAligner withThreads(int threads) {
    return new ArticleAligner(reader, aligner.withThreads(threads), known);
  }

  ArticleAligner another() {
    return new ArticleAligner(reader.another(), aligner, known);
  }

  ArticleAligner of(Article article, byte[] source, byte[] target) {
    return new ArticleAligner(reader.of(article, source, target), aligner, known);
  }

  /**
   * An aligned article.
   *
   * @param corrections the corrections read; null if there is no such file
   * @param pins beads set by people, in document order
   * @param lost beads set by people whose texts are gone
   */
  public record Aligned(
      AlignedText text,
      BilingualText files,
      Evidence evidence,
      @Nullable Corrections corrections,
      List<PinnedBead> pins,
      List<PinnedBead> lost) {

    public Aligned {
      pins = List.copyOf(pins);
      lost = List.copyOf(lost);
    }
  }

  void requireLanguages(Aligned aligned) {
    reader
        .wrongLanguage(aligned.files().source(), aligned.files().target())
        .ifPresent(
            reason -> {
              throw new InputException(
                  reason,
                  "if that language is meant, name it with --from or --to; --force takes the texts"
                      + " as they are");
            });
  }

  /**
   * Aligns an article without pinned beads.
   *
   * @throws InputException if a file cannot be read, or the two are not a text and its translation
   */
  public Aligned align(Article article) {
    return align(article, ArticlePins.PinnedBeads.NONE, LastRevision.NONE);
  }

  Aligned align(Article article, ArticlePins.PinnedBeads beads, LastRevision last) {
    BilingualText files = reader.files(article);
    ReadText source = files.source();
    ReadText target = files.target();
    Lang from = source.document().lang();
    Lang to = target.document().lang();
    Evidence evidence = known.forDocument(article.document(), from, to);
    @Nullable Corrections corrections = null;
    Result result;
    if (files.isCatalogue()) {
      refuseCorrections(article);
      Alignment alignment = blockByBlock(files);
      result = new Result(alignment, List.of(), List.of());
    } else {
      ArticlePins pins = new ArticlePins(reader.split(source), reader.split(target));
      if (article.corrections().isEmpty()) {
        result = aligned(pins, pins.place(beads.kept()), evidence.renderings(), last);
      } else {
        corrections = corrections(article, pins.texts());
        result = corrected(pins, corrections, beads, evidence.renderings());
      }
    }
    AlignedText text =
        new AlignedText(
            article.document(),
            AlignedText.TextInfo.of(article.source(), source),
            AlignedText.TextInfo.of(article.target(), target),
            result.alignment());
    return new Aligned(text, files, evidence, corrections, result.pins(), result.lost());
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

  private static Alignment blockByBlock(BilingualText files) {
    List<Segment> source = WholeBlocks.of(files.source().document());
    Set<Block> untranslated = Set.copyOf(files.untranslated());
    List<Bead> beads = new ArrayList<>();
    int at = 0;
    for (Block block : files.source().document().blocks()) {
      Range from = new Range(beads.size(), beads.size() + 1);
      Range to = new Range(at, untranslated.contains(block) ? at : at + 1);
      beads.add(new Bead(from, to, 1, List.of()));
      at = to.end();
    }
    return new Alignment(source, WholeBlocks.of(files.target().document()), beads);
  }

  /**
   * Two aligned texts.
   *
   * @param pins the pinned beads now in force, in document order
   * @param lost earlier pinned beads whose texts are gone
   */
  private record Result(Alignment alignment, List<PinnedBead> pins, List<PinnedBead> lost) {}

  private Result aligned(
      ArticlePins article,
      ArticlePins.Placed placed,
      List<Rendering> renderings,
      LastRevision last) {
    LastRevision.Kept kept = last.in(article.texts(), placed);
    Alignment alignment = aligned(placed, renderings, kept.certain());
    Optional<List<Pin>> staying = kept.staying(alignment);
    if (staying.isPresent()) {
      alignment = aligned(placed, renderings, staying.get());
    }
    return new Result(alignment, article.inForce(alignment, placed), placed.lost());
  }

  private Alignment aligned(ArticlePins.Placed placed, List<Rendering> renderings, List<Pin> kept) {
    List<Pin> pins = new ArrayList<>(placed.pins());
    pins.addAll(kept);
    return aligner.align(placed.source(), placed.target(), renderings, pins);
  }

  /**
   * Aligns two texts around the beads of a table, which override contradicting earlier beads.
   * Confirmed beads and those that the aligner does not find by itself become pins. The others stay
   * free because the aligner finds them anyway.
   */
  private Result corrected(
      ArticlePins article,
      Corrections table,
      ArticlePins.PinnedBeads earlier,
      List<Rendering> renderings) {
    Lines lines = new Lines(table, article, earlier, reader.workplace());
    Alignment own = aligner.align(article.sources(), article.targets(), renderings, List.of());
    Set<Integer> set = new LinkedHashSet<>(lines.confirmed);
    set.addAll(lines.missing(own, set));
    if (set.isEmpty() && lines.kept.isEmpty()) {
      return new Result(own, List.of(), lines.lost);
    }
    for (int round = 1; ; round++) {
      Result result = aligned(article, lines.placed(set), renderings, LastRevision.NONE);
      Set<Integer> missing = lines.missing(result.alignment(), set);
      if (missing.isEmpty()) {
        return result;
      }
      set.addAll(round < MAX_ROUNDS ? missing : lines.all());
    }
  }

  private static final class Lines {

    private final List<Corrections.SetBead> lines;
    private final ArticlePins article;
    private final List<PinnedBead> beads = new ArrayList<>();

    /** Lines that are pinned whether or not the aligner finds them. */
    private final Set<Integer> confirmed = new LinkedHashSet<>();

    private final List<List<Integer>> places = new ArrayList<>();
    private final List<PinnedBead> kept = new ArrayList<>();
    private final List<BeadStretch> keptStretches = new ArrayList<>();
    private final List<PinnedBead> lost = new ArrayList<>();

    Lines(
        Corrections table,
        ArticlePins article,
        ArticlePins.PinnedBeads earlier,
        Workplace workplace) {
      this.lines = table.beads();
      this.article = article;
      Map<BeadStretch, PinnedBead> repeated = sort(earlier);
      Instant now = workplace.clock().instant();
      for (int k = 0; k < lines.size(); k++) {
        Corrections.SetBead line = lines.get(k);
        PinnedBead old = repeated.get(line.stretch());
        boolean isSame = old != null && (old.confirmed() || !line.isConfirmed());
        beads.add(isSame ? old : bead(line, old, workplace.author(), now));
        if (line.isConfirmed() || (old != null && !earlier.discarded())) {
          confirmed.add(k);
        }
        places.add(article.texts().place(line.stretch()));
      }
    }

    /** Makes a bead with placeholder texts, which are filled in from the alignment. */
    private static PinnedBead bead(
        Corrections.SetBead line, @Nullable PinnedBead old, String author, Instant time) {
      return new PinnedBead(
          new PinnedText(line.stretch().source() == null ? "" : "-", 0),
          new PinnedText(line.stretch().target() == null ? "" : "-", 0),
          line.isConfirmed(),
          old == null ? null : old.type(),
          author,
          time);
    }

    /** Keeps the earlier beads that do not contradict the table; returns those it repeats. */
    private Map<BeadStretch, PinnedBead> sort(ArticlePins.PinnedBeads earlier) {
      Set<BeadStretch> stretches = new HashSet<>();
      lines.forEach(line -> stretches.add(line.stretch()));
      Map<BeadStretch, PinnedBead> repeated = new HashMap<>();
      List<@Nullable BeadStretch> found = article.find(earlier.pins());
      for (int k = 0; k < found.size(); k++) {
        BeadStretch stretch = found.get(k);
        PinnedBead pin = earlier.pins().get(k);
        if (stretch != null && stretches.contains(stretch)) {
          repeated.put(stretch, pin);
        } else if (!earlier.discarded() && stretch == null) {
          lost.add(pin);
        } else if (!earlier.discarded()
            && stretch != null
            && stretches.stream().noneMatch(stretch::overlaps)) {
          kept.add(pin);
          keptStretches.add(stretch);
        }
      }
      return repeated;
    }

    Set<Integer> all() {
      Set<Integer> all = new LinkedHashSet<>();
      for (int k = 0; k < lines.size(); k++) {
        all.add(k);
      }
      return all;
    }

    Set<Integer> missing(Alignment alignment, Set<Integer> pinned) {
      Set<List<Integer>> present = new HashSet<>();
      for (Bead bead : alignment.beads()) {
        List<Integer> place = new ArrayList<>(edges(bead.source(), alignment.source()));
        place.addAll(edges(bead.target(), alignment.target()));
        present.add(place);
      }
      Set<Integer> missing = all();
      missing.removeIf(k -> pinned.contains(k) || present.contains(places.get(k)));
      return missing;
    }

    ArticlePins.Placed placed(Set<Integer> pinned) {
      List<BeadStretch> stretches = new ArrayList<>(keptStretches);
      List<PinnedBead> all = new ArrayList<>(kept);
      for (int k : pinned) {
        stretches.add(lines.get(k).stretch());
        all.add(beads.get(k));
      }
      return article.placed(stretches, all, lost);
    }
  }

  private static List<Integer> edges(Range sentences, List<Segment> segments) {
    return sentences.isEmpty()
        ? PlainPair.NO_PLACE
        : List.of(
            segments.get(sentences.start()).span().start(),
            segments.get(sentences.end() - 1).span().end());
  }
}

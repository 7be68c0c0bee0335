package ballast.revise;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.language.matching.PairOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares two versions of a translation. Immutable; thread-safe if its dependencies are. */
public final class Comparison {

  private final ChineseWords words;
  private final TermProblems terms;
  private final WordDiff diff;
  private final Pairing pairing;
  private final TextFold fold;

  public Comparison(ChineseWords words, TermProblems terms) {
    this.words = words;
    this.terms = terms;
    this.diff = new WordDiff(words);
    this.pairing = new Pairing(words);
    this.fold = new TextFold(words);
  }

  public RevisionReport compare(UnitVersions versions, Lang sourceLang) {
    TextVersion revised = versions.revised();
    SameFiles files = versions.files();
    RevisionReport report =
        compare(versions.old(), revised, files.sources(versions.sources()), sourceLang);
    return new RevisionReport(files.changes(report.changes()))
        .with(versions.same().count(terms, words, revised.lang().isChinese()));
  }

  /**
   * @param sources the list to which {@link TextVersion.Sentence#sources} of both versions refer;
   *     empty when no source is known
   */
  public RevisionReport compare(
      TextVersion old, TextVersion revised, List<SourceText> sources, Lang sourceLang) {
    List<Change> changes = new ArrayList<>();
    Set<Integer> translated = new HashSet<>();
    TermEffects.Groups groups = new TermEffects.Groups(terms, old, revised, sources, sourceLang);
    List<PairOrder.Pair> pairs = pairing.pair(old, revised);
    pairs.forEach(pair -> groups.add(pair, sourcesOf(pair, old, revised)));
    for (PairOrder.Pair pair : pairs) {
      Set<Integer> pairSources = sourcesOf(pair, old, revised);
      translated.addAll(pairSources);
      List<SourceText> texts = pairSources.stream().map(sources::get).toList();
      changes.add(change(pair, old, revised, texts, groups.effects(pair, pairSources)));
    }
    for (int i = 0; i < sources.size(); i++) {
      if (!translated.contains(i) && isChanged(sources.get(i))) {
        changes.add(untranslated(sources.get(i), revised.sentences().size()));
      }
    }
    return new RevisionReport(changes);
  }

  private static Set<Integer> sourcesOf(PairOrder.Pair pair, TextVersion old, TextVersion revised) {
    Set<Integer> sources = new TreeSet<>();
    pair.revised().of(revised.sentences()).forEach(s -> sources.addAll(s.sources()));
    if (sources.isEmpty()) {
      pair.old().of(old.sentences()).forEach(s -> sources.addAll(s.sources()));
    }
    return sources;
  }

  private Change change(
      PairOrder.Pair pair,
      TextVersion old,
      TextVersion revised,
      List<SourceText> sources,
      TermEffects effects) {
    Change.Side before = side(old, pair.old());
    Change.Side after = side(revised, pair.revised());
    List<Edit> edits = pair.isOneSided() ? List.of() : diff.compare(before.text(), after.text());
    return new Change(
        kind(pair, before, after, edits, sources),
        before,
        after,
        sources,
        EditRate.of(before.text(), after.text(), edits, words),
        effects.classify(edits),
        effects.effects());
  }

  /** Compares two texts without their context. */
  Change between(Change.Side before, Change.Side after) {
    Change.Kind kind = Change.Kind.EDITED;
    if (before.text().equals(after.text())) {
      kind = Change.Kind.UNCHANGED;
    } else if (before.text().isEmpty() || after.text().isEmpty()) {
      kind = before.text().isEmpty() ? Change.Kind.ADDED : Change.Kind.REMOVED;
    }
    List<Edit> edits =
        kind == Change.Kind.EDITED ? diff.compare(before.text(), after.text()) : List.of();
    EditRate rate = EditRate.of(before.text(), after.text(), edits, words);
    return new Change(kind, before, after, List.of(), rate, edits, List.of());
  }

  private static Change.Side side(TextVersion version, Range range) {
    if (range.isEmpty()) {
      return Change.Side.none(range.start());
    }
    TextVersion.Sentence first = version.sentences().get(range.start());
    int position = version.ordered() ? range.start() : first.block();
    return new Change.Side(
        position,
        first.line(),
        first.place(),
        version.inParagraph(range.start()),
        version.texts(range),
        version.text(range));
  }

  private Change.Kind kind(
      PairOrder.Pair pair,
      Change.Side before,
      Change.Side after,
      List<Edit> edits,
      List<SourceText> sources) {
    if (pair.old().isEmpty()) {
      return Change.Kind.ADDED;
    }
    if (pair.revised().isEmpty()) {
      return Change.Kind.REMOVED;
    }
    boolean same = before.sentences().equals(after.sentences());
    // A change of format alone, such as curly quotes, is no answer to a change of the source.
    boolean saysTheSame = same || edits.stream().allMatch(e -> e.editClass() == Edit.Kind.FORMAT);
    if (saysTheSame && sources.stream().anyMatch(this::isChanged)) {
      return Change.Kind.STALE;
    }
    if (pair.moved()) {
      return Change.Kind.MOVED;
    }
    if (same) {
      return Change.Kind.UNCHANGED;
    }
    int by = after.sentences().size() - before.sentences().size();
    return by == 0 ? Change.Kind.EDITED : by > 0 ? Change.Kind.SPLIT : Change.Kind.MERGED;
  }

  private boolean isChanged(SourceText source) {
    return !source.current().isEmpty() && !fold.isSame(source.old(), source.current());
  }

  private static Change untranslated(SourceText source, int end) {
    Change.Side none = Change.Side.none(end);
    return new Change(
        Change.Kind.STALE, none, none, List.of(source), EditRate.NONE, List.of(), List.of());
  }
}

package ballast.app.align;

import ballast.app.Workplace;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Location;
import ballast.bitext.LooseText;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.language.LooseMatch;
import ballast.lexicon.Lexicon;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.revise.Edit;
import ballast.revise.WordDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The translations of an article that the memory has with another text than its translated file:
 * they were edited there, accepted from a review, or corrected.
 *
 * @param text the translated file, read as it was aligned
 * @param changes in the order of the file
 * @param unplaced changes that have no place in the file, with the reasons
 * @param already number of changes that the file already has
 * @param sentences of the file
 * @param places the units in the order of the file
 */
public record ChangedTranslations(
    ReadText text,
    ReaderOptions reading,
    List<Change> changes,
    List<Unplaced> unplaced,
    int already,
    List<Segment> sentences,
    List<Place> places) {

  /**
   * A change.
   *
   * @param unit with its text in the memory
   * @param before the text of the file
   * @param words what differs
   * @param edits the same in the text of the document
   */
  public record Change(
      Unit unit, Location where, String before, List<Edit> words, List<TextEdit> edits) {
    public Change {
      words = List.copyOf(words);
      edits = List.copyOf(edits);
    }
  }

  /**
   * @param where the last place before it that is known
   */
  public record Unplaced(Unit unit, Location where, String reason) {}

  /**
   * A unit in the file.
   *
   * @param unit as the memory has it now
   * @param aligned its translation when the file was aligned
   * @param text the sentence that is in the file; empty if none of its translations is
   * @param span of the sentence
   */
  public record Place(Unit unit, String aligned, String text, Optional<Span> span) {}

  public ChangedTranslations {
    sentences = List.copyOf(sentences);
    places = List.copyOf(places);
    changes = List.copyOf(changes);
    unplaced = List.copyOf(unplaced);
  }

  /**
   * Compares a translated file with the memory.
   *
   * @param revision the latest of its document
   * @param name of the file
   * @param bytes its content
   * @throws ballast.bitext.InputException if it cannot be read, or was aligned with files of rules
   */
  public static ChangedTranslations of(
      Workplace workplace, Memory memory, Revision revision, String name, byte[] bytes) {
    ArticleReading reading = new AlignmentSettings(revision.run().settings()).reading();
    Revision.Files files = revision.run().files();
    boolean isOne = files.source().name().equals(files.target().name());
    Article article = new Article(isOne ? name : files.source().name(), name, revision.document());
    ArticleReader.ReadTarget target =
        new ArticleReader(workplace, reading).of(article, bytes, bytes).target(article);
    return new Search(memory, revision, target).find(isOne ? reading.source() : reading.target());
  }

  /**
   * A text that was in the file.
   *
   * @param unit the unit at that time; null if it was in none
   * @param range its sentences; null if unknown
   */
  private record Old(@Nullable Unit unit, String text, int order, @Nullable Range range) {}

  /** A text in the file: where, and the text of the memory that it is, now or before. */
  private record Found(Span span, String text) {}

  private static final class Search {

    private final Memory memory;
    private final Revision revision;
    private final ReadText text;
    private final List<Segment> sentences;
    private final WordDiff diff = new WordDiff(Lexicon.bundledWhenNeeded());
    private final Map<String, Unit> now = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Unplaced> unplaced = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int already;

    Search(Memory memory, Revision revision, ArticleReader.ReadTarget target) {
      this.memory = memory;
      this.revision = revision;
      this.text = target.text();
      this.sentences = target.sentences();
      UnitFilter own = UnitFilter.CURRENT.inDocuments(Set.of(revision.document()));
      memory.forEachUnit(own, unit -> now.put(unit.id(), unit));
    }

    ChangedTranslations find(ReaderOptions options) {
      List<Old> old = old();
      List<Old> inUnits = old.stream().filter(one -> one.unit() != null).toList();
      List<Found> recorded = inUnits.stream().flatMap(one -> recorded(one).stream()).toList();
      if (recorded.size() < inUnits.size()) {
        search(old);
      } else {
        for (int k = 0; k < recorded.size(); k++) {
          place(inUnits.get(k), Optional.of(recorded.get(k)));
        }
      }
      return new ChangedTranslations(text, options, changes, unplaced, already, sentences, places);
    }

    private void place(Old old, Optional<Found> found) {
      Unit unit = old.unit() == null ? null : now.get(old.unit().id());
      if (unit != null) {
        String there = found.map(Found::text).orElse("");
        places.add(new Place(unit, old.text(), there, found.map(Found::span)));
        if (found.isPresent() && !unit.target().equals(old.text())) {
          compare(old, unit, found.get());
        }
      }
    }

    /** Returns the texts of the revision in the order of the file. */
    private List<Old> old() {
      String document = revision.document();
      List<Bead> beads = memory.beads(document);
      List<Old> old = new ArrayList<>();
      for (Unit unit : memory.unitsAt(document, revision.number())) {
        int at = unit.provenance().position();
        Range range = at > 0 && at <= beads.size() ? beads.get(at - 1).target() : null;
        old.add(new Old(unit, unit.target(), range == null ? at : range.start(), range));
      }
      for (LooseText loose : memory.looseTexts(Set.of(document))) {
        if (loose.kind() == LooseText.TARGET && loose.bead() <= beads.size()) {
          int start = beads.get(loose.bead() - 1).target().start();
          old.add(new Old(null, loose.text(), start, null));
        }
      }
      old.sort(Comparator.comparingInt(Old::order));
      return old;
    }

    /** Returns a text at the sentences of its bead; empty if they say something else. */
    private Optional<Found> recorded(Old one) {
      Range range = one.range();
      if (range == null || range.end() > sentences.size()) {
        return Optional.empty();
      }
      String there = Alignment.text(range.of(sentences));
      Unit unit = changed(one);
      if (!(unit == null ? Set.of(one.text()) : texts(one, unit)).contains(there)) {
        return Optional.empty();
      }
      int start = sentences.get(range.start()).span().start();
      int end = sentences.get(range.end() - 1).span().end();
      return Optional.of(new Found(new Span(start, end), there));
    }

    /** Returns the unit as the memory has it now, if that is another text; otherwise null. */
    private @Nullable Unit changed(Old old) {
      Unit unit = old.unit() == null ? null : now.get(old.unit().id());
      return unit == null || unit.target().equals(old.text()) ? null : unit;
    }

    /** Finds changed texts between those that are unchanged, in a file that has changed itself. */
    private void search(List<Old> old) {
      PlainText plain = new PlainText(sentences);
      List<String> cells =
          old.stream().map(one -> changed(one) == null ? PlainText.plain(one.text()) : "").toList();
      @Nullable Span[] spans = new CellFinder(plain, cells).find();
      int before = 0;
      for (int k = 0; k < spans.length; k++) {
        Unit unit = changed(old.get(k));
        String text = old.get(k).text();
        Optional<Found> found =
            Optional.ofNullable(spans[k]).map(span -> new Found(plain.inDocument(span), text));
        if (unit != null) {
          int after = plain.length();
          for (int next = spans.length - 1; next > k; next--) {
            Span span = spans[next];
            after = span != null && span.start() >= before ? span.start() : after;
          }
          Gap gap = new Gap(plain, before, after);
          Optional<Map.Entry<Span, String>> there = search(old.get(k), unit, gap);
          spans[k] = there.map(Map.Entry::getKey).orElse(null);
          found = there.map(one -> new Found(plain.inDocument(one.getKey()), one.getValue()));
        }
        place(old.get(k), found);
        Span span = spans[k];
        before = span == null ? before : span.end();
      }
    }

    private Optional<Map.Entry<Span, String>> search(Old old, Unit unit, Gap gap) {
      Map<Span, String> found = new HashMap<>();
      for (String candidate : texts(old, unit)) {
        gap.find(candidate).forEach(span -> found.putIfAbsent(span, candidate));
      }
      Optional<Span> first =
          found.keySet().stream().filter(gap::isNext).max(Comparator.comparing(Span::length));
      if (first.isEmpty() && found.size() != 1) {
        String why =
            found.isEmpty()
                ? "the document has other words here since it was aligned"
                : "the document has its old text several times here";
        unplaced.add(new Unplaced(unit, gap.location(), why));
        return Optional.empty();
      }
      Span span = first.orElseGet(() -> found.keySet().iterator().next());
      return Optional.of(Map.entry(span, found.getOrDefault(span, "")));
    }

    /** Returns the texts that a unit has had since its file was aligned. */
    private Set<String> texts(Old old, Unit unit) {
      Set<String> texts = new LinkedHashSet<>(List.of(unit.target(), old.text()));
      for (HistoryEntry entry : memory.history(unit.id())) {
        if (entry.what() == HistoryEntry.What.CHANGED
            && entry.occasion().latest() == revision.number()) {
          texts.add(entry.after().target());
        }
      }
      return texts;
    }

    private void compare(Old old, Unit unit, Found found) {
      Location where = text.document().location(found.span().start());
      if (found.text().equals(unit.target())) {
        already++;
      } else if (unit.provenance().status() == Unit.Status.REJECTED) {
        unplaced.add(new Unplaced(unit, where, "its translation is rejected in the memory"));
      } else if (old.unit() != null && !old.unit().source().equals(unit.source())) {
        unplaced.add(new Unplaced(unit, where, "its source has been edited in the memory too"));
      } else {
        String whole = text.document().text();
        Optional<LooseMatch> match =
            LooseMatch.of(found.text(), whole, found.span().start(), found.span().end());
        List<TextEdit> edits = new ArrayList<>();
        List<Edit> words = diff.compare(found.text(), unit.target());
        for (Edit edit : words) {
          match.ifPresent(there -> edits.add(new TextEdit(there.find(edit.old()), edit.newText())));
        }
        if (edits.isEmpty()) {
          unplaced.add(new Unplaced(unit, where, "the document writes its old text differently"));
        } else {
          changes.add(new Change(unit, where, found.text(), words, edits));
        }
      }
    }
  }

  /** A stretch of a file between two known texts. */
  private record Gap(PlainText plain, int start, int end) {

    List<Span> find(String text) {
      String wanted = PlainText.plain(text);
      return plain.occurrences(wanted).stream()
          .map(at -> new Span(at, at + wanted.length()))
          .filter(span -> span.start() >= start && span.end() <= end)
          .filter(span -> span.start() == start || plain.isStart(span.start()))
          .filter(span -> span.end() == end || plain.isEnd(span.end()))
          .toList();
    }

    boolean isNext(Span span) {
      return span.start() == start;
    }

    Location location() {
      return plain.segment(Math.min(start, plain.length() - 1)).location();
    }
  }
}

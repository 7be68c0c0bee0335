package ballast.workbench;

import ballast.app.align.AlignedText;
import ballast.app.align.BeadRows;
import ballast.app.align.BeadRows.BeadNotes;
import ballast.app.align.OpenArticle;
import ballast.app.align.StoredArticle;
import ballast.app.align.UnmatchedBlock;
import ballast.app.check.TermPlaces;
import ballast.app.page.PageLanguage;
import ballast.bitext.BlockType;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content of the Align room, for its templates. For one thread. */
final class AlignPage {

  /** Number of rows drawn at a time; others are drawn when they come into view. */
  static final int CHUNK = 60;

  static final List<Tool> TOOLS =
      List.of(
          new Tool("confirm", "Enter"),
          new Tool("merge", "m"),
          new Tool("split", "s"),
          new Tool("edit", "e"),
          new Tool("target-up", "]"),
          new Tool("target-down", "["),
          new Tool("source-up", "}"),
          new Tool("source-down", "{"),
          new Tool("swap", "w"),
          new Tool("link", "l"),
          new Tool("unlink", "u"),
          new Tool("comment", "c"),
          new Tool("rest", ""),
          new Tool("release", ""),
          new Tool("realign", ""));

  private static final List<Tool> OTHER_KEYS =
      List.of(
          new Tool("type", "i"),
          new Tool("next", "↓ j"),
          new Tool("previous", "↑ k"),
          new Tool("next-look", "J"),
          new Tool("previous-look", "K"),
          new Tool("only", "v"),
          new Tool("approve", "a"),
          new Tool("undo", "z"),
          new Tool("redo", "Z"));

  /** Words that the script of the room needs. */
  static final List<String> SAID =
      List.of(
          "linking",
          "all-looked",
          "first-cut",
          "second-cut",
          "cut-keys",
          "cut-whole",
          "no-cut",
          "edited-cut",
          "no-edit",
          "edit-keys",
          "approving",
          "boundary");

  record Tool(String name, String key) {}

  static List<Room.Key> keys() {
    return Stream.concat(TOOLS.stream(), OTHER_KEYS.stream())
        .filter(tool -> !tool.key().isEmpty())
        .map(tool -> new Room.Key(tool.key(), "align." + tool.name() + ".more"))
        .toList();
  }

  private static final int MIN_SCORE = 60;
  private static final int MAX_MATCHES = 4;

  private final AlignedText text;
  private final @Nullable OpenArticle article;
  private final String state;
  private final ArticleNotes notes;
  private final BeadRows rows;

  private AlignPage(
      AlignedText text, @Nullable OpenArticle article, String state, ArticleNotes notes) {
    this.text = text;
    this.article = article;
    this.state = state;
    this.notes = notes;
    this.rows = new BeadRows(text, notes);
  }

  /** Returns an open article, with its terms if they have been found. */
  static AlignPage of(Desk.Shown shown, Map<Integer, Unit> edited, Words words) {
    OpenArticle article = shown.article();
    TermPlaces terms = shown.terms().isCompletedExceptionally() ? null : shown.terms().getNow(null);
    IntFunction<String> states =
        position -> {
          PinnedBead pin = article.pin(position);
          return pin == null ? "" : pin.confirmed() ? BeadNotes.CONFIRMED : BeadNotes.SET;
        };
    ArticleNotes notes = new ArticleNotes(article.text(), terms, states, edited, words);
    return new AlignPage(article.text(), article, shown.state(), notes);
  }

  /** Returns an article that has not been opened yet: no move can be made. */
  static AlignPage of(StoredArticle stored, Words words) {
    IntFunction<String> states =
        position -> stored.confirmed().contains(position) ? BeadNotes.CONFIRMED : "";
    ArticleNotes notes =
        new ArticleNotes(stored.text(), /* terms= */ null, states, Map.of(), words);
    return new AlignPage(stored.text(), /* article= */ null, /* state= */ "", notes);
  }

  AlignedText text() {
    return text;
  }

  OpenArticle article() {
    return Objects.requireNonNull(article, "not opened yet");
  }

  /** Problems of an open article. */
  List<String> problems() {
    return article == null ? List.of() : article.problems();
  }

  /** Returns the state of an open article; else "". */
  String state() {
    return state;
  }

  boolean hasTerms() {
    return notes.terms != null;
  }

  BeadRows rows() {
    return rows;
  }

  List<TermPlaces.Place> terms(int position) {
    return notes.terms(position);
  }

  /** Returns the matches of a source from the memory, without the bead's own unit. */
  List<Match> matches(String source, Bench bench) {
    try (Memory memory = bench.memory().openForReading()) {
      FuzzyQuery query =
          FuzzyQuery.of(source, Side.SOURCE).withMinScore(MIN_SCORE).withLimit(MAX_MATCHES);
      return memory.search(query).stream()
          .filter(
              match ->
                  !match.unit().provenance().document().equals(article().document())
                      || !match.unit().source().equals(source))
          .toList();
    }
  }

  /** Notes about the rows of an open article, apart from the aligner's judgement. */
  private static final class ArticleNotes implements BeadNotes {

    private final AlignedText text;
    private final @Nullable TermPlaces terms;
    private final IntFunction<String> states;
    private final Map<Integer, Unit> edited;
    private final Words words;
    private int bead = -1;
    private List<TermPlaces.Place> places = List.of();

    ArticleNotes(
        AlignedText text,
        @Nullable TermPlaces terms,
        IntFunction<String> states,
        Map<Integer, Unit> edited,
        Words words) {
      this.text = text;
      this.terms = terms;
      this.states = states;
      this.edited = edited;
      this.words = words;
    }

    @Override
    public String state(int position) {
      return states.apply(position);
    }

    @Override
    public String edited(int position) {
      Unit unit = edited.get(position);
      return unit == null ? "" : unit.target();
    }

    @Override
    public String kind(BlockType type) {
      return type == BlockType.PARAGRAPH ? "" : words.say("align.kind." + type.name());
    }

    @Override
    public String block(UnmatchedBlock block) {
      return block.inWords((key, values) -> words.say("align.block." + key, values));
    }

    @Override
    public String say(String key, Object... values) {
      return words.say("align.mark." + key, values);
    }

    @Override
    public PageLanguage language() {
      return words.language();
    }

    @Override
    public String label(int position) {
      String state = state(position);
      return state.isEmpty() ? "" : words.say("align." + state);
    }

    @Override
    public List<Span> terms(int position, Side side) {
      return terms(position).stream()
          .flatMap(place -> (side == Side.SOURCE ? place.source() : place.target()).stream())
          .sorted(Comparator.comparingInt(Span::start))
          .toList();
    }

    /**
     * Returns the terms of a bead. Keeps the last result, because both sides of a row ask for it.
     */
    List<TermPlaces.Place> terms(int position) {
      if (terms != null && position != bead) {
        places = terms.in(text, text.alignment().beads().get(position));
        bead = position;
      }
      return places;
    }
  }
}

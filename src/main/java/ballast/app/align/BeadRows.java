package ballast.app.align;

import ballast.app.page.Marks;
import ballast.app.page.PageLanguage;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The beads of a document as table rows, for the templates of {@code align -o x.html} and of pages
 * that show or change a part of them: source, judgement and target, with the reasons below.
 */
public final class BeadRows {

  /** Start of the ids of the rows; the bead's number, from 1, follows. */
  public static final String PREFIX = LookList.prefix(0);

  /** Minimum confidence of a bead shown as "sure" rather than "likely". */
  private static final double SURE = 0.85;

  /** Code points sufficient to recognise a text. */
  private static final int EXCERPT = 48;

  private final AlignedText text;
  private final MovedBeads moved;
  private final @Nullable LookList looks;
  private final String prefix;
  private final BeadNotes notes;
  private final Map<Integer, UnmatchedBlock> blocks;

  public BeadRows(AlignedText text, BeadNotes notes) {
    this(text, /* looks= */ null, PREFIX, notes);
  }

  /**
   * @param looks all beads of the page that need a look, to link each to the next; null if the page
   *     has other links to them
   * @param prefix the start of the ids of this document
   */
  BeadRows(AlignedText text, @Nullable LookList looks, String prefix, BeadNotes notes) {
    this.text = text;
    this.moved = new MovedBeads(text.alignment());
    this.looks = looks;
    this.prefix = prefix;
    this.notes = notes;
    this.blocks = UnmatchedBlock.byBead(text);
  }

  AlignedText text() {
    return text;
  }

  MovedBeads moved() {
    return moved;
  }

  @Nullable LookList looks() {
    return looks;
  }

  String prefix() {
    return prefix;
  }

  PageLanguage language() {
    return notes.language();
  }

  BeadNotes notes() {
    return notes;
  }

  Bead bead(int position) {
    return text.alignment().beads().get(position);
  }

  /** Returns the block of unmatched sentences that begins with a bead, in words; empty if none. */
  String block(int position) {
    UnmatchedBlock block = blocks.get(position);
    return block != null && block.beads().start() == position ? notes.block(block) : "";
  }

  boolean needsLook(int position) {
    return Attention.of(text, bead(position)) != Attention.NONE;
  }

  String rowClasses(int position) {
    String state = notes.state(position);
    return classes(text, bead(position)) + (state.isEmpty() ? "" : " " + state);
  }

  static String classes(AlignedText text, Bead bead) {
    BlockType type = text.type(bead);
    // A user's mark is styled as page clutter; the class "mark" has another meaning.
    String name = type == BlockType.MARK ? "furniture user-mark" : type.label().replace(' ', '-');
    StringBuilder classes = new StringBuilder(name);
    if (type.isContent()) {
      classes.append(' ').append(level(bead));
    }
    if (bead.isOneSided()) {
      classes.append(bead.target().isEmpty() ? " source-only" : " target-only");
    }
    if (bead.moved()) {
      classes.append(" moved");
    }
    if (Attention.of(text, bead) != Attention.NONE) {
      classes.append(" look");
    }
    return classes.toString();
  }

  private static String level(Bead bead) {
    if (bead.isDoubtful()) {
      return "doubtful";
    }
    return isSure(bead) ? "sure" : "likely";
  }

  static boolean isSure(Bead bead) {
    return bead.confidence() >= SURE;
  }

  List<String> sentences(int position, Side side) {
    Bead bead = bead(position);
    return side == Side.SOURCE ? text.sourceSentences(bead) : text.targetSentences(bead);
  }

  /** Returns the sentences of a side, divided at its terms. If terms overlap, the first is one. */
  List<List<Marks.Part>> markedSentences(int position, Side side) {
    String edited = edited(position, side);
    if (!edited.isEmpty()) {
      return List.of(Marks.of(edited, List.of()));
    }
    List<Span> terms = notes.terms(position, side);
    Bead bead = bead(position);
    String joined =
        side == Side.SOURCE ? text.alignment().sourceText(bead) : text.alignment().targetText(bead);
    List<List<Marks.Part>> marked = new ArrayList<>();
    int start = 0;
    for (String sentence : sentences(position, side)) {
      if (terms.isEmpty()) {
        marked.add(Marks.of(sentence, terms));
      } else {
        start = joined.indexOf(sentence, start);
        marked.add(Marks.of(sentence, within(terms, start, sentence.length())));
        start += sentence.length();
      }
    }
    return marked;
  }

  /** Returns the translation that a person has given a bead in the memory; "" if none. */
  public String edited(int position, Side side) {
    return side == Side.TARGET ? notes.edited(position) : "";
  }

  private static List<Span> within(List<Span> terms, int start, int length) {
    return terms.stream()
        .map(
            term ->
                new Span(
                    Math.max(0, Math.min(length, term.start() - start)),
                    Math.max(0, Math.min(length, term.end() - start))))
        .toList();
  }

  AlignedText.TextInfo info(Side side) {
    return side == Side.SOURCE ? text.source() : text.target();
  }

  String mark(Bead bead) {
    if (!bead.isOneSided()) {
      return attention(bead);
    }
    return bead.isDoubtful() && text.type(bead).isContent() ? notes.say("doubtful") : "";
  }

  String attention(Bead bead) {
    return Attention.mark(text, bead, notes::say);
  }

  String lines(Bead bead) {
    return language().say(lines("source", bead.source().of(text.alignment().source())))
        + (bead.isOneSided() ? "" : language().say(", "))
        + language().say(lines("target", bead.target().of(text.alignment().target())));
  }

  private static String lines(String side, List<Segment> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    String place = segments.get(0).location().place();
    if (!place.isEmpty()) {
      return side + " " + place;
    }
    List<String> lines =
        segments.stream()
            .map(segment -> Integer.toString(segment.location().line()))
            .distinct()
            .toList();
    return lines.stream()
        .collect(Collectors.joining(", ", side + (lines.size() == 1 ? " line " : " lines "), ""));
  }

  String tick(int position) {
    Bead bead = bead(position);
    String mark = attention(bead);
    String described =
        language().say("no. " + (position + 1)) + language().say(": ") + bead.percent() + "%";
    return mark.isEmpty() ? described : described + language().say(", ") + mark;
  }

  /** Returns the beads that need a look, the most urgent first, blocks of unmatched ones as one. */
  List<Range> mostUrgentFirst() {
    return Attention.joined(text, Attention.inReviewOrder(text));
  }

  String excerpt(int position) {
    Side side = bead(position).source().isEmpty() ? Side.TARGET : Side.SOURCE;
    return Excerpt.of(sentences(position, side).get(0), EXCERPT);
  }

  String language(int position) {
    return info(bead(position).source().isEmpty() ? Side.TARGET : Side.SOURCE).language();
  }

  /**
   * Returns one letter per bead for a map of the document: {@code d} doubtful, {@code o} one-sided,
   * {@code m} moved (these three need a look), {@code c} confirmed by a person, {@code f} page
   * clutter, {@code l} likely, {@code s} sure or set by a person.
   */
  public String map() {
    List<Bead> beads = text.alignment().beads();
    StringBuilder map = new StringBuilder(beads.size());
    for (int i = 0; i < beads.size(); i++) {
      map.append(letter(beads.get(i), notes.state(i)));
    }
    return map.toString();
  }

  private char letter(Bead bead, String state) {
    if (!state.isEmpty()) {
      return state.equals(BeadNotes.CONFIRMED) ? 'c' : 's';
    }
    return switch (Attention.of(text, bead)) {
      case DOUBTFUL -> 'd';
      case ONE_SIDED -> 'o';
      case MOVED -> 'm';
      case NONE -> text.type(bead).isContent() ? (isSure(bead) ? 's' : 'l') : 'f';
    };
  }

  /** The beads of a page that need a look, in order; of a block only the first. */
  static final class LookList {

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    LookList(List<AlignedText> texts) {
      for (int i = 0; i < texts.size(); i++) {
        for (Range beads : Attention.joined(texts.get(i), Attention.inOrder(texts.get(i)))) {
          String id = prefix(i) + (beads.start() + 1);
          positions.put(id, ids.size());
          ids.add(id);
        }
      }
    }

    /** Returns the start of the ids of a document's beads, to be followed by the bead's number. */
    static String prefix(int document) {
      return "d" + (document + 1) + "-";
    }

    List<String> ids() {
      return ids;
    }

    int size() {
      return ids.size();
    }

    /** Returns the id of the first bead; {@code main} if nothing needs a look. */
    String first() {
      return ids.isEmpty() ? "main" : ids.get(0);
    }

    boolean has(String id) {
      return positions.containsKey(id);
    }

    int place(String id) {
      return positions.getOrDefault(id, 0);
    }
  }

  /** Notes on a page's beads in addition to the aligner's judgement. */
  public interface BeadNotes {

    /** State of a bead that a person has confirmed. */
    String CONFIRMED = "confirmed";

    /** State of a bead that a person has made, for example by merging two. */
    String SET = "set";

    /** Returns {@link #CONFIRMED}, {@link #SET}, or empty if the aligner placed the bead. */
    default String state(int bead) {
      return "";
    }

    default String block(UnmatchedBlock block) {
      return block.toString();
    }

    default PageLanguage language() {
      return PageLanguage.ENGLISH;
    }

    /** Returns a phrase in the language of the page. */
    default String say(String key, Object... values) {
      return Attention.say(key, values);
    }

    /** Returns the translation of a bead if it is not that of the file; else "". */
    default String edited(int bead) {
      return "";
    }

    /** Returns the label of a type, or "" for the type of most texts. */
    default String kind(BlockType type) {
      return type == BlockType.PARAGRAPH || type == BlockType.HEADING ? "" : type.label();
    }

    /** Returns the state in words; may be empty. */
    default String label(int bead) {
      return "";
    }

    /** Returns the positions of terms in the joined text of a side, in order. */
    default List<Span> terms(int bead, Side side) {
      return List.of();
    }
  }
}

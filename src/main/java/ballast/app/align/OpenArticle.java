package ballast.app.align;

import ballast.app.align.ArticleReader.ReadArticle;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article as an editor shows it. Immutable; a move gives another one. */
public final class OpenArticle {

  /**
   * The states of an article before and after the present one, so that undo and redo show them
   * again as they were.
   *
   * @param earlier the state before the last move; null if it was not made here
   * @param later the state that was taken back; null if none was
   */
  record Steps(@Nullable OpenArticle earlier, @Nullable OpenArticle later) {

    /** So many states are remembered; those before them are read from the memory again. */
    private static final int MAX = 100;

    static final Steps NONE = new Steps(null, null);

    /** After a move. */
    static Steps after(OpenArticle before) {
      return new Steps(before.remembering(MAX - 1), null);
    }
  }

  private final AlignedText text;
  private final Map<Integer, PinnedBead> pins;
  private final Revision revision;
  private final List<String> problems;
  private final ReadArticle read;
  private final Steps steps;

  /** See the methods with these names. */
  OpenArticle(
      AlignedText text,
      Map<Integer, PinnedBead> pins,
      Revision revision,
      List<String> problems,
      ReadArticle read,
      Steps steps) {
    this.text = text;
    this.pins = Map.copyOf(pins);
    this.revision = revision;
    this.problems = List.copyOf(problems);
    this.read = read;
    this.steps = steps;
  }

  /** Sentences and beads, and how the files were read. */
  public AlignedText text() {
    return text;
  }

  /** The beads that a person has set, by their positions among the beads. */
  public Map<Integer, PinnedBead> pins() {
    return pins;
  }

  /**
   * The latest revision in the memory when the article was opened or moved, with the files and
   * their SHA-256.
   */
  public Revision revision() {
    return revision;
  }

  /**
   * Beads of the memory that do not stand in the files any more, in words; the next move drops
   * them.
   */
  public List<String> problems() {
    return problems;
  }

  /** Both files, split, and the evidence that the aligner uses. */
  ReadArticle read() {
    return read;
  }

  /** The states before and after this one. */
  Steps steps() {
    return steps;
  }

  /** The same state with at most so many states before it. */
  private OpenArticle remembering(int states) {
    OpenArticle earlier = steps.earlier();
    if (earlier == null) {
      return this;
    }
    OpenArticle kept = states == 0 ? null : earlier.remembering(states - 1);
    return kept == earlier ? this : with(revision, new Steps(kept, steps.later()));
  }

  /** Name of the document in the memory. */
  public String document() {
    return revision.document();
  }

  /** Sentences and beads. */
  public Alignment alignment() {
    return text.alignment();
  }

  /** The beads, in the order in which they are counted. */
  public List<Bead> beads() {
    return text.alignment().beads();
  }

  /** What a person has set about a bead; null if the aligner has placed it. */
  public @Nullable PinnedBead pin(int bead) {
    return pins.get(bead);
  }

  /** Whether a person has said that a bead is right. */
  public boolean isConfirmed(int bead) {
    PinnedBead pin = pins.get(bead);
    return pin != null && pin.confirmed();
  }

  /** What persons have set, in document order. */
  List<PinnedBead> pinsInOrder() {
    return pins.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The same state in another revision. */
  OpenArticle with(Revision newRevision, Steps newSteps) {
    return new OpenArticle(text, pins, newRevision, problems, read, newSteps);
  }

  /**
   * The memory or a file has changed since an article was opened: a move would overwrite what is
   * not shown. Nothing was written; open the article again.
   */
  public static final class StaleArticleException extends InputException {

    private static final long serialVersionUID = 1L;

    StaleArticleException(String message) {
      super(message, "open the article again; nothing was written");
    }
  }
}

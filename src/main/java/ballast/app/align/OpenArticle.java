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

/** An article in an editor. Immutable; a move returns a new one. */
public final class OpenArticle {

  /**
   * The states before and after the present one, so that undo and redo can restore them.
   *
   * @param earlier the state before the last move; null if it was not made here
   * @param later the state that was undone; null if none was
   */
  record Steps(@Nullable OpenArticle earlier, @Nullable OpenArticle later) {

    /** Maximum states kept; earlier ones are read from the memory again. */
    private static final int MAX = 100;

    static final Steps NONE = new Steps(null, null);

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

  public AlignedText text() {
    return text;
  }

  /** Returns the beads set by a person, by their position. */
  public Map<Integer, PinnedBead> pins() {
    return pins;
  }

  /** Returns the latest revision when the article was opened or moved, with the files' SHA-256. */
  public Revision revision() {
    return revision;
  }

  /** Describes the beads of the memory that are gone from the files. The next move drops them. */
  public List<String> problems() {
    return problems;
  }

  ReadArticle read() {
    return read;
  }

  Steps steps() {
    return steps;
  }

  private OpenArticle remembering(int states) {
    OpenArticle earlier = steps.earlier();
    if (earlier == null) {
      return this;
    }
    OpenArticle kept = states == 0 ? null : earlier.remembering(states - 1);
    return kept == earlier ? this : with(revision, new Steps(kept, steps.later()));
  }

  public String document() {
    return revision.document();
  }

  public Alignment alignment() {
    return text.alignment();
  }

  public List<Bead> beads() {
    return text.alignment().beads();
  }

  /** Returns what a person has set for a bead, or null if the aligner placed it. */
  public @Nullable PinnedBead pin(int bead) {
    return pins.get(bead);
  }

  public boolean isConfirmed(int bead) {
    PinnedBead pin = pins.get(bead);
    return pin != null && pin.confirmed();
  }

  List<PinnedBead> pinsInOrder() {
    return pins.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  OpenArticle with(Revision newRevision, Steps newSteps) {
    return new OpenArticle(text, pins, newRevision, problems, read, newSteps);
  }

  /**
   * The memory or a file has changed since an article was opened, so a move could overwrite unseen
   * changes. Nothing was written; open the article again.
   */
  public static final class StaleArticleException extends InputException {

    private static final long serialVersionUID = 1L;

    StaleArticleException(String message) {
      super(message, "open the article again; nothing was written");
    }
  }
}

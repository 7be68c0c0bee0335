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

/**
 * An article in an editor. Immutable; a move returns a new one.
 *
 * @param pins the beads set by a person, by their position
 * @param revision the latest revision when the article was opened or moved
 * @param problems describe the beads of the memory that are gone from the files; the next move
 *     drops them
 */
public record OpenArticle(
    AlignedText text,
    Map<Integer, PinnedBead> pins,
    Revision revision,
    List<String> problems,
    ReadArticle read) {

  public OpenArticle {
    pins = Map.copyOf(pins);
    problems = List.copyOf(problems);
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

  OpenArticle with(Revision newRevision) {
    return new OpenArticle(text, pins, newRevision, problems, read);
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

  /** A file has changed since its article was aligned, which has to be aligned again. */
  public static final class ChangedFileException extends InputException {

    private static final long serialVersionUID = 1L;

    private final String file;

    ChangedFileException(String file, String hint) {
      super("\"" + file + "\" has changed since it was aligned", hint);
      this.file = file;
    }

    public String file() {
      return file;
    }
  }
}

package ballast.memory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comments in a memory, oldest first. A comment belongs to a unit, whatever its texts become.
 */
public record Comments(List<Comment> all) {

  public static final Comments NONE = new Comments(List.of());

  public Comments {
    all = List.copyOf(all);
  }

  /**
   * A comment and what followed.
   *
   * @param id unique in its memory, from 1
   * @param unit the commented unit; if that was joined to another or deleted as its duplicate, the
   *     other one
   * @param document the unit's document; empty when it has none
   * @param remarks the comment itself, then its replies
   */
  public record Comment(long id, String unit, String document, List<Remark> remarks) {

    public Comment {
      remarks = List.copyOf(remarks);
    }

    public boolean isResolved() {
      return remarks.stream()
          .map(Remark::act)
          .filter(act -> act != Act.SAY)
          .reduce(Act.REOPEN, (earlier, later) -> later)
          .equals(Act.RESOLVE);
    }

    /** Returns whether recording {@code remark} would change nothing. */
    public boolean has(New remark) {
      return remark.text().isEmpty()
          ? isResolved() == (remark.act() == Act.RESOLVE)
          : remarks.stream()
              .anyMatch(one -> one.text().equals(remark.text()) && one.act() == remark.act());
    }
  }

  /**
   * @param author empty when unknown
   * @param at UTC, whole seconds
   * @param text empty if it only resolves or reopens the comment
   */
  public record Remark(String author, Instant at, String text, Act act) {}

  /** What a remark does to its comment. */
  public enum Act {
    SAY,
    RESOLVE,
    REOPEN;

    /** The kind of a command that does this. */
    public String command() {
      return this == SAY ? "commented" : this == RESOLVE ? "resolved" : "reopened";
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Act> find(String label) {
      return Stream.of(values()).filter(act -> act.label().equals(label)).findFirst();
    }
  }

  /**
   * A remark to record.
   *
   * @param comment id of the comment that it replies to; 0 for a new comment
   * @param author of a comment that was made elsewhere; null for the author of the command. A
   *     memory on a server always records its user.
   * @param at null for the time of the command
   */
  public record New(
      String unit,
      long comment,
      String text,
      Act act,
      @Nullable String author,
      @Nullable Instant at) {

    public New(String unit, long comment, String text, Act act) {
      this(unit, comment, text, act, null, null);
    }
  }

  /** Returns the comments on a unit. */
  public List<Comment> on(String unit) {
    return all.stream().filter(comment -> comment.unit().equals(unit)).toList();
  }

  public List<Comment> open() {
    return all.stream().filter(comment -> !comment.isResolved()).toList();
  }

  public List<Comment> openIn(String document) {
    return open().stream().filter(comment -> comment.document().equals(document)).toList();
  }
}

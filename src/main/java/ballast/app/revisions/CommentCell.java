package ballast.app.revisions;

import ballast.app.page.Style;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.Comment;
import ballast.memory.Comments.New;
import ballast.memory.Comments.Remark;
import ballast.revise.ReviewKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The comments on a unit in one cell of a review. The export writes each remark as {@code #12 Wang
 * 2026-12-01: text}. Below, the reviewer writes a new comment as plain text, {@code #12 text} as a
 * reply, and {@code #12 resolved} or {@code #12 reopened}, perhaps with {@code : text}.
 */
final class CommentCell {

  private static final Pattern REPLY =
      Pattern.compile(
          "(?s)#([0-9]{1,18})(?:[ \u3000]*(?:(resolved|done|已解决|解决)|(reopened|reopen|重新打开))"
              + "[ \u3000]*(?=[:：]|$))?[ \u3000]*[:：]?(.*)");

  private CommentCell() {}

  /** Returns the exported form of each remark. */
  static List<String> lines(List<Comment> comments) {
    return lines(comments, Style.PLAIN);
  }

  /** Returns the form of each remark in the language of a report. */
  static List<String> lines(List<Comment> comments, Style style) {
    return comments.stream()
        .flatMap(comment -> comment.remarks().stream().map(remark -> line(comment, remark, style)))
        .toList();
  }

  private static String line(Comment comment, Remark remark, Style style) {
    String act = remark.act() == Act.SAY ? "" : " " + style.say(remark.act().command());
    String author = remark.author().isEmpty() ? "" : " " + remark.author();
    String date = " " + remark.at().atZone(ZoneOffset.UTC).toLocalDate();
    String text = remark.text().isEmpty() ? "" : ": " + remark.text();
    return stripped("#" + comment.id() + author + date + act + text);
  }

  /** Tables lose white space at the ends of lines. */
  private static String stripped(String text) {
    return ReviewKey.cell(text).lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  /** Returns the part of a cell that is not exported from {@code comments}. */
  static String added(String cell, List<Comment> comments) {
    String rest = "\n" + stripped(cell) + "\n";
    for (String line : lines(comments)) {
      int at = rest.indexOf("\n" + line + "\n");
      rest = at < 0 ? rest : rest.substring(0, at) + rest.substring(at + line.length() + 1);
    }
    return rest.strip();
  }

  /** Reads a part returned by {@link #added}. A reply to no comment of the unit is a new one. */
  static List<New> read(String unit, String added, List<Comment> comments) {
    List<New> remarks = new ArrayList<>();
    for (String part : added.split("\n(?=#[0-9])", -1)) {
      Matcher reply = REPLY.matcher(part);
      if (reply.matches() && has(comments, Long.parseLong(reply.group(1)))) {
        Act act =
            reply.group(2) != null ? Act.RESOLVE : reply.group(3) != null ? Act.REOPEN : Act.SAY;
        remarks.add(new New(unit, Long.parseLong(reply.group(1)), reply.group(4).strip(), act));
      } else {
        remarks.add(new New(unit, 0, part.strip(), Act.SAY));
      }
    }
    remarks.removeIf(remark -> remark.text().isEmpty() && remark.act() == Act.SAY);
    return remarks;
  }

  private static boolean has(List<Comment> comments, long id) {
    return comments.stream().anyMatch(comment -> comment.id() == id);
  }
}

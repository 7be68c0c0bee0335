package ballast.app.revisions;

import ballast.app.page.Html;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

final class SideHtml {

  private final Html html;

  SideHtml(Html html) {
    this.html = html;
  }

  void writeSources(List<SourceText> sources, String language) throws IOException {
    html.add("<td class=\"source\">");
    for (SourceText source : sources) {
      boolean changed = !source.old().equals(source.current());
      if (changed && !source.old().isEmpty()) {
        html.add("<p lang=\"{}\"><span class=\"soft\" lang=\"en\">was</span> ", language);
        html.add("<del>{}</del></p>", source.old());
      }
      if (!source.current().isEmpty()) {
        writeCurrent(source.current(), changed, language);
      }
    }
    html.add("</td>");
  }

  private void writeCurrent(String text, boolean changed, String language) throws IOException {
    if (changed) {
      html.add("<p lang=\"{}\"><span class=\"soft\" lang=\"en\">is now</span> ", language);
      html.add("<ins>{}</ins></p>", text);
    } else {
      html.add("<p lang=\"{}\">{}</p>", language, text);
    }
  }

  void writeOld(Change change, ComparedVersions.Name name) throws IOException {
    writeSide(change.old(), name, "old", oldMarks(change));
  }

  void writeOld(List<Change> changes, ComparedVersions.Name name) throws IOException {
    List<Change> present =
        changes.stream().filter(change -> !change.old().text().isEmpty()).toList();
    html.add(present.isEmpty() ? "<td class=\"old none\">" : "<td class=\"old\">");
    for (Change change : present) {
      writeText(change.old(), name, oldMarks(change));
    }
    html.add("</td>");
  }

  void writeNew(Change change, ComparedVersions.Name name) throws IOException {
    writeSide(change.revised(), name, "new", newMarks(change));
  }

  void writeNewPlain(Change.Side side, ComparedVersions.Name name) throws IOException {
    writeSide(side, name, "new", List.of());
  }

  void writePlain(Change.Side side, ComparedVersions.Name name) throws IOException {
    writeSide(side, name, "old", List.of());
  }

  /** Writes both texts in one: each deleted part, followed by its replacement. */
  void writeBoth(Change change, ComparedVersions.Name name) throws IOException {
    if (change.kind() == Change.Kind.ALIGNED_ANEW) {
      writeNewPlain(change.present(), name);
      return;
    }
    if (change.old().text().isEmpty()) {
      writeNew(change, name);
      return;
    }
    String old = change.old().text();
    html.add("<td class=\"new\"><p lang=\"{}\">", name.language());
    if (change.revised().text().isEmpty()) {
      html.add("<del class=\"wording\">{}</del></p></td>", old);
      return;
    }
    int at = 0;
    for (Edit edit : change.edits()) {
      html.add("{}", old.substring(at, edit.old().start()));
      boolean blank = (edit.oldText() + edit.newText()).isBlank();
      String kind = edit.editClass().label();
      if (!edit.oldText().isEmpty()) {
        html.add("<del class=\"{}\">{}</del>", kind, shown(edit.oldText(), blank));
      }
      if (!edit.newText().isEmpty()) {
        html.add("<ins class=\"{}\">{}</ins>", kind, shown(edit.newText(), blank));
      }
      at = edit.old().end();
    }
    html.add("{}</p></td>", old.substring(at));
  }

  private record Marked(int start, int end, boolean deleted, Edit.Kind kind) {}

  private static List<Marked> oldMarks(Change change) {
    if (change.revised().text().isEmpty() && change.kind() != Change.Kind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.old().text().length(), true, Edit.Kind.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.old().start(), edit.old().end(), true, edit.editClass()));
    }
    return marks;
  }

  private static List<Marked> newMarks(Change change) {
    if (change.old().text().isEmpty() && change.kind() != Change.Kind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.revised().text().length(), false, Edit.Kind.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.revised().start(), edit.revised().end(), false, edit.editClass()));
    }
    return marks;
  }

  private void writeSide(
      Change.Side side, ComparedVersions.Name name, String look, List<Marked> marks)
      throws IOException {
    if (side.text().isEmpty()) {
      html.add("<td class=\"{} none\"></td>", look);
      return;
    }
    html.add("<td class=\"{}\">", look);
    writeText(side, name, marks);
    html.add("</td>");
  }

  private void writeText(Change.Side side, ComparedVersions.Name name, List<Marked> marks)
      throws IOException {
    html.add("<p lang=\"{}\">", name.language());
    List<Integer> cuts = cuts(side, name.isChinese() ? 0 : 1);
    int at = 0;
    for (Marked mark : marks) {
      stretch(side.text(), at, mark.start(), cuts, false);
      if (mark.start() < mark.end()) {
        boolean blank = side.text().substring(mark.start(), mark.end()).isBlank();
        html.add(
            mark.deleted() ? "<del class=\"{}{}\">" : "<ins class=\"{}{}\">",
            mark.kind().label(),
            blank ? " blank" : "");
        stretch(side.text(), mark.start(), mark.end(), cuts, blank);
        html.add(mark.deleted() ? "</del>" : "</ins>");
      }
      at = mark.end();
    }
    stretch(side.text(), at, side.text().length(), cuts, false);
    html.add("</p>");
  }

  private static List<Integer> cuts(Change.Side side, int between) {
    List<Integer> cuts = new ArrayList<>();
    int at = 0;
    for (String sentence : side.sentences()) {
      at += sentence.length();
      cuts.add(at);
      at += between;
    }
    cuts.remove(cuts.size() - 1);
    return cuts;
  }

  private void stretch(String text, int start, int end, List<Integer> cuts, boolean blank)
      throws IOException {
    int at = start;
    for (int cut : cuts) {
      if (cut > at && cut <= end) {
        html.add("{}", shown(text.substring(at, cut), blank));
        html.add("<span class=\"cut\" title=\"here a sentence ends\">&#8214;</span>");
        at = cut;
      }
    }
    html.add("{}", shown(text.substring(at, end), blank));
  }

  /** Returns the text; if an edit consists of white space only, it is made visible. */
  private static String shown(String text, boolean blank) {
    return blank ? text.replaceAll("[ \\u00a0]", "\u00b7") : text;
  }
}

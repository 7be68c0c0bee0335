package ballast.report.revision;

import ballast.report.page.HtmlText;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.Edit;
import ballast.revise.EditClass;
import ballast.revise.SourceText;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes texts of versions as cells of a page, with the changes marked. */
final class SideHtml {

  private final Writer out;

  SideHtml(Writer out) {
    this.out = out;
  }

  /** Writes the source of a passage, and its former source. */
  void writeSources(List<SourceText> sources, String language) throws IOException {
    out.write("<td class=\"source\">");
    for (SourceText source : sources) {
      boolean changed = !source.old().equals(source.current());
      if (changed && !source.old().isEmpty()) {
        paragraph("del", "was", source.old(), language);
      }
      if (!source.current().isEmpty()) {
        paragraph(changed ? "ins" : "", changed ? "is now" : "", source.current(), language);
      }
    }
    out.write("</td>");
  }

  private void paragraph(String element, String label, String text, String language)
      throws IOException {
    out.write("<p lang=\"" + HtmlText.escape(language) + "\">");
    if (!label.isEmpty()) {
      out.write("<span class=\"soft\" lang=\"en\">" + label + "</span> <" + element + ">");
    }
    out.write(HtmlText.visible(text));
    out.write(element.isEmpty() ? "</p>" : "</" + element + "></p>");
  }

  /** Writes the old text with deleted parts marked. */
  void writeOld(Change change, ComparedVersions.Name name) throws IOException {
    writeSide(change.old(), name, "old", oldMarks(change));
  }

  /** Writes the new text with inserted parts marked. */
  void writeNew(Change change, ComparedVersions.Name name) throws IOException {
    writeSide(change.revised(), name, "new", newMarks(change));
  }

  /** Writes a text without marks. */
  void writePlain(Change.Side side, ComparedVersions.Name name) throws IOException {
    writeSide(side, name, "old", List.of());
  }

  /** Writes both texts in one: each deleted part, followed by the part that replaced it. */
  void writeBoth(Change change, ComparedVersions.Name name) throws IOException {
    if (change.kind() == ChangeKind.ALIGNED_ANEW) {
      writeSide(change.present(), name, "new", List.of());
      return;
    }
    if (change.old().text().isEmpty()) {
      writeNew(change, name);
      return;
    }
    String old = change.old().text();
    out.write("<td class=\"new\"><p lang=\"" + HtmlText.escape(name.language()) + "\">");
    if (change.revised().text().isEmpty()) {
      out.write("<del class=\"wording\">" + HtmlText.visible(old) + "</del></p></td>");
      return;
    }
    int at = 0;
    for (Edit edit : change.edits()) {
      out.write(HtmlText.visible(old.substring(at, edit.old().start())));
      boolean blank = (edit.oldText() + edit.newText()).isBlank();
      marked("del", edit.oldText(), edit.editClass(), blank);
      marked("ins", edit.newText(), edit.editClass(), blank);
      at = edit.old().end();
    }
    out.write(HtmlText.visible(old.substring(at)) + "</p></td>");
  }

  private void marked(String element, String text, EditClass kind, boolean blank)
      throws IOException {
    if (!text.isEmpty()) {
      out.write("<" + element + " class=\"" + kind.label() + "\">" + shown(text, blank));
      out.write("</" + element + ">");
    }
  }

  /** A stretch of a text that was deleted or inserted. */
  private record Marked(int start, int end, String element, EditClass kind) {}

  private static List<Marked> oldMarks(Change change) {
    if (change.revised().text().isEmpty() && change.kind() != ChangeKind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.old().text().length(), "del", EditClass.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.old().start(), edit.old().end(), "del", edit.editClass()));
    }
    return marks;
  }

  private static List<Marked> newMarks(Change change) {
    if (change.old().text().isEmpty() && change.kind() != ChangeKind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.revised().text().length(), "ins", EditClass.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.revised().start(), edit.revised().end(), "ins", edit.editClass()));
    }
    return marks;
  }

  private void writeSide(
      Change.Side side, ComparedVersions.Name name, String look, List<Marked> marks)
      throws IOException {
    if (side.text().isEmpty()) {
      out.write("<td class=\"" + look + " none\"></td>");
      return;
    }
    out.write("<td class=\"" + look + "\"><p lang=\"" + HtmlText.escape(name.language()) + "\">");
    List<Integer> cuts = cuts(side, name.isChinese() ? 0 : 1);
    int at = 0;
    for (Marked mark : marks) {
      stretch(side.text(), at, mark.start(), cuts, false);
      if (mark.start() < mark.end()) {
        boolean blank = side.text().substring(mark.start(), mark.end()).isBlank();
        out.write("<" + mark.element() + " class=\"" + mark.kind().label());
        out.write((blank ? " blank" : "") + "\">");
        stretch(side.text(), mark.start(), mark.end(), cuts, blank);
        out.write("</" + mark.element() + ">");
      }
      at = mark.end();
    }
    stretch(side.text(), at, side.text().length(), cuts, false);
    out.write("</p></td>");
  }

  /** The offsets at which one sentence ends and the next begins. */
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
        out.write(shown(text.substring(at, cut), blank));
        out.write("<span class=\"cut\" title=\"here a sentence ends\">&#8214;</span>");
        at = cut;
      }
    }
    out.write(shown(text.substring(at, end), blank));
  }

  /** The escaped text; white space is made visible if an edit consists of nothing else. */
  private static String shown(String text, boolean blank) {
    return HtmlText.visible(blank ? text.replaceAll("[ \\u00a0]", "\u00b7") : text);
  }
}

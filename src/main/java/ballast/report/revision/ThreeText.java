package ballast.report.revision;

import ballast.report.page.MarkedText;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.revise.Change;
import ballast.revise.ChangedBy;
import ballast.revise.EditRate;
import ballast.revise.ThreeWayChange;
import ballast.workflow.revise.RevisionView;
import ballast.workflow.revise.ThreeView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who changed what of a draft, for a person at a terminal. */
public final class ThreeText {

  private static final int INDENT = 2;

  private final Writer out;
  private final Style style;
  private final ThreeView view;

  private ThreeText(Writer out, Style style, ThreeView view) {
    this.out = out;
    this.style = style;
    this.view = view;
  }

  /** The passages that are listed and the figures of all. */
  public static void write(Writer out, Style style, ThreeView view) throws IOException {
    ThreeText text = new ThreeText(out, style, view);
    for (ThreeWayChange passage : view.shown()) {
      text.passage(passage);
    }
    text.summary();
  }

  private void passage(ThreeWayChange passage) throws IOException {
    ChangedBy part = passage.part();
    String what = TerminalText.plain(view.inWords(part));
    String head =
        switch (part) {
          case UNDONE, APART -> style.error(what);
          case FURTHER -> style.doubt(what);
          default -> style.strong(what);
        };
    line(head + (passage.moved() ? "  moved" : "") + style.faint(place(passage)));
    for (String source : passage.sources()) {
      for (String one : lines(source)) {
        line("  " + style.faint(one));
      }
    }
    boolean both = part.isOfFirst() && part.isOfSecond() && part != ChangedBy.ALIKE;
    if (both) {
      label(view.first());
    }
    if (part.isOfFirst() || part == ChangedBy.NOBODY) {
      body(passage.first());
    }
    if (both) {
      label(view.second());
    }
    if (part == ChangedBy.SECOND || both) {
      body(passage.second());
    }
    line("");
  }

  private static String place(ThreeWayChange passage) {
    Change.Side draft = passage.draft();
    Change.Side last = passage.second().revised();
    if (passage.moved() && !draft.text().isEmpty() && !last.text().isEmpty()) {
      return "  " + ChangePlace.moved(draft, last);
    }
    if (draft.line() > 0) {
      return "  line " + draft.line();
    }
    if (last.line() > 0) {
      return "  new line " + last.line();
    }
    return "  no. " + (1 + Math.max(draft.position(), last.position()));
  }

  private List<String> lines(String text) {
    String plain = TerminalText.plain(text);
    return style.columns() == 0
        ? List.of(plain)
        : TerminalText.wrap(plain, Math.max(10, style.columns() - INDENT));
  }

  private void label(RevisionView.Name name) throws IOException {
    line("  " + style.faint(TerminalText.plain(name.name()) + ":"));
  }

  private void body(Change change) throws IOException {
    int columns = style.columns() == 0 ? 0 : Math.max(10, style.columns() - INDENT);
    for (String one : MarkedText.inline(change, style).lines(columns)) {
      line("  " + one);
    }
  }

  private void summary() throws IOException {
    for (Map.Entry<ChangedBy, Integer> count : view.counts().entrySet()) {
      if (count.getValue() > 0) {
        line(
            String.format(
                Locale.ROOT,
                "%5d  %s",
                count.getValue(),
                TerminalText.plain(view.inWords(count.getKey()))));
      }
    }
    rate(view.first(), view.draft(), view.firstRate());
    rate(view.second(), view.apart() ? view.draft() : view.first(), view.secondRate());
  }

  private void rate(RevisionView.Name by, RevisionView.Name of, EditRate rate) throws IOException {
    String percent = DiffText.percent(rate.rate());
    line(TerminalText.plain(by.name() + " changed " + percent + " of the words of " + of.name()));
  }

  private void line(String text) throws IOException {
    out.write(text.stripTrailing());
    out.write("\n");
  }
}

package ballast.app.check;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Excerpt;
import ballast.bitext.Span;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.FixRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * {@code ballast check --fix}: the replacements, each with the text around it, then the remaining
 * findings, with the reason.
 */
public final class FixText {

  /** Code points shown on either side of a replacement. */
  private static final int AROUND = 40;

  private final Writer out;
  private final Style style;
  private final boolean applied;

  /**
   * @param applied whether the replacements have been applied, rather than only planned
   */
  public FixText(Writer out, Style style, boolean applied) {
    this.out = out;
    this.style = style;
    this.applied = applied;
  }

  public void write(List<FixRun.Corrected> corrected, List<FixPlan> left) throws IOException {
    for (FixRun.Corrected one : corrected) {
      for (FixPlan plan : one.plans()) {
        for (TextEdit edit : plan.fixes()) {
          write(plan, edit, one.place().value().target());
        }
      }
    }
    for (FixPlan plan : left) {
      line(plan, "left as it is: " + plan.checked().finding().message());
      out.write("    " + TerminalText.plain(plan.reason()) + "\n");
    }
  }

  private void write(FixPlan plan, TextEdit edit, String text) throws IOException {
    Span span = edit.span();
    line(plan, (applied ? "replaced" : "would replace") + " \"" + span.of(text) + '"');
    Span shown = Excerpt.around(text, span, AROUND);
    out.write("    " + (shown.start() > 0 ? "…" : "") + plain(text, shown.start(), span.start()));
    out.write(style.error("[-" + plain(text, span.start(), span.end()) + "-]"));
    out.write(style.strong("{+" + TerminalText.plain(edit.text()) + "+}"));
    out.write(
        plain(text, span.end(), shown.end()) + (shown.end() < text.length() ? "…" : "") + "\n");
  }

  private static String plain(String text, int start, int end) {
    return TerminalText.plain(text.substring(start, end));
  }

  private void line(FixPlan plan, String what) throws IOException {
    out.write(TerminalText.plain(plan.checked().location() + ": " + what) + " ");
    out.write(style.faint("[" + plan.checked().finding().rule() + "]") + "\n");
  }
}

package ballast.app.units;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Shows edited units on a terminal. Replaced text is marked {@code [-old-]}, its replacement {@code
 * {+new+}}.
 */
public record EditText(Writer out, Style style) implements EditReport {

  @Override
  public void edited(UnitEdit edit) {
    head(what(edit), edit.before());
    change(edit.before().source(), edit.after().source());
    change(edit.before().target(), edit.after().target());
    if (!edit.note().isEmpty()) {
      line("    " + style.faint(TerminalText.plain(style.say(edit.note()))));
    }
  }

  private void change(String before, String after) {
    if (before.equals(after)) {
      line("    " + TerminalText.plain(after));
    } else {
      line("  - " + TerminalText.plain(before));
      line("  + " + TerminalText.plain(after));
    }
  }

  @Override
  public void replaced(UnitEdit edit, Side side, ReplacedText replaced) {
    if (replaced.isRefused()) {
      head("left alone, would be empty", edit.before());
    } else if (replaced.before().isEmpty()) {
      head("left alone, inline code inside", edit.before());
    } else {
      head(edit.changesStatus() ? what(edit) : "changed", edit.before());
    }
    boolean source = side == Side.SOURCE;
    String marked = marked(edit.before().text(side), replaced);
    line("    " + (source ? marked : TerminalText.plain(edit.before().source())));
    line("    " + (source ? TerminalText.plain(edit.before().target()) : marked));
  }

  @Override
  public void merged(Duplicates duplicates) {
    head("kept", duplicates.kept());
    line("    " + TerminalText.plain(duplicates.kept().source()));
    line("    " + TerminalText.plain(duplicates.kept().target()));
    for (Unit unit : duplicates.deleted()) {
      head("  deleted", unit);
    }
  }

  private String what(UnitEdit edit) {
    if (edit.deleted()) {
      return "deleted";
    }
    if (edit.changesStatus()) {
      return style.say(edit.before().provenance().status().label())
          + " -> "
          + style.say(edit.after().provenance().status().label());
    }
    return edit.changesTexts() ? "changed" : "restored";
  }

  private void head(String what, Unit unit) {
    String document = unit.provenance().document();
    line(
        style.strong(
            TerminalText.plain(
                "%s  %s%s"
                    .formatted(
                        style.say(what),
                        style.say("unit " + unit.id()),
                        document.isEmpty() ? "" : "  " + document))));
  }

  private String marked(String before, ReplacedText replaced) {
    StringBuilder marked = new StringBuilder();
    List<Span> old = replaced.before();
    int copied = 0;
    for (int i = 0; i < old.size(); i++) {
      marked.append(TerminalText.plain(before.substring(copied, old.get(i).start())));
      if (!old.get(i).isEmpty()) {
        marked.append(style.error("[-" + TerminalText.plain(old.get(i).of(before)) + "-]"));
      }
      if (!replaced.after().get(i).isEmpty()) {
        marked.append(
            style.strong(
                "{+" + TerminalText.plain(replaced.after().get(i).of(replaced.text())) + "+}"));
      }
      copied = old.get(i).end();
    }
    return marked.append(TerminalText.plain(before.substring(copied))).toString();
  }

  private void line(String text) {
    try {
      out.write(text);
      out.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package ballast.cli.terminal;

import ballast.report.page.Style;
import ballast.workflow.Notices;
import java.util.function.Supplier;

/**
 * Messages on standard error: {@code -q} silences messages, {@code -v} adds details; warnings and
 * the place of a new memory are always shown; progress is a line that is overwritten.
 */
public final class TerminalNotices implements Notices {

  private final Console console;
  private final Style style;
  private final boolean quiet;
  private final boolean verbose;
  private final StatusLine line;

  public TerminalNotices(Console console, Style style, boolean quiet, boolean verbose) {
    this.console = console;
    this.style = style;
    this.quiet = quiet;
    this.verbose = verbose;
    this.line =
        new StatusLine(
            console.err(),
            console.clock(),
            quiet ? 0 : console.progressColumns(),
            console.heartbeat());
  }

  @Override
  public void say(String message) {
    if (!quiet) {
      write(message);
    }
  }

  @Override
  public void detail(String message) {
    if (verbose) {
      write(message);
    }
  }

  @Override
  public boolean wantsDetails() {
    return verbose;
  }

  @Override
  public void warn(String message) {
    console.err().println(style.doubt("warning:") + " ", message);
  }

  @Override
  public void madeMemory(String memory) {
    write("created  " + memory + ": a new memory");
  }

  @Override
  public Notices aside() {
    return quiet ? NONE : this;
  }

  @Override
  public void progress(Supplier<String> what, long done, long all) {
    line.show(what, done, all);
  }

  @Override
  public void pause() {
    line.clear();
  }

  private void write(String message) {
    console.err().println(message);
  }
}

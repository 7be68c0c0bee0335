package ballast.cli.terminal;

import ballast.cli.terminal.Console.Widths;

/** What Java knows of the window in which it runs on Windows. */
final class WindowsConsole {

  private WindowsConsole() {}

  /**
   * Widths by stream: those of the window if standard input and output are the window. Java says
   * nothing of standard error; it is taken for a file when standard output is one.
   *
   * @param columns width of the window; 0 when unknown
   */
  @SuppressWarnings("SystemConsoleNull") // it does return null before Java 22
  static Widths widths(int columns) {
    java.io.Console window = System.console();
    boolean shown = window != null && isTerminal(window);
    return shown ? new Widths(columns, columns, 0) : new Widths(0, 0, 0);
  }

  /** From Java 22 on there may be a console that is no terminal, which a new method says. */
  private static boolean isTerminal(java.io.Console window) {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(window);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}

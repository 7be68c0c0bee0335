package ballast.cli.terminal;

import java.io.Console;

/** What Java knows of the window in which it runs on Windows. */
final class WindowsConsole {

  private WindowsConsole() {}

  /** Whether standard input and output are the window; of standard error Java says nothing. */
  @SuppressWarnings("SystemConsoleNull") // it does return null before Java 22
  static boolean isShown() {
    Console window = System.console();
    return window != null && isTerminal(window);
  }

  /** From Java 22 on there may be a console that is no terminal, which a new method says. */
  private static boolean isTerminal(Console window) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(window);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}

package ballast.app.project;

/**
 * A pattern of paths with {@code /} between folders: {@code *} matches any characters except {@code
 * /}, {@code **} any characters, {@code ?} one character. Without a {@code /} it matches file names
 * in any folder. Matching takes at most time proportional to the product of both lengths.
 */
public record Glob(String pattern) {

  public Glob {
    String path = pattern.replace('\\', '/');
    pattern = path.indexOf('/') < 0 ? "**/" + path : path;
  }

  /** Whether a path matches. {@code **} with a slash may also match nothing. */
  public boolean matches(String path) {
    boolean[] reached = new boolean[path.length() + 1];
    reached[0] = true;
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.startsWith("**/", at)) {
        reached = folders(reached, path);
        at += 3;
      } else if (pattern.startsWith("**", at)) {
        reached = any(reached, path, true);
        at += 2;
      } else if (pattern.charAt(at) == '*') {
        reached = any(reached, path, false);
        at++;
      } else {
        reached = one(reached, path, pattern.charAt(at));
        at++;
      }
    }
    return reached[path.length()];
  }

  private static boolean[] one(boolean[] reached, String path, char wanted) {
    boolean[] next = new boolean[reached.length];
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      next[i + 1] = reached[i] && (wanted == '?' ? c != '/' : c == wanted);
    }
    return next;
  }

  private static boolean[] any(boolean[] reached, String path, boolean evenFolders) {
    boolean[] next = reached.clone();
    for (int i = 0; i < path.length(); i++) {
      next[i + 1] |= next[i] && (evenFolders || path.charAt(i) != '/');
    }
    return next;
  }

  /** Continues at the start of the name of any nested folder. */
  private static boolean[] folders(boolean[] reached, String path) {
    boolean[] next = reached.clone();
    boolean open = false;
    for (int i = 0; i < path.length(); i++) {
      open |= reached[i];
      next[i + 1] |= open && path.charAt(i) == '/';
    }
    return next;
  }
}

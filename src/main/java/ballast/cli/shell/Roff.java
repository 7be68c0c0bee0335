package ballast.cli.shell;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a page in the language of {@code man(7)}. Whatever is in a text, the page shows it as it
 * is: no line of it becomes a request, and a command can be copied out of the page.
 */
final class Roff {

  /** Words that are typed as they are: options, paths, patterns, dates. */
  private static final Pattern TYPED = Pattern.compile("[(\"\\[]*-.*|.*[/=*<|_].*|.*\\d-.*");

  private final StringBuilder page = new StringBuilder();

  /**
   * Begins a page.
   *
   * @param name in capitals
   * @param date as {@code 2026-01-31}
   * @param source what the page belongs to, with its version
   */
  Roff(String name, String date, String source) {
    line(".TH " + argument(name) + " 1 " + date + " " + argument(source) + " \"Ballast Manual\"");
    // Left-aligned, and no word divided: BALLAST_TM is no "BAL-LAST_TM".
    line(".nh");
    line(".ad l");
  }

  /** Begins a section. */
  Roff section(String name) {
    line(".SH " + argument(name));
    return this;
  }

  /** Adds paragraphs of text to the section that has just begun. */
  Roff paragraphs(List<String> texts) {
    String between = "";
    for (String text : texts) {
      page.append(between);
      line(guarded(text(text)));
      between = ".PP\n";
    }
    return this;
  }

  /** Adds text to the section that has just begun. */
  Roff line(String roff) {
    page.append(roff).append('\n');
    return this;
  }

  /**
   * Adds an entry of a list.
   *
   * @param tag as roff
   * @param paragraphs its explanation
   */
  Roff entry(String tag, List<String> paragraphs) {
    line(".TP");
    line(guarded(tag));
    String between = "";
    for (String paragraph : paragraphs) {
      page.append(between);
      line(guarded(text(paragraph)));
      between = ".IP\n";
    }
    return this;
  }

  /** Adds lines that are shown as they are. */
  Roff example(List<String> lines) {
    line(".nf");
    lines.forEach(each -> line(guarded(typed(each))));
    return line(".fi");
  }

  /** What is typed as it is, in bold type. */
  static String bold(String text) {
    return "\\fB" + typed(text) + "\\fR";
  }

  /** What is replaced by something, in italics. */
  static String italic(String text) {
    return "\\fI" + typed(text) + "\\fR";
  }

  /** A text for people; what in it is typed as it is keeps its signs. */
  static String text(String text) {
    StringBuilder roff = new StringBuilder();
    for (String word : text.replaceAll("\\s+", " ").strip().split(" ", -1)) {
      roff.append(roff.isEmpty() ? "" : " ");
      String escaped = typed(word);
      roff.append(TYPED.matcher(word).matches() ? escaped : escaped.replace("\\-", "-"));
    }
    return roff.toString();
  }

  /** A text of which every sign stays what it is: a minus no hyphen, a quote no curved one. */
  static String typed(String text) {
    StringBuilder roff = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> roff.append("\\e");
        case '-' -> roff.append("\\-");
        case '\'' -> roff.append("\\(aq");
        case '`' -> roff.append("\\(ga");
        case '^' -> roff.append("\\(ha");
        case '~' -> roff.append("\\(ti");
        default -> roff.append(c);
      }
    }
    return roff.toString();
  }

  /** A line that begins with a full stop would be a request. */
  private static String guarded(String line) {
    return line.startsWith(".") ? "\\&" + line : line;
  }

  private static String argument(String text) {
    return "\"" + typed(text).replace("\"", "\\(dq") + "\"";
  }

  @Override
  public String toString() {
    return page.toString();
  }
}

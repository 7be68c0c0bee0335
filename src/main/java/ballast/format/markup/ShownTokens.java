package ballast.format.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What stands between two characters of a text, with each element that holds nothing of the text as
 * one token: a picture in a link, a hidden part, an anchor.
 */
final class ShownTokens {

  private static final int MAX_DEPTH = 100;
  private static final HtmlTag WHOLE = new HtmlTag("", false, true);

  private final String html;
  private final List<PageToken> tokens;

  /** For the first token of an element the number of its last; otherwise 0. */
  private final int[] ends;

  /** How many tokens before each are words, which the page hides. */
  private final int[] words;

  /** How many tokens before each are line breaks. */
  private final int[] breaks;

  private ShownTokens(String html, List<PageToken> tokens) {
    this.html = html;
    this.tokens = tokens;
    this.ends = new int[tokens.size()];
    this.words = new int[tokens.size() + 1];
    this.breaks = new int[tokens.size() + 1];
    count();
  }

  /** The tokens of a part of a page in which nothing is shown as text. */
  static List<PageToken> of(String html, List<PageToken> tokens) {
    return new ShownTokens(html, tokens).shown();
  }

  private void count() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      PageToken token = tokens.get(i);
      words[i + 1] = words[i] + (isWords(token) ? 1 : 0);
      breaks[i + 1] = breaks[i] + (token.name().equals("br") ? 1 : 0);
      if (token.isOpening()) {
        open.push(i);
      } else if (token.isClosing()) {
        close(open, i);
      }
    }
  }

  private void close(Deque<Integer> open, int closing) {
    int depth = 0;
    for (int opening : open) {
      if (tokens.get(opening).name().equals(tokens.get(closing).name())) {
        for (int i = 0; i <= depth; i++) {
          open.pop();
        }
        ends[opening] = closing;
        return;
      }
      if (++depth > MAX_DEPTH) {
        return;
      }
    }
  }

  private boolean isWords(PageToken token) {
    return token.tag() == null && !token.isBlank(html);
  }

  private List<PageToken> shown() {
    List<PageToken> shown = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      PageToken token = tokens.get(i);
      int end = ends[i];
      if (end > 0 && (words[end] > words[i] || breaks[end] == breaks[i])) {
        shown.add(new PageToken(token.start(), tokens.get(end).end(), WHOLE));
        i = end;
      } else if (!isWords(token)) {
        shown.add(token);
      } else if (!isHyphen(token)) {
        shown.add(new PageToken(token.start(), token.end(), WHOLE));
      }
    }
    return shown;
  }

  /** Whether it is the sign of a word that was divided at the end of a line. */
  private boolean isHyphen(PageToken token) {
    String written = html.substring(token.start(), token.end()).strip();
    return List.of("-", "\u00AD", "&shy;", "&#173;").contains(written);
  }
}

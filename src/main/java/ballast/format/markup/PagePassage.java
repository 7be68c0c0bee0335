package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.PageTags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The codes of one block of a page. */
final class PagePassage {

  /** Elements that are open at one time are examined up to this depth. */
  private static final int MAX_DEPTH = 100;

  private final String html;
  private final FoundBlock block;
  private final TextStretch stretch;
  private final FoundCodes codes = new FoundCodes();

  /** The elements that are open, the innermost first. */
  private final Deque<PageToken> open = new ArrayDeque<>();

  private int start;
  private int end;

  PagePassage(String html, FoundBlock block, TextStretch stretch) {
    this.html = html;
    this.block = block;
    this.stretch = stretch;
    this.start = stretch.span().start();
    this.end = stretch.span().end();
  }

  /**
   * The block with its codes.
   *
   * @param free the stretch around it that no other block has
   */
  MarkupBlock block(Span free) {
    List<PageToken> before = before(free.start());
    List<List<PageToken>> between = new ArrayList<>();
    for (TextStretch.Gap gap : stretch.gaps()) {
      List<PageToken> tokens = PageToken.of(html, gap.raw().start(), gap.raw().end());
      between.add(ShownTokens.of(html, tokens));
    }
    List<PageToken> after = after(free.end());
    if (between.stream().flatMap(List::stream).anyMatch(PagePassage::isForeign)) {
      return nowhere(block);
    }
    extend(before, between, after);
    before.stream().filter(token -> token.start() >= start).forEach(token -> add(token, 0));
    for (int i = 0; i < between.size(); i++) {
      add(between.get(i), stretch.gaps().get(i));
    }
    int length = block.text().length();
    after.stream().filter(token -> token.end() <= end).forEach(token -> add(token, length));
    List<InlineCode> made = codes.made();
    FoundBlock coded =
        new FoundBlock(
            block.text(),
            block.type(),
            block.level(),
            block.place(),
            block.points(),
            made,
            PassageBuilder.merged(codes.whole()));
    return new MarkupBlock(coded, new Span(start, end), TextRules.PAGE, " ");
  }

  /** A block that the file does not show in one piece: nothing can be written in its place. */
  static MarkupBlock nowhere(FoundBlock block) {
    return new MarkupBlock(block, new Span(0, 0), TextRules.NOWHERE, " ");
  }

  /** Whether a block begins here, before whose beginning the parser has moved the text. */
  private static boolean isForeign(PageToken token) {
    return token.isOpening() && !PageTags.isInline(token.name());
  }

  /** The inline tags and comments right before the text. */
  private List<PageToken> before(int from) {
    List<PageToken> tokens = PageToken.of(html, from, start);
    int first = tokens.size();
    while (first > 0 && isBeside(tokens.get(first - 1))) {
      first--;
    }
    List<PageToken> beside = new ArrayList<>();
    for (PageToken token : tokens.subList(first, tokens.size())) {
      if (token.tag() != null) {
        beside.add(token);
      } else if (!beside.isEmpty() && !isLayout(token)) {
        // An indent, which stays.
        beside.add(beside.remove(beside.size() - 1).until(token.end()));
      }
    }
    return beside;
  }

  /** The inline tags and comments right behind the text. */
  private List<PageToken> after(int to) {
    List<PageToken> beside = new ArrayList<>();
    for (PageToken token : PageToken.of(html, end, to)) {
      if (!isBeside(token)) {
        break;
      }
      if (token.tag() != null) {
        beside.add(token);
      }
    }
    return beside;
  }

  private boolean isBeside(PageToken token) {
    return token.tag() == null
        ? token.isBlank(html)
        : token.name().isEmpty()
            ? html.startsWith("<!--", token.start())
            : PageTags.isInline(token.name());
  }

  /** Whether characters are only there to lay out the file. */
  private boolean isLayout(PageToken token) {
    return html.substring(token.start(), token.end()).chars().allMatch(c -> c <= ' ');
  }

  /** Takes in the tags at the ends whose partners stand inside. */
  private void extend(
      List<PageToken> before, List<List<PageToken>> between, List<PageToken> after) {
    before.forEach(this::follow);
    for (List<PageToken> tokens : between) {
      for (PageToken token : tokens) {
        PageToken partner = follow(token);
        start = Math.min(start, partner.start());
      }
    }
    for (PageToken token : after) {
      PageToken partner = follow(token);
      if (!partner.equals(token) && partner.start() >= stretch.span().start()) {
        end = token.end();
      }
    }
  }

  /** Keeps account of the elements that are open; returns the partner of a token, or itself. */
  private PageToken follow(PageToken token) {
    if (token.isOpening()) {
      open.push(token);
    } else if (token.isClosing()) {
      int depth = 0;
      for (PageToken one : open) {
        if (one.name().equals(token.name())) {
          for (int i = 0; i < depth; i++) {
            open.pop();
          }
          return open.pop();
        }
        if (++depth > MAX_DEPTH) {
          break;
        }
      }
    }
    return token;
  }

  private void add(List<PageToken> tokens, TextStretch.Gap gap) {
    int space = space(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      add(tokens.get(i), i >= space ? gap.after() : gap.before());
    }
  }

  /**
   * Which of the stretches of white space is the space of the text: one outside the elements that
   * end or begin here, if there is one.
   */
  private static int space(List<PageToken> tokens) {
    int space = tokens.size();
    boolean begun = false;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      PageToken token = tokens.get(i);
      begun |= token.isOpening();
      if (token.tag() == null) {
        space = i;
      } else if (token.isClosing() && space < tokens.size() && !begun) {
        return space;
      }
    }
    return space;
  }

  private void add(PageToken token, int offset) {
    HtmlTag tag = token.tag();
    if (tag == null) {
      return;
    }
    String content = html.substring(token.start(), token.end());
    if (token.isOpening()) {
      codes.open(tag.name(), tag.kind(), offset, token.start(), content);
    } else if (token.isClosing()) {
      codes.close(tag.name(), tag.kind(), offset, token.start(), content);
    } else {
      codes.alone(tag.kind(), offset, token.start(), content);
    }
  }
}

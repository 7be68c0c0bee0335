package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent.PageCodes;
import ballast.format.article.PageTags;
import ballast.format.file.Characters;
import ballast.format.markup.HtmlTag.TagScan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exact stretch of each block of a page in its file, and its inline codes: the markup
 * between the characters of its text, and the tags at its ends that belong to one of those.
 */
public final class PageMarkup implements PageCodes {

  @Override
  public List<FoundBlock> coded(String html, List<FoundBlock> blocks) {
    return of(html, blocks).stream().map(MarkupBlock::found).toList();
  }

  /** Blocks without a place are {@link TextContext#NOWHERE}. */
  static List<MarkupBlock> of(String html, List<FoundBlock> blocks) {
    List<@Nullable TextStretch> stretches = new ArrayList<>();
    for (FoundBlock block : blocks) {
      stretches.add(TextStretch.of(html, block, /* entities= */ true).orElse(null));
    }
    dropOverlaps(stretches);
    List<MarkupBlock> result = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TextStretch stretch = stretches.get(i);
      if (stretch == null) {
        result.add(Passage.nowhere(blocks.get(i)));
        continue;
      }
      Span own = stretch.span();
      int next = Math.max(own.end(), start(stretches, i + 1).orElse(html.length()));
      Span free = new Span(end <= own.start() ? end : own.start(), next);
      MarkupBlock block = new Passage(html, blocks.get(i), stretch).block(free);
      result.add(block);
      end = Math.max(end, block.raw().end());
    }
    return result;
  }

  private static Optional<Integer> start(List<@Nullable TextStretch> stretches, int from) {
    for (int i = from; i < stretches.size(); i++) {
      TextStretch stretch = stretches.get(i);
      if (stretch != null) {
        return Optional.of(stretch.span().start());
      }
    }
    return Optional.empty();
  }

  /** Drops blocks with the same place: the page has been rearranged while it was read. */
  private static void dropOverlaps(List<@Nullable TextStretch> stretches) {
    List<Integer> order =
        IntStream.range(0, stretches.size())
            .filter(i -> stretches.get(i) != null)
            .boxed()
            .sorted(Comparator.comparing(i -> span(stretches, i)))
            .toList();
    Set<Integer> dropped = new HashSet<>();
    int longest = -1;
    int end = 0;
    for (int i : order) {
      Span own = span(stretches, i);
      if (own.start() < end && own.end() <= end) {
        // The words of the longer one are around it.
        dropped.add(longest);
        end = own.end();
        longest = i;
      } else if (own.start() < end) {
        dropped.addAll(List.of(i, longest));
      }
      if (own.end() > end) {
        end = own.end();
        longest = i;
      }
    }
    dropped.forEach(i -> stretches.set(i, null));
  }

  private static Span span(List<@Nullable TextStretch> stretches, int i) {
    TextStretch stretch = stretches.get(i);
    return stretch == null ? new Span(0, 0) : stretch.span();
  }

  private static final class Passage {

    /** Maximum number of open elements examined. */
    private static final int MAX_DEPTH = 100;

    private final String html;
    private final FoundBlock block;
    private final TextStretch stretch;
    private final InlineCodes codes = new InlineCodes();

    private final Deque<Token> open = new ArrayDeque<>();

    private int start;
    private int end;

    Passage(String html, FoundBlock block, TextStretch stretch) {
      this.html = html;
      this.block = block;
      this.stretch = stretch;
      this.start = stretch.span().start();
      this.end = stretch.span().end();
    }

    /**
     * @param free the stretch around it that belongs to no other block
     */
    MarkupBlock block(Span free) {
      List<Token> before = before(free.start());
      List<List<Token>> between = new ArrayList<>();
      for (TextStretch.Gap gap : stretch.gaps()) {
        List<Token> tokens = Token.of(html, gap.raw().start(), gap.raw().end());
        between.add(VisibleTokens.of(html, tokens));
      }
      List<Token> after = after(free.end());
      if (between.stream().flatMap(List::stream).anyMatch(Passage::isForeign)) {
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
      FoundBlock coded = block.withCodes(made, MarkupBlock.Builder.merged(codes.whole()));
      return new MarkupBlock(coded, new Span(start, end), TextContext.PAGE, " ");
    }

    /** Returns a block that the file does not contain in one piece: nothing can replace it. */
    static MarkupBlock nowhere(FoundBlock block) {
      return new MarkupBlock(block, new Span(0, 0), TextContext.NOWHERE, " ");
    }

    /** Whether a block begins here; the parser has moved the text to a place before it. */
    private static boolean isForeign(Token token) {
      return token.isOpening() && !PageTags.isInline(token.name());
    }

    private List<Token> before(int from) {
      List<Token> tokens = Token.of(html, from, start);
      int first = tokens.size();
      while (first > 0 && isBeside(tokens.get(first - 1))) {
        first--;
      }
      List<Token> beside = new ArrayList<>();
      for (Token token : tokens.subList(first, tokens.size())) {
        if (token.tag() != null) {
          beside.add(token);
        } else if (!beside.isEmpty() && !isLayout(token)) {
          // An indent, which stays.
          beside.add(beside.remove(beside.size() - 1).until(token.end()));
        }
      }
      return beside;
    }

    private List<Token> after(int to) {
      List<Token> beside = new ArrayList<>();
      for (Token token : Token.of(html, end, to)) {
        if (!isBeside(token)) {
          break;
        }
        if (token.tag() != null) {
          beside.add(token);
        }
      }
      return beside;
    }

    private boolean isBeside(Token token) {
      return token.tag() == null
          ? token.isBlank(html)
          : token.name().isEmpty()
              ? html.startsWith("<!--", token.start())
              : PageTags.isInline(token.name());
    }

    private boolean isLayout(Token token) {
      return html.substring(token.start(), token.end()).chars().allMatch(c -> c <= ' ');
    }

    /** Includes the tags at the ends whose partners are inside. */
    private void extend(List<Token> before, List<List<Token>> between, List<Token> after) {
      before.forEach(this::follow);
      for (List<Token> tokens : between) {
        for (Token token : tokens) {
          Token partner = follow(token);
          start = Math.min(start, partner.start());
        }
      }
      for (Token token : after) {
        Token partner = follow(token);
        if (!partner.equals(token) && partner.start() >= stretch.span().start()) {
          end = token.end();
        }
      }
    }

    /** Tracks the open elements; returns the partner of a token, or itself. */
    private Token follow(Token token) {
      if (token.isOpening()) {
        open.push(token);
      } else if (token.isClosing()) {
        int depth = 0;
        for (Token one : open) {
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

    private void add(List<Token> tokens, TextStretch.Gap gap) {
      int space = space(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        add(tokens.get(i), i >= space ? gap.after() : gap.before());
      }
    }

    /**
     * Returns the stretch of white space that is the space of the text: one outside the elements
     * that end or begin here, if there is one.
     */
    private static int space(List<Token> tokens) {
      int space = tokens.size();
      boolean begun = false;
      for (int i = tokens.size() - 1; i >= 0; i--) {
        Token token = tokens.get(i);
        begun |= token.isOpening();
        if (token.tag() == null) {
          space = i;
        } else if (token.isClosing() && space < tokens.size() && !begun) {
          return space;
        }
      }
      return space;
    }

    private void add(Token token, int offset) {
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

  /**
   * A tag, a comment, or characters between them, in a part of a page.
   *
   * @param start in the page, UTF-16 units
   * @param tag null for characters
   */
  private record Token(int start, int end, @Nullable HtmlTag tag) {

    /** Elements whose content is characters even if it looks like tags. */
    private static final Set<String> RAW =
        Set.of("script", "style", "iframe", "noembed", "noframes", "xmp");

    Token until(int newEnd) {
      return new Token(start, newEnd, tag);
    }

    boolean isBlank(String page) {
      return tag == null
          && Characters.isBlank(Parser.unescapeEntities(page.substring(start, end), false));
    }

    boolean isOpening() {
      HtmlTag own = tag;
      return own != null && !own.closing() && !own.empty();
    }

    boolean isClosing() {
      HtmlTag own = tag;
      return own != null && own.closing() && !own.empty();
    }

    String name() {
      HtmlTag own = tag;
      return own == null ? "" : own.name();
    }

    /** The part begins and ends outside of tags. */
    static List<Token> of(String page, int from, int to) {
      List<Token> tokens = new ArrayList<>();
      TagScan tags = new TagScan(page, to);
      int at = from;
      for (int i = from; i < to; ) {
        if (!startsTag(page, i, to)) {
          i++;
          continue;
        }
        int end = tags.end(i);
        if (at < i) {
          tokens.add(new Token(at, i, null));
        }
        HtmlTag tag = HtmlTag.of(page.substring(i, end));
        tokens.add(new Token(i, end, tag));
        at = end;
        i = RAW.contains(tag.name()) && !tag.closing() ? rawEnd(page, tag.name(), end, to) : end;
      }
      if (at < to) {
        tokens.add(new Token(at, to, null));
      }
      return tokens;
    }

    private static boolean startsTag(String page, int i, int to) {
      if (page.charAt(i) != '<' || i + 1 >= to) {
        return false;
      }
      char next = page.charAt(i + 1);
      boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
      return letter || next == '/' || next == '!' || next == '?';
    }

    private static int rawEnd(String page, String name, int from, int to) {
      for (int i = from; i < to; i++) {
        if (page.charAt(i) == '<'
            && page.charAt(Math.min(i + 1, to - 1)) == '/'
            && page.regionMatches(true, i + 2, name, 0, name.length())) {
          return i;
        }
      }
      return to;
    }
  }

  /**
   * The markup between two characters of a text, with each element without text of the block as one
   * token: a picture in a link, a hidden part, an anchor.
   */
  private static final class VisibleTokens {

    private static final int MAX_DEPTH = 100;
    private static final HtmlTag WHOLE = new HtmlTag("", false, true);

    private final String html;
    private final List<Token> tokens;

    /** For the first token of an element the index of its last; otherwise 0. */
    private final int[] ends;

    /** Number of tokens before each that are words hidden by the page. */
    private final int[] words;

    private final int[] breaks;

    private VisibleTokens(String html, List<Token> tokens) {
      this.html = html;
      this.tokens = tokens;
      this.ends = new int[tokens.size()];
      this.words = new int[tokens.size() + 1];
      this.breaks = new int[tokens.size() + 1];
      count();
    }

    /** Returns the tokens of a part of a page without visible text. */
    static List<Token> of(String html, List<Token> tokens) {
      return new VisibleTokens(html, tokens).shown();
    }

    private void count() {
      Deque<Integer> open = new ArrayDeque<>();
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
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

    private boolean isWords(Token token) {
      return token.tag() == null && !token.isBlank(html);
    }

    private List<Token> shown() {
      List<Token> shown = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        int end = ends[i];
        if (end > 0 && (words[end] > words[i] || breaks[end] == breaks[i])) {
          shown.add(new Token(token.start(), tokens.get(end).end(), WHOLE));
          i = end;
        } else if (!isWords(token)) {
          shown.add(token);
        } else if (!isHyphen(token)) {
          shown.add(new Token(token.start(), token.end(), WHOLE));
        }
      }
      return shown;
    }

    private boolean isHyphen(Token token) {
      String written = html.substring(token.start(), token.end()).strip();
      return List.of("-", "\u00AD", "&shy;", "&#173;").contains(written);
    }
  }
}

package ballast.format.article;

import ballast.bitext.BlockType;
import ballast.language.TextSize;
import ballast.language.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Interprets the tags, roles, classes and ids of a page. */
final class PageHints {

  private static final Set<String> ASIDE_TAGS =
      Set.of("nav", "aside", "footer", "header", "form", "button", "select", "dialog", "menu");
  private static final Set<String> ASIDE_ROLES =
      Set.of("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private static final Pattern NOTE_ID =
      Pattern.compile("(?i)(?:cite_note|footnote|endnote|fn)[-_:]?.{0,40}");
  private static final Set<String> AUTHOR_CLASSES = Set.of("author", "byline", "source", "pubtime");

  /** Number of ancestors whose class names still describe the block. */
  private static final int REACH = 3;

  private static final int MAX_BYLINE_WORDS = 20;
  private static final int MAX_BYLINE_HAN = 40;
  private static final int MAX_CAPTION_WORDS = 90;
  private static final int MAX_CAPTION_HAN = 150;
  private static final int MAX_BIO_WORDS = 120;
  private static final int MAX_ATTRIBUTE = 300;
  private static final Set<String> PAYWALL = Set.of("paywall");

  private final Set<String> aside;
  private final Set<String> byline;
  private final Set<String> note;
  private final Set<String> caption;
  private final Set<String> main;
  private final Set<String> bio;
  private final Set<String> widget;
  private final Set<String> credit;

  PageHints(WordList words) {
    this.aside = Set.copyOf(words.section("aside"));
    this.byline = Set.copyOf(words.section("byline"));
    this.note = Set.copyOf(words.section("note"));
    this.caption = Set.copyOf(words.section("caption"));
    this.main = Set.copyOf(words.section("main"));
    this.credit = Set.copyOf(words.section("credit"));
    this.widget = Set.copyOf(words.section("widget"));
    this.bio = Set.copyOf(words.section("bio"));
  }

  boolean isAside(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html") || tag.equals("main") || tag.equals("article")) {
      return tag.equals("article") && mentions(element, aside);
    }
    return ASIDE_TAGS.contains(tag)
        || ASIDE_ROLES.contains(element.attr("role"))
        || mentions(element, aside);
  }

  /** Whether the element's name is that of a piece of the page, which may belong to the article. */
  boolean isWidget(Element element) {
    String tag = element.normalName();
    return !tag.equals("body")
        && !tag.equals("html")
        && !tag.equals("main")
        && mentions(element, widget);
  }

  /** Whether the element is for subscribers, or asks to subscribe. */
  boolean isPaywall(Element element) {
    return mentions(element, PAYWALL);
  }

  static boolean isHeading(Element element) {
    return HEADINGS.contains(element.normalName());
  }

  boolean isMain(Element element) {
    String tag = element.normalName();
    return tag.equals("article")
        || tag.equals("main")
        || element.attr("role").equals("main")
        || element.attr("itemprop").equals("articleBody")
        || mentions(element, main);
  }

  @Nullable BlockType type(Element owner, TextSize size) {
    Element element = owner;
    boolean quoted = false;
    for (int up = 0; element != null && up < 2 * REACH; up++) {
      BlockType type = typeByTag(element, size);
      if (type == null && up <= REACH) {
        type = typeByWords(element, size, up);
      }
      if (type != null) {
        return type;
      }
      String tag = element.normalName();
      quoted |= tag.equals("pre") || tag.equals("blockquote");
      if (tag.equals("figure") && !quoted && !size.isProse()) {
        return BlockType.CAPTION;
      }
      if (tag.equals("body") || tag.equals("article") || tag.equals("table")) {
        return null;
      }
      element = element.parent();
    }
    return null;
  }

  private static @Nullable BlockType typeByTag(Element element, TextSize size) {
    String tag = element.normalName();
    if (HEADINGS.contains(tag) || tag.equals("title")) {
      return BlockType.HEADING;
    }
    return switch (tag) {
      case "figcaption", "caption" -> BlockType.CAPTION;
      case "li" -> isNoteId(element) ? BlockType.NOTE : BlockType.LIST_ITEM;
      case "td", "th" -> isDataCell(element, size) ? BlockType.CELL : null;
      default -> null;
    };
  }

  private static boolean isNoteId(Element element) {
    String role = element.attr("role");
    return role.equals("doc-endnote")
        || role.equals("doc-footnote")
        || NOTE_ID.matcher(element.id()).matches();
  }

  /** Whether the cell belongs to a table of data; old pages use tables to lay out prose. */
  private static boolean isDataCell(Element cell, TextSize size) {
    Element row = cell.parent();
    boolean single = row == null || row.childrenSize() < 2;
    return !single
        && !size.isProse()
        && cell.children().stream().noneMatch(Element::isBlock)
        && cell.children().stream().noneMatch(child -> child.normalName().equals("br"));
  }

  private @Nullable BlockType typeByWords(Element element, TextSize size, int up) {
    if (mentions(element, note)) {
      return BlockType.NOTE;
    }
    if (up <= 2 && size.words() <= MAX_BIO_WORDS && mentions(element, bio)) {
      return BlockType.BYLINE;
    }
    boolean captionLike =
        up <= 1 && size.words() <= MAX_CAPTION_WORDS && size.han() <= MAX_CAPTION_HAN;
    if ((captionLike || !size.isProse()) && mentions(element, caption)) {
      return BlockType.CAPTION;
    }
    if (size.isProse()) {
      return null;
    }
    if (up <= 1 && mentions(element, credit)) {
      return BlockType.CAPTION;
    }
    boolean line = size.words() <= MAX_BYLINE_WORDS && size.han() <= MAX_BYLINE_HAN;
    return line && !size.isSentence() && isByline(element, up) ? BlockType.BYLINE : null;
  }

  private boolean isByline(Element element, int up) {
    if (namesAuthor(element) || (up <= 1 && mentions(element, byline))) {
      return true;
    }
    Element child = up == 0 ? element.firstElementChild() : null;
    for (int i = 0; child != null && i < 2 * REACH; i++) {
      if (namesAuthor(child)) {
        return true;
      }
      child = child.nextElementSibling();
    }
    return false;
  }

  private static boolean namesAuthor(Element element) {
    String property = element.attr("itemprop");
    return element.normalName().equals("time")
        || element.normalName().equals("address")
        || element.attr("rel").equals("author")
        || property.equals("author")
        || property.equals("datePublished")
        || AUTHOR_CLASSES.contains(element.className());
  }

  private static boolean mentions(Element element, Set<String> words) {
    return mentions(element.className(), words) || mentions(element.id(), words);
  }

  private static boolean mentions(String attribute, Set<String> words) {
    if (attribute.isEmpty() || attribute.length() > MAX_ATTRIBUTE) {
      return false;
    }
    int start = 0;
    for (int i = 1; i <= attribute.length(); i++) {
      boolean border =
          i == attribute.length() || isBorder(attribute.charAt(i - 1), attribute.charAt(i));
      if (border) {
        String word = attribute.substring(start, i).toLowerCase(Locale.ROOT);
        if (words.contains(word)) {
          return true;
        }
        start = i;
      }
    }
    return false;
  }

  /** Words end after the last letter, or before a capital that follows a small letter. */
  private static boolean isBorder(char before, char after) {
    return isLetter(before) != isLetter(after)
        || (Character.isLowerCase(before) && Character.isUpperCase(after));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}

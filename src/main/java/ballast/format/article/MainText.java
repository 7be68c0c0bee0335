package ballast.format.article;

import ballast.language.TextSize;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a page that holds the article.
 *
 * <p>Every run of text has a worth. Prose counts by its length. Links and loose words count
 * negatively, and so does prose in a part that claims to be a comment, a menu or the like. The
 * article is the element whose runs have the highest total worth: a larger one would include links
 * or comments, a smaller one would lose paragraphs. (The idea of a maximum-worth subtree follows
 * the maximum subsequence of Pasternack and Roth 2009, on the tree instead of the token sequence.)
 */
final class MainText {

  private static final double MAX_WORTH = 400;
  private static final double MAIN_BONUS = 1.15;

  /** A part with more than this share of the prose is the article, regardless of its class. */
  private static final double MAX_ASIDE_SHARE = 0.6;

  /** Maximum prose in the announcement of another article, in the units of {@link TextSize}. */
  private static final double MAX_TEASER = 130;

  /** Minimum number of announcements next to each other. */
  private static final int MIN_ROW = 3;

  /** Minimum prose outside the announcements. */
  private static final double MIN_TEXT = 150;

  /** Maximum number of elements between a heading and the article that it announces. */
  private static final int MAX_UP = 6;

  /** Maximum number of elements between a heading and its link, in either direction. */
  private static final int REACH = 4;

  private static final Pattern HOST =
      Pattern.compile("(?i)^(?:https?:)?//(?:www\\.)?([^/?#:]{1,255})");

  /** Maximum length of a request to subscribe; anything longer is the text for subscribers. */
  private static final double MAX_PAYWALL = 150;

  private final PageHints hints;
  private final IdentityHashMap<Element, Sum> sums = new IdentityHashMap<>();
  private final Set<Element> aside = Collections.newSetFromMap(new IdentityHashMap<>());

  private static final class Sum {
    private double prose;
    private double worth;
    private boolean title;
  }

  record Measured(PageText.Run run, TextSize size, double linkShare) {

    boolean isProse() {
      return size.isSentence() && linkShare < 0.5;
    }

    /** Whether it is a paragraph of short sentences, which may end an article. */
    boolean isShortProse() {
      return size.sentences() > 0 && linkShare == 0 && run.owner().normalName().equals("p");
    }
  }

  private @Nullable Element main;
  private double mainWorth;

  MainText(Element root, List<Measured> runs, PageHints hints) {
    this.hints = hints;
    for (Measured run : runs) {
      if (run.isProse()) {
        sum(run.run().owner()).prose += run.size().units();
      }
    }
    bottomUp(root, element -> passUp(element, /* isWorth= */ false));
    markAside(root, teasers(root, runs));
    for (Measured run : runs) {
      sum(run.run().owner()).worth += worth(run);
    }
    bottomUp(root, element -> passUp(element, /* isWorth= */ true));
  }

  boolean isAside(Element element) {
    return aside.contains(element);
  }

  /** Null if the page has no prose. */
  @Nullable Element main() {
    return main;
  }

  private double worth(Measured run) {
    double units = run.size().units();
    String tag = run.run().owner().normalName();
    if (isAside(run.run().owner())) {
      return run.isProse() ? -0.5 * Math.min(units, MAX_WORTH) : -5;
    }
    if (run.isProse() || run.isShortProse()) {
      return Math.min(units, MAX_WORTH);
    }
    if (run.linkShare() >= 0.5) {
      return -5 - Math.min(units, 20) / 2;
    }
    return tag.length() == 2 && tag.charAt(0) == 'h' ? 0 : -2;
  }

  private Sum sum(Element element) {
    return sums.computeIfAbsent(element, e -> new Sum());
  }

  /** Passes on all elements, deepest first. */
  private static void bottomUp(Element root, Consumer<Element> action) {
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {}

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              action.accept(element);
            }
          }
        },
        root);
  }

  /** Adds an element's sums to its parent's. */
  private void passUp(Element element, boolean isWorth) {
    Sum recorded = sums.get(element);
    boolean title = holdsTitle(element);
    if (recorded == null && !title) {
      return;
    }
    Sum sum = recorded == null ? sum(element) : recorded;
    sum.title |= title;
    if (isWorth) {
      double worth = hints.isMain(element) ? sum.worth * MAIN_BONUS : sum.worth;
      if (worth > mainWorth) {
        mainWorth = worth;
        main = element;
      }
    }
    Element parent = element.parent();
    if (parent != null) {
      Sum above = sum(parent);
      above.title |= sum.title;
      above.prose += isWorth ? 0 : sum.prose;
      above.worth += isWorth ? sum.worth : 0;
    }
  }

  private static boolean holdsTitle(Element element) {
    String tag = element.normalName();
    return tag.equals("h1") || tag.equals("main") || element.attr("itemprop").equals("articleBody");
  }

  /**
   * Finds the announcements of other articles: at least three parts of one element, each with one
   * heading that is a link, and little text. Sections of an article also have headings, but those
   * link to nothing. A heading by itself, next to the text below it, is never a teaser.
   */
  private Set<Element> teasers(Element root, List<Measured> runs) {
    Set<Element> linked = Collections.newSetFromMap(new IdentityHashMap<>());
    String host = ownHost(root);
    for (Measured run : runs) {
      Element owner = run.run().owner();
      if (run.linkShare() > 0.8 && PageHints.isHeading(owner)) {
        String target = target(owner);
        String other = host(target);
        boolean staysOnSite = host == null || other == null || other.equals(host);
        if (target.indexOf('#') < 0 && (staysOnSite || isInShortArticle(owner))) {
          linked.add(owner);
        }
      }
    }
    Set<Element> teasers = Collections.newSetFromMap(new IdentityHashMap<>());
    IdentityHashMap<Element, Integer> headings = new IdentityHashMap<>();
    bottomUp(root, element -> addTeasers(element, linked, headings, teasers));
    double announced = teasers.stream().mapToDouble(this::prose).sum();
    // A page of nothing but announcements has no other text.
    return prose(root) - announced < MIN_TEXT ? Set.of() : teasers;
  }

  private void addTeasers(
      Element row,
      Set<Element> linked,
      IdentityHashMap<Element, Integer> headings,
      Set<Element> teasers) {
    int count = headings.getOrDefault(row, 0) + (linked.contains(row) ? 1 : 0);
    if (count == 0) {
      return;
    }
    headings.put(row, count);
    if (count >= MIN_ROW) {
      List<Element> members =
          row.children().stream()
              .filter(child -> headings.getOrDefault(child, 0) == 1)
              .filter(child -> !linked.contains(child) && isShort(child))
              .toList();
      teasers.addAll(members.size() >= MIN_ROW ? members : List.of());
    }
    Element parent = row.parent();
    if (parent != null) {
      headings.merge(parent, count, Integer::sum);
    }
  }

  private boolean isShort(Element element) {
    Sum sum = sums.get(element);
    return sum == null || (!sum.title && sum.prose <= MAX_TEASER);
  }

  private double prose(Element element) {
    Sum sum = sums.get(element);
    return sum == null ? 0 : sum.prose;
  }

  private boolean isInShortArticle(Element heading) {
    Element element = heading;
    for (int up = 0; element != null && up < MAX_UP; up++) {
      if (element.normalName().equals("article")) {
        return isShort(element);
      }
      element = element.parent();
    }
    return false;
  }

  private void markAside(Element root, Set<Element> teasers) {
    double all = sum(root).prose;
    boolean widgets = proseInWidgets(root) <= MAX_ASIDE_SHARE * all;
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof Element element) {
            Element parent = element.parent();
            boolean inside = parent != null && aside.contains(parent);
            if (inside
                || teasers.contains(element)
                || (isNamedAside(element, widgets) && isBelieved(element, all))) {
              aside.add(element);
            }
          }
        },
        root);
  }

  private boolean isNamedAside(Element element, boolean widgets) {
    return hints.isAside(element) || (widgets && hints.isWidget(element));
  }

  private double proseInWidgets(Element root) {
    double[] prose = new double[1];
    NodeTraversor.filter(
        (node, depth) -> {
          if (node instanceof Element element && hints.isWidget(element)) {
            prose[0] += prose(element);
            return NodeFilter.FilterResult.SKIP_CHILDREN;
          }
          return NodeFilter.FilterResult.CONTINUE;
        },
        root);
    return prose[0];
  }

  private boolean isBelieved(Element element, double all) {
    Sum sum = sums.get(element);
    if (sum == null) {
      return true;
    }
    boolean mentionsComments =
        element.className().contains("comment") || element.id().contains("comment");
    if (hints.isPaywall(element) && sum.prose > MAX_PAYWALL) {
      return false;
    }
    return !sum.title && (mentionsComments || sum.prose <= MAX_ASIDE_SHARE * all);
  }

  /** Returns the host of a page; null if it does not name it. */
  private static @Nullable String ownHost(Element page) {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    Element named = page.selectFirst("meta[property=og:url][content]");
    String own = canonical == null ? null : host(canonical.attr("href"));
    return own != null || named == null ? own : host(named.attr("content"));
  }

  private static @Nullable String host(String address) {
    Matcher matcher = HOST.matcher(address);
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }

  /** Returns the address to which a heading links; that of its own page if it does not. */
  private static String target(Element heading) {
    Element inside = heading;
    Element around = heading;
    for (int i = 0; i < REACH; i++) {
      if (inside != null && PageTags.isLink(inside)) {
        return inside.attr("href");
      }
      if (around != null && PageTags.isLink(around)) {
        return around.attr("href");
      }
      inside = inside == null ? null : inside.firstElementChild();
      around = around == null ? null : around.parent();
    }
    return "#";
  }
}

package ballast.format.article;

import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.format.file.Characters;
import ballast.language.TextSize;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Decides which hidden parts of a page to omit. A part that holds most of the page's text is its
 * text: some sites hide the article until a script shows it, and a saved page stays so. Links do
 * not count as text here. Neither do parts that declare themselves menus, dialogs and the like:
 * pages hide those for good reason, and they do not belong to the article in any case. Hidden
 * sentences that are shown elsewhere do not count either: pages repeat their article for search
 * engines.
 */
public final class HiddenText {

  private static final double MAX_HIDDEN_SHARE = 0.5;

  /** Share of all text above which a person should look. */
  private static final double MAX_LEFT_OUT_SHARE = .1;

  /** Maximum number of parts quoted, and code points of each. */
  private static final int MAX_NAMED = 3;

  private static final int SHOWN = 30;

  private static final int MAX_STYLE = 2000;
  private static final Pattern NOT_SHOWN =
      Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？.!?\\n]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final PageHints hints;
  private final List<Piece> pieces = new ArrayList<>();

  /** All text that is not hidden, with a line end at each border of a block. */
  private final StringBuilder visible = new StringBuilder();

  private final IdentityHashMap<Element, Part> parts = new IdentityHashMap<>();

  private final List<Part> inOrder = new ArrayList<>();
  private final Set<Element> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Length of the page's text, in the units of {@link TextSize}. */
  private double all;

  /**
   * @param around the hidden elements around it, the innermost last
   */
  private record Piece(String text, List<Part> around) {}

  private static final class Part {
    private final Element element;
    private final boolean aside;

    /** Length of the text in it that is in no hidden element inside it. */
    private double own;

    private double whole;

    private String beginning = "";

    Part(Element element, boolean aside) {
      this.element = element;
      this.aside = aside;
    }
  }

  HiddenText(Element page, PageHints hints) {
    this.hints = hints;
    NodeTraversor.filter(new Collecting(), page);
    measure();
    inOrder.stream()
        .filter(part -> part.whole > MAX_HIDDEN_SHARE * all)
        .forEach(part -> shown.add(part.element));
    if (leftOut() > MAX_HIDDEN_SHARE * all) {
      // Each paragraph may be hidden by itself.
      inOrder.stream().filter(part -> !part.aside).forEach(part -> shown.add(part.element));
    }
  }

  private void measure() {
    Set<String> sentences = new HashSet<>();
    SENTENCE_END.splitAsStream(visible).map(HiddenText::key).forEach(sentences::add);
    for (Piece piece : pieces) {
      boolean isShown = piece.around.isEmpty();
      double units =
          isShown
              ? TextSize.of(piece.text).units()
              : SENTENCE_END
                  .splitAsStream(piece.text)
                  .filter(sentence -> !sentences.contains(key(sentence)))
                  .mapToDouble(sentence -> TextSize.of(sentence).units())
                  .sum();
      all += units;
      piece.around.forEach(part -> part.whole += units);
      if (!isShown) {
        piece.around.get(piece.around.size() - 1).own += units;
      }
    }
  }

  private static String key(String sentence) {
    return NO_WORD.matcher(sentence).replaceAll("").toLowerCase(Locale.ROOT);
  }

  boolean isLeftOut(Element element) {
    return parts.containsKey(element) && !shown.contains(element);
  }

  private double leftOut() {
    return inOrder.stream().filter(part -> isLeftOut(part.element)).mapToDouble(p -> p.own).sum();
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (inOrder.stream().anyMatch(part -> part.own > 0 && !isLeftOut(part.element))) {
      notes.add("read text that the page hides: it is most of the page");
    }
    List<Part> left = left();
    if (!left.isEmpty()) {
      notes.add(
          CountedNoun.of(left.size(), "hidden part") + " left out: " + named(beginnings(left)));
    }
    return notes;
  }

  List<String> warnings() {
    List<Part> left = left().stream().filter(part -> part.own > 0).toList();
    return warning("page", beginnings(left), leftOut(), all);
  }

  private List<Part> left() {
    return inOrder.stream()
        .filter(part -> isLeftOut(part.element) && !part.beginning.isEmpty())
        .toList();
  }

  private static List<String> beginnings(List<Part> parts) {
    return parts.stream().map(part -> part.beginning).toList();
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || PageTags.isConditional(element)) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty() && style.length() < MAX_STYLE && NOT_SHOWN.matcher(style).find();
  }

  private final class Collecting implements NodeFilter {

    private final List<Part> around = new ArrayList<>();
    private int links;
    private int asides;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        add(text.getWholeText());
      } else if (node instanceof Element element) {
        if (PageTags.isInvisible(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        visible.append(PageTags.isInline(element) ? "" : "\n");
        links += PageTags.isLink(element) ? 1 : 0;
        asides += isAside(element) ? 1 : 0;
        if (isHidden(element)) {
          Part part = new Part(element, asides > 0);
          parts.put(element, part);
          inOrder.add(part);
          around.add(part);
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && !PageTags.isInvisible(element)) {
        visible.append(PageTags.isInline(element) ? "" : "\n");
        links -= PageTags.isLink(element) ? 1 : 0;
        asides -= isAside(element) ? 1 : 0;
        if (parts.containsKey(element)) {
          around.remove(around.size() - 1);
        }
      }
      return FilterResult.CONTINUE;
    }

    private void add(String written) {
      if (Characters.isBlank(written)) {
        return;
      }
      String text = WhiteSpace.collapse(written);
      if (around.isEmpty()) {
        visible.append(text);
      }
      if (links == 0 && asides == 0) {
        pieces.add(new Piece(text, List.copyOf(around)));
      }
      for (Part part : around) {
        if (part.beginning.isEmpty()) {
          part.beginning = Characters.strip(text);
        }
      }
    }

    private boolean isAside(Element element) {
      return hints.isAside(element) || hints.isWidget(element);
    }
  }

  public static String named(List<String> parts) {
    return parts.stream()
        .limit(MAX_NAMED)
        .map(part -> "\"" + Excerpt.of(part, SHOWN) + "\"")
        .collect(Collectors.joining(", ", "", parts.size() > MAX_NAMED ? " ..." : ""));
  }

  /**
   * Returns a warning if much was omitted, otherwise nothing.
   *
   * @param file kind of file: {@code page}
   * @param parts the beginnings of the omitted parts
   * @param left omitted amount, in the unit of {@code all}
   * @param all amount of the whole text, including the omitted parts
   */
  public static List<String> warning(String file, List<String> parts, double left, double all) {
    double share = all == 0 ? 0 : left / all;
    return share <= MAX_LEFT_OUT_SHARE
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%.0f%% of the text of the %s is hidden and was left out: %s",
                100 * share,
                file,
                named(parts)));
  }
}

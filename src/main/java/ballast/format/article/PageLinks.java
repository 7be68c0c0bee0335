package ballast.format.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says where the links of a page lead: to a place in it, to its own site or to another one. */
final class PageLinks {

  /** Elements between a heading and its link, in either direction. */
  private static final int REACH = 4;

  private static final Pattern HOST =
      Pattern.compile("(?i)^(?:https?:)?//(?:www\\.)?([^/?#:]{1,255})");

  private final @Nullable String host;

  PageLinks(Element page) {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    Element named = page.selectFirst("meta[property=og:url][content]");
    String own = canonical == null ? null : host(canonical.attr("href"));
    this.host = own != null || named == null ? own : host(named.attr("content"));
  }

  /** Whether the heading links to another page. */
  boolean leadsAway(Element heading) {
    String target = target(heading);
    return target != null && target.indexOf('#') < 0;
  }

  /**
   * Whether the heading links to a page of the same site; also if the page does not say which site
   * it is of.
   */
  boolean staysOnSite(Element heading) {
    String target = target(heading);
    if (target == null) {
      return false;
    }
    String other = host(target);
    return host == null || other == null || other.equals(host);
  }

  private static @Nullable String target(Element heading) {
    Element inside = heading;
    Element around = heading;
    for (int i = 0; i < REACH; i++) {
      if (inside != null && isLink(inside)) {
        return inside.attr("href");
      }
      if (around != null && isLink(around)) {
        return around.attr("href");
      }
      inside = inside == null ? null : inside.firstElementChild();
      around = around == null ? null : around.parent();
    }
    return null;
  }

  private static boolean isLink(Element element) {
    return element.normalName().equals("a") && element.hasAttr("href");
  }

  private static @Nullable String host(String address) {
    Matcher matcher = HOST.matcher(address);
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }
}

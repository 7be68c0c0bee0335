package ballast.format.article;

import ballast.language.TextSize;
import ballast.language.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the surroundings of an article: menus, weather, advertisements, share bars, copyright
 * lines. Prose is never furniture, regardless of its words, unless it is a legal notice.
 */
final class Furniture {

  /** Maximum length of a legal notice; a longer text is an article about one. */
  private static final int MAX_NOTICE_UNITS = 160;

  private static final int MAX_PHRASE = 60;
  private static final int MAX_LINE = 160;

  private static final Pattern TEMPERATURE =
      Pattern.compile(
          "-?\\d{1,2}(?:[.,]\\d)?(?:\\s?[-~～/至]\\s?-?\\d{1,2}(?:[.,]\\d)?)?\\s?(?:°\\s?[CcFf]|℃|℉)");
  private static final Pattern BARS = Pattern.compile("\\s*[|｜丨┃│·•]\\s*|\\s{2,}|\\t");
  private static final Pattern SLASHES = Pattern.compile("\\s*[/／]\\s*");
  private static final Pattern SPACES = Pattern.compile("[\\s|｜·]+");
  private static final Pattern CRUMBS = Pattern.compile("\\s*(?:>|›|»|＞|→|&gt;)+\\s*");
  private static final Pattern RULE = Pattern.compile("[-*=_~#+.\\s·•─━]{3,200}");
  private static final Pattern PLACE =
      Pattern.compile("(?:\\p{Lu}[\\p{L}'.-]{0,20}\\s?){1,3}|\\p{IsHan}{2,6}\\s");

  /** {@code Follow us on Facebook}, {@code Follow the paper on Facebook and Twitter}. */
  private static final Pattern INVITATION = invitation();

  private final Set<String> exact;
  private final List<String> start;
  private final List<String> notice;
  private final List<String> noticeParts;
  private final Set<String> related;
  private final Set<String> menu;
  private final Set<String> weather;

  Furniture(WordList phrases) {
    this.exact = Set.copyOf(phrases.section("exact"));
    this.start = phrases.section("start");
    this.notice = phrases.section("notice");
    this.noticeParts = phrases.section("notice-part");
    this.related = Set.copyOf(phrases.section("related"));
    this.menu = Set.copyOf(phrases.section("menu"));
    this.weather = Set.copyOf(phrases.section("weather"));
  }

  /**
   * @param atEdge whether it is among the first or last blocks, which are more likely to be
   *     furniture
   */
  boolean isFurniture(String text, TextSize size, boolean atEdge) {
    if (isNotice(text, size)) {
      return true;
    }
    if (size.isProse() || text.length() > MAX_LINE) {
      return false;
    }
    String core = core(text);
    if (core.isEmpty()) {
      return RULE.matcher(text).matches() && !text.contains("...");
    }
    return (core.length() <= MAX_PHRASE && (exact.contains(core) || related.contains(core)))
        || (!size.isSentence() && start.stream().anyMatch(core::startsWith))
        || INVITATION.matcher(text).find()
        || isWeather(text, size, atEdge)
        || isChoice(text)
        || isMenu(text, size)
        || isBreadcrumb(text);
  }

  /**
   * Whether the block consists of alternative texts of pictures, or of these and furniture, as in
   * text copied from a page.
   */
  boolean isWithPictures(String text, boolean atEdge) {
    if (text.length() > MAX_LINE || text.indexOf('`') >= 0) {
      return false;
    }
    String words = withoutPictures(text);
    return words.length() < text.length()
        && (core(words).isEmpty() || isFurniture(words.strip(), TextSize.of(words), atEdge));
  }

  boolean isMenuWord(String text) {
    return text.length() <= MAX_PHRASE && (isMenuItem(text) || exact.contains(core(text)));
  }

  boolean isRelatedHeading(String text) {
    return text.length() <= MAX_PHRASE && related.contains(core(text));
  }

  private static Pattern invitation() {
    String network =
        "(?:Facebook|Twitter|Instagram|YouTube|LinkedIn|WhatsApp|Telegram|TikTok|WeChat|Weibo|Pinterest|Threads|Messenger)";
    return Pattern.compile(
        "^(?:Follow|Like|Find|Join|Contact|Reach|Chat with|Connect with|Talk"
            + " to)\\s(?:(?:us|me|him|her|them|@\\S+|the (?:reporters?|authors?|writers?)(?: of"
            + " this \\p{L}+)?)\\s.{0,40}\\b"
            + network
            + "\\b|.{1,60}\\b"
            + network
            + "\\b[^.!?]{1,40}\\b"
            + network
            + "\\b)");
  }

  private boolean isNotice(String text, TextSize size) {
    if (size.units() > MAX_NOTICE_UNITS) {
      return false;
    }
    String core = core(text);
    if (core.startsWith("©") || text.startsWith("©")) {
      return true;
    }
    // A sentence may quote one phrase of a notice, but not two.
    long phrases = notice.stream().filter(core::contains).limit(2).count();
    long parts = noticeParts.stream().filter(core::contains).limit(2).count();
    return phrases + parts >= 2 || (phrases == 1 && !size.isSentence());
  }

  private boolean isWeather(String text, TextSize size, boolean atEdge) {
    if (size.sentences() > 0 || text.length() > MAX_PHRASE) {
      return false;
    }
    Matcher matcher = TEMPERATURE.matcher(text);
    if (!matcher.find()) {
      return false;
    }
    String remaining = (text.substring(0, matcher.start()) + " " + text.substring(matcher.end()));
    String words = remaining.strip().toLowerCase(Locale.ROOT);
    boolean named = weather.contains(words);
    for (String word : words.split("[\\s,，|/·:：]+", 12)) {
      named |= weather.contains(word);
    }
    boolean onlyPlace = PLACE.matcher(text.substring(0, matcher.start())).matches();
    boolean last = matcher.end() == text.length();
    return (named && size.words() <= 8 && size.han() <= 14) || (atEdge && onlyPlace && last);
  }

  /** {@code Sign in / Join}: known phrases between slashes. */
  private boolean isChoice(String text) {
    String[] items = SLASHES.split(text.strip(), -1);
    return items.length > 1 && Arrays.stream(items).allMatch(item -> exact.contains(core(item)));
  }

  private boolean isMenu(String text, TextSize size) {
    if (size.sentences() > 0 || text.startsWith("|")) {
      return false;
    }
    String[] items = BARS.split(text.strip(), -1);
    if (items.length >= 3 && allShort(items)) {
      return items.length >= 5 || known(items) >= 1;
    }
    String[] words = SPACES.split(text.strip(), 40);
    return words.length >= 3 && known(words) * 10 >= words.length * 7;
  }

  private boolean isBreadcrumb(String text) {
    String[] items = CRUMBS.split(text.strip(), 12);
    return items.length >= 2 && allShort(items) && isMenuItem(items[0]);
  }

  private boolean isMenuItem(String item) {
    return menu.contains(item.strip().toLowerCase(Locale.ROOT));
  }

  private int known(String[] items) {
    return (int) Arrays.stream(items).filter(this::isMenuItem).count();
  }

  private static boolean allShort(String[] items) {
    return Arrays.stream(items).noneMatch(item -> item.chars().anyMatch(Character::isDigit))
        && Arrays.stream(items)
            .map(TextSize::of)
            .allMatch(s -> s.han() <= 8 && s.words() <= 4 && s.han() + s.words() > 0);
  }

  private static String core(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isPhrasePart(text.charAt(start))) {
      start++;
    }
    while (end > start && !isPhrasePart(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT).replace('：', ':').replace(" :", ":");
  }

  private static boolean isPhrasePart(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '©';
  }

  private static final Set<String> PICTURES =
      Set.of(
          "img",
          "image",
          "images",
          "pic",
          "picture",
          "photo",
          "dsc",
          "banner",
          "logo",
          "icon",
          "thumb",
          "thumbnail",
          "avatar",
          "ad",
          "ads",
          "advert");

  private static final Pattern FILE =
      Pattern.compile("(?i)[\\p{L}\\p{N}_-]{1,80}\\.(?:jpe?g|png|gif|webp|svg|bmp)");
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{N}]+(?:_[\\p{L}\\p{N}]+)+");
  private static final Pattern NUMBERED = Pattern.compile("(\\p{L}+)-\\d+");
  private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private static final Pattern WORD = Pattern.compile("\\S+");

  /**
   * Removes the alternative texts of pictures as programs write them, which a browser puts among
   * the words when a page is copied. Each is a file name, or an identifier with a part for pictures
   * ({@code spot_img}, {@code image-12}).
   */
  private static String withoutPictures(String text) {
    if (text.indexOf('_') < 0 && text.indexOf('-') < 0 && text.indexOf('.') < 0) {
      return text;
    }
    return WORD.matcher(text)
        .replaceAll(
            word ->
                isPicture(DECORATION.matcher(word.group()).replaceAll(""))
                    ? ""
                    : Matcher.quoteReplacement(word.group()));
  }

  private static boolean isPicture(String word) {
    if (FILE.matcher(word).matches()) {
      return true;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return IDENTIFIER.matcher(lower).matches()
        ? Arrays.stream(lower.split("_")).anyMatch(PICTURES::contains)
        : NUMBERED.matcher(lower).matches() && PICTURES.contains(lower.split("-")[0]);
  }
}

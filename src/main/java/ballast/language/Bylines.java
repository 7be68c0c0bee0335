package ballast.language;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises lines with the author, publisher and date of an article. A news agency's dateline
 * ({@code 新华社北京2月14日电}) is not one: it begins the first sentence.
 */
public final class Bylines {

  private static final int MAX_LENGTH = 120;
  private static final int MAX_NOTE_LENGTH = 400;

  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?";
  private static final String TIME = "\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?";
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?"
              + "|[二〇○零一九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
              + "|"
              + MONTH
              + "\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}"
              + "|\\d{1,2}(?:st|nd|rd|th)?\\s"
              + MONTH
              + ",?\\s\\d{4}"
              + "|(?<![\\d/.])(?:\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4})|\\d{1,2}\\.\\d{1,2}\\.\\d{4})(?![\\d/.]))");
  private static final Pattern TIME_PART = Pattern.compile(TIME);

  /** Words that may appear next to a date in a date line. */
  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "(?i)\\b(?:by|published|updated|posted|last|modified|original|on|at|date|first|gmt|utc|bst|est|edt|et|beijing"
              + " time|mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun|min read|xinhua"
              + ")(?:day)?\\b|发布时间|发表时间|更新时间|发布|更新|发表于|发布于|时间|日期|星期.|周.|上午|下午|北京时间");

  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
              + "|(?:星期|周|週|礼拜)[一二三四五六日天])\\.?");

  private static final Pattern SHORT_DATE =
      Pattern.compile(MONTH + "\\s\\d{1,2}|\\d{1,2}\\s" + MONTH + "|\\d{1,2}月\\d{1,2}[日号]");

  private static final Pattern LABEL =
      Pattern.compile(
          "^[（(【\\[]?\\s*(?:作者|文字|文|图文|图|摄影|撰文|采写|采访|编译|编译整理|翻译|译者|译|来源|出处|稿源|信源"
              + "|供稿|整理|口述|执笔|发布时间|发表时间|更新时间|發佈時間|來源|譯者)"
              + "(?:作者|单位)?\\s*[:：/／|｜丨]\\s*\\S.{0,60}$");
  private static final Pattern REPORTER =
      Pattern.compile(
          "^[（(]?\\s*(?:[\\p{IsHan}]{0,8}(?:社|报|刊|网|台|本報|晚報))?(?:特约|特派|见习|实习|驻.{1,6})?"
              + "(?:记者|通讯员|評論員|评论员|記者)(?:[\\s　:：/／]+|(?<=[社报刊网台].{2,3}))\\S.{0,40}$");
  private static final Pattern BY =
      Pattern.compile(
          "^[(（]?(?:(?:Written|Reported|Translated|Compiled|Story|Text|Words|Reporting|Edited)\\s)?"
              + "[Bb][Yy]:?\\s(?!(?:The|A|An|THE|AN)\\b)\\p{Lu}[^!?;。]{1,100}$");
  private static final Pattern BY_WORD =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]*,?|and|for|in|at|with|of|the|via|de|van|von|bin|al|&|[|·/,–—-]+|[\\d:.,/-]+"
              + "|staff|writer|reporter|correspondent|editor|contributor");
  private static final Pattern SOURCE =
      Pattern.compile(
          "^(?:Sources?|Authors?|Writers?|Translators?|Reporters?|Byline):\\s?\\S.{0,80}$");
  private static final Pattern AUTHOR_NOTE =
      Pattern.compile(
          "^[（(【\\[*]?\\s*(?:(?:本文)?(?:作者|译者)(?:单位)?(?:[系为是：:]|分别|现任).{1,150}|(?:The|About the)"
              + " (?:authors?|writers?)(?: is| are| was|:|\\s\\w+ (?:is|was)\\b).{1,300})$");

  /** Other contributors to the article, or its author's work; such a line comes below the text. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "^[(（]?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by"
              + " \\p{Lu}.{1,300}$|^\\p{Lu}.{1,300}\\bcontributed (?:reporting|(?:to )?(?:this|the)"
              + " (?:report|story|article))\\b.{0,60}$|^(?:\\p{Lu}[\\p{L}.'’-]*\\s){2,4}is an?"
              + " (?:\\p{L}+ ){0,3}(?:writer|reporter|journalist|correspondent|columnist|editor)"
              + " (?:for|at|with|of|living|based|covering|who)\\b.{1,200}$");

  /** Who took a picture, or made or checked the text. */
  private static final Pattern MAKER =
      Pattern.compile(
          "(?i)^\\P{L}{0,3}(?:图片?(?:来源|提供|说明)?|图源|照片|题图|配图|供图|制图|绘图|插[画图]|视频|剪辑|设计|策划|监制|审核"
              + "|校对|责任编辑|责编|编辑|编审|photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|videos?)"
              + "(?:\\s(?:by|credits?|courtesy of|source))?\\s*[:：/／|｜]\\s*\\S.{0,80}$"
              + "|^\\P{L}{0,3}(?:photo(?:graph)?s?|images?|pictures?|illustrations?)"
              + "\\s(?:by|courtesy of)\\s.{1,80}$"
              + "|^[^，；]{1,50}(?:(?<!拍)摄|摄影|供图|制图|绘图)\\P{L}{0,2}$");

  private static final Pattern SHORT_LAST_WORD = Pattern.compile("\\b\\p{L}{1,2}\\.$");
  private static final Pattern BARRED = Pattern.compile("[|｜丨·•]|^(?:Posted|Published|Updated) ");
  private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");

  private static final int MAX_NAMES = 24;

  private static final Set<String> SURNAMES =
      Set.copyOf(WordList.load("language/surnames.txt").words(""));

  private Bylines() {}

  public static boolean isByline(String text, TextSize size) {
    return isLine(text, size) && (isAuthor(text) || isDateLine(text));
  }

  /** Whether a line names authors, sources, photographers or editors. */
  public static boolean isCredit(String text) {
    return isLine(text, TextSize.of(text)) && (isAuthor(text) || MAKER.matcher(text).find());
  }

  private static boolean isLine(String text, TextSize size) {
    return text.length() <= MAX_LENGTH
        && !size.isProse()
        && text.indexOf('。') < 0
        && !text.endsWith("！")
        && !text.endsWith("？");
  }

  private static boolean isAuthor(String text) {
    return LABEL.matcher(text).find()
        || REPORTER.matcher(text).find()
        || SOURCE.matcher(text).find()
        || isBy(text);
  }

  public static boolean isDay(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    String day = TIME_PART.matcher(text).replaceAll(" ");
    day = DATE.matcher(day).replaceFirst(" ");
    day = SHORT_DATE.matcher(day).replaceFirst(" ");
    return DAY.matcher(day.replaceAll("[\\s,，|｜/()（）]+", "")).matches();
  }

  /**
   * Whether the block describes the author or names contributors; such a note is at the end, in
   * brackets or alone.
   */
  public static boolean isAuthorNote(String text) {
    return text.length() <= MAX_NOTE_LENGTH
        && (AUTHOR_NOTE.matcher(text).matches() || CREDIT.matcher(text).matches());
  }

  /**
   * Whether the block consists of one or two Chinese names, as under a title. Elsewhere such a line
   * may be anything, so the caller must know its place.
   */
  public static boolean isBareName(String text) {
    if (text.length() > MAX_NAMES) {
      return false;
    }
    for (String name : text.split("[、，/]|(?<=\\p{IsHan}{2})[\\s　]+(?=\\p{IsHan}{2})")) {
      String letters = name.replaceAll("[\\s　]", "");
      if (!HAN_NAME.matcher(letters).matches()
          || !(SURNAMES.contains(letters.substring(0, 2))
              || (letters.length() < 4 && SURNAMES.contains(letters.substring(0, 1))))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBy(String text) {
    if (!BY.matcher(text).find() || (text.endsWith(".") && !SHORT_LAST_WORD.matcher(text).find())) {
      return false;
    }
    String[] words = text.replaceAll("[()（）]", "").strip().split("\\s+", 16);
    if (words.length > 14) {
      return false;
    }
    int from = words[0].equalsIgnoreCase("by") || words[0].equalsIgnoreCase("by:") ? 1 : 2;
    return Arrays.stream(words).skip(from).allMatch(word -> BY_WORD.matcher(word).matches());
  }

  /** Whether the text is a date with, at most, a time, a source, separators and a few words. */
  private static boolean isDateLine(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.find()) {
      return false;
    }
    String remaining = date.replaceAll(" ");
    boolean labelled =
        remaining.contains("来源") || remaining.contains("作者") || remaining.contains("记者");
    boolean barred = BARRED.matcher(remaining).find() || TIME_PART.matcher(remaining).find();
    remaining = DATE_WORDS.matcher(TIME_PART.matcher(remaining).replaceAll(" ")).replaceAll(" ");
    TextSize size = TextSize.of(remaining);
    if (size.han() + size.words() == 0) {
      return true;
    }
    boolean isShort = size.han() <= 16 && size.words() <= 6 && size.sentences() == 0;
    return isShort && (labelled || barred);
  }
}

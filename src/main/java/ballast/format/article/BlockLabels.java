package ballast.format.article;

import ballast.language.Bylines;
import ballast.language.TextSize;
import java.util.regex.Pattern;

/**
 * Recognises blocks by their first characters: list items, notes, captions, headings with a mark.
 */
public final class BlockLabels {

  /** UTF-16 units of a block's beginning that the patterns examine. */
  private static final int HEAD = 40;

  private static final Pattern LIST =
      Pattern.compile(
          "^(?:\\d{1,3}[.．](?:\\s+\\S|\\p{IsHan})|\\d{1,3}[)）、]\\s?\\S|[(（]\\d{1,3}[)）]\\s?\\S"
              + "|[a-z][.)]\\s+\\S|[A-Z]\\)\\s+\\S|[(（][a-zA-Z][)）]\\s?\\S"
              + "|[ivx]{1,4}[.)]\\s+\\S|[(（][ivx]{1,4}[)）]\\s?\\S"
              + "|[-*+–]\\s+\\S|[•●○■□◆◇▪‣·※]\\s*\\S"
              + "|[①-⑳⑴-⒇⒈-⒛㈠-㈩]\\s*\\S"
              + "|[一二三四五六七八九十]{1,3}、\\S|[(（][一二三四五六七八九十]{1,3}[)）]\\s?\\S"
              + "|第[一二三四五六七八九十百]{1,4}条[\\s　])");
  private static final Pattern CHINESE_ORDINAL =
      Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百零\\d]{1,5}[章节篇编部回卷][\\s　：:]?)");
  private static final Pattern ENGLISH_ORDINAL =
      Pattern.compile(
          "^(?:Chapter|Part|Section|CHAPTER|PART|SECTION)\\s(?:\\d{1,3}|[IVXLC]{1,6}|[A-Z][a-z]{2,9})\\b");
  private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+\\S");
  private static final Pattern NOTE =
      Pattern.compile(
          "^(?:\\[\\^?\\d{1,3}\\]:?\\s*\\S|[〔［【]\\d{1,3}[〕］】]\\s*\\S|(?:注释?|註釋?|附注|备注|脚注)\\s?\\d{0,3}\\s?[:：]\\s*\\S"
              + "|(?:Notes?|NOTE|Footnote)\\s?\\d{0,3}:\\s*\\S|[†‡]\\s?\\S|\\*[^*\\s][^*]*$)");
  private static final Pattern NOTES_HEADING =
      Pattern.compile(
          "(?i)#{0,6}\\s*[【\\[]?(?:notes|footnotes|endnotes|references|bibliography|works cited"
              + "|注释|注解|脚注|尾注|参考文献|参考资料|註釋|參考文獻)[】\\]]?\\s*[:：]?");
  private static final Pattern CAPTION =
      Pattern.compile(
          "^[（(▲△▼◆]?\\s*(?:[图表圖]\\s?[\\d一二三四五六七八九十]{1,3}(?:[-.．]\\d{1,2})?(?:[\\s　:：.．、]+)\\S"
              + "|(?:资料图|资料图片|資料圖|资料照片|题图|配图|视频截图|图片来源|图源|图片|摄影|摄)(?:片)?(?:[\\s:：/／)）。]|$)|[图圖][为為]\\p{IsHan}|(?:Photos?|PHOTOS?|Image|IMAGE|Photograph|Picture|File"
              + " photo|Credit)"
              + "(?::|/|\\sby\\s|\\scredit:)\\s*\\S|(?:Figure|FIGURE|Fig\\.|FIG\\.|Table|TABLE|Chart)\\s(?:[A-Z][.-])?\\d{1,3}(?:[.-]\\d{1,2})?[.:]\\s*\\S)");

  private static final Pattern CREDIT =
      Pattern.compile(
          "[（(](?:(?:Image|Photo|Picture|Photograph|Pic)s?(?:\\s(?:credit|by|courtesy))?|Credits?|图片来源|图源|圖片來源|图|圖|摄影|攝影)\\s?[:：/]"
              + "\\s?[^()（）]{2,60}[)）]$");

  private BlockLabels() {}

  /** Whether the text begins with the label of a list item: {@code 2.} or {@code •}. */
  public static boolean isListItem(String text) {
    return LIST.matcher(head(text)).find();
  }

  static boolean isMarkdownHeading(String text) {
    return MARKDOWN_HEADING.matcher(head(text)).find();
  }

  /** {@code 一、}, {@code 第三章} or {@code Chapter 2}: if short, such a block is a heading. */
  static boolean isSectionNumber(String text) {
    String head = head(text);
    return CHINESE_ORDINAL.matcher(head).find() || ENGLISH_ORDINAL.matcher(head).find();
  }

  static boolean isNote(String text) {
    return NOTE.matcher(head(text)).find();
  }

  static boolean isNotesHeading(String text) {
    return text.length() <= HEAD && NOTES_HEADING.matcher(text).matches();
  }

  public static boolean isCaption(String text) {
    return isCaption(text, TextSize.of(text));
  }

  /**
   * Whether the block is the text under a picture or table. {@code 图1显示} begins a sentence and is
   * not a caption. A block that ends with {@code (Photo: Reuters)} is.
   */
  static boolean isCaption(String text, TextSize size) {
    return size.han() <= 120
        && size.words() <= 70
        && size.sentences() <= 2
        && (CAPTION.matcher(head(text)).find() || CREDIT.matcher(tail(text)).find());
  }

  /** Whether a line of this form never continues the previous line. */
  static boolean beginsBlock(String line) {
    return isListItem(line)
        || isMarkdownHeading(line)
        || isNote(line)
        || (line.length() <= 120 && Bylines.isByline(line, TextSize.of(line)));
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 2 * HEAD));
  }

  private static String head(String text) {
    return text.length() <= HEAD ? text : text.substring(0, HEAD);
  }
}

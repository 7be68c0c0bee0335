package ballast.format.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The alternative texts of pictures as programs write them, which a browser puts among the words
 * when a page is copied: a file name, or an identifier of which one part says that it is a picture
 * ({@code spot_img}, {@code image-12}).
 */
final class PictureText {

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

  private PictureText() {}

  /** The text without the words that stand for pictures. */
  static String without(String text) {
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

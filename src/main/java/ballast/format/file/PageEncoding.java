package ballast.format.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the first bytes whether a file is a web page, and which encoding the page declares.
 */
public final class PageEncoding {

  private static final int HEAD = 4096;
  private static final Pattern META =
      Pattern.compile("<meta\\b[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})");
  private static final Pattern XML =
      Pattern.compile("^<\\?xml\\b[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]{2,40})");
  private static final Pattern PAGE_START =
      Pattern.compile("^(<\\?xml[^>]{0,200}>\\s*)?(<!doctype\\s+html|<html|<head|<body)\\b");

  private PageEncoding() {}

  /** Whether the file begins like HTML, whatever its name. */
  public static boolean looksLikePage(byte[] bytes) {
    String head = head(bytes);
    while (head.startsWith("<!--")) {
      int end = head.indexOf("-->");
      if (end < 0) {
        return false;
      }
      head = head.substring(end + 3).stripLeading();
    }
    return PAGE_START.matcher(head).find();
  }

  /** The label of the encoding that the page declares, or null. */
  static @Nullable String declared(byte[] bytes) {
    String head = head(bytes);
    Matcher xml = XML.matcher(head);
    if (xml.find()) {
      return xml.group(1);
    }
    Matcher meta = META.matcher(head);
    return meta.find() ? meta.group(1) : null;
  }

  /** The start of the file in lower case; anything that is not ASCII is meaningless in it. */
  private static String head(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    // Zero bytes are UTF-16; the first characters may be a byte order mark.
    return head.replace("\0", "")
        .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }
}

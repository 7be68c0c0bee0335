package ballast.workbench.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Addresses of pages. */
public final class Links {

  private Links() {}

  /** The page of a room about a document. */
  public static String to(Room room, String document) {
    return room.path() + "?document=" + encoded(document);
  }

  /** A text as the value of a parameter. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

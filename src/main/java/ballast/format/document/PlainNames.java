package ballast.format.document;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off the colons that Okapi's filter for OpenDocument writes before the names of attributes
 * that have no prefix ({@code :id}, {@code xmlns:}), with which no program reads the document.
 */
final class PlainNames {

  private static final Pattern TAG =
      Pattern.compile("<[\\p{L}_][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*+)*+>");

  /** A value, which stays as it is, or a colon that stands before or behind no name. */
  private static final Pattern COLON = Pattern.compile("\"[^\"]*+\"|(?<=\\s):|(?<=\\sxmlns):(?==)");

  private PlainNames() {}

  /** The text of a part of XML with sound names. */
  static String in(String xml) {
    return TAG.matcher(xml).replaceAll(tag -> Matcher.quoteReplacement(sound(tag.group())));
  }

  private static String sound(String tag) {
    return tag.indexOf(':') < 0
        ? tag
        : COLON
            .matcher(tag)
            .replaceAll(
                (MatchResult found) ->
                    found.group().equals(":") ? "" : Matcher.quoteReplacement(found.group()));
  }
}

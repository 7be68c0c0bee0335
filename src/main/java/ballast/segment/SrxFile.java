package ballast.segment;

import ballast.bitext.CountedText;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The content of an SRX file.
 *
 * @param name its name in messages
 * @param groups the rules of each language rule, by its name
 * @param maps the language rule of each language, in file order
 * @param cascade whether a language uses the rules of all matching maps, not only of the first
 * @param icuBreaks Okapi extension: whether ICU's breaks are added
 * @param mask Okapi extension: expression for text to keep whole; empty for none
 */
record SrxFile(
    String name,
    Map<String, List<SrxRule>> groups,
    List<LanguageMap> maps,
    boolean cascade,
    boolean icuBreaks,
    String mask) {

  /** Maximum characters that a pattern may read of a language tag. */
  private static final long MAX_READS = 1_000_000;

  /**
   * @param pattern regular expression that must match the whole language tag
   */
  record LanguageMap(String pattern, String group, int line) {}

  SrxFile {
    groups = Map.copyOf(groups);
    maps = List.copyOf(maps);
  }

  List<SrxRule> group(String name) {
    List<SrxRule> rules = groups.get(name);
    if (rules == null) {
      throw new IllegalArgumentException("no language rule \"" + name + "\" in " + this.name);
    }
    return rules;
  }

  /**
   * @throws InputException if no map matches it, or a map names an unknown language rule
   */
  List<SrxRule> rulesFor(Lang lang) {
    List<SrxRule> rules = new ArrayList<>();
    boolean found = false;
    for (LanguageMap map : maps) {
      if ((found && !cascade) || !matches(map, lang)) {
        continue;
      }
      found = true;
      List<SrxRule> group = groups.get(map.group());
      if (group == null) {
        throw new InputException(
            "\"%s\" line %s maps %s to the language rule \"%s\", which the file does not have"
                .formatted(name, map.line(), lang, map.group()),
            "add a <languagerule languagerulename=\"" + map.group() + "\">");
      }
      rules.addAll(group);
    }
    if (!found) {
      throw new InputException(
          "\"%s\" has no <languagemap> whose languagepattern matches %s".formatted(name, lang),
          "add <languagemap languagepattern=\"%s.*\" languagerulename=\"...\"/>"
              .formatted(lang.language()));
    }
    return rules;
  }

  private boolean matches(LanguageMap map, Lang lang) {
    try {
      return Pattern.matches(map.pattern(), new CountedText(lang.tag(), MAX_READS));
    } catch (CountedText.TooManyReads | StackOverflowError e) {
      throw new InputException(
          "\"%s\" line %s: languagepattern \"%s\" takes too long on %s"
              .formatted(name, map.line(), map.pattern(), lang),
          "write a simple pattern, for example (?i)en.*",
          e);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "\"%s\" line %s: languagepattern \"%s\" is not a regular expression: %s"
              .formatted(name, map.line(), map.pattern(), e.getDescription()),
          "correct the pattern, for example (?i)en.*",
          e);
    }
  }

  /**
   * One rule of SRX 2.0: a position between {@code before} and {@code after} is a break, or is not.
   *
   * @param number position in its group, from 1
   * @param before regular expression; empty matches any character
   * @param after regular expression; empty matches anything
   * @param comment its purpose; may be empty
   */
  record SrxRule(
      String group, int number, String before, String after, boolean breaks, String comment) {

    String label() {
      return group + " " + number;
    }
  }
}

package ballast.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a user's list says about abbreviations. A later line about the same abbreviation wins.
 *
 * @param always never end a sentence
 * @param ambiguous may end a sentence: the referee decides
 * @param removed words that are not abbreviations after all
 */
record AbbreviationOverrides(Set<String> always, Set<String> ambiguous, Set<String> removed) {

  static final AbbreviationOverrides NONE = new AbbreviationOverrides(Set.of(), Set.of(), Set.of());

  private static final String HINT =
      "write one abbreviation a line: +Inc. never ends a sentence, ?Inc. may, -etc. is an"
          + " ordinary word; # starts a comment";

  /** How many code points of a wrong line a message quotes. */
  private static final int MAX_SHOWN = 60;

  /** In characters. Rules look back over the whole abbreviation at every full stop. */
  private static final int MAX_LENGTH = 40;

  /**
   * Reads a list in UTF-8.
   *
   * @throws InputException if it cannot be read or a line is not an override; names the line
   */
  static AbbreviationOverrides read(Path file) {
    AbbreviationOverrides overrides =
        new AbbreviationOverrides(
            new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    int number = 0;
    for (String line : decode(file).lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!entry.isEmpty()) {
        overrides.add(entry, file, number);
      }
    }
    return overrides;
  }

  boolean isEmpty() {
    return always.isEmpty() && ambiguous.isEmpty() && removed.isEmpty();
  }

  boolean mentions(String abbreviation) {
    return always.contains(abbreviation)
        || ambiguous.contains(abbreviation)
        || removed.contains(abbreviation);
  }

  private void add(String entry, Path file, int number) {
    Set<String> chosen =
        switch (entry.charAt(0)) {
          case '+' -> always;
          case '?' -> ambiguous;
          case '-' -> removed;
          default -> throw wrong(file, number, entry, "does not start with +, ? or -");
        };
    String abbreviation = entry.substring(1).strip();
    if (!abbreviation.endsWith(".") || abbreviation.length() < 2) {
      throw wrong(file, number, entry, "does not end with a full stop");
    }
    if (abbreviation.length() > MAX_LENGTH) {
      throw wrong(file, number, entry, "is longer than " + MAX_LENGTH + " characters");
    }
    for (Set<String> set : List.of(always, ambiguous, removed)) {
      set.remove(abbreviation);
    }
    chosen.add(abbreviation);
  }

  private static String decode(Path file) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InputException(
          "cannot read the abbreviations in \"" + file + "\": not UTF-8", "save it as UTF-8", e);
    } catch (IOException e) {
      throw new InputException(
          "cannot read the abbreviations in \"" + file + "\": " + e.getMessage(),
          "check that the file is there and may be read",
          e);
    }
  }

  private static InputException wrong(Path file, int number, String entry, String problem) {
    String shown = Excerpt.of(entry, MAX_SHOWN);
    return new InputException(
        String.format(Locale.ROOT, "\"%s\" line %d: \"%s\" %s", file, number, shown, problem),
        HINT);
  }
}

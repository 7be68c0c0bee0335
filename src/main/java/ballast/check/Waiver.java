package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Unit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A note beside a text that a finding there is right as it is: {@code ballast-ok: RULE TERM –
 * reason}. Nothing is checked here: a waiver may be incomplete and is then reported by {@link
 * Waivers}.
 *
 * @param rule id of the rule; empty when none is named
 * @param term the concept, by id or Chinese term; empty when none is named
 * @param reason why; empty when none is given
 * @param where its location; {@link Location#UNKNOWN} for that of its text
 */
public record Waiver(String rule, String term, String reason, Location where) {

  /** The id of the rule about waivers that are incomplete or waive nothing. */
  public static final String RULE = "waiver";

  /** What a waiver in a note begins with, in small or capital letters. */
  static final String SIGN = "ballast-ok:";

  /** The property of a unit that holds waivers, with or without the sign. */
  private static final String PROPERTY = "x-ballast-ok";

  private static final Pattern SIGNED = Pattern.compile("(?i)ballast-ok\\s*[:：](.*)");

  /** A dash between blanks, or a Chinese one, after which the reason comes. */
  private static final Pattern DASH = Pattern.compile("\\s(?:–|—|--?)(?:\\s|$)|——");

  /** The waivers in a note or property of a unit, one a line; other lines are ignored. */
  static List<Waiver> in(Property property) {
    boolean isWaiver = property.name().equals(PROPERTY);
    List<Waiver> waivers = new ArrayList<>();
    if (isWaiver || property.kind() == Property.Kind.NOTE) {
      for (String line : property.value().split("\\R")) {
        Matcher signed = SIGNED.matcher(line.strip());
        if (signed.matches()) {
          waivers.add(of(signed.group(1), Location.UNKNOWN));
        } else if (isWaiver && !line.isBlank()) {
          waivers.add(of(line, Location.UNKNOWN));
        }
      }
    }
    return waivers;
  }

  /** Parses the text after the sign. */
  public static Waiver of(String text, Location where) {
    Matcher dash = DASH.matcher(text);
    boolean reasoned = dash.find();
    String head = (reasoned ? text.substring(0, dash.start()) : text).strip();
    String reason = reasoned ? text.substring(dash.end()).strip() : "";
    String[] parts = head.split("\\s+", 2);
    return new Waiver(parts[0], parts.length > 1 ? parts[1] : "", reason, where);
  }

  /** The waiver's name in messages. */
  String name() {
    return term.isEmpty() ? rule : rule + " " + term;
  }
}

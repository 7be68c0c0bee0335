package ballast.check;

import ballast.bitext.Location;
import ballast.bitext.Unit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A note next to a text that a finding there is right as it is: {@code ballast-ok: RULE TERM –
 * reason}. It is not validated here; {@link Waivers} reports incomplete ones.
 *
 * @param rule id of the rule; empty if it is missing
 * @param term the concept, by id or Chinese term; empty if it is missing
 * @param reason empty if it is missing
 * @param where its location; {@link Location#UNKNOWN} for the location of its text
 */
public record Waiver(String rule, String term, String reason, Location where) {

  /** The id of the rule about waivers that are incomplete or waive nothing. */
  public static final String RULE = "waiver";

  /** Start of a waiver in a note, case-insensitive. */
  static final String SIGN = "ballast-ok:";

  /** The property of a unit for waivers, with or without {@link #SIGN}. */
  private static final String PROPERTY = "x-ballast-ok";

  private static final Pattern SIGNED = Pattern.compile("(?i)ballast-ok\\s*[:：](.*)");

  /** A dash between blanks, or a Chinese one, before the reason. */
  private static final Pattern DASH = Pattern.compile("\\s(?:–|—|--?)(?:\\s|$)|——");

  /** The waivers in the notes and properties of a unit, one a line; other lines are ignored. */
  public static List<Waiver> in(List<Property> properties) {
    List<Waiver> waivers = new ArrayList<>();
    for (Property property : properties) {
      boolean isWaiver = property.name().equals(PROPERTY);
      boolean isRead = isWaiver || property.kind() == Property.Kind.NOTE;
      for (String line : isRead ? property.value().split("\\R") : new String[0]) {
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

  /** Parses the text after {@link #SIGN}. */
  public static Waiver of(String text, Location where) {
    Matcher dash = DASH.matcher(text);
    boolean reasoned = dash.find();
    String head = (reasoned ? text.substring(0, dash.start()) : text).strip();
    String reason = reasoned ? text.substring(dash.end()).strip() : "";
    String[] parts = head.split("\\s+", 2);
    return new Waiver(parts[0], parts.length > 1 ? parts[1] : "", reason, where);
  }

  String name() {
    return term.isEmpty() ? rule : rule + " " + term;
  }
}

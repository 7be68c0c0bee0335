package ballast.format.unit;

import ballast.bitext.Excerpt;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.bitext.Unit.Provenance;
import ballast.format.file.XmlEvents;
import ballast.format.file.XmlText;
import ballast.format.unit.RawUnit.Variant;
import ballast.format.unit.RawUnit.Writer;
import ballast.format.unit.UnitEvents.FoundPair;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides the properties of a unit into details that Ballast uses (id, dates, author, document,
 * confidence, status, neighbours) and properties that it only keeps.
 */
final class UnitDetails {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern CONFIDENCE = Pattern.compile("0(\\.\\d{1,4})?|1(\\.0{1,4})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)[Tt ]?(\\d\\d):?(\\d\\d):?(\\d\\d)(\\.\\d+)?[Zz]?");

  /** Maximum length of the name of an author or document, in UTF-16 units. */
  private static final int MAX_NAME = 1_000;

  /** Maximum code points of a wrong value quoted in a message. */
  private static final int MAX_SHOWN = 40;

  private final PairOptions options;
  private final UnitEvents events;
  private String lastCode = "";
  private @Nullable Lang lastFrom;
  private boolean lastIsSource = true;

  UnitDetails(PairOptions options, UnitEvents events) {
    this.options = options;
    this.events = events;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  FoundPair pair(RawUnit raw, Variant source, Variant target, Lang from, Lang to) {
    return new Sorting(raw, source, target, isSource(raw.sourceLang(), from)).pair(from, to);
  }

  /** The answer is cached, because it is the same for most units of a file. */
  private boolean isSource(String code, Lang from) {
    if (!code.equals(lastCode) || !from.equals(lastFrom)) {
      lastCode = code;
      lastFrom = from;
      lastIsSource =
          code.isEmpty()
              || code.equals("*all*")
              || LangCode.fit(from, LangCode.lang(code)) != Fit.OTHER;
    }
    return lastIsSource;
  }

  private final class Sorting {

    private final RawUnit raw;
    private final List<Property> properties = new ArrayList<>();
    private final Variant source;
    private final Variant target;
    private final boolean contextIsSource;
    private String id = "";
    private String document = "";
    private String before = "";
    private String after = "";
    private @Nullable Instant created;
    private @Nullable Instant changed;
    private @Nullable String creator;
    private @Nullable String changer;
    private Unit.@Nullable Status status;
    private double confidence = 1;
    private @Nullable Property confirmed;

    Sorting(RawUnit raw, Variant source, Variant target, boolean contextIsSource) {
      this.raw = raw;
      this.source = source;
      this.target = target;
      this.contextIsSource = contextIsSource;
    }

    FoundPair pair(Lang from, Lang to) {
      for (Property property : raw.properties()) {
        boolean used =
            switch (property.kind()) {
              case ATTRIBUTE -> useAttribute(property);
              case PROP -> useProperty(property) || (contextIsSource && useContext(property));
              case NOTE -> false;
            };
        if (!used) {
          properties.add(property);
        }
      }
      keepCreator();
      for (Property property : source.properties()) {
        if (property.kind() != Kind.PROP || !useContext(property)) {
          keep(Scope.SOURCE, property);
        }
      }
      useTargetAttributes();
      for (Property property : target.properties()) {
        keep(Scope.TARGET, property);
      }
      if (confirmed != null) {
        properties.add(confirmed);
      }
      List<InlineCode> codes = new ArrayList<>();
      source.codes().forEach(code -> codes.add(code.at(Side.SOURCE, code.offset())));
      target.codes().forEach(code -> codes.add(code.at(Side.TARGET, code.offset())));
      Extras extras = new Extras(properties, new Context(before, after));
      Unit unit = new Unit(id, from, to, source.text(), target.text(), provenance(), codes, extras);
      return new FoundPair(unit, created != null || changed != null, status != null, raw);
    }

    private void keep(Scope scope, Property property) {
      properties.add(
          new Property(scope, property.kind(), property.name(), property.value(), property.lang()));
    }

    private Provenance provenance() {
      Instant made = created != null ? created : changed != null ? changed : options.now();
      Instant last = changed == null || changed.isBefore(made) ? made : changed;
      String author = changer != null ? changer : creator != null ? creator : "";
      return new Provenance(
          document,
          0,
          author,
          made,
          last,
          Pairing.of(confidence, new Extras(properties, Context.NONE)),
          status == null ? options.status() : status);
    }

    private boolean useAttribute(Property property) {
      return switch (property.name()) {
        case "tuid" -> useId(property, raw.writer() != Writer.OTHER);
        case "creationdate" -> {
          created = date(property);
          yield created != null;
        }
        case "changedate" -> {
          changed = date(property);
          yield changed != null;
        }
        case "creationid" -> {
          creator = property.value();
          yield true;
        }
        case "changeid" -> {
          changer = property.value();
          yield true;
        }
        default -> false;
      };
    }

    /** Keeps the creator as a property: a provenance names only the last author. */
    private void keepCreator() {
      if (changer != null) {
        String made = creator == null ? "" : creator;
        properties.add(new Property(Scope.UNIT, Kind.ATTRIBUTE, "creationid", made, ""));
      }
    }

    private boolean useId(Property property, boolean ours) {
      if (ours && isId(property.value()) && id.isEmpty()) {
        id = property.value();
        return true;
      }
      return false;
    }

    private boolean useProperty(Property property) {
      String value = property.value();
      return switch (ownName(property.name())) {
        case "x-ballast-id" -> useId(property, true);
        case "x-document" -> {
          boolean isOne = document.isEmpty() && !value.isBlank() && value.length() <= MAX_NAME;
          document = isOne ? value : document;
          yield isOne;
        }
        case "x-status" -> {
          status = status == null ? status(value) : status;
          yield status != null && status.label().equals(value);
        }
        case "x-ConfirmationLevel" -> { // from Trados
          status = status == null ? TranslationState.status(value).orElse(null) : status;
          yield false;
        }
        case "x-confidence" -> {
          boolean isOne = CONFIDENCE.matcher(value).matches();
          confidence = isOne ? Double.parseDouble(value) : confidence;
          yield isOne;
        }
        case Pairing.PROPERTY -> {
          confirmed = Property.ofUnit(Pairing.PROPERTY, value);
          yield true;
        }
        default -> false;
      };
    }

    /** Returns the name of a property without the type that Ballast adds for Trados. */
    private String ownName(String name) {
      return raw.writer() == Writer.BALLAST && name.endsWith(TmxProfile.TYPE)
          ? name.substring(0, name.length() - TmxProfile.TYPE.length())
          : name;
    }

    /**
     * Reads a neighbour as Ballast or memoQ writes it; memoQ writes an escaped {@code seg} element.
     */
    private boolean useContext(Property property) {
      if (property.name().equals("x-context-pre") && before.isEmpty()) {
        before = segmentText(property.value());
        return !before.isEmpty();
      }
      if (property.name().equals("x-context-post") && after.isEmpty()) {
        after = segmentText(property.value());
        return !after.isEmpty();
      }
      return false;
    }

    /** OmegaT dates the translation, not the unit. */
    private void useTargetAttributes() {
      boolean undated = created == null && changed == null;
      boolean nameless = creator == null && changer == null;
      for (Property property : target.properties()) {
        if (property.kind() == Kind.ATTRIBUTE) {
          switch (property.name()) {
            case "creationdate" -> created = undated ? date(property) : created;
            case "changedate" -> changed = undated ? date(property) : changed;
            case "creationid" -> creator = nameless ? property.value() : creator;
            case "changeid" -> changer = nameless ? property.value() : changer;
            default -> {
              // Only kept.
            }
          }
        }
      }
    }

    private @Nullable Instant date(Property property) {
      Instant date = instant(property.value());
      if (date == null) {
        events.misdated(
            raw.line(),
            property.name() + " \"" + Excerpt.of(property.value(), MAX_SHOWN) + "\" is not a date");
      }
      return date;
    }
  }

  static Unit.@Nullable Status status(String label) {
    for (Unit.Status status : Unit.Status.values()) {
      if (status.label().equals(label)) {
        return status;
      }
    }
    return null;
  }

  /** Parses a date of TMX: ISO 8601 in basic or extended form, in UTC; null if it is not one. */
  static @Nullable Instant instant(String text) {
    Matcher parts = DATE.matcher(text.strip());
    if (!parts.matches()) {
      return null;
    }
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(parts.group(i + 1));
    }
    try {
      return LocalDateTime.of(
              numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns a text as an escaped {@code seg} element, which memoQ expects for a neighbour. */
  static String escapedSegment(String text) {
    String escaped = XmlText.escaped(text);
    escaped = escaped.replace("\r", "&#13;"); // a parser would turn it into a line feed
    return "<seg>" + escaped + "</seg>";
  }

  /** Returns the value itself if it is not a {@code seg} element. */
  private static String segmentText(String value) {
    String stripped = value.strip();
    if (!stripped.startsWith("<seg>") || !stripped.endsWith("</seg>")) {
      return value;
    }
    try (XmlEvents xml = XmlEvents.of(stripped, "context", (line, what) -> {})) {
      xml.next();
      return InlineText.of(xml).text();
    } catch (InputException e) {
      // The content is not XML, so it is taken literally.
      return stripped.substring("<seg>".length(), stripped.length() - "</seg>".length());
    }
  }
}

package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.file.Characters;
import ballast.format.unit.UnitSink.OnePair;
import ballast.format.unit.WordfastReader.WordfastText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a memory of Wordfast Classic: UTF-16 LE with a byte order mark and the line ends of
 * Windows, as {@link WordfastReader} reads it. The same units give the same bytes, because the
 * header has the date of the first unit.
 */
final class WordfastSink implements UnitSink {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'~'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Maximum length of a segment in Wordfast, in UTF-16 units. */
  private static final int MAX_CHARACTERS = 8_000;

  /** Maximum number of uses in Wordfast. */
  private static final int MAX_USES = 9_999;

  /** Number of Wordfast's last attribute; the first is the user. */
  private static final int LAST_ATTRIBUTE = 5;

  private final Writer out;
  private final Lang from;
  private final Lang to;
  private final OnePair pair;
  private boolean begun;
  private int tooLong;
  private int codesLeftOut;

  WordfastSink(OutputStream out, Lang from, Lang to) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_16LE));
    this.from = from;
    this.to = to;
    this.pair = new OnePair(from, to, "a Wordfast memory");
  }

  @Override
  public boolean write(Unit unit) throws IOException {
    if (!pair.takes(unit)) {
      return false;
    }
    begin(unit.provenance().changed());
    WordfastText.Writing writing = new WordfastText.Writing(unit.codes());
    String source = writing.write(unit.source(), Side.SOURCE);
    String target = writing.write(unit.target(), Side.TARGET);
    codesLeftOut += writing.leftOut();
    tooLong += Math.max(source.length(), target.length()) > MAX_CHARACTERS ? 1 : 0;
    List<String> fields = new ArrayList<>();
    fields.add(DATE.format(unit.provenance().changed()));
    fields.add(field(unit.provenance().author()));
    fields.add(uses(unit));
    fields.add(code(unit.sourceLang()));
    fields.add(source);
    fields.add(code(unit.targetLang()));
    fields.add(target);
    for (int i = 2; i <= LAST_ATTRIBUTE; i++) {
      String name = WordfastReader.ATTRIBUTE + i;
      fields.add(field(unit.extras().value(Scope.UNIT, Kind.PROP, name).orElse("")));
    }
    while (fields.size() > WordfastReader.FIELDS && fields.get(fields.size() - 1).isEmpty()) {
      fields.remove(fields.size() - 1);
    }
    line(fields);
    return true;
  }

  private void begin(Instant date) throws IOException {
    if (!begun) {
      begun = true;
      out.write('\uFEFF');
      line(
          List.of(
              "%" + DATE.format(date),
              "%User ID,",
              "%TU=00000000", // Wordfast counts them itself
              "%" + code(from),
              "%Wordfast TM v.546/00",
              "%" + code(to),
              "%---"));
    }
  }

  private void line(List<String> fields) throws IOException {
    out.write(String.join("\t", fields));
    out.write("\r\n");
  }

  private static String field(String text) {
    return Characters.strip(text.replaceAll("[\\x00-\\x1F]+", " "));
  }

  private static String uses(Unit unit) {
    String uses =
        unit.extras().value(Scope.UNIT, Property.Kind.ATTRIBUTE, "usagecount").orElse("0");
    return uses.matches("\\d{1,4}")
        ? uses
        : uses.matches("\\d{5,9}") ? String.valueOf(MAX_USES) : "0";
  }

  /**
   * Returns the code of a language with at most a country, because the format has no scripts:
   * {@code ZH-TW}.
   */
  private static String code(Lang lang) {
    String[] parts = lang.tag().split("-", -1);
    String country = "";
    for (int i = 1; i < parts.length; i++) {
      country = parts[i].length() == 2 && country.isEmpty() ? "-" + parts[i] : country;
    }
    if (country.isEmpty() && lang.language().equals("zh") && parts.length > 1) {
      country = lang.isTraditionalChinese() ? "-TW" : "-CN";
    }
    return (parts[0] + country).toUpperCase(Locale.ROOT);
  }

  @Override
  public List<String> finish() throws IOException {
    begin(Instant.EPOCH);
    out.flush();
    List<String> warnings = new ArrayList<>(pair.warnings());
    if (tooLong > 0) {
      warnings.add(
          CountedNoun.of(tooLong, "unit is", "units are")
              + " longer than the 8,000 characters that Wordfast allows in a segment");
    }
    if (codesLeftOut > 0) {
      warnings.add(
          CountedNoun.of(codesLeftOut, "inline code was", "inline codes were")
              + " left out: Wordfast has no more placeholders");
    }
    return warnings;
  }
}

package ballast.format.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitEvents.FoundPair;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that a reader finds in one file, as lines for assertions. */
public final class FoundUnits implements UnitEvents {

  public static final Instant NOW = Instant.parse("2026-02-14T08:30:00Z");
  static final PairOptions CHINESE_TO_ENGLISH =
      new PairOptions(Lang.ZH_CN, Lang.EN_US, false, Unit.Status.DRAFT, NOW);

  public final List<FoundPair> pairs = new ArrayList<>();
  public final List<String> refused = new ArrayList<>();
  public final List<String> mapped = new ArrayList<>();
  public final List<String> corrected = new ArrayList<>();
  public int refusedPairs;
  public String error = "";

  /** The reader of one format. */
  interface Reader {
    void read(InputStream in, String name, PairOptions options, UnitEvents events);
  }

  static FoundUnits ofTmx(String tmx) {
    return ofTmx(tmx.getBytes(UTF_8));
  }

  static FoundUnits ofTmx(byte[] tmx) {
    return new FoundUnits().read(TmxReader::read, "a.tmx", tmx);
  }

  /** Reads a file of any format, named by its name without the folder. */
  static FoundUnits in(Path file) {
    FoundUnits found = new FoundUnits();
    UnitFile.read(file, String.valueOf(file.getFileName()), CHINESE_TO_ENGLISH, found);
    return found;
  }

  FoundUnits read(Reader reader, String name, byte[] file) {
    reader.read(new ByteArrayInputStream(file), name, CHINESE_TO_ENGLISH, this);
    return this;
  }

  @Override
  public void pair(FoundPair pair) {
    pairs.add(pair);
  }

  @Override
  public void refused(RawUnit unit, boolean isPair, String reason) {
    refused.add(unit.line() + ": " + reason);
    refusedPairs += isPair ? 1 : 0;
  }

  @Override
  public void mapped(String code, Lang lang) {
    mapped.add(code + " as " + lang);
  }

  @Override
  public void corrected(int line, String what) {
    corrected.add(line + ": " + what);
  }

  List<Unit> units() {
    return pairs.stream().map(FoundPair::unit).toList();
  }

  /** Pairs in the wanted languages, those among them that were refused included. */
  public int read() {
    return pairs.size() + refusedPairs;
  }

  /** Name and value of each property of a unit. */
  static List<String> properties(Unit unit) {
    return unit.extras().properties().stream().map(p -> p.name() + "=" + p.value()).toList();
  }

  /** Source and target of each pair. */
  List<String> texts() {
    return units().stream().map(unit -> unit.source() + " | " + unit.target()).toList();
  }
}

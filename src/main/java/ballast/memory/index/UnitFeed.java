package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.TextKey;
import ballast.memory.store.Database;
import java.sql.SQLException;

/**
 * Collects the texts of new units for the index as they are written, so that they need not be read
 * from the file again.
 *
 * <p>The units must come in the order of their ids without gaps. If they change later, the database
 * marks them as pending, like any unit.
 */
public final class UnitFeed {

  private final UnitTexts texts;
  private final PartMaking making;
  private long first;
  private long last = -1;

  public UnitFeed(Database database) {
    this.texts = new UnitTexts(database);
    this.making = new PartMaking(database);
  }

  /** Adds a unit; its languages are given by their rows. */
  public void add(long id, long sourceLang, long targetLang, Unit unit, TextKey.Stored keys)
      throws SQLException {
    if (last < 0) {
      first = id;
    } else if (id != last + 1) {
      throw new IllegalArgumentException("unit " + id + " after " + last);
    }
    last = id;
    try {
      making.accept(
          id, Side.SOURCE, texts.measure(sourceLang), UnitTexts.key(keys.source()), unit.source());
      making.accept(
          id, Side.TARGET, texts.measure(targetLang), UnitTexts.key(keys.target()), unit.target());
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    }
  }

  public void moveTo(long firstId) {
    last += firstId - first;
    first = firstId;
  }

  /** Id of the first unit; above {@link #last} if there is none. */
  public long first() {
    return first;
  }

  long last() {
    return last;
  }

  PartMaking making() {
    return making;
  }
}

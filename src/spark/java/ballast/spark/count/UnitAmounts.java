package ballast.spark.count;

import ballast.language.TextAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Counts the characters and words of units, by their languages. */
final class UnitAmounts implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final StructType COLUMNS =
      new StructType()
          .add("source_lang", DataTypes.StringType, false)
          .add("target_lang", DataTypes.StringType, false)
          .add("source_characters", DataTypes.LongType, false)
          .add("source_words", DataTypes.LongType, false)
          .add("target_characters", DataTypes.LongType, false)
          .add("target_words", DataTypes.LongType, false);

  private UnitAmounts() {}

  /** Both languages, then characters and words of the sources and of the translations. */
  static Dataset<Row> of(Dataset<Row> units) {
    return units
        .select("source_lang", "target_lang", "source", "target")
        .mapPartitions(new UnitAmounts(), Encoders.row(COLUMNS));
  }

  private record Amounts(TextAmount source, TextAmount target) {

    static Amounts of(Row unit) {
      return new Amounts(TextAmount.of(unit.getString(2)), TextAmount.of(unit.getString(3)));
    }

    Amounts plus(Amounts more) {
      return new Amounts(source.plus(more.source), target.plus(more.target));
    }
  }

  @Override
  public Iterator<Row> call(Iterator<Row> units) {
    Map<List<String>, Amounts> sums = new HashMap<>();
    units.forEachRemaining(
        unit ->
            sums.merge(
                List.of(unit.getString(0), unit.getString(1)), Amounts.of(unit), Amounts::plus));
    List<Row> rows = new ArrayList<>();
    sums.forEach(
        (pair, sum) ->
            rows.add(
                RowFactory.create(
                    pair.get(0),
                    pair.get(1),
                    sum.source.characters(),
                    sum.source.words(),
                    sum.target.characters(),
                    sum.target.words())));
    return rows.iterator();
  }
}

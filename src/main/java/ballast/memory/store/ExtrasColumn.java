package ballast.memory.store;

import ballast.bitext.Unit.Context;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the extras of a unit in one text column. First come {@code b} and the text before it, and
 * {@code f} and the text that follows, each only if known. Then each property has its scope ({@code
 * u}, {@code s} or {@code t}), its kind ({@code a}, {@code p} or {@code n}), and name, value and
 * language. Texts are fields of {@link ColumnFields}. An empty column means no extras.
 */
public final class ExtrasColumn {

  private static final String LETTERS = "bfust";
  private static final String KINDS = "apn";
  private static final int BEFORE = 0;
  private static final int AFTER = 1;
  private static final int FIRST_SCOPE = 2;

  private ExtrasColumn() {}

  static String write(Extras extras) {
    StringBuilder column = new StringBuilder();
    if (!extras.context().before().isEmpty()) {
      column.append('b');
      ColumnFields.append(column, extras.context().before());
    }
    if (!extras.context().after().isEmpty()) {
      column.append('f');
      ColumnFields.append(column, extras.context().after());
    }
    for (Property property : extras.properties()) {
      column.append(
          switch (property.scope()) {
            case UNIT -> 'u';
            case SOURCE -> 's';
            case TARGET -> 't';
          });
      column.append(
          switch (property.kind()) {
            case ATTRIBUTE -> 'a';
            case PROP -> 'p';
            case NOTE -> 'n';
          });
      ColumnFields.append(column, property.name());
      ColumnFields.append(column, property.value());
      ColumnFields.append(column, property.lang());
    }
    return column.toString();
  }

  /**
   * @throws IllegalArgumentException if {@link #write} did not make the column
   */
  public static Extras read(String column) {
    if (column.isEmpty()) {
      return Extras.NONE;
    }
    ColumnFields fields = new ColumnFields(column, "extras");
    String before = "";
    String after = "";
    List<Property> properties = new ArrayList<>();
    while (fields.hasMore()) {
      int letter = fields.letter(LETTERS);
      switch (letter) {
        case BEFORE -> before = fields.field();
        case AFTER -> after = fields.field();
        default -> {
          Scope scope = List.of(Scope.UNIT, Scope.SOURCE, Scope.TARGET).get(letter - FIRST_SCOPE);
          Kind kind = List.of(Kind.ATTRIBUTE, Kind.PROP, Kind.NOTE).get(fields.letter(KINDS));
          properties.add(new Property(scope, kind, fields.field(), fields.field(), fields.field()));
        }
      }
    }
    return new Extras(properties, new Context(before, after));
  }
}

package ballast.bitext;

import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Data about a unit in another program's file that Ballast does not use itself: kept, and written
 * again when the unit is exported.
 *
 * @param properties attributes, properties and notes, in the order of the file
 * @param context the neighbours whose source texts the file gives
 */
public record Extras(List<Property> properties, Context context) {

  /** No extras. */
  public static final Extras NONE = new Extras(List.of(), Context.NONE);

  public Extras {
    properties = List.copyOf(properties);
  }

  public boolean isEmpty() {
    return properties.isEmpty() && context.isEmpty();
  }

  /** The texts of all notes, in order, of any scope. */
  public List<String> notes() {
    return properties.stream().filter(p -> p.kind() == Kind.NOTE).map(Property::value).toList();
  }

  /** The value of the first property with this scope, kind and name; empty if there is none. */
  public Optional<String> value(Scope scope, Kind kind, String name) {
    return properties.stream()
        .filter(p -> p.scope() == scope && p.kind() == kind && p.name().equals(name))
        .map(Property::value)
        .findFirst();
  }

  /** These extras with one more property at the end. */
  public Extras with(Property property) {
    List<Property> more = new ArrayList<>(properties);
    more.add(property);
    return new Extras(more, context);
  }

  /** These extras with another context. */
  public Extras withContext(Context other) {
    return new Extras(properties, other);
  }
}

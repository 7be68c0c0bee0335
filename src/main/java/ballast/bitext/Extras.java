package ballast.bitext;

import ballast.bitext.Property.Kind;
import ballast.bitext.Property.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of another program says of a unit beyond what Ballast itself uses: kept, and given
 * back when the unit is exported.
 *
 * @param properties attributes, properties and notes, in the order of the file
 * @param context the neighbours, as far as the file names their source texts
 */
public record Extras(List<Property> properties, Context context) {

  /** A unit of which no file says more. */
  public static final Extras NONE = new Extras(List.of(), Context.NONE);

  public Extras {
    properties = List.copyOf(properties);
  }

  public boolean isEmpty() {
    return properties.isEmpty() && context.isEmpty();
  }

  /** The texts of the notes, in order, whatever they are said of. */
  public List<String> notes() {
    return properties.stream().filter(p -> p.kind() == Kind.NOTE).map(Property::value).toList();
  }

  /** The value of the first property of that place, kind and name. */
  public Optional<String> value(Scope scope, Kind kind, String name) {
    return properties.stream()
        .filter(p -> p.scope() == scope && p.kind() == kind && p.name().equals(name))
        .map(Property::value)
        .findFirst();
  }

  /** These extras and one property more, at the end. */
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

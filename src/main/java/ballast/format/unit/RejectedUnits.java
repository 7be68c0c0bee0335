package ballast.format.unit;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.format.unit.TmxWriter.TmxXml;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the units rejected by an import as TMX: with all their properties, their original language
 * codes, and the reason as property {@code x-rejected}.
 */
public final class RejectedUnits implements AutoCloseable {

  static final String REASON = "x-rejected";

  private final TmxXml xml;

  /** Starts a file. The stream is flushed at the end, not closed. */
  public RejectedUnits(OutputStream out) throws IOException {
    this.xml = new TmxXml(out, "*all*");
  }

  /**
   * @param file name of the file that contains it, for the reason
   */
  public void write(RawUnit unit, String file, String reason) throws IOException {
    xml.startUnit(attributes(unit.properties()));
    xml.property(Property.ofUnit(REASON, file + ":" + unit.line() + ": " + reason));
    for (Property property : others(unit.properties())) {
      xml.property(property);
    }
    for (RawUnit.Variant variant : unit.variants()) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("xml:lang", variant.lang());
      attributes.putAll(attributes(variant.properties()));
      List<InlineCode> codes = new ArrayList<>(TmxXml.codes(variant.codes(), Side.SOURCE));
      xml.variant(attributes, others(variant.properties()), variant.text(), codes);
    }
    xml.endUnit();
  }

  private static Map<String, String> attributes(List<Property> properties) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Property property : properties) {
      if (property.kind() == Kind.ATTRIBUTE) {
        attributes.put(property.name(), property.value());
      }
    }
    return attributes;
  }

  private static List<Property> others(List<Property> properties) {
    return properties.stream().filter(p -> p.kind() != Kind.ATTRIBUTE).toList();
  }

  @Override
  public void close() throws IOException {
    xml.end();
  }
}

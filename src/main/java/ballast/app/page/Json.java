package ballast.app.page;

import ballast.bitext.Location;
import ballast.bitext.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document for a program, as specified in {@code src/site/markdown/json.md}.
 *
 * <pre>
 * try (Json json = Json.line(out)) {
 *   json.put("query", query).strings("expected", words);
 *   json.array("hits");
 *   for (...) {
 *     json.object().put("source", text).spans("spans", text, spans).end();
 *   }
 *   json.end();
 * }
 * </pre>
 *
 * <p>The document is an object whose first member is the number of the schema. Han are not escaped,
 * but everything that acts on a terminal is ({@code \u202e}). Spans are in code points. Closing
 * writes the end of the object and a line break, and flushes the writer without closing it.
 */
public final class Json implements AutoCloseable {

  /**
   * Version of the schema. It rises when a member is removed or changes its meaning, but not when
   * one is added.
   */
  public static final int SCHEMA = 2;

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonEscapes ESCAPES = new JsonEscapes();

  private final Writer out;
  private final JsonGenerator generator;

  private Json(Writer out, boolean pretty) throws IOException {
    this.out = out;
    generator = FACTORY.createGenerator(out);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    generator.setCharacterEscapes(ESCAPES);
    // A truncated document must not look complete.
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    if (pretty) {
      generator.useDefaultPrettyPrinter();
    }
    generator.writeStartObject();
  }

  /** Begins a document on one line. */
  public static Json line(Writer out) throws IOException {
    return new Json(out, false).put("schema", SCHEMA);
  }

  /** Begins an indented document, readable for people too. */
  public static Json pretty(Writer out) throws IOException {
    return new Json(out, true).put("schema", SCHEMA);
  }

  /** Begins an indented document in a foreign standard, without a schema number. */
  public static Json foreign(Writer out) throws IOException {
    return new Json(out, true);
  }

  public Json put(String name, String text) throws IOException {
    generator.writeStringField(name, text);
    return this;
  }

  public Json put(String name, long number) throws IOException {
    generator.writeNumberField(name, number);
    return this;
  }

  public Json put(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
    return this;
  }

  /** Writes a number without rounding. */
  public Json number(String name, double number) throws IOException {
    generator.writeNumberField(name, number);
    return this;
  }

  /** Writes a number that is already formatted, for example {@code 0.5000}. */
  public Json digits(String name, String number) throws IOException {
    generator.writeFieldName(name);
    generator.writeNumber(number);
    return this;
  }

  public Json none(String name) throws IOException {
    generator.writeNullField(name);
    return this;
  }

  public Json strings(String name, Iterable<String> texts) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String text : texts) {
      generator.writeString(text);
    }
    generator.writeEndArray();
    return this;
  }

  /** Writes {@code file}, {@code line}, {@code column} and, without lines, {@code place}. */
  public Json place(Location location) throws IOException {
    put("file", location.file()).put("line", location.line()).put("column", location.column());
    return location.place().isEmpty() ? this : put("place", location.place());
  }

  /** Writes a stretch of {@code text} as {@code [start, end]}, in code points. */
  public Json span(String name, String text, Span span) throws IOException {
    generator.writeFieldName(name);
    return span(text, span);
  }

  /** Writes stretches of {@code text} as {@code [[start, end], ...]}, in code points. */
  public Json spans(String name, String text, List<Span> spans) throws IOException {
    generator.writeArrayFieldStart(name);
    for (Span span : spans) {
      span(text, span);
    }
    generator.writeEndArray();
    return this;
  }

  private Json span(String text, Span span) throws IOException {
    generator.writeStartArray();
    generator.writeNumber(text.codePointCount(0, span.start()));
    generator.writeNumber(text.codePointCount(0, span.end()));
    generator.writeEndArray();
    return this;
  }

  /** Writes a member whose value is already well-formed JSON. */
  public Json raw(String name, String json) throws IOException {
    generator.writeFieldName(name);
    generator.writeRawValue(json);
    return this;
  }

  /** Begins a member that is an object. */
  public Json object(String name) throws IOException {
    generator.writeObjectFieldStart(name);
    return this;
  }

  /** Begins an object in the innermost list. */
  public Json object() throws IOException {
    generator.writeStartObject();
    return this;
  }

  /** Begins a member that is a list of objects. */
  public Json array(String name) throws IOException {
    generator.writeArrayFieldStart(name);
    return this;
  }

  /**
   * Ends the innermost object or list.
   *
   * @throws IllegalStateException if only the document itself is open, which {@link #close} ends
   */
  public Json end() throws IOException {
    JsonStreamContext context = generator.getOutputContext();
    if (isDocument(context)) {
      throw new IllegalStateException("the document ends when it is closed");
    }
    if (context.inArray()) {
      generator.writeEndArray();
    } else {
      generator.writeEndObject();
    }
    return this;
  }

  /** Ends the document. If objects or lists are still open, the document is left truncated. */
  @Override
  public void close() throws IOException {
    boolean whole = !generator.isClosed() && isDocument(generator.getOutputContext());
    if (whole) {
      generator.writeEndObject();
      generator.writeRaw('\n');
    }
    generator.close();
    out.flush();
  }

  private static boolean isDocument(JsonStreamContext context) {
    return context.inObject() && context.getParent().inRoot();
  }

  /**
   * Escapes what JSON demands, and also the characters that act on a terminal. The document means
   * the same, and can be shown in a log.
   */
  private static final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    private final int[] ascii;

    JsonEscapes() {
      ascii = standardAsciiEscapesForJSON();
      ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return c > DELETE && TerminalText.actsOnTerminal(c)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
          : null;
    }
  }
}

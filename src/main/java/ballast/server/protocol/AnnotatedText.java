package ballast.server.protocol;

import ballast.bitext.Span;
import ballast.server.RefusedException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in which stretches may be markup, as clients of LanguageTool send it. What is checked is
 * the text without the markup; positions in answers are in the whole. Immutable.
 */
final class AnnotatedText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String whole;
  private final String plain;
  private final List<Run> runs;

  /**
   * A stretch of the plain text.
   *
   * @param start where it begins in the plain text
   * @param in where it is in the whole
   * @param verbatim whether the two are the same text; else the stretch stands for markup
   */
  private record Run(int start, Span in, boolean verbatim) {}

  /** A member of the list {@code annotation}. */
  private record Part(String text, String markup, String interpretAs) {}

  private AnnotatedText(String whole, String plain, List<Run> runs) {
    this.whole = whole;
    this.plain = plain;
    this.runs = List.copyOf(runs);
  }

  /** A text without markup. */
  static AnnotatedText plain(String text) {
    return of(List.of(new Part(text, "", "")));
  }

  /**
   * Reads {@code {"text": …}} or {@code {"annotation": [{"text": …}, {"markup": …, "interpretAs":
   * …}]}}.
   *
   * @throws RefusedException if the JSON is neither
   */
  static AnnotatedText read(String json) {
    List<Part> parts = new ArrayList<>();
    boolean known = false;
    try (JsonParser parser = FACTORY.createParser(json)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("text")) {
          parts.add(new Part(string(parser), "", ""));
          known = true;
        } else if (name.equals("annotation")) {
          readParts(parser, parts);
          known = true;
        } else {
          parser.skipChildren();
        }
      }
      require(parser.currentToken() == JsonToken.END_OBJECT && known);
    } catch (IOException e) {
      throw unknown();
    }
    return of(parts);
  }

  private static void readParts(JsonParser parser, List<Part> into) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String text = "";
      String markup = "";
      String interpretAs = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "text" -> text = string(parser);
          case "markup" -> markup = string(parser);
          case "interpretAs" -> interpretAs = string(parser);
          default -> parser.skipChildren();
        }
      }
      into.add(new Part(text, markup, interpretAs));
    }
    require(parser.currentToken() == JsonToken.END_ARRAY);
  }

  private static String string(JsonParser parser) throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw unknown();
    }
  }

  private static RefusedException unknown() {
    return RefusedException.badRequest(
        "parameter \"data\" is not of the form {\"annotation\":[{\"text\":\"…\"},"
            + "{\"markup\":\"…\"}]}");
  }

  private static AnnotatedText of(List<Part> parts) {
    StringBuilder whole = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    List<Run> runs = new ArrayList<>();
    for (Part part : parts) {
      int start = whole.length();
      if (!part.text().isEmpty()) {
        whole.append(part.text());
        runs.add(new Run(plain.length(), new Span(start, whole.length()), /* verbatim= */ true));
        plain.append(part.text());
      }
      start = whole.length();
      whole.append(part.markup());
      if (!part.interpretAs().isEmpty()) {
        runs.add(new Run(plain.length(), new Span(start, whole.length()), /* verbatim= */ false));
        plain.append(part.interpretAs());
      }
    }
    return new AnnotatedText(whole.toString(), plain.toString(), runs);
  }

  /** All of it, with the markup. */
  String whole() {
    return whole;
  }

  /** What is checked. */
  String plain() {
    return plain;
  }

  /**
   * Where a stretch of the plain text is in the whole.
   *
   * @param span not empty
   */
  Span inWhole(Span span) {
    Run first = run(span.start());
    Run last = run(span.end() - 1);
    int start =
        first.verbatim() ? first.in().start() + span.start() - first.start() : first.in().start();
    int end = last.verbatim() ? last.in().start() + span.end() - last.start() : last.in().end();
    return new Span(start, end);
  }

  private Run run(int at) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).start() <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return runs.get(low);
  }
}

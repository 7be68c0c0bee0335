package ballast.server.protocol;

import ballast.server.Route;
import java.util.List;

/**
 * A query for programs, with its description.
 *
 * @param methods GET, POST or both
 * @param summary the content of the answer, in a sentence without a full stop
 * @param fields the parameters, in the query or in a form
 */
record Operation(
    String path,
    List<String> methods,
    String summary,
    List<Field> fields,
    Content answer,
    Route.Handler handler) {

  static final List<String> GET = List.of("GET");
  static final List<String> GET_AND_POST = List.of("GET", "POST");

  /**
   * A parameter.
   *
   * @param type JSON type: {@code string}, {@code integer} or {@code boolean}
   * @param required whether the query makes no sense without it
   * @param meaning half a sentence
   */
  record Field(String name, String type, boolean required, String meaning) {

    static Field needed(String name, String meaning) {
      return new Field(name, "string", /* required= */ true, meaning);
    }

    static Field text(String name, String meaning) {
      return new Field(name, "string", /* required= */ false, meaning);
    }

    static Field number(String name, String meaning) {
      return new Field(name, "integer", /* required= */ false, meaning);
    }

    static Field flag(String name, String meaning) {
      return new Field(name, "boolean", /* required= */ false, meaning);
    }
  }

  /**
   * The format of an answer.
   *
   * @param type media type
   * @param schema name of its schema among the resources {@code ballast/schema}, or ""
   */
  record Content(String type, String schema) {

    static final Content JSON = new Content("application/json", "");
    static final Content HTML = new Content("text/html", "");

    static Content of(String schema) {
      return new Content("application/json", schema);
    }
  }

  Operation {
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
  }

  List<Route> routes() {
    return methods.stream().map(method -> Route.question(method, path, handler)).toList();
  }
}

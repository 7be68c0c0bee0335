package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;

/** How long the name of a document may be: an index of the server keeps no longer one. */
final class PostgresNames {

  /** The constraint of the tables that says so. */
  static final String CONSTRAINT = "document_name_length";

  /** In bytes of UTF-8. */
  static final int MAX_LENGTH = 2_600;

  private PostgresNames() {}

  /**
   * @throws InputException if the name is too long for a server
   */
  static void require(String document, PostgresAddress address) {
    if (document.getBytes(UTF_8).length > MAX_LENGTH) {
      throw tooLong(address);
    }
  }

  /** The error for a name that is too long. */
  static InputException tooLong(PostgresAddress address) {
    return new InputException(
        "cannot write to the memory \"%s\": the name of a document has more than %,d bytes, some %,d letters of Chinese; a server keeps no longer one"
            .formatted(address, MAX_LENGTH, MAX_LENGTH / 3),
        "give the document a shorter name; a memory in a file keeps names of any length");
  }
}

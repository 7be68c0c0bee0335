package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.FileStart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats of files of translation units. Reading, writing, detection and messages all use this
 * list: a new format needs a constant here, a reader in {@link UnitFile}, and a sink in {@link
 * UnitForm}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, the functions stateless
public enum UnitFormat {
  TMX("TMX", List.of("tmx"), List.of(), start -> start.root().equals("tmx")),
  /**
   * Bilingual files of OASIS, including those of Trados, memoQ (compressed or not), Phrase and
   * Wordfast.
   */
  XLIFF(
      "XLIFF",
      List.of("xlf", "xliff"),
      List.of("sdlxliff", "mqxliff", "mqxlz", "mxliff", "txlf"),
      start -> start.root().equals("xliff") || (start.isZip() && start.contains(".mqxliff"))),
  /** Tab-separated lines, which cannot be distinguished from other text by their content. */
  TSV("TSV", List.of("tsv"), List.of(), start -> false),
  /** The memory of Wordfast Classic, a tab-separated text file with a header. */
  WORDFAST(
      "Wordfast", List.of("wf.txt"), List.of(), start -> WordfastReader.isHeader(start.line())),
  /** The memory of Trados Studio, a database. */
  SDLTM("SDLTM", List.of(), List.of("sdltm"), FileStart::isNamelessDatabase),
  /** The bilingual file of Wordfast Pro. */
  TXML("TXML", List.of(), List.of("txml"), start -> start.root().equals("txml")),
  /** The bilingual file of Trados before Studio. */
  TTX("TTX", List.of(), List.of("ttx"), start -> start.root().equals("TRADOStag"));

  private final String title;
  private final List<String> written;
  private final List<String> alsoRead;
  private final Predicate<FileStart> look;

  /**
   * @param written extensions of files to write, without the first dot and {@code .gz}, the usual
   *     one first
   * @param alsoRead extensions accepted only for reading
   * @param look whether the first bytes show the format
   */
  UnitFormat(String title, List<String> written, List<String> alsoRead, Predicate<FileStart> look) {
    this.title = title;
    this.written = written;
    this.alsoRead = alsoRead;
    this.look = look;
  }

  /** The extensions of files read as this format, without the first dot, the usual one first. */
  public List<String> allExtensions() {
    return Stream.concat(written.stream(), alsoRead.stream()).toList();
  }

  /** The usual extension, without the dot. */
  public String extension() {
    return written.get(0);
  }

  /** Returns the format for the name of a file to read; empty if there is none. */
  public static Optional<UnitFormat> named(String file) {
    String name = plain(file);
    return Arrays.stream(values())
        .filter(format -> endsIn(format.allExtensions(), name))
        .findFirst();
  }

  /** Returns the format shown by the first bytes, regardless of the name; empty if none. */
  public static Optional<UnitFormat> of(FileStart start) {
    return Arrays.stream(values()).filter(format -> format.look.test(start)).findFirst();
  }

  /** Whether the name of a file to write has a known extension, ignoring {@code .gz}. */
  public static boolean isOne(String file) {
    return written(file).isPresent();
  }

  private static Optional<UnitFormat> written(String file) {
    String name = plain(file);
    return Arrays.stream(values()).filter(format -> endsIn(format.written, name)).findFirst();
  }

  /**
   * Returns the format of a file to write by its extension, ignoring {@code .gz}.
   *
   * @throws InputException if it has the extension of no format
   */
  public static UnitFormat of(String file) {
    return written(file)
        .orElseThrow(
            () ->
                new InputException(
                    "cannot export to a file whose name ends in \"" + extension(file) + "\"",
                    "end it in %s, perhaps with .gz, or add --format %s"
                        .formatted(
                            extensions(),
                            written().map(UnitFormat::toString).collect(Collectors.joining("|")))));
  }

  /** Formats that can be read, for a sentence: {@code TMX, XLIFF or TSV}. */
  public static String titles() {
    return list(Arrays.stream(values()).map(format -> format.title));
  }

  /** Formats that can be written, for a sentence: {@code TMX, XLIFF or TSV}. */
  public static String writtenTitles() {
    return list(written().map(format -> format.title));
  }

  /** Usual extensions of files to write, for a sentence: {@code .tmx, .xlf or .tsv}. */
  public static String extensions() {
    return list(written().map(format -> "." + format.written.get(0)));
  }

  /** Usual extensions of files to read, for a sentence: {@code .tmx, .xlf or .tsv}. */
  public static String readExtensions() {
    return list(Arrays.stream(values()).map(format -> "." + format.allExtensions().get(0)));
  }

  /** Command-line names of formats to write, for a sentence: {@code tmx, xliff or tsv}. */
  public static String names() {
    return list(written().map(UnitFormat::toString));
  }

  private static Stream<UnitFormat> written() {
    return Arrays.stream(values()).filter(format -> !format.written.isEmpty());
  }

  private static String list(Stream<String> words) {
    List<String> all = words.toList();
    int last = all.size() - 1;
    return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private static boolean endsIn(List<String> extensions, String plain) {
    return extensions.stream().anyMatch(extension -> plain.endsWith("." + extension));
  }

  /** Returns the extension in lower case without the dot; for {@code .gz}, that inside it. */
  public static String extension(String file) {
    String name = plain(file);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String plain(String file) {
    String lower = "." + file.toLowerCase(Locale.ROOT); // a name that is only the extension counts
    return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
  }

  /** Whether it is written as UTF-8; only these formats may go to standard output. */
  public boolean isUtf8() {
    return this != WORDFAST; // it is written as UTF-16, as Wordfast Classic does
  }

  /** Returns the name of what positions count: {@code line}, in databases {@code unit}. */
  public String place() {
    return this == SDLTM ? "unit" : "line";
  }

  public String title() {
    return title;
  }

  /** The name on the command line: {@code tmx}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

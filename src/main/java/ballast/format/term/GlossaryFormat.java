package ballast.format.term;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.file.FileStart;
import ballast.format.table.SafeCell;
import ballast.format.term.GlossaryTableWriter.LeftOutTerm;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.Term.TermStatus;
import ballast.language.WhiteSpace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of glossaries. Reading, writing, detection and messages all use this list. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, the functions stateless
public enum GlossaryFormat {
  /** One of Ballast's tables, with cells separated by commas. */
  CSV(
      "CSV",
      new Extensions(List.of("csv"), List.of()),
      start -> false,
      (file, name) -> GlossaryFile.readTable(file, name, /* tabs= */ false),
      (out, concepts, origins) -> table(origins).write(out, ',', concepts)),
  /** One of Ballast's tables, with cells separated by tabs. */
  TSV(
      "TSV",
      new Extensions(List.of("tsv"), List.of()),
      start -> false,
      (file, name) -> GlossaryFile.readTable(file, name, /* tabs= */ true),
      (out, concepts, origins) -> table(origins).write(out, '\t', concepts)),
  XLSX(
      "Excel",
      new Extensions(List.of("xlsx"), List.of("xlsm")),
      FileStart::isZip,
      GlossaryFile::readWorkbook,
      (out, concepts, origins) -> table(origins).writeXlsx(out, concepts)),
  /** TBX version 2, without a namespace: the form that OmegaT and most other programs read. */
  TBX(
      "TBX",
      new Extensions(List.of("tbx"), List.of("xml")),
      start -> start.root().equals("martif"),
      GlossaryFile::readTbx,
      (out, concepts, origins) -> tbx(out, 2, concepts)),
  /** TBX version 3 (ISO 30042:2019), data categories as attributes. */
  TBX3(
      "TBX",
      new Extensions(List.of(), List.of()),
      start -> start.root().equals("tbx"),
      GlossaryFile::readTbx,
      (out, concepts, origins) -> tbx(out, 3, concepts)),
  /** TBX version 2 without forbidden renderings, which OmegaT would offer like any other. */
  OMEGAT_TBX(
      "TBX",
      new Extensions(List.of(), List.of()),
      start -> false,
      GlossaryFile::readTbx,
      (out, concepts, origins) -> writeOmegaTTbx(out, concepts)),
  MULTITERM(
      "MultiTerm XML",
      new Extensions(List.of(), List.of("xml")),
      start -> start.root().equals("mtf"),
      GlossaryFile::readMultiTerm,
      (out, concepts, origins) -> onlyRead()),
  /** Three cells per line, separated by tabs: Chinese, English, remark. */
  OMEGAT(
      "OmegaT",
      new Extensions(List.of("utf8", "txt", "tab"), List.of()),
      start -> false,
      GlossaryFile::readOmegaT,
      (out, concepts, origins) -> new PlainTermWriter().writeOmegaT(out, concepts)),
  /** Chinese, English and their codes, separated by commas; every Chinese term once. */
  DEEPL(
      "DeepL",
      new Extensions(List.of(), List.of()),
      start -> false,
      (file, name) -> GlossaryFile.readTable(file, name, /* tabs= */ false),
      (out, concepts, origins) -> new PlainTermWriter().writeDeepL(out, concepts));

  /**
   * The extensions of file names, without the dot.
   *
   * @param written extensions of files to write, the usual one first
   * @param alsoRead extensions accepted only for reading
   */
  private record Extensions(List<String> written, List<String> alsoRead) {}

  @FunctionalInterface
  private interface Reader {
    GlossaryReading read(Path file, String name);
  }

  /** Writes a file; returns the omitted terms with reasons. */
  @FunctionalInterface
  private interface Writer {
    List<LeftOutTerm> write(OutputStream out, List<Concept> concepts, boolean origins)
        throws IOException;
  }

  private final String title;
  private final Extensions extensions;
  private final Predicate<FileStart> look;
  private final Reader reader;
  private final Writer writer;

  GlossaryFormat(
      String title,
      Extensions extensions,
      Predicate<FileStart> look,
      Reader reader,
      Writer writer) {
    this.title = title;
    this.extensions = extensions;
    this.look = look;
    this.reader = reader;
    this.writer = writer;
  }

  private static GlossaryTableWriter table(boolean origins) {
    return new GlossaryTableWriter(origins);
  }

  private static List<LeftOutTerm> tbx(OutputStream out, int version, List<Concept> concepts)
      throws IOException {
    new TbxWriter(out, version).write(concepts);
    return List.of();
  }

  private static List<LeftOutTerm> onlyRead() {
    throw new InputException(
        "cannot write MultiTerm XML: it is only read", "write xlsx, which MultiTerm converts");
  }

  GlossaryReading read(Path file, String name) {
    return reader.read(file, name);
  }

  List<LeftOutTerm> write(OutputStream out, List<Concept> concepts, boolean origins)
      throws IOException {
    return writer.write(out, concepts, origins);
  }

  /** Returns this format, or the one for OmegaT that the name of the file to write requires. */
  public GlossaryFormat in(String file) {
    return this == OMEGAT && extension(file).equals("tbx") ? OMEGAT_TBX : this;
  }

  static Optional<GlossaryFormat> begun(Path file) {
    return FileStart.ofReadable(file)
        .flatMap(
            start -> Arrays.stream(values()).filter(format -> format.look.test(start)).findFirst());
  }

  static Optional<GlossaryFormat> named(String file) {
    String extension = extension(file);
    return Arrays.stream(values())
        .filter(
            format ->
                format.extensions.written.contains(extension)
                    || format.extensions.alsoRead.contains(extension))
        .findFirst();
  }

  /**
   * Whether the name of a file has an extension of glossaries. (A file of any name can be read.)
   */
  public static boolean isRead(String file) {
    return named(file).isPresent();
  }

  /** Whether the name of a file to write has the extension of a format. */
  public static boolean isWritten(String file) {
    return written(file).isPresent();
  }

  /** OmegaT's extension does not count, because it may be any text. */
  static boolean isOfFolders(String file) {
    return ofFolders().anyMatch(extension(file)::equals);
  }

  private static Stream<String> ofFolders() {
    return Arrays.stream(values())
        .filter(format -> format != OMEGAT)
        .flatMap(format -> format.extensions.written.stream().limit(1));
  }

  /**
   * Returns the format for the name of a file to write.
   *
   * @throws InputException if there is none
   */
  public static GlossaryFormat of(String file) {
    return written(file)
        .orElseThrow(
            () ->
                new InputException(
                    "cannot tell what to write into a file whose name ends in \"%s\""
                        .formatted(extension(file)),
                    "end it in %s, or add --format %s"
                        .formatted(extensions(), writtenNames().collect(Collectors.joining("|")))));
  }

  private static Optional<GlossaryFormat> written(String file) {
    String extension = extension(file);
    return Arrays.stream(values())
        .filter(format -> format.extensions.written.contains(extension))
        .findFirst();
  }

  /** Formats, for a sentence: {@code CSV, TSV or TBX}. */
  public static String titles() {
    return sentence(Arrays.stream(values()).map(format -> format.title));
  }

  /**
   * Command-line names of the formats that can be written, for a sentence: {@code csv, tsv or tbx}.
   */
  public static String names() {
    return sentence(writtenNames());
  }

  private static Stream<String> writtenNames() {
    return Arrays.stream(values())
        .filter(format -> format != MULTITERM)
        .map(GlossaryFormat::toString);
  }

  /** Usual extensions of files of terms, for a sentence: {@code .csv, .tsv or .tbx}. */
  public static String extensions() {
    return sentence(
        Arrays.stream(values())
            .flatMap(format -> format.extensions.written.stream().limit(1))
            .map(extension -> "." + extension));
  }

  /** Extensions of glossaries in a folder, for a sentence: {@code .csv, .tsv or .tbx}. */
  public static String extensionsInFolders() {
    return sentence(ofFolders().map(extension -> "." + extension));
  }

  /** All extensions of files of terms, for a sentence: {@code .csv, .tsv, .tbx or .xml}. */
  public static String readExtensions() {
    return sentence(
        Arrays.stream(values())
            .flatMap(
                format ->
                    Stream.concat(
                        format.extensions.written.stream(), format.extensions.alsoRead.stream()))
            .map(extension -> "." + extension));
  }

  private static String sentence(Stream<String> words) {
    List<String> all = words.distinct().toList();
    int last = all.size() - 1;
    return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private static String extension(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The name on the command line: {@code tbx3}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Writes TBX for OmegaT. OmegaT does not read the status of a term and would offer a forbidden
   * rendering like any other. Therefore forbidden renderings are omitted, and listed in a note.
   */
  private static List<LeftOutTerm> writeOmegaTTbx(OutputStream out, List<Concept> concepts)
      throws IOException {
    List<LeftOutTerm> leftOut = new ArrayList<>();
    List<Concept> usable = new ArrayList<>();
    for (Concept concept : concepts) {
      if (concept.allowed().isEmpty()) {
        leftOut.add(
            LeftOutTerm.allOf(concept, "its English is forbidden, and OmegaT has no status"));
      } else {
        usable.add(withoutForbidden(concept));
      }
    }
    new TbxWriter(out, 2).write(usable);
    return leftOut;
  }

  private static Concept withoutForbidden(Concept concept) {
    String forbidden =
        concept.en().stream()
            .filter(term -> term.status() == TermStatus.FORBIDDEN)
            .map(Term::text)
            .collect(Collectors.joining(", "));
    if (forbidden.isEmpty()) {
      return concept;
    }
    String note = concept.remarks().note();
    return new Concept(
        concept.id(),
        concept.zh(),
        concept.allowed(),
        concept.scope(),
        concept.conditions(),
        concept.remarks().withNote(note + (note.isEmpty() ? "" : "\n") + "not: " + forbidden));
  }

  /**
   * Writes terms and their translations for programs without other data on terms. Each method
   * returns the omitted terms with reasons, one line each. Streams are flushed, not closed.
   */
  private static final class PlainTermWriter {

    /** Maximum size of one side of a DeepL entry, in bytes of UTF-8. */
    private static final int MAX_DEEPL_BYTES = 1_024;

    private final List<LeftOutTerm> leftOut = new ArrayList<>();

    List<LeftOutTerm> writeOmegaT(OutputStream stream, List<Concept> concepts) throws IOException {
      java.io.Writer out = GlossaryTableWriter.writer(stream);
      out.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n");
      for (Concept concept : concepts) {
        for (Term zh : concept.zh()) {
          for (Term en : usable(concept)) {
            // No quotation marks: OmegaT would read them as part of the term.
            out.write(String.join("\t", oneLine(zh), oneLine(en), remark(concept, en)) + "\n");
          }
        }
      }
      out.flush();
      return List.copyOf(leftOut);
    }

    /** OmegaT has no status, so the remark lists forbidden terms. */
    private static String remark(Concept concept, Term en) {
      List<String> parts = new ArrayList<>();
      if (!en.use().partOfSpeech().isEmpty()) {
        parts.add(en.use().partOfSpeech());
      }
      if (en.status() == TermStatus.ADMITTED) {
        parts.add("admitted");
      }
      String forbidden =
          concept.forbidden().stream().map(Term::text).collect(Collectors.joining(", "));
      if (!forbidden.isEmpty()) {
        parts.add("not: " + forbidden);
      }
      for (String note : List.of(en.remarks().note(), concept.remarks().note())) {
        if (!note.isEmpty()) {
          parts.add(note);
        }
      }
      return WhiteSpace.collapse(String.join("; ", parts));
    }

    List<LeftOutTerm> writeDeepL(OutputStream stream, List<Concept> concepts) throws IOException {
      java.io.Writer out = GlossaryTableWriter.writer(stream);
      Set<String> seen = new HashSet<>();
      for (Concept concept : concepts) {
        List<Term> english = usable(concept);
        for (Term zh : concept.zh()) {
          if (english.isEmpty()) {
            continue; // usable() has reported it
          }
          Term en = english.get(0);
          if (!fitsDeepL(zh) || !fitsDeepL(en)) {
            leaveOut(concept, zh, "it is longer than " + MAX_DEEPL_BYTES + " bytes on one side");
          } else if (!seen.add(zh.text())) {
            leaveOut(
                concept, zh, "it is in the file already, and DeepL accepts each source only once");
          } else {
            GlossaryTableWriter.writeLine(out, ',', List.of(oneLine(zh), oneLine(en), "ZH", "EN"));
          }
        }
      }
      out.flush();
      return List.copyOf(leftOut);
    }

    private static boolean fitsDeepL(Term term) {
      return term.text().getBytes(UTF_8).length <= MAX_DEEPL_BYTES;
    }

    /** Excludes terms that a spreadsheet would run. */
    private List<Term> usable(Concept concept) {
      List<Term> terms = new ArrayList<>();
      for (Term term : concept.allowed()) {
        if (SafeCell.isFormula(term.text())) {
          leaveOut(concept, term, "it is a formula, which a spreadsheet would run");
        } else {
          terms.add(term);
        }
      }
      if (concept.allowed().isEmpty()) {
        leftOut.add(
            LeftOutTerm.allOf(
                concept, "its English is forbidden, and the format cannot express that"));
      }
      return terms;
    }

    private void leaveOut(Concept concept, Term term, String why) {
      leftOut.add(LeftOutTerm.of(concept, term, why));
    }

    private static String oneLine(Term term) {
      return WhiteSpace.collapse(term.text());
    }
  }
}

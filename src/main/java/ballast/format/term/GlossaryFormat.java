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
import java.io.Writer;
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
  CSV("CSV", List.of("csv"), List.of(), start -> false),
  /** One of Ballast's tables, with cells separated by tabs. */
  TSV("TSV", List.of("tsv"), List.of(), start -> false),
  XLSX("Excel", List.of("xlsx"), List.of("xlsm"), FileStart::isZip),
  /** TBX version 2, without a namespace: the form that OmegaT and most other programs read. */
  TBX("TBX", List.of("tbx"), List.of("xml"), start -> start.root().equals("martif")),
  /** TBX version 3 (ISO 30042:2019), data categories as attributes. */
  TBX3("TBX", List.of(), List.of(), start -> start.root().equals("tbx")),
  /** TBX version 2 without forbidden renderings, which OmegaT would offer like any other. */
  OMEGAT_TBX("TBX", List.of(), List.of(), start -> false),
  MULTITERM("MultiTerm XML", List.of(), List.of("xml"), start -> start.root().equals("mtf")),
  /** Three cells per line, separated by tabs: Chinese, English, remark. */
  OMEGAT("OmegaT", List.of("utf8", "txt", "tab"), List.of(), start -> false),
  /** Chinese, English and their codes, separated by commas; every Chinese term once. */
  DEEPL("DeepL", List.of(), List.of(), start -> false);

  private final String title;
  private final List<String> written;
  private final List<String> alsoRead;
  private final Predicate<FileStart> look;

  /**
   * @param written extensions of files to write, without the dot, the usual one first
   * @param alsoRead extensions accepted only for reading
   * @param look whether the first bytes show the format
   */
  GlossaryFormat(
      String title, List<String> written, List<String> alsoRead, Predicate<FileStart> look) {
    this.title = title;
    this.written = written;
    this.alsoRead = alsoRead;
    this.look = look;
  }

  private static List<LeftOutTerm> tbx(OutputStream out, int version, List<Concept> concepts)
      throws IOException {
    new TbxWriter(out, version).write(concepts);
    return List.of();
  }

  /**
   * Writes a glossary; the stream is flushed, not closed. The same concepts give the same bytes on
   * every machine. Ballast's tables and TBX hold everything. OmegaT and DeepL hold only terms and
   * their translations, so forbidden terms and all other data are omitted and reported.
   *
   * @return the omitted terms with reasons
   */
  public List<LeftOutTerm> write(OutputStream out, List<Concept> concepts) throws IOException {
    return switch (this) {
      case CSV -> new GlossaryTableWriter(/* origins= */ false).write(out, ',', concepts);
      case TSV -> new GlossaryTableWriter(/* origins= */ false).write(out, '\t', concepts);
      case XLSX -> GlossaryTableWriter.writeXlsx(out, concepts);
      case TBX -> tbx(out, 2, concepts);
      case TBX3 -> tbx(out, 3, concepts);
      case OMEGAT_TBX -> writeOmegaTTbx(out, concepts);
      case OMEGAT -> new PlainTermWriter().writeOmegaT(out, concepts);
      case DEEPL -> new PlainTermWriter().writeDeepL(out, concepts);
      case MULTITERM ->
          throw new InputException(
              "cannot write MultiTerm XML: it is only read",
              "write xlsx, which MultiTerm converts");
    };
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
        .filter(format -> format.written.contains(extension) || format.alsoRead.contains(extension))
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
        .flatMap(format -> format.written.stream().limit(1));
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
    return Arrays.stream(values()).filter(format -> format.written.contains(extension)).findFirst();
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
            .flatMap(format -> format.written.stream().limit(1))
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
            .flatMap(format -> Stream.concat(format.written.stream(), format.alsoRead.stream()))
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
      Writer out = GlossaryTableWriter.writer(stream);
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
      Writer out = GlossaryTableWriter.writer(stream);
      Set<String> seen = new HashSet<>();
      for (Concept concept : concepts) {
        List<Term> english = usable(concept);
        for (Term zh : concept.zh()) {
          if (english.isEmpty()) {
            continue; // usable() has reported it
          }
          Term en = english.get(0);
          if (!fitsDeepL(zh) || !fitsDeepL(en)) {
            leftOut.add(
                LeftOutTerm.of(
                    concept, zh, "it is longer than " + MAX_DEEPL_BYTES + " bytes on one side"));
          } else if (!seen.add(zh.text())) {
            leftOut.add(
                LeftOutTerm.of(
                    concept,
                    zh,
                    "it is in the file already, and DeepL accepts each source only once"));
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
          leftOut.add(
              LeftOutTerm.of(concept, term, "it is a formula, which a spreadsheet would run"));
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

    private static String oneLine(Term term) {
      return WhiteSpace.collapse(term.text());
    }
  }
}

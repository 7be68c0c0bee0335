package ballast.app.units;

import ballast.app.Notices;
import ballast.app.Progress;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Property.Kind;
import ballast.bitext.Unit.Property.Scope;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitForm.LanguagePairs;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.memory.Comments;
import ballast.memory.Comments.Comment;
import ballast.memory.Comments.Remark;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Exports units of a memory to a file for other programs, in a stable order. Rejected units are
 * written only if the request includes them.
 *
 * <pre>{@code
 * try (Memory memory = Memories.at(folder.resolve("tm/memory.db")).openForReading();
 *     var out = Files.newOutputStream(folder.resolve("memory.tmx"))) {
 *   UnitExport.Request request = UnitExport.Request.of(UnitForm.ofName("memory.tmx"));
 *   System.out.println(new UnitExport(memory, Notices.NONE).write(request, out).written());
 * }
 * }</pre>
 *
 * @param notices receives warnings about content that the form cannot hold
 */
public record UnitExport(Memory memory, Notices notices) {

  /**
   * A request for an export.
   *
   * @param revision revision of the single document of {@code units} to export; null: the current
   *     units
   * @param doubtful whether to write units that are doubtful and not approved
   */
  public record Request(
      UnitForm form, UnitFilter units, @Nullable Integer revision, boolean doubtful) {

    /** Exports all units except doubtful and rejected ones. */
    public static Request of(UnitForm form) {
      return new Request(form, UnitFilter.CURRENT, null, /* doubtful= */ false);
    }
  }

  /**
   * The result of an export.
   *
   * @param doubtful number of units skipped as doubtful
   * @param otherLanguages number of units skipped because the form is for another pair of languages
   */
  public record Result(int written, int doubtful, int otherLanguages) {}

  /**
   * Writes the units.
   *
   * @param out stays open
   * @throws ballast.bitext.InputException if the memory has no such document or revision
   */
  public Result write(Request request, OutputStream out) throws IOException {
    UnitFilter wanted = wanted(request.units());
    ExportSink sink = new ExportSink(begin(request, wanted, out), request.doubtful());
    write(request, wanted, sink, notices);
    sink.finish().forEach(notices::warn);
    return result(sink);
  }

  /**
   * Counts the units for a file that holds all languages, such as TMX; none is skipped for its
   * language.
   *
   * @throws ballast.bitext.InputException if the memory has no such document or revision
   */
  public Result count(Request request) throws IOException {
    ExportSink sink = new ExportSink(new LanguagePairs(), request.doubtful());
    write(request, wanted(request.units()), sink, notices);
    return result(sink);
  }

  private static Result result(ExportSink sink) {
    return new Result(sink.written(), sink.doubtful(), sink.otherLanguages());
  }

  /** Begins the file, first counting the languages of its units if they are unknown. */
  private UnitSink begin(Request request, UnitFilter wanted, OutputStream out) throws IOException {
    Lang from = only(wanted.languages().source(), Lang.ZH_CN);
    Lang to = only(wanted.languages().target(), Lang.EN_US);
    UnitForm form = request.form();
    List<Lang> sources = memory.sourceLanguages();
    if (form.format() == UnitFormat.TMX && sources.size() == 1) {
      return form.begin(out, sources.get(0), from, to);
    }
    LanguagePairs languages = new LanguagePairs();
    if (form.format() != UnitFormat.TSV) {
      write(request, wanted, new ExportSink(languages, request.doubtful()), Notices.NONE);
    }
    return languages.begin(form, out, from, to);
  }

  private void write(Request request, UnitFilter wanted, UnitSink sink, Notices told)
      throws IOException {
    try {
      Comments open = new Comments(memory.comments().open());
      new ExportedUnits(wanted, request.revision())
          .forEach(memory, told, unit -> write(noted(unit, open), wanted.admits(unit), sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Adds the open comments as notes, unless an import of such a file has brought them. */
  private static Unit noted(Unit unit, Comments open) {
    Unit noted = unit;
    for (Comment comment : open.on(unit.id())) {
      for (Remark remark : comment.remarks()) {
        String text = remark.text();
        if (!text.isEmpty() && !noted.extras().notes().contains(text)) {
          Property note = new Property(Scope.UNIT, Kind.NOTE, remark.author(), text, "");
          noted = noted.with(noted.extras().with(note));
        }
      }
    }
    return noted;
  }

  private static void write(Unit unit, boolean isWanted, UnitSink sink) {
    try {
      if (isWanted) {
        sink.write(unit);
      } else {
        sink.leaveOut(unit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnitFilter wanted(UnitFilter units) {
    return units.statuses().isEmpty() ? units.withStatuses(UnitFilter.OFFERED.statuses()) : units;
  }

  private static Lang only(Set<Lang> languages, Lang otherwise) {
    return languages.isEmpty() ? otherwise : languages.iterator().next();
  }

  /** The units of an export: the wanted units, and their neighbours as context. */
  private record ExportedUnits(UnitFilter wanted, @Nullable Integer revision) {

    void forEach(Memory memory, Notices notices, Consumer<Unit> action) {
      check(memory);
      if (revision != null) {
        if (wanted.documents().size() != 1) {
          throw new InputException(
              "--revision needs one --document", "ballast tm list shows their names");
        }
        memory.unitsAt(wanted.documents().iterator().next(), revision).stream()
            .filter(unit -> wanted.statuses().contains(unit.provenance().status()))
            .forEach(action);
        return;
      }
      UnitFilter units =
          UnitFilter.CURRENT.inDocuments(wanted.documents()).withStatuses(wanted.statuses());
      Progress progress = Progress.ofUnits(notices, "exporting the units", memory, units, 1);
      memory.forEachUnit(units, progress.counting(action));
    }

    /** Imported units may name a document without a revision. */
    private void check(Memory memory) {
      Set<String> missing = new HashSet<>(wanted.documents());
      memory.documents().forEach(document -> missing.remove(document.name()));
      if (!missing.isEmpty()) {
        memory.forEachUnit(
            UnitFilter.CURRENT.inDocuments(Set.copyOf(missing)),
            unit -> missing.remove(unit.provenance().document()));
      }
      for (String name : missing) {
        throw new InputException(
            "the memory has no document \"" + name + "\"", "ballast tm list shows their names");
      }
    }
  }
}

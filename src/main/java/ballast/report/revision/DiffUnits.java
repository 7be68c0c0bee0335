package ballast.report.revision;

import ballast.bitext.Extras;
import ballast.bitext.Lang;
import ballast.bitext.Property;
import ballast.bitext.Provenance;
import ballast.bitext.Unit;
import ballast.format.file.OwnMark;
import ballast.format.unit.SinkOptions;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.revise.Change;
import ballast.revise.SourceText;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes changed sentences with a source and a translation as units, with the kind of the change
 * and the old text.
 *
 * @param format properties hold the change; XLIFF has no place for them and gets a note as well
 * @param now date of the units, whole seconds
 */
record DiffUnits(UnitFormat format, Instant now) {

  /** Writes the listed changes of one reviewer. */
  void write(OutputStream stream, ComparedVersions compared) throws IOException {
    Lang from = new Lang(compared.sourceLanguage());
    Lang to = new Lang(compared.revised().language());
    UnitSink sink = format.begin(stream, SinkOptions.of(from, to));
    int position = 0;
    for (Change change : compared.shownOf(0)) {
      position++;
      String source = source(change, from);
      if (!source.isBlank() && !change.revised().text().isBlank()) {
        Provenance provenance =
            Provenance.aligned(compared.revised().name(), position, "", now, /* confidence= */ 1);
        String target = change.revised().text();
        sink.write(new Unit("", from, to, source, target, provenance, List.of(), extras(change)));
      }
    }
    sink.finish();
  }

  private Extras extras(Change change) {
    Extras extras = Extras.NONE.with(Property.ofUnit("x-change", change.kind().label()));
    if (!change.old().text().isEmpty()) {
      extras = extras.with(Property.ofUnit("x-previous-target", change.old().text()));
    }
    return format == UnitFormat.XLIFF ? extras.with(note(change)) : extras;
  }

  private static Property note(Change change) {
    String old = change.old().text();
    String text = change.kind().label() + (old.isEmpty() ? "" : "; was: " + old);
    return new Property(Property.Scope.UNIT, Property.Kind.NOTE, OwnMark.TOOL, text, "");
  }

  private static String source(Change change, Lang from) {
    return change.sources().stream()
        .map(SourceText::current)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(from.isChinese() ? "" : " "));
  }
}

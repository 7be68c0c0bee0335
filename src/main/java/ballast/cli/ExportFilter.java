package ballast.cli;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which units an export takes. */
final class ExportFilter {

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "Only this document; may be given several times.")
  List<String> documents = List.of();

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "The units as they were right after revision N of the one --document.")
  @Nullable Integer revision;

  @Option(
      names = "--status",
      paramLabel = "LIST",
      split = ",",
      description = "Only these: draft, approved, rejected. Default: draft,approved.")
  List<Status> statuses = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "C",
      description =
          "Only units of at least this confidence, 0 to 1; doubtful ones too if below 0.5.")
  @Nullable Double minConfidence;

  @Option(
      names = "--changed-since",
      paramLabel = "DATE",
      description = "Only units changed then or later: 2026-03-01 or 2026-03-01T09:30:00Z.")
  @Nullable String changedSince;

  @Option(
      names = "--contains",
      paramLabel = "TEXT",
      description = "Only units with this text in source or translation; case does not count.")
  @Nullable String contains;

  @Option(
      names = "--from",
      paramLabel = "TAG",
      description = "Only units from this language: zh, zh-CN. Default: all.")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "Only units into this language: en, en-US. Default: all.")
  @Nullable String to;

  @Nullable Lang fromLang() {
    return from == null ? null : lang(from);
  }

  @Nullable Lang toLang() {
    return to == null ? null : lang(to);
  }

  /** Unlike for a document, {@code zh} stands for all kinds of Chinese. */
  private static Lang lang(String tag) {
    try {
      return new Lang(tag);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + tag + "\" is not a language", "a tag such as zh, zh-TW or en", e);
    }
  }

  /**
   * Gives the units in the order of the export to {@code action}, those too that only are
   * neighbours of the ones that are wanted; see {@link #admits}.
   */
  void forEach(Memory memory, Consumer<Unit> action) {
    check(memory);
    Set<Status> wanted =
        statuses.isEmpty() ? EnumSet.of(Status.DRAFT, Status.APPROVED) : EnumSet.copyOf(statuses);
    if (revision != null) {
      if (documents.size() != 1) {
        throw new InputException(
            "--revision needs one --document", "ballast tm list shows their names");
      }
      memory.unitsAt(documents.get(0), revision).stream()
          .filter(unit -> wanted.contains(unit.provenance().status()))
          .forEach(action);
      return;
    }
    memory.forEachUnit(
        UnitFilter.CURRENT.inDocuments(Set.copyOf(documents)).withStatuses(wanted), action);
  }

  /** Imported units may name a document of which there is no revision. */
  private void check(Memory memory) {
    Set<String> missing = new HashSet<>(documents);
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

  /** Whether a unit is wanted. */
  Predicate<Unit> admits() {
    Lang source = fromLang();
    Lang target = toLang();
    Instant since = changedSince == null ? Instant.MIN : instant(changedSince);
    double least = minConfidence == null ? 0 : minConfidence;
    String text = contains == null ? "" : contains.toLowerCase(Locale.ROOT);
    return unit ->
        (source == null || source.contains(unit.sourceLang()))
            && (target == null || target.contains(unit.targetLang()))
            && unit.provenance().confidence() >= least
            && !unit.provenance().changed().isBefore(since)
            && (text.isEmpty()
                || unit.source().toLowerCase(Locale.ROOT).contains(text)
                || unit.target().toLowerCase(Locale.ROOT).contains(text));
  }

  private static Instant instant(String date) {
    try {
      return date.length() > 10
          ? Instant.parse(date)
          : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new InputException(
          "\"" + date + "\" is no date", "2026-03-01 or 2026-03-01T09:30:00Z, UTC", e);
    }
  }
}

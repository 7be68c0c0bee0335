package ballast.cli.option;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.units.ConditionText;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The conditions that select units; a unit must meet all of them. */
public final class FilterOptions {

  @Option(
      names = "--document",
      paramLabel = "NAME",
      description = "Only this document; may be given several times.")
  List<String> documents = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      completionCandidates = Statuses.class,
      split = ",",
      description = "Only draft, approved or rejected units; several with commas.")
  List<String> statuses = List.of();

  @Option(
      names = "--min-confidence",
      paramLabel = "N",
      description = "Only units of at least this confidence, 0 to 1.")
  @Nullable Double minConfidence;

  @Option(
      names = "--max-confidence",
      paramLabel = "N",
      description = "Only units of at most this confidence.")
  @Nullable Double maxConfidence;

  @Option(
      names = "--changed-since",
      paramLabel = "DATE",
      description =
          "Only units changed then or later: 2026-03-01, or a time such as 2026-03-01T09:30:00Z."
              + " UTC.")
  @Nullable String changedSince;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Only units that this person changed last; may be given several times.")
  List<String> authors = List.of();

  @Option(
      names = "--contains",
      paramLabel = "TEXT",
      description = "Only units with this text; case and width do not matter.")
  @Nullable String contains;

  @Option(names = "--in", paramLabel = "SIDE", description = "Look at source or target only.")
  @Nullable Side side;

  @Option(names = "--from", paramLabel = "TAG", description = "Only units from this language.")
  public @Nullable String from;

  @Option(names = "--to", paramLabel = "TAG", description = "Only units to this language.")
  public @Nullable String to;

  public SearchSide sides() {
    return SearchSide.of(side);
  }

  /** Whether {@code --min-confidence} was given, which also selects doubtful units. */
  public boolean hasMinConfidence() {
    return minConfidence != null;
  }

  /** Whether a condition was given. {@code --in} alone is not a condition. */
  public boolean isGiven() {
    return !filter().equals(UnitFilter.CURRENT);
  }

  /**
   * Returns the filter for units that are neither retired nor deleted.
   *
   * @throws InputException if a value is invalid
   */
  public UnitFilter filter() {
    return UnitFilter.CURRENT
        .inDocuments(Set.copyOf(documents))
        .between(languages(from), languages(to))
        .withStatuses(statuses.stream().map(ConditionText::status).collect(Collectors.toSet()))
        .where(
            new UnitConditions(
                confidence("--min-confidence", minConfidence, 0),
                confidence("--max-confidence", maxConfidence, 1),
                changedSince == null ? Instant.MIN : ConditionText.time(changedSince),
                Set.copyOf(authors),
                contains == null ? "" : contains,
                side == null || contains == null ? Set.of() : Set.of(side)));
  }

  private static double confidence(String option, @Nullable Double value, double otherwise) {
    return value == null ? otherwise : ConditionText.confidence(option, value);
  }

  private static Set<Lang> languages(@Nullable String tag) {
    return tag == null ? Set.of() : Set.of(ConditionText.language(tag));
  }

  private static final class Statuses implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Unit.Status.values()).map(Unit.Status::label).iterator();
    }
  }
}

package ballast.app.revisions;

import ballast.app.page.Imprint;
import ballast.app.revisions.FolderComparison.SeveralVersions.LoneVersion;
import ballast.bitext.CountedNoun;
import ballast.revise.Change;
import ballast.revise.EditRate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The content of the index of the changes of several files, for its template.
 *
 * @param changed the most changed first
 * @param alone files with one version only
 * @param old name of the old versions; may be empty
 */
record DiffIndex(
    List<ComparedFile> changed, List<ComparedFile> unchanged, List<LoneVersion> alone, String old) {

  static DiffIndex of(List<ComparedFile> files, List<LoneVersion> alone, String old) {
    return new DiffIndex(
        files.stream()
            .filter(file -> !file.page().isEmpty())
            .sorted(
                Comparator.comparingDouble((ComparedFile file) -> -file.rate().rate())
                    .thenComparing(ComparedFile::name))
            .toList(),
        files.stream().filter(file -> file.page().isEmpty()).toList(),
        List.copyOf(alone),
        old);
  }

  String title() {
    return "Changes in " + CountedNoun.of(changed.size() + alone.size(), "file");
  }

  /** Returns the result in a sentence. */
  String summary(Imprint imprint) {
    return imprint.sentence(
        List.of(
            CountedNoun.of(changed.size(), "file") + " changed",
            DiffPage.changed(changes(), passages(), rate())));
  }

  double rate() {
    return changed.stream().map(ComparedFile::rate).reduce(EditRate.NONE, EditRate::plus).rate();
  }

  int passages() {
    return changed.stream().mapToInt(ComparedFile::passages).sum();
  }

  int changes() {
    return changed.stream().mapToInt(ComparedFile::changed).sum();
  }

  /**
   * The totals of one of several files.
   *
   * @param page relative to the page of all files; empty if there are no changes
   */
  record ComparedFile(
      String name,
      String page,
      int passages,
      int changed,
      EditRate rate,
      Map<Change.Kind, Integer> kinds) {

    static ComparedFile of(String name, String page, ComparedVersions compared) {
      return new ComparedFile(
          name,
          page,
          compared.size(),
          compared.changed(),
          compared.rate(0),
          Map.copyOf(compared.summary(0).kinds()));
    }

    int count(Change.Kind kind) {
      return kinds.getOrDefault(kind, 0);
    }

    List<Change.Kind> changes() {
      return Arrays.stream(Change.Kind.values())
          .filter(kind -> kind != Change.Kind.UNCHANGED && count(kind) > 0)
          .toList();
    }
  }
}

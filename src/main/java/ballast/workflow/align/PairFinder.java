package ballast.workflow.align;

import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.Project;

/** Finds articles and their translations by name, or in a list. */
public final class PairFinder {

  private final Workplace workplace;
  private final Project project;

  public PairFinder(Workplace workplace) {
    this.workplace = workplace;
    this.project = Project.around(workplace.directory());
  }

  /**
   * The pairs that a list names; a faulty row becomes a {@link PairList.Unusable}.
   *
   * @param file name of the list
   * @throws ballast.bitext.InputException if the list cannot be read or has no row
   */
  public PairList listed(String file) {
    return PairListFile.read(workplace, project, file);
  }

  /**
   * The pairs of a folder, by name, and the files that have no counterpart.
   *
   * @param fromEnglish whether the English files are the sources
   * @throws ballast.bitext.InputException if there is no pair, or the folder cannot be listed
   */
  PairList inFolder(String folder, boolean fromEnglish) {
    return PairFolder.of(workplace, project, folder, fromEnglish);
  }

  /**
   * The files of the same name in two folders, and those that only one has.
   *
   * @throws ballast.bitext.InputException if there is no pair, or a folder cannot be listed
   */
  PairList between(String sources, String targets) {
    return new TwoFolders(workplace, project, sources, targets).pairs();
  }

  /**
   * The pairs among files that have already been listed, and the files that have no counterpart.
   * There may be no pair.
   */
  public PairList among(FolderFiles files, String folder, boolean fromEnglish) {
    return PairFolder.among(files, workplace, project, folder, fromEnglish);
  }
}

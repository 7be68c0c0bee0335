package ballast.workflow.project;

import ballast.format.term.GlossaryReader;
import ballast.glossary.Concept;
import ballast.workflow.Workplace;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Glossaries that travel to other machines, where they are read as they are here.
 *
 * @param files their files, in order
 */
public record GlossaryCopies(List<FileCopy> files) {

  public GlossaryCopies {
    files = List.copyOf(files);
  }

  /**
   * Copies glossaries.
   *
   * @throws ballast.bitext.InputException if one of them cannot be read
   */
  public static GlossaryCopies of(Glossaries glossaries, Workplace workplace) {
    return new GlossaryCopies(
        glossaries.paths(workplace).stream()
            .map(path -> FileCopy.of(path, workplace.shown(path)))
            .toList());
  }

  /** One concept per row, without the rows that cannot be used; see {@link Glossaries#read}. */
  public List<Concept> concepts() {
    return files.stream()
        .flatMap(
            file ->
                file.read(path -> new GlossaryReader().read(path, file.name())).concepts().stream())
        .toList();
  }

  /** Writes them for {@link #read}. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(files.size());
    for (FileCopy file : files) {
      file.write(out);
    }
  }

  /** Reads what {@link #write} has written. */
  public static GlossaryCopies read(DataInput in) throws IOException {
    List<FileCopy> files = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      files.add(FileCopy.read(in));
    }
    return new GlossaryCopies(files);
  }
}

package ballast.app.project;

import ballast.app.TextBytes;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Concept.Conditions;
import ballast.glossary.Term;
import ballast.glossary.Term.Remarks;
import ballast.glossary.Term.TermStatus;
import ballast.glossary.Term.TermUse;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Serializes glossaries for another process of the same version, which then needs no table readers.
 */
public final class ConceptBytes {

  private ConceptBytes() {}

  /** Writes concepts completely, for {@link #read}. */
  public static void write(DataOutput out, List<Concept> concepts) throws IOException {
    out.writeInt(concepts.size());
    for (Concept concept : concepts) {
      TextBytes.write(out, concept.id());
      terms(out, concept.zh());
      terms(out, concept.en());
      TextBytes.write(out, concept.scope().domains());
      TextBytes.write(out, concept.scope().projects());
      TextBytes.write(out, concept.conditions().notIn());
      TextBytes.write(out, concept.conditions().onlyIf());
      TextBytes.write(out, concept.conditions().notIf());
      remarks(out, concept.remarks());
    }
  }

  public static List<Concept> read(DataInput in) throws IOException {
    List<Concept> concepts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      concepts.add(
          new Concept(
              TextBytes.text(in),
              terms(in),
              terms(in),
              new Concept.Scope(TextBytes.texts(in), TextBytes.texts(in)),
              new Conditions(TextBytes.texts(in), TextBytes.texts(in), TextBytes.texts(in)),
              remarks(in)));
    }
    return concepts;
  }

  private static void terms(DataOutput out, List<Term> terms) throws IOException {
    out.writeInt(terms.size());
    for (Term term : terms) {
      TextBytes.write(out, term.text());
      out.writeUTF(term.status().name());
      out.writeUTF(term.use().match().name());
      out.writeBoolean(term.use().caseSensitive());
      TextBytes.write(out, term.use().partOfSpeech());
      remarks(out, term.remarks());
      TextBytes.write(out, term.where().file());
      out.writeInt(term.where().line());
      out.writeInt(term.where().column());
      TextBytes.write(out, term.where().place());
    }
  }

  private static List<Term> terms(DataInput in) throws IOException {
    List<Term> terms = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      terms.add(
          new Term(
              TextBytes.text(in),
              TermStatus.valueOf(in.readUTF()),
              new TermUse(Term.Match.valueOf(in.readUTF()), in.readBoolean(), TextBytes.text(in)),
              remarks(in),
              new Location(TextBytes.text(in), in.readInt(), in.readInt(), TextBytes.text(in))));
    }
    return terms;
  }

  private static void remarks(DataOutput out, Remarks remarks) throws IOException {
    TextBytes.write(out, remarks.note());
    TextBytes.write(out, remarks.source());
  }

  private static Remarks remarks(DataInput in) throws IOException {
    return new Remarks(TextBytes.text(in), TextBytes.text(in));
  }
}

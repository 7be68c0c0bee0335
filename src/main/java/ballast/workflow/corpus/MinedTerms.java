package ballast.workflow.corpus;

import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.TermEntry;
import ballast.mine.Candidate;
import ballast.mine.Guard;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.Variant;
import ballast.workflow.TextBytes;
import ballast.workflow.glossary.TermMining;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a job has mined, as the message of its end. Both processes have the same glossaries. */
public final class MinedTerms {

  private final List<Concept> concepts;

  /**
   * @param rows one concept per row, as in the glossaries
   */
  public MinedTerms(List<Concept> rows) {
    this.concepts = Glossary.of(rows).concepts();
  }

  /** The message that tells them. */
  public JobMessage message(TermMining.Result mined) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(mined, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JobMessage.of(
        JobMessage.Kind.ENDED, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  /** The terms in a message. */
  TermMining.Result of(JobMessage message) {
    byte[] bytes = Base64.getDecoder().decode(message.cells().get(0));
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(TermMining.Result mined, DataOutputStream out) throws IOException {
    out.writeInt(mined.pairs());
    out.writeInt(mined.examples().size());
    for (Map.Entry<Integer, Location> example : mined.examples().entrySet()) {
      out.writeInt(example.getKey());
      TextBytes.write(out, example.getValue().file());
      out.writeInt(example.getValue().line());
    }
    out.writeInt(mined.candidates().size());
    for (Candidate one : mined.candidates()) {
      candidate(out, one);
    }
    out.writeInt(mined.known().variants().size());
    for (Variant one : mined.known().variants()) {
      variant(out, one);
    }
    out.writeInt(mined.known().guards().size());
    for (Guard one : mined.known().guards()) {
      guard(out, one);
    }
  }

  private TermMining.Result read(DataInputStream in) throws IOException {
    int pairs = in.readInt();
    Map<Integer, Location> examples = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      examples.put(in.readInt(), new Location(TextBytes.text(in), in.readInt(), 1));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      candidates.add(candidate(in));
    }
    List<Variant> variants = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      variants.add(variant(in));
    }
    List<Guard> guards = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      guards.add(guard(in));
    }
    return new TermMining.Result(candidates, new Proposals(variants, guards), examples, pairs);
  }

  private static void candidate(DataOutputStream out, Candidate one) throws IOException {
    TextBytes.write(out, one.zh());
    TextBytes.write(out, one.en());
    out.writeInt(one.frequency());
    out.writeInt(one.together());
    out.writeDouble(one.score());
    out.writeInt(one.example());
  }

  private static Candidate candidate(DataInputStream in) throws IOException {
    return new Candidate(
        TextBytes.text(in),
        TextBytes.text(in),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readInt());
  }

  private void variant(DataOutputStream out, Variant one) throws IOException {
    entry(out, one.term());
    TextBytes.write(out, one.en());
    out.writeInt(one.pairs().missing());
    out.writeInt(one.pairs().together());
    out.writeInt(one.pairs().elsewhere());
    out.writeDouble(one.evidence());
    out.writeInt(one.example());
  }

  private Variant variant(DataInputStream in) throws IOException {
    return new Variant(
        entry(in),
        TextBytes.text(in),
        new Variant.Pairs(in.readInt(), in.readInt(), in.readInt()),
        in.readDouble(),
        in.readInt());
  }

  private void guard(DataOutputStream out, Guard one) throws IOException {
    entry(out, one.term());
    TextBytes.write(out, one.phrase().zh());
    TextBytes.write(out, one.phrase().en());
    out.writeInt(one.phrase().together());
    out.writeInt(one.phrase().example());
    for (Guard.TermUses uses : List.of(one.inside(), one.outside())) {
      out.writeInt(uses.pairs());
      out.writeInt(uses.missing());
    }
    out.writeDouble(one.evidence());
  }

  private Guard guard(DataInputStream in) throws IOException {
    return new Guard(
        entry(in),
        new Guard.RenderedPhrase(
            TextBytes.text(in), TextBytes.text(in), in.readInt(), in.readInt()),
        new Guard.TermUses(in.readInt(), in.readInt()),
        new Guard.TermUses(in.readInt(), in.readInt()),
        in.readDouble());
  }

  private void entry(DataOutputStream out, TermEntry entry) throws IOException {
    TextBytes.write(out, entry.zh());
    out.writeInt(entry.concepts().size());
    for (Concept concept : entry.concepts()) {
      out.writeInt(concepts.indexOf(concept));
    }
  }

  private TermEntry entry(DataInputStream in) throws IOException {
    String zh = TextBytes.text(in);
    List<Concept> own = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      own.add(concepts.get(in.readInt()));
    }
    return new TermEntry(zh, own);
  }
}

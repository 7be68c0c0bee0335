package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.TextBytes;
import ballast.app.Workplace;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.app.glossary.TermMining;
import ballast.app.project.ConceptBytes;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.TermEntry;
import ballast.mine.EnglishPhrases.Candidate;
import ballast.mine.KnownTermMiner.Guard;
import ballast.mine.KnownTermMiner.Proposals;
import ballast.mine.KnownTermMiner.Variant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Proposes terms for a glossary from the units of a corpus, like {@link TermMining} from the same
 * units in a file. Spark reads the units; its driver counts.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   TermMining.Result mined =
 *       new CorpusMining(Workplace.in(folder), Notices.NONE, environment)
 *           .mine(CorpusMining.Request.of(new Corpus("corpus", "local[2]")));
 *   mined.candidates().forEach(one -> System.out.println(one.zh() + "\t" + one.en()));
 * }
 * }</pre>
 */
public final class CorpusMining {

  /**
   * A request for term mining.
   *
   * @param deduped whether to mine only the units kept by {@code ballast corpus dedupe}
   * @param glossaries the known terms
   * @param wanted the kinds of proposals
   */
  public record Request(
      Corpus corpus, boolean deduped, Glossaries glossaries, TermMining.Wanted wanted) {

    /** Mines all units with the default options and the glossaries of the project. */
    public static Request of(Corpus corpus) {
      return new Request(corpus, false, Glossaries.OF_PROJECT, TermMining.Wanted.USUAL);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusMining(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Mines the corpus.
   *
   * @throws InputException if Spark is missing, the corpus or a glossary cannot be used, only
   *     proposals for known terms are wanted and no term is known, or the job fails
   */
  public TermMining.Result mine(Request request) {
    SparkPlace spark = SparkPlace.in(environment);
    List<Concept> concepts = request.glossaries().read(workplace, notices.aside());
    request.wanted().check(concepts);
    CorpusUnits units =
        new CorpusUnits(
            workplace.directory().toString(), request.corpus().folder(), request.deduped());
    byte[] job = new MiningJob(units, concepts, request.wanted()).toBytes();
    JobMessage end =
        new SparkProcess(workplace, notices, spark)
            .run(
                new SparkProcess.Job("corpus mine", "ballast.spark.MineCorpus", job),
                request.corpus().engine(),
                CorpusMining::text);
    return new MinedTerms(concepts).of(end);
  }

  private static String text(JobMessage message) {
    return String.format(
        Locale.ROOT, "reading %,d/%,d pairs", message.number(0), message.number(1));
  }

  /**
   * A corpus to mine: the job, sent to Spark's process as bytes.
   *
   * @param concepts the known ones, one per row as in the glossaries
   * @param wanted the kinds of proposals
   */
  public record MiningJob(CorpusUnits units, List<Concept> concepts, TermMining.Wanted wanted) {

    public MiningJob {
      concepts = List.copyOf(concepts);
    }

    public byte[] toBytes() {
      return JobFile.bytes(
          out -> {
            units.write(out);
            ConceptBytes.write(out, concepts);
            out.writeInt(wanted.limit());
            out.writeInt(wanted.min());
            for (TermMining.Proposal kind : TermMining.Proposal.values()) {
              out.writeBoolean(wanted.kinds().contains(kind));
            }
          });
    }

    public static MiningJob of(byte[] bytes) {
      return JobFile.read(
          bytes,
          in -> {
            CorpusUnits units = CorpusUnits.read(in);
            List<Concept> concepts = ConceptBytes.read(in);
            int limit = in.readInt();
            int min = in.readInt();
            Set<TermMining.Proposal> kinds = EnumSet.noneOf(TermMining.Proposal.class);
            for (TermMining.Proposal kind : TermMining.Proposal.values()) {
              if (in.readBoolean()) {
                kinds.add(kind);
              }
            }
            return new MiningJob(units, concepts, new TermMining.Wanted(kinds, limit, min));
          });
    }
  }

  /** The mined terms of a job, as its final message. Both processes have the same glossaries. */
  public static final class MinedTerms {

    private final List<Concept> concepts;

    /**
     * @param rows one concept per row, as in the glossaries
     */
    public MinedTerms(List<Concept> rows) {
      this.concepts = Glossary.of(rows).concepts();
    }

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
}

package ballast.lexicon.train;

import ballast.bitext.InputException;
import ballast.lexicon.CharacterTable;
import ballast.lexicon.WordCutter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains a lexicon on pairs of texts and a dictionary. The same sources in the same order give the
 * same bytes, on any machine and any number of threads.
 */
public final class Trainer {

  private static final int SEARCH_STEPS = 12;

  private final TrainingOptions options;
  private final Progress progress;

  /** A trainer that reports its steps to {@code progress}. */
  public Trainer(TrainingOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Trains a lexicon.
   *
   * @param sources files with lines of Chinese, a tab and English
   * @param cedict CC-CEDICT; without it traditional characters are not converted to simplified ones
   * @throws InputException if a source cannot be read, or the sources are too small
   */
  public Training train(List<TrainingSource> sources, Optional<TrainingSource> cedict) {
    try (Workers workers = new Workers(options.jobs())) {
      return train(sources, cedict, workers);
    }
  }

  private Training train(
      List<TrainingSource> sources, Optional<TrainingSource> cedict, Workers workers) {
    List<SourceTally> tallies = new ArrayList<>();
    List<Cedict.Entry> entries = cedict.map(source -> Cedict.read(source.file())).orElse(List.of());
    CharacterTable characters = CharacterLearner.learn(entries);
    PairLoader loader = new PairLoader(characters, workers);
    if (cedict.isPresent()) {
      tallies.add(new SourceTally(cedict.get()));
      loader.addEntries(0, entries, tallies.get(0));
    }
    for (TrainingSource source : sources) {
      progress.report("reading " + source.name());
      SourceTally tally = new SourceTally(source);
      tallies.add(tally);
      loader.addFile(tallies.size() - 1, source, tally);
    }
    progress.report("choosing words");
    double[] weights = tallies.stream().mapToDouble(SourceTally::weight).toArray();
    WordCutter han = new WordCounter(loader.pairs(), weights, loader.words(), workers).count();
    Corpus corpus = CorpusBuilder.build(loader.pairs(), han, tallies, workers);
    if (corpus.size() == 0) {
      throw new InputException(
          "there is nothing to learn: no word occurs "
              + TrainingOptions.DEFAULT_MIN_OCCURRENCES
              + " times",
          "give more pairs of texts, or give them more weight, as in FILE:3");
    }
    progress.report("pairing words");
    ModelOne model = ModelOne.train(corpus, TrainingOptions.ROUNDS, workers, progress);
    progress.report("writing");
    List<SourceReport> reports = tallies.stream().map(SourceTally::report).toList();
    return fit(new LexiconBuilder(model, corpus, characters, notes(reports)), model, reports);
  }

  private static List<String> notes(List<SourceReport> reports) {
    List<String> notes = new ArrayList<>();
    notes.add("A translation table by ballast lexicon train; sources: name, weight, pairs.");
    for (SourceReport report : reports) {
      notes.add(
          String.format(Locale.ROOT, "%s\t%s\t%d", report.name(), report.weight(), report.kept()));
    }
    return notes;
  }

  /** The largest file within the allowed size, found by bisection. */
  private Training fit(LexiconBuilder builder, ModelOne model, List<SourceReport> reports) {
    Pruning pruning = Pruning.of(model);
    int fits = 0;
    int tooMany = pruning.size() + 1;
    int count = pruning.size();
    LexiconBuilder.Built best = builder.build(new int[0]);
    for (int step = 0; step < SEARCH_STEPS && fits + 1 < tooMany; step++) {
      LexiconBuilder.Built built = builder.build(pruning.best(count));
      if (built.bytes().length <= options.largest()) {
        best = built;
        fits = count;
      } else {
        tooMany = count;
      }
      double part = (double) options.largest() / built.bytes().length * 0.999;
      int guess = (int) Math.min(Integer.MAX_VALUE, count * part);
      count = guess > fits && guess < tooMany ? guess : fits + (tooMany - fits) / 2;
    }
    if (best.entries() == 0) {
      throw new InputException(
          "no entry fits into " + options.largest() + " bytes", "allow a larger file");
    }
    return new Training(
        best.bytes(),
        best.chineseWords(),
        best.englishWords(),
        best.entries(),
        pruning.size(),
        reports);
  }
}

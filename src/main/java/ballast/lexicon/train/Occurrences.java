package ballast.lexicon.train;

/** The pairs that contain each Chinese word, and its place in {@link Corpus.Side#words}. */
final class Occurrences {

  private final int[] starts;
  private final int[] pairs;
  private final int[] places;

  Occurrences(Corpus corpus) {
    Corpus.Side side = corpus.chinese();
    this.starts = new int[side.vocabulary().size() + 1];
    for (int word : side.words()) {
      starts[word + 1]++;
    }
    for (int word = 1; word < starts.length; word++) {
      starts[word] += starts[word - 1];
    }
    this.pairs = new int[side.words().length];
    this.places = new int[side.words().length];
    int[] next = starts.clone();
    for (int pair = 0; pair < corpus.size(); pair++) {
      for (int place = side.starts()[pair]; place < side.starts()[pair + 1]; place++) {
        int at = next[side.words()[place]]++;
        pairs[at] = pair;
        places[at] = place;
      }
    }
  }

  int start(int word) {
    return starts[word];
  }

  int pair(int occurrence) {
    return pairs[occurrence];
  }

  int place(int occurrence) {
    return places[occurrence];
  }
}

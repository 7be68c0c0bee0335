package ballast.memory;

/** Is told how far a long reading of a memory is. */
public interface UnitProgress {

  /** Takes no note of it. */
  UnitProgress NONE =
      new UnitProgress() {
        @Override
        public void expect(long pieces) {}

        @Override
        public void one() {}
      };

  /**
   * A reading begins.
   *
   * @param pieces how many there are about; 0 if that is not known
   */
  void expect(long pieces);

  /** One more piece has been read. */
  void one();
}

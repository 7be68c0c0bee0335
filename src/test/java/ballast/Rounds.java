package ballast;

/** Rounds of a test with random input: all of them with {@code -Pfull}, otherwise a tenth. */
public final class Rounds {

  private Rounds() {}

  public static int of(int all) {
    return Boolean.getBoolean("full") ? all : Math.max(1, all / 10);
  }
}

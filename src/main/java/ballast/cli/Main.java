package ballast.cli;

/** Runs Ballast. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.out.println("ballast " + args.length);
  }
}

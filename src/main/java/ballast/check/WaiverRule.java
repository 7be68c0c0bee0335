package ballast.check;

import ballast.bitext.Severity;

/** A waiver that waives nothing; {@link Waivers} finds them, once all else has been found. */
final class WaiverRule implements Rule {

  static final String ID = "waiver";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "a waiver beside a text is incomplete, or has nothing to waive any more";
  }
}

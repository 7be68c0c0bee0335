package ballast.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds up a numeral in Han characters with units, from left to right. For one numeral. */
final class ChineseUnits {

  private BigDecimal total = BigDecimal.ZERO;
  private long section;
  private int pending = -1;
  private int lastPower;
  private int lastBig = Integer.MAX_VALUE;
  private boolean zeroBefore;

  /**
   * The value of a run of numeral characters.
   *
   * @return null if it has a unit without a count (千万), or two digits without a unit between them
   */
  @Nullable BigDecimal value(String run) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      boolean known = HanDigit.isPart(c);
      if (known && !(HanDigit.power(c) == 0 ? takeDigit(c) : takeUnit(c))) {
        return null;
      }
    }
    // 三百五 is 350, 三百零五 is 305, 二十五 is 25.
    boolean shortened = pending > 0 && lastPower > 1 && !zeroBefore;
    BigDecimal tail = BigDecimal.valueOf(Math.max(0, pending));
    BigDecimal remainder = shortened ? tail.scaleByPowerOfTen(lastPower - 1) : tail;
    return total.add(BigDecimal.valueOf(section)).add(remainder);
  }

  private boolean takeDigit(char c) {
    int digit = HanDigit.digit(c);
    if (pending > 0) {
      return false;
    }
    zeroBefore = digit == 0 || (zeroBefore && pending < 0);
    pending = digit == 0 ? -1 : digit;
    return true;
  }

  private boolean takeUnit(char c) {
    int power = HanDigit.power(c);
    if (power < 4) {
      if (pending < 0 && power > 1) {
        return false;
      }
      section += (pending < 0 ? 1 : pending) * (long) Math.pow(10, power);
    } else if (!takeBig(power)) {
      return false;
    }
    pending = -1;
    zeroBefore = false;
    lastPower = power;
    return true;
  }

  /** Takes 万 or a greater unit, which multiplies everything since the last greater unit. */
  private boolean takeBig(int power) {
    long sinceLastBig = section + Math.max(0, pending);
    if (sinceLastBig == 0 && total.signum() == 0) {
      return false;
    }
    boolean whole = sinceLastBig == 0 || power > lastBig;
    BigDecimal scaled =
        whole ? total.add(BigDecimal.valueOf(sinceLastBig)) : BigDecimal.valueOf(sinceLastBig);
    scaled = scaled.scaleByPowerOfTen(power);
    total = whole ? scaled : total.add(scaled);
    section = 0;
    lastBig = power;
    return true;
  }
}

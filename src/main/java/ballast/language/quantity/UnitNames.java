package ballast.language.quantity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the units of measure in both scripts and in English, with their sizes. */
final class UnitNames {

  /** The longest name in Han characters. */
  static final int MAX_HAN = 5;

  /**
   * A line has a dimension, a size and names; an asterisk marks a unit whose size has varied.
   * English names are singular; those of up to three letters are abbreviations and case counts.
   */
  private static final String TABLE =
      """
      LENGTH 1000 千米 公里 kilometre kilometer km kph
      LENGTH 1 米 公尺 metre meter m
      LENGTH 0.1 分米 decimetre decimeter dm
      LENGTH 0.01 厘米 釐米 公分 centimetre centimeter cm
      LENGTH 0.001 毫米 公厘 公釐 millimetre millimeter mm
      LENGTH 0.000001 微米 micrometre micrometer micron
      LENGTH 0.000000001 纳米 納米 奈米 nanometre nanometer nm
      LENGTH 1609.344 英里 哩 mile mi mph
      LENGTH 0.9144 码 碼 yard yd
      LENGTH 0.3048 英尺 英呎 呎 foot feet ft
      LENGTH 0.0254 英寸 英吋 吋 inch inches
      LENGTH 1852 海里 浬 knot
      LENGTH 500* 里 华里 華里 市里 li
      LENGTH 3.3333333* 丈 zhang
      LENGTH 0.33333333* 尺 市尺 chi
      LENGTH 0.033333333* 寸 cun
      AREA 10000 公顷 公頃 hectare ha
      AREA 666.66667* 亩 畝 市亩 市畝 mu
      AREA 66666.667* 顷 頃
      AREA 4046.8564 英亩 英畝 acre
      AREA 1 平米 ㎡
      AREA 1000000 ㎢
      AREA 3.3057851 坪 ping
      VOLUME 1 升 公升 litre liter L
      VOLUME 0.001 毫升 millilitre milliliter ml mL
      VOLUME 1000 方 ㎥
      VOLUME 3.7854118 加仑 加侖 gallon gal
      MASS 1000 吨 噸 公吨 公噸 ton tonne t
      MASS 1 千克 公斤 kilogram kilogramme kilo kg
      MASS 0.001 克 公克 gram gramme g
      MASS 0.000001 毫克 milligram mg
      MASS 0.45359237 磅 pound lb lbs
      MASS 0.028349523 盎司 ounce oz
      MASS 0.0002 克拉 carat
      MASS 0.5* 斤 市斤 jin
      MASS 0.6* 台斤 臺斤 catty catties
      MASS 0.05* 两 兩 市两 市兩 tael liang
      MASS 50* 担 擔 市担 picul
      TEMPERATURE 1 摄氏度 攝氏度 度 ℃
      TIME 0.000000011574074 毫秒 millisecond ms
      TIME 0.000011574074 秒 秒钟 秒鐘 second
      TIME 0.00069444444 分钟 分鐘 minute
      TIME 0.041666667 小时 小時 钟头 鐘頭 hour
      TIME 1 天 day
      TIME 7 周 週 星期 礼拜 禮拜 week
      TIME 30.4375 月 month
      TIME 365.25 年 year
      TIME 3652.5 decade
      TIME 36525 世纪 世紀 century centuries
      TIME 365250 millennium millennia
      FREQUENCY 1 赫 赫兹 赫茲 hertz Hz
      FREQUENCY 1000 千赫 kilohertz kHz KHz
      FREQUENCY 1000000 兆赫 百万赫 百萬赫 megahertz MHz
      FREQUENCY 1000000000 吉赫 gigahertz GHz
      POWER 1 瓦 瓦特 watt W
      POWER 1000 千瓦 瓩 kilowatt kW
      POWER 1000000 兆瓦 百万瓦 百萬瓦 megawatt MW
      POWER 1000000000 吉瓦 gigawatt GW
      ENERGY 1 千瓦时 千瓦時 kWh
      ENERGY 1000 兆瓦时 兆瓦時 MWh
      ENERGY 1000000 吉瓦时 吉瓦時 GWh
      ENERGY 1000000000 太瓦时 太瓦時 TWh
      VOLTAGE 1 伏 伏特 volt V
      VOLTAGE 1000 千伏 kilovolt kV kVp
      VOLTAGE 1000000 兆伏 百万伏 百萬伏 megavolt MV
      PARTICLE_ENERGY 1 电子伏 電子伏 电子伏特 電子伏特 electronvolt eV
      PARTICLE_ENERGY 1000 千电子伏 千電子伏 keV
      PARTICLE_ENERGY 1000000 百万电子伏 百萬電子伏 MeV
      PARTICLE_ENERGY 1000000000 GeV
      RADIOACTIVITY 1 贝克 貝克 becquerel Bq
      RADIOACTIVITY 1000 kBq
      RADIOACTIVITY 1000000 MBq
      RADIOACTIVITY 1000000000 GBq
      """;

  static final UnitOfMeasure CELSIUS = new UnitOfMeasure(Dimension.TEMPERATURE, 1, 0, false);

  static final UnitOfMeasure FAHRENHEIT =
      new UnitOfMeasure(Dimension.TEMPERATURE, 5 / 9.0, -32 * 5 / 9.0, false);

  private static final Map<String, UnitOfMeasure> UNITS = read();

  private UnitNames() {}

  private static Map<String, UnitOfMeasure> read() {
    Map<String, UnitOfMeasure> units = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] fields = line.split(" ");
      boolean customary = fields[1].endsWith("*");
      double size = Double.parseDouble(fields[1].replace("*", ""));
      for (int i = 2; i < fields.length; i++) {
        units.put(fields[i], new UnitOfMeasure(Dimension.valueOf(fields[0]), size, 0, customary));
      }
    }
    for (String name : new String[] {"华氏度", "華氏度", "℉"}) {
      units.put(name, FAHRENHEIT);
    }
    return Map.copyOf(units);
  }

  /** The unit with a name as it stands in the table; null if there is none. */
  static @Nullable UnitOfMeasure of(String name) {
    return UNITS.get(name);
  }

  /** The unit that an English word names, singular or plural; null if it names none. */
  static @Nullable UnitOfMeasure english(String word) {
    UnitOfMeasure unit = of(word);
    if (unit != null || word.length() <= 2) {
      return unit;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.length() > 3 && of(lower) != null) {
      return of(lower);
    }
    return lower.endsWith("s") && lower.length() > 3
        ? of(lower.substring(0, lower.length() - 1))
        : null;
  }
}

package ballast.language;

import java.util.Set;

/**
 * Chinese names of countries other than China, in simplified characters: as texts of the mainland
 * and of Taiwan call them, and the single characters that headlines use.
 */
public final class ForeignCountries {

  private static final Set<String> NAMES =
      Set.of(
          """
          美国 英国 法国 德国 俄国 俄罗斯 苏联 日本 韩国 南韩 朝鲜 北韩 蒙古 蒙古国 越南 老挝 寮国 柬埔寨 泰国 缅甸
          马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 汶莱 东帝汶 印度 巴基斯坦 孟加拉 孟加拉国 斯里兰卡 尼泊尔 不丹
          马尔代夫 马尔地夫 阿富汗 伊朗 伊拉克 叙利亚 黎巴嫩 约旦 以色列 巴勒斯坦 沙特 沙特阿拉伯 沙乌地阿拉伯 也门 叶门
          阿曼 阿联酋 卡塔尔 卡达 巴林 科威特 土耳其 塞浦路斯 哈萨克斯坦 哈萨克 乌兹别克斯坦 乌兹别克 吉尔吉斯斯坦 吉尔吉斯
          塔吉克斯坦 塔吉克 土库曼斯坦 土库曼 格鲁吉亚 乔治亚 亚美尼亚 阿塞拜疆 亚塞拜然 乌克兰 白俄罗斯 摩尔多瓦
          立陶宛 拉脱维亚 爱沙尼亚 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 克罗地亚 克罗埃西亚 斯洛文尼亚
          斯洛维尼亚 波黑 黑山 北马其顿 阿尔巴尼亚 希腊 意大利 义大利 西班牙 葡萄牙 瑞士 奥地利 比利时 荷兰 卢森堡 爱尔兰
          丹麦 挪威 瑞典 芬兰 冰岛 马耳他 马尔他 摩纳哥 梵蒂冈 加拿大 墨西哥 古巴 海地 牙买加 多米尼加 危地马拉 瓜地马拉
          洪都拉斯 宏都拉斯 萨尔瓦多 尼加拉瓜 哥斯达黎加 哥斯大黎加 巴拿马 伯利兹 贝里斯 巴哈马 巴巴多斯 哥伦比亚
          委内瑞拉 厄瓜多尔 厄瓜多 秘鲁 玻利维亚 智利 阿根廷 乌拉圭 巴拉圭 巴西 圭亚那 苏里南 埃及 利比亚 突尼斯
          突尼西亚 阿尔及利亚 摩洛哥 苏丹 南苏丹 埃塞俄比亚 衣索比亚 厄立特里亚 索马里 索马利亚 吉布提 肯尼亚 肯亚 乌干达
          坦桑尼亚 坦尚尼亚 卢旺达 卢安达 布隆迪 刚果 加蓬 喀麦隆 乍得 查德 中非共和国 尼日尔 尼日 尼日利亚 奈及利亚 贝宁
          多哥 加纳 迦纳 科特迪瓦 象牙海岸 利比里亚 塞拉利昂 几内亚 冈比亚 甘比亚 塞内加尔 毛里塔尼亚 马里 布基纳法索
          安哥拉 赞比亚 尚比亚 津巴布韦 辛巴威 马拉维 莫桑比克 博茨瓦纳 纳米比亚 南非 莱索托 斯威士兰 史瓦帝尼
          马达加斯加 毛里求斯 塞舌尔 澳大利亚 澳洲 新西兰 纽西兰 斐济 巴布亚新几内亚 所罗门群岛 瓦努阿图 萨摩亚 汤加
          帕劳 帛琉 密克罗尼西亚 瑙鲁 基里巴斯 图瓦卢 马绍尔群岛 美 英 法 德 俄 日 韩 朝 印 澳 加 意 越 泰 菲 乌 伊
          """
              .strip()
              .split("\\s+"));

  private ForeignCountries() {}

  /** Whether a word, in simplified characters, is the name of a country other than China. */
  public static boolean has(String word) {
    return NAMES.contains(word);
  }
}

//! Titles of laws: with and without the name of the state, and those that are nearly right.

/// The name of the state before the titles of its laws.
pub const STATE: &str = "中华人民共和国";

/// A title without the name of the state.
#[must_use]
pub fn bare(title: &str) -> &str {
    title.strip_prefix(STATE).unwrap_or(title)
}

/// National laws and regulations that papers of bureaus cite, without the name of the state: long titles only, because a
/// short one has too many neighbours.
pub const TITLES: [&str; 76] = [
    "个人信息保护法",
    "义务教育法",
    "人口与计划生育法",
    "人民警察法",
    "传染病防治法",
    "促进科技成果转化法",
    "保守国家秘密法",
    "公共图书馆法",
    "公共文化服务保障法",
    "噪声污染防治法",
    "固体废物污染环境防治法",
    "国境卫生检疫法",
    "国家通用语言文字法",
    "国防动员法",
    "国防教育法",
    "土地管理法",
    "土壤污染防治法",
    "城乡规划法",
    "城市房地产管理法",
    "基本医疗卫生与健康促进法",
    "大气污染防治法",
    "居民身份证法",
    "放射性污染防治法",
    "文物保护法",
    "民办教育促进法",
    "水污染防治法",
    "治安管理处罚法",
    "法律援助法",
    "海上交通安全法",
    "海洋环境保护法",
    "安全生产法",
    "突发事件应对法",
    "行政许可法",
    "行政处罚法",
    "行政强制法",
    "行政复议法",
    "行政诉讼法",
    "道路交通安全法",
    "特种设备安全法",
    "食品安全法",
    "环境保护法",
    "防震减灾法",
    "未成年人保护法",
    "老年人权益保障法",
    "妇女权益保障法",
    "残疾人保障法",
    "劳动合同法",
    "社会保险法",
    "就业促进法",
    "数据安全法",
    "网络安全法",
    "国家安全法",
    "反恐怖主义法",
    "消费者权益保护法",
    "产品质量法",
    "政府采购法",
    "招标投标法",
    "个人所得税法",
    "税收征收管理法",
    "农产品质量安全法",
    "动物防疫法",
    "野生动物保护法",
    "乡村振兴促进法",
    "无障碍环境建设法",
    "职业病防治法",
    "政府信息公开条例",
    "生产安全事故应急条例",
    "危险化学品安全管理条例",
    "烟花爆竹安全管理条例",
    "森林防火条例",
    "自然灾害救助条例",
    "地质灾害防治条例",
    "安全生产许可证条例",
    "生产安全事故报告和调查处理条例",
    "重大行政决策程序暂行条例",
    "优化营商环境条例",
];

/// The known title from which a title differs in one character, or in the order of two neighbours.
#[must_use]
pub fn nearly(title: &str) -> Option<&'static str> {
    let title: Vec<char> = bare(title).chars().collect();
    let is_near = |known: &&str| {
        let known: Vec<char> = known.chars().collect();
        if known.len() != title.len() {
            return false;
        }
        let differing: Vec<usize> = (0..known.len()).filter(|i| known[*i] != title[*i]).collect();
        match differing[..] {
            [_] => true,
            [a, b] => b == a + 1 && known[a] == title[b] && known[b] == title[a],
            _ => false,
        }
    };
    let is_known = TITLES.iter().any(|known| known.chars().eq(title.iter().copied()));
    TITLES.into_iter().find(is_near).filter(|_| !is_known)
}

#[cfg(test)]
mod tests {
    use super::nearly;

    #[test]
    fn one_character_off() {
        assert_eq!(nearly("中华人民共和国突发事件应付法"), Some("突发事件应对法"));
        assert_eq!(nearly("安全产生法"), Some("安全生产法"));
        for right in ["安全生产法", "中华人民共和国消防法", "安全生产条例", "国防动员法", ""]
        {
            assert_eq!(nearly(right), None, "{right}");
        }
    }
}

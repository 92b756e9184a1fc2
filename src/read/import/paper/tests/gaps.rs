//! Papers in which parts are missing, or that are not to be imported.

use snapbox::str;

use super::of_text;
use crate::testing::assert_snapshot;

/// Without a title, a date or a signature nothing is invented.
#[test]
fn gaps_stay_gaps() {
    assert_snapshot!(
        of_text("请各股室抓紧报送。\n附件：登记表\n"),
        str![[r#"
==== notice.md
---
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文件: files/登记表
  名称: 登记表
---

请各股室抓紧报送。
====
I088 1 没有找到标题
I088 1 没有找到成文日期
I085 2 这里认作附件说明
I093 2 附件“登记表”的内容不在这个文件里

"#]]
    );
    assert_snapshot!(
        of_text(""),
        str![[r#"
====
I070 1 这个文件是空的

"#]]
    );
    assert_snapshot!(
        of_text("机密★1年\n某局关于某事的通知\n某局：\n请办。\n某局\n2024年8月1日\n"),
        str![[r#"
==== notice.md
---
标题: 关于某事的通知
发文机关: 某局
主送: 某局
成文日期: 2024-08-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

请办。
====
I091 1 版头上标着密级“机密★1年”，没有导入：涉密文件不得公开
I085 2 这里认作标题
I085 3 这里认作主送机关
I085 5 这里认作署名
I085 6 这里认作成文日期

"#]]
    );
}

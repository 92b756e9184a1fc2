//! `gongkai import` of papers: a paper of any kind becomes the notice, and nothing of it is lost.

use std::collections::BTreeMap;
use std::fs;

use gongkai::read::document::Limits;
use gongkai::read::import::{ImportedPaper, import_paper};
use serde_yaml::Value;
use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot, repository};

/// Marks as the text of the published page has them: whoever gathered it made them half-width.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '，' => ',',
            '：' => ':',
            '；' => ';',
            c => c,
        })
        .collect()
}

/// YAML in one form, whatever its comments and quotation marks.
fn canonical(yaml: &str) -> String {
    serde_yaml::to_string(&serde_yaml::from_str::<Value>(yaml).unwrap()).unwrap()
}

/// Head and body of a notice, both in one form.
fn notice(text: &str) -> String {
    let (head, body) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    format!("{}---\n{body}", canonical(head))
}

fn file(imported: &ImportedPaper, path: &str) -> String {
    let found = imported.files.iter().find(|(known, _)| known == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {path}")).1.clone()).unwrap()
}

/// The lines that one text has and the other does not, in order: `-` of the first, `+` of the second.
fn difference(a: &str, b: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            out.push_str(&format!("- {}\n", a[i]));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", b[j]));
            j += 1;
        }
    }
    out
}

/// The notice that ships, beside the notice that was imported: the lines in which they differ.
fn beside_the_shipped(imported: &ImportedPaper, form: fn(&str) -> String) -> String {
    let shipped =
        |path: &str| form(&fs::read_to_string(repository().join("content").join(NOTICE).join(path)).unwrap());
    let ours = |path: &str| form(&file(imported, path));
    let paths: Vec<&str> = imported.files.iter().map(|(path, _)| path.as_str()).collect();
    let notices = difference(&notice(&shipped("notice.md")), &notice(&ours("notice.md")));
    let tables = difference(&canonical(&shipped("tasks.yaml")), &canonical(&ours("tasks.yaml")));
    format!("{paths:?}\n{notices}---\n{tables}")
}

/// The text of the published page, and what ships. A text does not say when it was published; the days on which names and
/// summaries are due, 放行 and 办结 were set by the bureau, not by the paper.
#[test]
fn the_text_of_the_page_is_the_notice_that_ships() {
    let text = fs::read(repository().join("tests/original.txt")).unwrap();
    let imported = import_paper("页面.txt", &text, Limits::default());
    assert_snapshot!(beside_the_shipped(&imported, narrow), str![[r#"
["notice.md", "tasks.yaml"]
- 发布日期: 2024-08-01 10:00
- 名单报送: 2024-07-29
- 总结报送: 2024-12-10
- 报送周期: 每季度
- 放行:
-   D002: 原件发布时即注明“依申请公开”,此处照原样转录
- 办结: 2025-01-20
---

"#]]);
}

/// Our own Word file of the notice. 基本信息 stands on the page only.
#[test]
fn our_word_file_is_the_notice_that_ships() {
    let project = Project::year();
    project.build();
    let files: BTreeMap<String, Vec<u8>> =
        project.files(&format!("output/site/{NOTICE}")).into_iter().collect();
    let (name, bytes) = files.iter().find(|(path, _)| path.ends_with(".docx")).unwrap();
    let imported = import_paper(name, bytes, Limits::default());
    assert_snapshot!(beside_the_shipped(&imported, str::to_owned), str![[r#"
["notice.md", "tasks.yaml"]
- 发布日期: 2024-08-01 10:00
- 名单报送: 2024-07-29
- 总结报送: 2024-12-10
- 报送周期: 每季度
- 基本信息:
-   所属领域: 安全生产
-   一级事项: 政策文件
-   二级事项: 其他政策文件
-   公开时限: 信息形成或变更之日起20个工作日内
-   公开方式: 依申请公开
-   公开依据: 《政府信息公开条例》
-   公开主体: 临湘市应急管理局
-   公开层级:
-   - 层级: 县级
-     公开渠道和载体:
-     - 政府网站
-     - 两微一端
-     - 公开查阅点
-     - 政务服务中心
-   - 层级: 乡、村级
-     公开渠道和载体:
-     - 政府网站
-     - 两微一端
-     - 公开查阅点
-     - 政务服务中心
- 放行:
-   D002: 原件发布时即注明“依申请公开”，此处照原样转录
- 办结: 2025-01-20
---
+ - 编号: 1（续）
+   名称: 加强重点领域监管执法（续）
+   举措:
- - 名称: 加强突发事件应对制度建设
+ - 编号: '2'
+   名称: 加强突发事件应对制度建设
- - 名称: 健全应急管理预案体系
+ - 编号: '3'
+   名称: 健全应急管理预案体系
- - 名称: 增强依法防范风险意识
+ - 编号: '4'
+   名称: 增强依法防范风险意识
- - 名称: 推行突发事件分级分类管理
+ - 编号: '5'
+   名称: 推行突发事件分级分类管理
- - 名称: 提升突发事件管理水平和实战能力
+ - 编号: '6'
+   名称: 提升突发事件管理水平和实战能力
- - 名称: 完善乡镇（街道）、村（社区）应急组织体系
+ - 编号: '7'
+   名称: 完善乡镇（街道）、村（社区）应急组织体系
-   - 内容: 根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作模式》：（1）镇（街道）发文成立应急指挥部；（2）制定镇（街道）党政领导干部和部门单位应急管理职责清单，属地企业、学校、物业等责任清单；（3）镇（街道）每季度至少召开一次应急指挥部全体会议（简称应急例会）。应急例会提出工作目标、研判安全形势、部署重点工作；（4）对镇（街道）党政领导干部、站所负责人、村（社区）负责人、企业负责人、学校负责人、物业负责人等分层分级进行一次全面的应急管理培训。促进各级责任人转观念，变思路，牢固树立大应急、大安全理念；（5）督促乡镇制定并发布镇（街道）突发事件应急整体预案；（6）各镇（街道）、村（社区）、企业、学校、物业等单位每年有针对性地组织一次应急演练，不断强化应急队伍训练，努力提升应急救援能力；（7）督促各镇、村（社区）、企业、学校、物业等单位必须根据实际储备一定的应急物资和装备；（8）成立镇（街道）综合应急救援大队，下设若干分队。各村（社区）、学校成立不低于10人的志愿者队。应急指挥部办公室主任兼任综合应急救援大队长，负责队伍的培训教育、拉练演练和现场救援指挥；（9）建立边界清晰的责任体系。应急管理工作坚持“一岗双责”“三个必须”和“管合法必须管非法”的基本原则。建立双向责任体系：一是制定应急指挥部成员单位“应急管理职责清单”，明确“条条责任”；二是镇（街道）划分“三级网格”，镇（街道）为一级网格，村（社区）为二级网格，组为三级网格，明确“块块责任”。明确三级网格长：镇（街道）党政主要负责人共同担任一级网格长，村（社区）书记为二级网格长，组长为三级网格长。（10）建立科学严谨的预防体系。应急管理工作坚持“预防第一”的方针。织密织牢预防“六张网”，全面提升自然灾害和事故灾难预防能力。一是宣传教育网。构建以应急管理法律法规、应急知识技能宣传培训为重点的宣传教育网。①在全国安全生产月、全国防灾减灾日、全国消防日等重要节点，开展应急知识“五进”活动；②充分运用辖区主次干道、小区、学校等宣传阵地打造应急科普宣传文化阵地；③组织社区开展社区大课堂，不定期开展风险辨识、防灾减灾、应急救援等方面综合性宣传；④利用社区（小区）微信群，向居民推送普及各类安全宣教知识。二是排查整治网。以自然风险普查、安全隐患排查为重点的排查整治网。①重点区域排查。重点排查居民自建房（含切坡建房）、地质灾害点、消防安全隐患点等区域隐患；②重点节点排查。在汛期、森林防火期、特别防护期、春节假期等开展综合性排查；③重点人员排查。对残疾人、空巢老人、高龄老人以及吸毒人员、社区矫正人员等全面摸底，开展帮扶管控。三是预警预报网。以自然灾害和事故灾难为重点的预警预报网。镇（街道）应急办牵头，村（社区）明确专人负责村村响应急广播，组建村民微信群。收到上级预警信息时，由村（社区）应急负责专干第一时间将预警信息通过村村响、微信广而告之，让预警信息快速传达到各家各户。紧急情况下，村干部会同组级网格长深入到责任网格逐家逐户提醒，确保群众能第一时间避灾。收到预警信息后，地质灾害、道路交通等各类“点长”立即赶赴监测点告知周边群众预警信息，对风险隐患进行监测，做到异常情况能第一时间发现、第一时间处置。四是救援演练网。以预案编制和应急演练为重点的救援演练网。突发事件先期处置，综合应急救援大队组织专业救援队伍赶到之前，村（社区）组织开展先期处置、疏散群众、控制事态等力所能及的处置工作，为后续救援赢得宝贵时间。制定突发事件处置流程：事件发生--现场人员上报--预警初期研判（一般事件初期处置并反馈，重大事件启动应急预案）--事件处置善后。要求：①发生一般突发事件时，村（社区）的常备应急志愿者队伍能够第一时间启动应急响应，对现场情况进行初期防控、处置，并在10分钟之内向上级口头报告现场情况；②发生重大突发事件时，村（社区）的常备志愿者应急队伍能够协助政府部门开展应急救援工作，引导居民疏散和避难等。五是督查整改网。建立督查整改问题清单汇报表，对督查整改的问题，落实具体位置、问题描述、现场图片等一张督查整改网。包括将各问题整改情况纳入镇（街道）年终目标管理考核。六是风险隐患网。重点建立防溺水、地质灾害、森林防火、企业物业消防安全、防汛备汛等一张风险隐患图；（11）应急管理工作坚持党政同责。建立镇（街道）党（工）委书记任镇（街道）应急指挥部政委，镇（街道）镇长（主任）任指挥长，镇（街道）所有站所（含二级机构）及上级派出机构负责人为成员的指挥体系；（12）统一由镇（街道）党政办承担应急值守的职能，每天安排专人24小时值班，各村（社区）、组设立信息员，形成网格化管理。应急办根据实际情况参与应急值守，信息报送统一归口党政办；（13）统一挂牌成立“综合应急救援大队”，下设民兵、防汛、森林灭火、医疗、通信、工程机械、电力等若干应急分队，每个村（社区）、组成立应急救援志愿者队，由应急办主任兼任综合应急救援大队长；（14）镇（街道）党（工）委书记、镇长（主任）负责总指挥，应急指挥部办公室主任负责现场总指挥，形成“一根指挥棒”；（15）镇（街道）党政办统一值守，信息报送统一归口党政办，形成“一条出水管”；（16）镇（街道）应急救援的骨干力量组成综合应急救援队，形成“一支尖兵连”。
+   - 内容: 根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作模式》：（1）镇（街道）发文成立应急指挥部；（2）制定镇（街道）党政领导干部和部门单位应急管理职责清单，属地企业、学校、物业等责任清单；（3）镇（街道）每季度至少召开一次应急指挥部全体会议（简称应急例会）。应急例会提出工作目标、研判安全形势、部署重点工作；（4）对镇（街道）党政领导干部、站所负责人、村（社区）负责人、企业负责人、学校负责人、物业负责人等分层分级进行一次全面的应急管理培训。促进各级责任人转观念，变思路，牢固树立大应急、大安全理念；
- - 名称: 构建社会应急力量组织服务平台
+ - 编号: 7（续）
+   名称: 完善乡镇（街道）、村（社区）应急组织体系（续）
+   举措:
+   - 编号: （5）
+     内容: 督促乡镇制定并发布镇（街道）突发事件应急整体预案；（6）各镇（街道）、村（社区）、企业、学校、物业等单位每年有针对性地组织一次应急演练，不断强化应急队伍训练，努力提升应急救援能力；（7）督促各镇、村（社区）、企业、学校、物业等单位必须根据实际储备一定的应急物资和装备；（8）成立镇（街道）综合应急救援大队，下设若干分队。各村（社区）、学校成立不低于10人的志愿者队。应急指挥部办公室主任兼任综合应急救援大队长，负责队伍的培训教育、拉练演练和现场救援指挥；（9）建立边界清晰的责任体系。应急管理工作坚持“一岗双责”“三个必须”和“管合法必须管非法”的基本原则。建立双向责任体系：一是制定应急指挥部成员单位“应急管理职责清单”，明确“条条责任”；二是镇（街道）划分“三级网格”，镇（街道）为一级网格，村（社区）为二级网格，组为三级网格，明确“块块责任”。明确三级网格长：镇（街道）党政主要负责人共同担任一级网格长，村（社区）书记为二级网格长，组长为三级网格长。（10）建立科学严谨的预防体系。应急管理工作坚持“预防第一”的方针。织密织牢预防“六张网”，全面提升自然灾害和事故灾难预防能力。一是宣传教育网。构建以应急管理法律法规、应急知识技能宣传培训为重点的宣传教育网。①在全国安全生产月、全国防灾减灾日、全国消防日等重要节点，开展应急知识“五进”活动；
+     责任股室: 应急指挥中心
+     完成时限: 长期坚持
+ - 编号: 7（续）
+   名称: 完善乡镇（街道）、村（社区）应急组织体系（续）
+   举措:
+   - 编号: ②
+     内容: 充分运用辖区主次干道、小区、学校等宣传阵地打造应急科普宣传文化阵地；③组织社区开展社区大课堂，不定期开展风险辨识、防灾减灾、应急救援等方面综合性宣传；④利用社区（小区）微信群，向居民推送普及各类安全宣教知识。二是排查整治网。以自然风险普查、安全隐患排查为重点的排查整治网。①重点区域排查。重点排查居民自建房（含切坡建房）、地质灾害点、消防安全隐患点等区域隐患；②重点节点排查。在汛期、森林防火期、特别防护期、春节假期等开展综合性排查；③重点人员排查。对残疾人、空巢老人、高龄老人以及吸毒人员、社区矫正人员等全面摸底，开展帮扶管控。三是预警预报网。以自然灾害和事故灾难为重点的预警预报网。镇（街道）应急办牵头，村（社区）明确专人负责村村响应急广播，组建村民微信群。收到上级预警信息时，由村（社区）应急负责专干第一时间将预警信息通过村村响、微信广而告之，让预警信息快速传达到各家各户。紧急情况下，村干部会同组级网格长深入到责任网格逐家逐户提醒，确保群众能第一时间避灾。收到预警信息后，地质灾害、道路交通等各类“点长”立即赶赴监测点告知周边群众预警信息，对风险隐患进行监测，做到异常情况能第一时间发现、第一时间处置。
+     责任股室: 应急指挥中心
+     完成时限: 长期坚持
+ - 编号: 7（续）
+   名称: 完善乡镇（街道）、村（社区）应急组织体系（续）
+   举措:
+   - 内容: 四是救援演练网。以预案编制和应急演练为重点的救援演练网。突发事件先期处置，综合应急救援大队组织专业救援队伍赶到之前，村（社区）组织开展先期处置、疏散群众、控制事态等力所能及的处置工作，为后续救援赢得宝贵时间。制定突发事件处置流程：事件发生--现场人员上报--预警初期研判（一般事件初期处置并反馈，重大事件启动应急预案）--事件处置善后。要求：①发生一般突发事件时，村（社区）的常备应急志愿者队伍能够第一时间启动应急响应，对现场情况进行初期防控、处置，并在10分钟之内向上级口头报告现场情况；②发生重大突发事件时，村（社区）的常备志愿者应急队伍能够协助政府部门开展应急救援工作，引导居民疏散和避难等。五是督查整改网。建立督查整改问题清单汇报表，对督查整改的问题，落实具体位置、问题描述、现场图片等一张督查整改网。包括将各问题整改情况纳入镇（街道）年终目标管理考核。六是风险隐患网。重点建立防溺水、地质灾害、森林防火、企业物业消防安全、防汛备汛等一张风险隐患图；
+     责任股室: 应急指挥中心
+     完成时限: 长期坚持
+ - 编号: 7（续）
+   名称: 完善乡镇（街道）、村（社区）应急组织体系（续）
+   举措:
+   - 编号: （11）
+     内容: 应急管理工作坚持党政同责。建立镇（街道）党（工）委书记任镇（街道）应急指挥部政委，镇（街道）镇长（主任）任指挥长，镇（街道）所有站所（含二级机构）及上级派出机构负责人为成员的指挥体系；（12）统一由镇（街道）党政办承担应急值守的职能，每天安排专人24小时值班，各村（社区）、组设立信息员，形成网格化管理。应急办根据实际情况参与应急值守，信息报送统一归口党政办；（13）统一挂牌成立“综合应急救援大队”，下设民兵、防汛、森林灭火、医疗、通信、工程机械、电力等若干应急分队，每个村（社区）、组成立应急救援志愿者队，由应急办主任兼任综合应急救援大队长；（14）镇（街道）党（工）委书记、镇长（主任）负责总指挥，应急指挥部办公室主任负责现场总指挥，形成“一根指挥棒”；（15）镇（街道）党政办统一值守，信息报送统一归口党政办，形成“一条出水管”；（16）镇（街道）应急救援的骨干力量组成综合应急救援队，形成“一支尖兵连”。
+     责任股室: 应急指挥中心
+     完成时限: 长期坚持
+ - 编号: '8'
+   名称: 构建社会应急力量组织服务平台

"#]]);
}

const PAPER: &str = "某县教育局\n关于做好开学工作的通知\n各学校：\n请按时开学。\n附件：任务分工表\n某县教育局\n2024年8月20日\n附件\n任务分工表\n序号\t工作任务\t责任股室\t完成时限\n1\t检查校舍\t安全股\t8月底前\n2\t公布校历\t办公室、教育股\t长期坚持\n";

/// The files are written all at once and taken back all at once; a second import writes over nothing.
#[test]
fn a_notice_is_imported_into_a_project() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [安全股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n").write("通知.txt", PAPER);
    let import = || project.run(&["import", "通知.txt", "--output", "content/lan/kaixue"]);
    let run = import();
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_snapshot!(run.stdout(), str![[r#"
已在“content/lan/kaixue”中写入 2 个文件：notice.md、tasks.yaml
接下来：对照原件看一遍 notice.md，补上写着“请填写”的各项，再用 gongkai check 检查；要全部撤回，用 gongkai undo

"#]]);
    assert_snapshot!(run.stderr(), str![[r#"
提示[I085]: 这里认作标题
 --> 通知.txt:1:1
  |
1 | 某县教育局
  | ^^^^^^^^^^

提示[I085]: 这里认作主送机关
 --> 通知.txt:3:1
  |
3 | 各学校：
  | ^^^^^^^^

提示[I085]: 这里认作附件说明
 --> 通知.txt:5:1
  |
5 | 附件：任务分工表
  | ^^^^^^^^^^^^^^^^

提示[I085]: 这里认作署名
 --> 通知.txt:6:1
  |
6 | 某县教育局
  | ^^^^^^^^^^

提示[I085]: 这里认作成文日期
 --> 通知.txt:7:1
  |
7 | 2024年8月20日
  | ^^^^^^^^^^^^^

提示[I085]: 从这里起认作第1个附件
 --> 通知.txt:8:1
  |
8 | 附件
  | ^^^^

共 0 处错误，0 处警告，6 处提示
机构名录中没有的单位有 2 个，核对后粘贴到 content/offices.yaml（已有“股室:”的，只粘贴下面各行）：

股室:
  - 办公室
  - 教育股

"#]]);
    let again = import();
    assert_eq!(again.code(), 2);
    assert_snapshot!(again.stderr().lines().last().unwrap_or_default(), str!["错误: “content/lan/kaixue/notice.md”已经存在，为免覆盖，未写入。请换一个文件名，或先把它移到别处"]);
    assert_eq!(project.files("content/lan/kaixue").len(), 2);
    assert_eq!(project.run(&["undo"]).code(), 0);
    assert!(!project.path("content/lan/kaixue").exists());
}

/// Without --output the files are shown.
#[test]
fn a_notice_is_shown() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    assert_snapshot!(project.run(&["import", "通知.txt"]).stdout(), str![[r#"
# ===== notice.md =====
---
标题: 关于做好开学工作的通知
发文机关: 某县教育局
主送: 各学校
成文日期: 2024-08-20
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 任务分工表
---

请按时开学。

# ===== tasks.yaml =====
表名: 任务分工表
列:
- 序号
- 工作任务
- 责任股室
- 完成时限
任务:
- 名称: 检查校舍
  责任股室: 安全股
  完成时限: 8月底前
- 名称: 公布校历
  责任股室: 办公室、教育股
  完成时限: 长期坚持


"#]]);
}

/// The project around a paper lacks nothing but what the paper does not say.
#[test]
fn a_project_is_made_around_a_paper() {
    let project = Project::empty();
    project.write("通知.txt", PAPER);
    let run = project.run(&["new", "zwgk", "--from", "通知.txt"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let heads = |text: String| -> String {
        let is_head = |line: &&str| ["错误[", "警告["].iter().any(|kind| line.starts_with(kind));
        text.lines().filter(is_head).map(|line| format!("{line}\n")).collect()
    };
    assert_snapshot!(heads(project.run(&["--root", "zwgk", "check"]).stdout()), str![[r#"
错误[R005]: 缺少“发布日期”
警告[S003]: 时限“8月底前”已过1天

"#]]);
    let text = |path: &str| fs::read_to_string(project.path(&format!("zwgk/content/{path}"))).unwrap();
    assert_snapshot!(text("offices.yaml"), str![[r#"
# 机构名录：由通知的表里出现的名称写成，请核对，补上正式名称、别名和没有写到的股室。

股室:
  - 安全股
  - 办公室
  - 教育股

"#]]);
    let notice = "zwgk/content/tongzhi-gonggao/2024-tongzhi/notice.md";
    project.change(
        notice,
        "# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写",
        "发布日期: 2024-08-21 09:00",
    );
    let run = project.run(&["--root", "zwgk", "build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let all: Vec<(String, Vec<u8>)> = project.files("zwgk/content");
    assert!(all.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("示例县")));
}

/// A file that cannot be read says what to do.
#[test]
fn old_formats_are_named() {
    let project = Project::empty();
    project.write("通知.rtf", "{\\rtf1 text}");
    let run = project.run(&["import", "通知.rtf", "--output", "x"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(run.stderr(), str![[r#"
错误[I070]: 这个文件的内容是RTF，不是 docx 文档、网页或文本
--> 通知.rtf
 |
建议: 用 Word 或 WPS 打开它，“另存为”“Word 文档（.docx）”，再用那一份；都打不开的，请重新索取

共 1 处错误，0 处警告，0 处提示

"#]]);
    assert!(!project.path("x").exists());
}

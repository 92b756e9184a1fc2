//! Chinese texts of the help, by command or option.

/// Chinese help texts by command or option.
const ZH: &[(&str, &str)] = &[
    ("gongkai", "写一次任务和通知，生成公开网页与责任分解表，公开之前先指出错误"),
    ("build", "检查内容，无误后生成网站和工作簿"),
    ("check", "检查内容，逐处指出错误"),
    ("collect", "读取交回的填报表，为填写的每一行写一份进展"),
    (
        "import",
        "把 Word、网页、文本里的公文转成一份通知；把工作簿中的责任分解表转成 tasks.yaml，名单、机构名录也可以",
    ),
    ("join", "把许多单位公开的网站汇总成一个：总览、目录、搜索"),
    ("sites", "各单位公开的网站，即生成结果中的 site 文件夹"),
    ("joined", "汇总写入哪个文件夹"),
    ("site_file", "汇总网站的名称、域名、页脚写在哪个 site.yaml 里"),
    ("completions", "给出命令行自动补全脚本"),
    ("desk", "在浏览器中打开工作台：左边是网站，右边是要做的事，点按钮改正、导入、收表、公开、生成"),
    ("no_open", "不打开浏览器，只给出地址"),
    ("explain", "说明一个问题：是什么，为什么，怎样改正"),
    ("manual", "给出使用手册，供 man 阅读"),
    ("new", "新建一个项目：示例、说明、编辑器设置、自动检查和发布的配置"),
    ("folder", "新建在哪个文件夹；不能已有内容"),
    ("pack", "生成，并把上次打包以后有变化的网页文件打成一个上传包，列出要从网站上删除的文件"),
    ("whole", "网站的全部文件都打进去，不论有没有变化"),
    ("packages", "上传包放在哪个文件夹；不写则为项目文件夹下的 upload"),
    ("pdf", "用这台电脑上的浏览器或者 LibreOffice 把公文打印成 PDF，并说明印出来才看得到的问题"),
    ("papers", "哪些通知：所在的文件夹，从 content 算起，草稿也可以；不写则为已公开的全部"),
    ("prints", "写入哪个文件夹；不写则为项目文件夹下的 pdf。同名的文件会被换下"),
    ("paper_form", "以什么形式写出：pdf；docx（Word 文件，不需要别的程序；草稿的 Word 文件只有这里有）"),
    ("from", "把这份公文（docx、html、txt）转成第一份通知，代替示例"),
    ("publish", "一次公开一批进展、总结，写上公开的时刻；也可以撤回"),
    ("of_notice", "只限这份通知：它所在的文件夹，从 content 算起"),
    ("of_office", "只限这个股室报的"),
    ("period", "只限这段时间报的：2024-09-30、2024-09、2024，或者从……到……：2024-07..2024-09"),
    ("all", "所有通知、股室、时间的"),
    ("withdraw", "撤回：改为不公开，删去发布日期"),
    ("at", "公开的时刻，例如 \"2024-10-08 09:30\"，不写则为现在；写了的，已公开而没有发布日期的也补上"),
    ("schema", "给出各类文件的写法（JSON Schema），供编辑器提示和检查"),
    ("undo", "撤销上一次对项目文件的改动，如自动改正、收表写入的进展"),
    ("list", "只列出可以撤销的改动，最近的在前，不撤销"),
    ("status", "列出各股室欠办、欠报的事项：逾期、将到期、久未报送、名单、总结"),
    ("summary", "根据进展生成股室年度总结的草稿，供修改、签字"),
    ("office", "股室的名称"),
    ("notice", "通知所在的文件夹，从 content 算起；只有一份相关通知的不必写"),
    ("year", "总结哪一年，例如 2024；不写则按通知要求报送的年度"),
    ("draft", "写入哪个新文件；不写则直接显示"),
    (
        "summary_form",
        "以什么形式写出：markdown（供修改）；docx（按国标排版的 Word 文件：项目里已有的总结，没有的用草稿）",
    ),
    (
        "form",
        "以什么形式列出：human（给人看）、json（供程序读取）或 csv（用 Excel 打开）；同 --output 一起用的还有 docx（催办单为 Word 文件）",
    ),
    (
        "reminders",
        "在哪个文件夹里写各股室的催办单和给领导看的总览；用了 --format csv 的，列表也写在里面；已有的文件不覆盖",
    ),
    ("reply_by", "请各股室哪一天前反馈；不写则为五个工作日内"),
    ("serve", "在浏览器中预览，保存后网页自动刷新"),
    ("root", "项目文件夹，即 content 所在的文件夹"),
    ("lang", "提示和帮助的语言：zh 或 en"),
    ("today", "以哪一天为准检查和生成，例如 2024-08-01"),
    ("output", "输出到哪个文件夹；不写则为项目文件夹下的 output"),
    ("fsync", "等到文件确实存到磁盘上才算完成：断电也不会新旧不一，但较慢"),
    ("only", "只生成这几种文件，用逗号隔开，如 html；供快速查看，不作公开用"),
    ("strip_metadata", "公开的文件属性里不带姓名、地点、设备；原文件不变"),
    ("format", "以什么形式列出：human（给人看）、json、github 或 sarif（供程序读取）"),
    ("files", "交回的填报表，或者放着它们的文件夹"),
    ("dry_run", "只列出会写什么，不写文件"),
    ("public", "把写出的进展标为公开；不写则先不公开，由人核对后再改"),
    ("replace", "更正：换下同一股室、同一事项、同一天的进展，原来的一份留作记录"),
    ("code", "问题的编号（如 T002）或英文名，可以写几个；不写则列出全部"),
    ("kind", "文件的种类，如 tasks；不写则列出全部"),
    (
        "texts",
        "只检查这些文件：公文（docx、html、txt）、Markdown，“-”是标准输入；项目里的文件，只列出它的问题",
    ),
    ("codes", "只列出这几种问题，用逗号隔开，如 T002,W001"),
    ("severity", "只列出这一级及更严重的：error（错误）、warning（警告）、note（提示）"),
    ("binding", "不列出只是行文惯例或本单位设定的，只列出法规、国标和文件格式要求的"),
    ("by", "排列的次序：file（按文件）或 kind（按种类）"),
    ("fix", "改正只有一种改法、不动文字的问题；写了编号的，只改这几种，连文字一起改，如 W006,W013"),
    ("preview", "逐行列出会怎样改正，不写入"),
    ("deny", "把警告也当作错误：--deny warnings"),
    ("file", "现有的公文（docx、html、txt，“-”是标准输入）或工作簿"),
    ("names", "导入的是名单，转成 roster.yaml：股室，责任人、联络人、电话"),
    ("offices", "导入的是机构名录，转成 offices.yaml：名称、别名"),
    (
        "unknown_offices",
        "把表里有、机构名录里没有的单位写入哪个文件，供粘贴到 offices.yaml；不写则显示在屏幕上",
    ),
    ("sheet", "表所在的工作表；不写则为第一张像责任分解表的"),
    (
        "raise_limits",
        "工作簿太大时，把上限放宽到平常的几倍（平常：文件 64 MiB，解压后 256 MiB，单元格 200 万个）",
    ),
    (
        "yaml",
        "写入哪个文件，或者在哪个文件夹里写 tasks.yaml、公文转成的通知；没有的文件夹会建好，已有的文件不覆盖；不写则显示在屏幕上",
    ),
    ("diff", "先列出新增、更改、删除的文件，再写入"),
    ("port", "端口；不写则用 8000，被占用时用下一个空闲的"),
    ("open", "同时打开浏览器"),
    ("shell", "命令行的种类：bash、zsh、fish、powershell 或 elvish"),
    ("verbose", "列出每一步用了多少时间"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
];

/// The Chinese help of a command or option.
pub(super) fn chinese(name: &str) -> Option<&'static str> {
    ZH.iter().find(|(known, _)| *known == name).map(|(_, zh)| *zh)
}

/// The placeholder of an option's value, if it takes one.
pub(super) fn value_name(option: &str) -> Option<&'static str> {
    match option {
        "root" | "output" | "sites" | "joined" | "packages" | "prints" | "papers" | "notice"
        | "of_notice" | "folder" | "reminders" => Some("文件夹"),
        "file" | "site_file" | "files" | "texts" | "from" | "yaml" | "draft" | "unknown_offices" => {
            Some("文件")
        }
        "sheet" => Some("名称"),
        "lang" => Some("语言"),
        "code" | "codes" | "fix" => Some("编号"),
        "kind" | "shell" | "only" => Some("种类"),
        "today" | "reply_by" => Some("日期"),
        "at" => Some("时刻"),
        "period" => Some("时间"),
        "by" => Some("次序"),
        "deny" | "severity" => Some("级别"),
        "format" | "form" | "summary_form" | "paper_form" => Some("形式"),
        "office" | "of_office" => Some("股室"),
        "year" => Some("年份"),
        "port" => Some("端口"),
        "raise_limits" => Some("倍数"),
        _ => None,
    }
}

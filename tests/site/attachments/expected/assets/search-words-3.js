gongkaiSearch.words[2]=["某县应急管理局关于印发2025年度工作计划的通知","%E9%80%9A%E7%9F%A5%E5%85%AC%E5%91%8A/2025-jihua/","2025-02-05",[
["","index.html","某县应急管理局关于印发2025年度工作计划的通知"],
["1　没有举措的任务","index.html#fujian-1","没有举措的任务\n办公室\n2025年3月底前"],
["2.1　值写在任务上","index.html#fujian-1","值写在任务上\n甲\n减灾股\n救灾股、办公室\n2025年4月\n长期坚持\n安监股\n第一行第二行"],
["2.2　值写在任务上","index.html#fujian-1","值写在任务上\n乙 <i>\n1.10\n安监股\n第一行第二行"],
["3.1　逐条写","index.html#fujian-1","逐条写\n丙\n各股室\n=1+1"],
["3.2　逐条写","index.html#fujian-1","逐条写\n丁\n减灾股"],
["","index.html#xiangxi","各股室要抓好落实，“a < b & c”。"],
["总体要求","index.html#xiangxi","总体要求\n坚持两手抓：\n一手抓预防\n一手抓应急"],
["重点任务","index.html#xiangxi","重点任务"],
["分工","index.html#xiangxi","分工"],
["细目","index.html#xiangxi","细目"],
["小目","index.html#xiangxi","小目\n按下表执行办法，填写回执，见附件和栏目。\n流程图\n阶段\n时间\n启动\n3月"],
["督查。","index.html#xiangxi","督查。\n每季度一次 by the office。"],
["附则","index.html#xiangxi","附则"],
["填写","index.html#fujian-2","填写\n一律打印。"],
["报送","index.html#fujian-2","报送\n报办公室。"],
["","index.html","某应急〔2025〕3号\n图解\n市局的解读\n通知公告\n任务分工表\n序号\n措施\n牵头\n配合单位\n时间要求\n备注\n只在正文。\n填报说明\n回执（A/B）\n11430682/2025-00003\n主动公开\n县级\n政府网站\n2025年2月1日"]
]];

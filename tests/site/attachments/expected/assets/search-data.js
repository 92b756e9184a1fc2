var gongkaiSearch={"part":100,"columns":["通知公告"],"offices":["办公室","安监股","减灾股"],"words":[],"notices":[
["%E9%80%9A%E7%9F%A5%E5%85%AC%E5%91%8A/2025-jihua/index.html","某县应急管理局关于印发2025年度工作计划的通知","2025-02-05",0,[0,1,2]]
]};

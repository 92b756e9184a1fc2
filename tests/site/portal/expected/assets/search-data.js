var gongkaiSearch={"part":100,"columns":["政策文件","政策文件 > 解读与通报"],"offices":["办公室","危化股"],"words":[],"notices":[
["zhengce/jiedu/2025-tongbao/index.html","某县应急管理局关于2025年第一季度检查情况的通报","2025-04-11",1,[0,1]]
]};

var gongkaiSearch={"part":100,"columns":["公文"],"offices":["教育股","资助中心","财务股"],"words":[],"notices":[
["gongwen/yinfa/index.html","示例县教育局办公室关于印发《示例县校园安全“百日行动”工作方案》的通知","2025-03-05",0,[0,2]],
["gongwen/lianhe/index.html","示例县教育局 示例县财政局关于做好2025年学生资助工作的通知","2025-03-05",0,[0,1,2]],
["gongwen/fenjie/index.html","示例县人民政府办公室关于2025年民生实事责任分解表","2025-03-05",0,[0,1,2]],
["gongwen/biaotou/index.html","示例县教育局关于分解2025年校园安全经费的通知","2025-03-05",0,[0,2]]
]};

var gongkaiSearch={"part":100,"columns":["公开领域","公开领域 > 安全生产"],"offices":["非煤矿山股","危化股","工贸股","法规股","政工党建办","应急指挥中心","救灾股"],"words":[],"notices":[
["gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html","临湘市应急管理局关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知","2024-08-01",1,[0,1,2,3,4,5,6]]
]};
